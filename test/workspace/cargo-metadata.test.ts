/** Every manifest feature once, laid on disk and read by both: what we say must be what `cargo metadata` says. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { diskFileSystem } from "../../src/host/disk.ts";
import { loadWorkspace } from "../../src/workspace/index.ts";
import { askCargo, comparable, hasCargo } from "../support/cargo.ts";

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "callmap-metadata-")));
afterAll(() => rmSync(temporary, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function lay(name: string, files: Files, links: Files = {}): string {
  const root = join(temporary, name.replace(/\W+/g, "-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  return root;
}

/** A package with a library, so that a fixture needs one line for it. */
function lib(folder: string, more = ""): Files {
  const name = folder.split("/").at(-1);
  const header = more.startsWith("[package]") ? "" : `[package]\nname = "${name}"\nedition = "2021"\n`;
  return { [`${folder}/Cargo.toml`]: `${header}${more}\n`, [`${folder}/src/lib.rs`]: "" };
}

const PACKAGE = '[package]\nname = "my-app"\nversion = "1.2.3"\n';
const WORKSPACE = '[workspace]\nresolver = "2"\n';

const fixtures: readonly (readonly [name: string, files: Files, at?: string, links?: Files])[] = [
  ["a lone package, edition 2015", { "Cargo.toml": PACKAGE, "src/main.rs": "", "src/lib.rs": "" }],
  ["no version, edition 2024", { "Cargo.toml": '[package]\nname = "x"\nedition = "2024"\n', "src/lib.rs": "" }],
  ["the former [project]", { "Cargo.toml": '[project]\nname = "old"\nversion = "0.1.0"\n', "src/lib.rs": "" }],
  [
    "everything is discovered",
    {
      "Cargo.toml": `${PACKAGE}edition = "2018"\n`,
      "src/lib.rs": "",
      "src/main.rs": "",
      "src/bin/one.rs": "",
      "src/bin/two-words.rs": "",
      "src/bin/folder/main.rs": "",
      "src/bin/folder/other.rs": "",
      "src/bin/no-main/other.rs": "",
      "src/bin/.hidden.rs": "",
      "src/bin/readme.md": "",
      "examples/e.rs": "",
      "examples/multi/main.rs": "",
      "tests/t.rs": "",
      "tests/common/mod.rs": "",
      "tests/multi/main.rs": "",
      "benches/b.rs": "",
      "benches/multi/main.rs": "",
      "build.rs": "",
    },
  ],
  [
    "discovery is off",
    {
      "Cargo.toml": `${PACKAGE}edition = "2021"\nautolib = false\nautobins = false\nautoexamples = false\nautotests = false\nautobenches = false\nbuild = false\n[[bin]]\nname = "kept"\npath = "src/kept.rs"\n[[test]]\nname = "t"\n`,
      "src/lib.rs": "",
      "src/main.rs": "",
      "src/kept.rs": "",
      "src/bin/one.rs": "",
      "examples/e.rs": "",
      "tests/t.rs": "",
      "tests/u.rs": "",
      "benches/b.rs": "",
      "build.rs": "",
    },
  ],
  [
    "listed targets turn discovery off in 2015",
    {
      "Cargo.toml": `${PACKAGE}[[bin]]\nname = "a"\n[[test]]\nname = "t"\n[[example]]\nname = "e"\n`,
      "src/lib.rs": "",
      "src/main.rs": "",
      "src/bin/a.rs": "",
      "src/bin/b.rs": "",
      "tests/t.rs": "",
      "tests/u.rs": "",
      "examples/e.rs": "",
      "examples/f.rs": "",
      "benches/b.rs": "",
    },
  ],
  [
    "autobins = true in 2015",
    {
      "Cargo.toml": `${PACKAGE}autobins = true\n[[bin]]\nname = "a"\n`,
      "src/main.rs": "",
      "src/bin/a.rs": "",
      "src/bin/b.rs": "",
    },
  ],
  [
    "listed targets stand beside discovered ones in 2018",
    {
      "Cargo.toml": `${PACKAGE}edition = "2018"\n[[bin]]\nname = "renamed"\npath = "src/bin/a.rs"\n[[bin]]\nname = "deep"\n[[bin]]\nname = "my-app"\n[[example]]\nname = "e"\ncrate-type = ["cdylib"]\nrequired-features = ["x"]\n[[bench]]\nname = "b"\nharness = false\n[features]\nx = []\n`,
      "src/main.rs": "",
      "src/bin/a.rs": "",
      "src/bin/b.rs": "",
      "src/bin/deep/main.rs": "",
      "examples/e.rs": "",
      "benches/b.rs": "",
      "benches/c.rs": "",
    },
  ],
  [
    "places that Cargo took by mistake in 2015",
    {
      "Cargo.toml": `${PACKAGE}[lib]\nname = "odd"\n[[bin]]\nname = "x"\n[[bench]]\nname = "bench"\n`,
      "src/odd.rs": "",
      "src/main.rs": "",
      "src/bench.rs": "",
    },
  ],
  ["a binary beside no library in 2015", { "Cargo.toml": `${PACKAGE}[[bin]]\nname = "x"\n`, "src/x.rs": "" }],
  [
    "a library with another name, path and edition",
    {
      "Cargo.toml": `${PACKAGE}edition = "2018"\n[lib]\nname = "other"\npath = "lib/./root.rs"\nedition = "2021"\ncrate-type = ["cdylib", "rlib"]\n`,
      "lib/root.rs": "",
    },
  ],
  ["a procedural macro", { ...lib("m", "[lib]\nproc-macro = true"), "Cargo.toml": `${WORKSPACE}members = ["m"]` }],
  [
    "the crate type proc-macro",
    { ...lib("m", '[lib]\ncrate-type = ["proc-macro"]'), "Cargo.toml": `${WORKSPACE}members = ["m"]` },
  ],
  [
    "former spellings",
    {
      "Cargo.toml": `${PACKAGE}[lib]\ncrate_type = ["dylib"]\n[dev_dependencies]\na = "1"\n[build_dependencies]\nb = { version = "1", default_features = false }\n[target.'cfg(unix)'.dev_dependencies]\nc = "1"\n`,
      "src/lib.rs": "",
    },
  ],
  [
    "another build script",
    { "Cargo.toml": `${PACKAGE}build = "tools/make.rs"\n`, "src/lib.rs": "", "tools/make.rs": "", "build.rs": "" },
  ],
  ["build = true", { "Cargo.toml": `${PACKAGE}build = true\n`, "src/lib.rs": "", "build.rs": "" }],
  [
    "a listed path that is not there",
    { "Cargo.toml": `${PACKAGE}[[bin]]\nname = "gone"\npath = "src/gone.rs"\n`, "src/lib.rs": "" },
  ],
  [
    "dependencies of all kinds",
    {
      "Cargo.toml": `${PACKAGE}edition = "2021"\n[dependencies]\nplain = "1"\ntable = { version = "0.3", features = ["a", "b"], default-features = false, optional = true }\nshort = { package = "long-name", version = "2" }\ngitty = { git = "https://example.com/gitty.git", branch = "main" }\n[dev-dependencies]\nd = "1"\n[build-dependencies]\nb = "=1.0.0"\n[target.'cfg(windows)'.dependencies]\nw = "1"\n[target.x86_64-unknown-linux-gnu.build-dependencies]\nl = "1"\n[features]\ndefault = ["table/x"]\nweak = ["table?/y"]\n`,
      "src/lib.rs": "",
    },
  ],
  [
    "members by glob, excluded ones, a hidden folder",
    {
      "Cargo.toml": `${WORKSPACE}members = ["crates/*", "tools/[a-b]?", "deep/**/leaf"]\nexclude = ["crates/out", "other"]`,
      ...lib("crates/a"),
      ...lib("crates/b"),
      ...lib("crates/.c", '[package]\nname = "c"\nversion = "0.1.0"'),
      ...lib("crates/out"),
      "crates/README.md": "",
      ...lib("tools/a1"),
      ...lib("tools/b1"),
      ...lib("tools/c1"),
      ...lib("deep/one/leaf", '[package]\nname = "leaf-one"'),
      ...lib("deep/one/two/leaf", '[package]\nname = "leaf-two"'),
      ...lib("other"),
    },
  ],
  [
    "a member wins over exclude when it is written out",
    { "Cargo.toml": `${WORKSPACE}members = ["x/in"]\nexclude = ["x"]`, ...lib("x/in"), ...lib("x/out") },
  ],
  [
    "path dependencies join, transitively",
    {
      "Cargo.toml": `${PACKAGE}edition = "2021"\n${WORKSPACE}[dependencies]\na = { path = "libs/a" }\n`,
      "src/main.rs": "",
      ...lib("libs/a", '[dev-dependencies]\nb = { path = "../b" }'),
      ...lib("libs/b", "[target.'cfg(windows)'.build-dependencies]\nc = { path = \"../c\", optional = false }"),
      ...lib("libs/c", '[dependencies]\nout = { path = "../../out", optional = true }'),
      ...lib("libs/not-named"),
      ...lib("out"),
    },
  ],
  [
    "an excluded path dependency does not join",
    {
      "Cargo.toml": `${WORKSPACE}members = ["a"]\nexclude = ["vendor"]`,
      ...lib("a", '[dependencies]\nv = { path = "../vendor/v" }'),
      ...lib("vendor/v"),
    },
  ],
  [
    "a path dependency outside does not join, one that names the root does",
    {
      "ws/Cargo.toml": `${WORKSPACE}members = ["a"]`,
      ...lib("ws/a", '[dependencies]\nfar = { path = "../../far" }\nnear = { path = "../../near" }'),
      ...lib("far"),
      ...lib("near", '[package]\nname = "near"\nversion = "0.1.0"\nworkspace = "../ws"'),
    },
    "ws",
  ],
  [
    "a member outside of the root folder",
    {
      "ws/Cargo.toml": `${WORKSPACE}members = ["../side"]`,
      ...lib("side", '[package]\nname = "side"\nversion = "0.1.0"\nworkspace = "../ws"'),
    },
    "ws",
  ],
  [
    "default members",
    {
      "Cargo.toml": `${WORKSPACE}members = ["a", "b", "c"]\ndefault-members = ["b", "[c]"]`,
      ...lib("a"),
      ...lib("b"),
      ...lib("c"),
    },
  ],
  [
    "a root package is the default member",
    { "Cargo.toml": `${PACKAGE}${WORKSPACE}members = ["a"]`, "src/lib.rs": "", ...lib("a") },
  ],
  [
    "inheritance",
    {
      "Cargo.toml": `${WORKSPACE}members = ["m/*"]\n[workspace.package]\nversion = "7.0.0"\nedition = "2021"\nlicense = "MIT"\n[workspace.dependencies]\nserde = { version = "1", features = ["derive"], default-features = false }\nplain = "2"\nnear = { path = "m/near", version = "7" }\nother = { package = "renamed-there", version = "3" }\n[workspace.lints.rust]\nunsafe_code = "forbid"\n`,
      "m/user/Cargo.toml": `[package]\nname = "user"\nversion.workspace = true\nedition = { workspace = true }\nlicense.workspace = true\n[dependencies]\nserde = { workspace = true, features = ["rc"], optional = true }\nplain.workspace = true\nnear.workspace = true\nother = { workspace = true }\n[dev-dependencies]\nserde = { workspace = true, default-features = true }\n[lints]\nworkspace = true\n`,
      "m/user/src/lib.rs": "",
      ...lib("m/near", '[package]\nname = "near"\nversion.workspace = true'),
    },
  ],
  [
    "the root package inherits from itself",
    {
      "Cargo.toml": `[package]\nname = "root"\nversion.workspace = true\nedition.workspace = true\n[workspace]\n[workspace.package]\nversion = "3.0.0"\nedition = "2018"\n`,
      "src/lib.rs": "",
    },
  ],
  [
    "cycles of path dependencies",
    {
      "Cargo.toml": `${WORKSPACE}members = ["a"]`,
      ...lib("a", '[dependencies]\nb = { path = "../b" }'),
      ...lib("b", '[dev-dependencies]\na = { path = "../a" }'),
    },
  ],
  [
    "patches do not make members",
    {
      "Cargo.toml": `${WORKSPACE}members = ["a"]\n[patch.crates-io]\np = { path = "p" }\n`,
      ...lib("a", '[dependencies]\np = "0.0"'),
      ...lib("p"),
    },
  ],
  [
    "linked folders",
    { "Cargo.toml": `${WORKSPACE}members = ["c/*"]`, ...lib("real/linked"), ...lib("c/own"), "t/x/main.rs": "" },
    undefined,
    { "c/linked": "../real/linked", "c/own/tests": "../../t" },
  ],
  [
    "a linked folder under tests is not discovered",
    { "Cargo.toml": PACKAGE, "src/lib.rs": "", "elsewhere/main.rs": "", "tests/t.rs": "" },
    undefined,
    { "tests/linked": "../elsewhere" },
  ],
];

const withCargo = hasCargo() ? describe : describe.skip;

withCargo("as cargo metadata says", () => {
  test.each(fixtures.map((fixture) => [...fixture] as const))("%s", (name, files, at = "", links = {}) => {
    const folder = join(lay(name, files, links), at);
    const cargo = askCargo(folder);
    const { value, diagnostics } = loadWorkspace(diskFileSystem(), folder);
    expect(comparable(value)).toEqual(cargo);
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  });
});
