// Compiles the Rust of the tests with Cargo: `node scripts/check-fixtures.mjs [folder to keep the projects in]`.
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

const outfile = "node_modules/.cache/callmap-fixtures/check.mjs";
await build({
  entryPoints: ["scripts/check-fixtures.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
