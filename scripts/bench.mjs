// Bundles bench/<name>.ts and runs it: `node scripts/bench.mjs <name> [arguments]`. The bundle lies inside the package, so
// that it finds the installed packages and the grammar.
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

const [name, ...args] = process.argv.slice(2);
const outfile = `node_modules/.cache/callmap-bench/${name}.mjs`;
await build({
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" }).status ?? 1;
