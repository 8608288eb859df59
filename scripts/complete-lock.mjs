// Completes package-lock.json after `npm install`: a registry that holds only the packages of some platforms makes npm leave the
// others out, and `npm ci` then refuses the file on every machine. Their platform is told by their name; `npm ci` skips them elsewhere.
// Addresses of registries are taken out. `--check` changes nothing and fails where there is something to do.
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const MACHINES = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];
const LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** What the words of a name such as `core-linux-x64-musl` say of the platform. */
function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  const libc = words.map((word) => LIBRARIES[word]).find((found) => found !== undefined);
  const os = words.filter((word) => SYSTEMS.includes(word));
  return {
    os,
    cpu: words.filter((word) => MACHINES.includes(word)),
    ...(libc && os[0] === "linux" ? { libc: [libc] } : {}),
  };
}

const before = readFileSync("package-lock.json", "utf8");
const lock = JSON.parse(before);
for (const [path, { optionalDependencies = {}, dev, resolved }] of Object.entries(lock.packages)) {
  if (resolved) delete lock.packages[path].resolved;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue;
    const { os, cpu, libc } = platformOf(name);
    if (!/^\d/.test(version) || os.length !== 1 || cpu.length !== 1)
      throw new Error(`${name} ${version}: what platform?`);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => a.localeCompare(b, "en"))]);
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (after !== before && process.argv.includes("--check")) {
  console.error(
    "package-lock.json lacks packages of other platforms, or names a registry: run `node scripts/complete-lock.mjs`",
  );
  process.exitCode = 1;
} else if (after !== before) writeFileSync("package-lock.json", after);
