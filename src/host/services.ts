/** The outside as a scan needs it, on this machine. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import type { ScanServices } from "../scan/scan.ts";
import { loadParser } from "../syntax/parser.ts";
import { diskFileSystem } from "./disk.ts";
import { cargoHome, hostTriple } from "./environment.ts";
import { readGrammar } from "./grammar.ts";
import { stubsFolder } from "./stubs.ts";

/** Returns the disk, the parser, the stubs and the clock; loading the grammar takes some 20 ms. */
export async function machineServices(): Promise<ScanServices> {
  return {
    fs: diskFileSystem(),
    parser: await loadParser(readGrammar()),
    stubs: stubsFolder(),
    cargoHome: cargoHome(),
    hostTriple: hostTriple(),
    version: packageVersion(),
    now: () => performance.now(),
  };
}

/** Version of callmap, from its own manifest. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(dirname(stubsFolder())), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0.0.0";
}
