/** The outside as a scan needs it, on this machine. */
import { performance } from "node:perf_hooks";
import type { ScanServices } from "../scan/scan.ts";
import { loadParser } from "../syntax/parser.ts";
import { diskFileSystem } from "./disk.ts";
import { cargoHome, hostTriple } from "./environment.ts";
import { readGrammar } from "./grammar.ts";
import { stubsFolder } from "./stubs.ts";
import { packageVersion } from "./version.ts";

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
