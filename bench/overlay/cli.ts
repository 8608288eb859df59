/** The command line, bundled as for publishing, for what is measured from outside. */
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** Starts Node so that it says at its end how much memory it took: `peak KILOBYTES` on standard error. */
export const NODE: readonly string[] = [
  process.execPath,
  "--import",
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))",
];

let built: Promise<string> | undefined;

/** Returns the path of the bundle, which is made at first use. */
export function bundleCli(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const outdir = resolve("node_modules/.cache/callmap-bench/cli");
  await build({
    entryPoints: { cli: "src/cli/main.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return join(outdir, "cli.mjs");
}
