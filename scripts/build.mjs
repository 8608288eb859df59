// Bundles the library and the command line with esbuild (packages stay external, so that `npm ci` decides their versions)
// and writes the type declarations with tsc, unless `--no-types`. The old `dist` (or `--out FOLDER`) is kept until the new one is whole.
import { execFileSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const options = { out: { type: "string", default: "dist" }, "no-types": { type: "boolean" } };
const { out, "no-types": noTypes } = parseArgs({ options }).values;
const next = `${out}-${process.pid}`;
try {
  await build({
    entryPoints: { index: "src/index.ts", cli: "src/cli/main.ts" },
    outdir: next,
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    // Names stay: they are what a stack trace shows. The rest is less for V8 to read at each start.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: "linked",
    logLevel: "warning",
  });
  await build({
    entryPoints: ["scripts/stub-facts.ts"],
    outdir: next,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  execFileSync(process.execPath, [`${next}/stub-facts.js`, next], { stdio: "inherit" });
  rmSync(`${next}/stub-facts.js`);
  if (!noTypes) {
    const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", `${next}/types`];
    execFileSync(process.execPath, tsc, { stdio: "inherit" });
  }
  rmSync(out, { recursive: true, force: true });
  renameSync(next, out);
} catch {
  // esbuild and tsc have said what is wrong.
  process.exitCode = 1;
} finally {
  rmSync(next, { recursive: true, force: true });
}
