/** `callmap scan --list` against `cargo metadata --no-deps`. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { hasCargo } from "../support/cargo.ts";
import { callmap, lay, ROOT, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

const withCargo = hasCargo() ? test : test.skip;

interface Metadata {
  readonly workspace_root: string;
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly manifest_path: string;
    readonly targets: readonly {
      readonly name: string;
      readonly kind: readonly string[];
      readonly src_path: string;
      readonly edition: string;
      readonly "required-features"?: readonly string[];
    }[];
  }[];
}

/** What `cargo metadata` says, in the form of `--list`, lines sorted within each package, packages by name. */
function cargoLists(folder: string): string[] {
  const args = ["metadata", "--no-deps", "--format-version=1", "--offline"];
  const { stdout } = spawnSync("cargo", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  const { packages, workspace_root: root }: Metadata = JSON.parse(stdout);
  const inRoot = (path: string): string => path.slice(root.length + 1);
  return packages
    .map(({ name, version, manifest_path, targets }) => {
      const lines = targets.map((target) => {
        const features = target["required-features"] ?? [];
        const needs = features.length > 0 ? ` needs ${features.join(",")}` : "";
        return `${target.kind[0]} ${target.name} ${inRoot(target.src_path)} edition ${target.edition}${needs}`;
      });
      return [`${name} ${version} (${inRoot(manifest_path)})`, ...lines.sort()].join("\n");
    })
    .sort();
}

/** The same of our output: marks taken off. */
function blocks(stdout: string): string[] {
  return stdout
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((block) => {
      const [head, ...targets] = block.split("\n");
      return [head!, ...targets.map((line) => line.slice(4)).sort()].join("\n");
    })
    .sort();
}

const MIXED = {
  "Cargo.toml":
    '[workspace]\nmembers = ["a", "b*"]\nexclude = ["b-not"]\n[workspace.package]\nversion = "1.2.3"\nedition = "2024"\n',
  "a/Cargo.toml":
    '[package]\nname = "a-b"\nversion.workspace = true\nedition.workspace = true\n[features]\nf = []\n[[bin]]\nname = "tool"\npath = "src/t.rs"\nrequired-features = ["f"]\n[dependencies]\ninner = { path = "inner" }\n',
  "a/src/lib.rs": "",
  "a/src/t.rs": "fn main() {}",
  "a/src/bin/deep/main.rs": "fn main() {}",
  "a/examples/e.rs": "fn main() {}",
  "a/tests/t.rs": "",
  "a/benches/b.rs": "",
  "a/build.rs": "fn main() {}",
  "a/inner/Cargo.toml": '[package]\nname = "inner"\nversion = "0.0.1"\n',
  "a/inner/src/lib.rs": "",
  "b-macro/Cargo.toml": '[package]\nname = "b-macro"\nversion = "0.1.0"\nedition = "2018"\n[lib]\nproc-macro = true\n',
  "b-macro/src/lib.rs": "",
  "b-not/Cargo.toml": '[package]\nname = "b-not"\nversion = "0.1.0"\n',
  "b-not/src/lib.rs": "",
};

withCargo.each(["even-odd", "shapes", "station"])("%s", async (example) => {
  const { stdout, status } = await callmap(["scan", example, "--list"]);
  expect(status).toBe(0);
  expect(blocks(stdout)).toEqual(cargoLists(join(ROOT, "examples", example)));
});

withCargo("a workspace with everything in it", async () => {
  const root = lay(MIXED);
  const { stdout } = await callmap(["scan", "--list"], { cwd: join(root, "a/src") });
  expect(blocks(stdout)).toEqual(cargoLists(root));
});

test("stars and `selected` mark what would be read", async () => {
  const root = lay(MIXED);
  const [plain, chosen] = await Promise.all([
    callmap(["scan", root, "--list"]),
    callmap(["scan", root, "--list", "--json", "-p", "a-b", "--examples", "--bin", "t*", "--features", "f"]),
  ]);
  expect(plain.stdout.split("\n").filter((line) => line.startsWith("  * "))).toEqual([
    "  * lib a_b a/src/lib.rs edition 2024",
    "  * bin deep a/src/bin/deep/main.rs edition 2024",
    "  * custom-build build-script-build a/build.rs edition 2024",
    "  * proc-macro b_macro b-macro/src/lib.rs edition 2018",
    "  * lib inner a/inner/src/lib.rs edition 2015",
  ]);
  const packages: { name: string; targets: { name: string; selected: boolean }[] }[] = JSON.parse(chosen.stdout);
  const selected = packages.flatMap((pack) => pack.targets.filter((target) => target.selected).map((t) => t.name));
  expect(selected).toEqual(["tool", "e"]);
});
