/**
 * Facts of sources that do not change: those of std's stubs, made when callmap is built, and those of published
 * packages in Cargo's registry cache, kept in the user's cache folder under the package's name and version.
 *
 * A file's facts count only for the build of callmap that made them and while the file holds the same bytes, so a wrong or old store costs
 * time and nothing else.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { FactsCache, FileText } from "../scan/sources.ts";
import { hashOf } from "./questions.ts";
import { writeWhole } from "./write.ts";

/** Changes whenever facts of the same text may look different. */
const FORMAT = 3;

/** Facts of a file, and the hash of its content. */
interface KeptFacts extends FileText {
  readonly hash: string;
}

interface Store {
  readonly format: string;
  readonly files: Map<string, KeptFacts>;
}

/** Reads a store; an unreadable, foreign or old one is empty. */
function readStore(path: string, format: string): Map<string, KeptFacts> {
  try {
    const store = deserialize(readFileSync(path)) as Store;
    return store.format === format ? store.files : new Map();
  } catch {
    return new Map();
  }
}

/** Writes a store. Failing to is no error. */
function writeStore(path: string, store: Store): void {
  try {
    writeWhole(path, serialize(store));
  } catch {
    // A cache that can't be written saves no time; the scan is the same.
  }
}

const STUBS_STORE = "stubs.bin";

/** Gathers the facts of std's stubs, by path below their folder, when callmap is built. */
export class StubFacts {
  private readonly files = new Map<string, KeptFacts>();

  keep(path: string, bytes: Uint8Array, { text, facts }: FileText): void {
    this.files.set(path, { hash: hashOf(bytes), text, facts });
  }

  /** Writes them into the folder of the bundled program. */
  write(folder: string, version: string): void {
    writeStore(join(folder, STUBS_STORE), { format: `${FORMAT} ${version}`, files: this.files });
  }
}

/** Facts by absolute path, for one run of the program. */
export class FactsStore implements FactsCache {
  private readonly stubs: string;
  private readonly registry: string;
  private readonly folder: string | null;
  private readonly version: string;
  private readonly build: string;
  private stubFacts: Map<string, KeptFacts> | undefined;
  private readonly packages = new Map<string, { files: Map<string, KeptFacts>; changed: boolean }>();

  /** `stubs`: folder of the stubs; `cargoHome`: Cargo's; `folder`: where packages are kept, null for nowhere; `build` tells builds of a version apart. */
  constructor(stubs: string, cargoHome: string, folder: string | null, version: string, build: string) {
    this.stubs = `${stubs}/`;
    this.registry = `${cargoHome}/registry/src/`;
    this.folder = folder;
    this.version = `${FORMAT} ${version}`;
    this.build = `${this.version} ${build}`;
  }

  find(path: string, bytes: Uint8Array): FileText | undefined {
    const kept = this.at(path);
    return kept !== undefined && kept.hash === hashOf(bytes) ? kept : undefined;
  }

  private at(path: string): KeptFacts | undefined {
    if (path.startsWith(this.stubs)) {
      this.stubFacts ??= this.readStubs();
      return this.stubFacts.get(path.slice(this.stubs.length));
    }
    const place = this.packageOf(path);
    return place && this.open(place.name).files.get(place.file);
  }

  keep(path: string, bytes: Uint8Array, { text, facts }: FileText): void {
    const place = this.packageOf(path);
    if (!place) return;
    const store = this.open(place.name);
    store.files.set(place.file, { hash: hashOf(bytes), text, facts });
    store.changed = true;
  }

  /** Writes what is new. */
  flush(): void {
    for (const [name, store] of this.packages) {
      if (store.changed) writeStore(this.pathOf(name), { format: this.build, files: store.files });
      store.changed = false;
    }
  }

  private readStubs(): Map<string, KeptFacts> {
    const path = join(dirname(fileURLToPath(import.meta.url)), STUBS_STORE);
    return existsSync(path) ? readStore(path, this.version) : new Map();
  }

  /** `…/registry/src/INDEX/NAME-VERSION/FILE`. */
  private packageOf(path: string): { name: string; file: string } | undefined {
    if (this.folder === null || !path.startsWith(this.registry)) return undefined;
    const [, name, ...file] = path.slice(this.registry.length).split("/");
    return name === undefined || file.length === 0 ? undefined : { name, file: file.join("/") };
  }

  private open(name: string): { files: Map<string, KeptFacts>; changed: boolean } {
    let store = this.packages.get(name);
    if (!store) {
      store = { files: readStore(this.pathOf(name), this.build), changed: false };
      this.packages.set(name, store);
    }
    return store;
  }

  private pathOf(name: string): string {
    return join(this.folder ?? "", `${name}.bin`);
  }
}
