/** The outside as a scan needs it, on this machine. */
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { ScanServices } from "../scan/scan.ts";
import { loadParser } from "../syntax/parser.ts";
import { diskFileSystem } from "./disk.ts";
import { cargoHome, hostTriple } from "./environment.ts";
import { FactsStore } from "./facts.ts";
import { readGrammar } from "./grammar.ts";
import { cacheFolder } from "./store.ts";
import { stubsFolder } from "./stubs.ts";
import { buildStamp, packageVersion } from "./version.ts";

/** Returns the disk, the parser, the stubs, the clock and the store of facts (`cache: false`: nothing is kept on disk); loading the grammar takes some 20 ms. */
export async function machineServices(options: { readonly cache?: boolean } = {}): Promise<ScanServices> {
  const home = cargoHome();
  const stubs = stubsFolder();
  const version = packageVersion();
  const kept = options.cache === false ? null : join(cacheFolder(), "facts");
  return {
    fs: diskFileSystem(),
    parser: await loadParser(readGrammar()),
    stubs,
    cargoHome: home,
    hostTriple: hostTriple(),
    version,
    now: () => performance.now(),
    facts: new FactsStore(stubs, home, kept, version, buildStamp()),
  };
}
