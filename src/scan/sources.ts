/** The files of a scan: read once, decoded, parsed and lowered at first use. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FileSystem, ReadFailure } from "../base/files.ts";
import { type LowerOptions, lowerFile } from "../facts/lower.ts";
import { skeletonOf } from "../facts/skeleton.ts";
import type { FileText } from "../names/input.ts";
import type { RustParser } from "../syntax/parser.ts";
import type { Clock } from "./timings.ts";

export type { FileText } from "../names/input.ts";

/** Where facts (without bodies) of sources that do not change are kept from run to run. Paths are absolute, `bytes` is what the file holds now. */
export interface FactsCache {
  find(path: string, bytes: Uint8Array): FileText | undefined;
  keep(path: string, bytes: Uint8Array, facts: FileText): void;
  /** Writes what was kept. */
  flush(): void;
}

export class Sources {
  readonly diagnostics: Diagnostic[] = [];
  /** Number of files read. */
  files = 0;
  private readonly fs: FileSystem;
  private readonly parser: RustParser;
  private readonly clock: Clock;
  private readonly root: string;
  private readonly known = new Map<string, FileText | ReadFailure>();
  private readonly onFile: (path: string) => void;
  private readonly cache: FactsCache | undefined;

  constructor(
    fs: FileSystem,
    parser: RustParser,
    clock: Clock,
    root: string,
    onFile: (path: string) => void,
    cache?: FactsCache,
  ) {
    this.cache = cache;
    this.fs = fs;
    this.parser = parser;
    this.clock = clock;
    this.root = root;
    this.onFile = onFile;
  }

  /** Paths are relative to the workspace root, or absolute for what lies elsewhere. */
  absolute(path: string): string {
    return /^(\/|[A-Za-z]:)/.test(path) ? path : `${this.root}/${path}`;
  }

  /** The text and facts of a file; with bodies or without is part of the question, with tests or without the same for a whole scan. */
  facts(path: string, options: LowerOptions): FileText | ReadFailure {
    const key = options.bodies ? path : `${path}\0`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.load(path, options);
      this.known.set(key, found);
    }
    return found;
  }

  private load(path: string, options: LowerOptions): FileText | ReadFailure {
    const bytes = this.clock.measure("read", () => this.fs.read(this.absolute(path)));
    if (typeof bytes === "string") return bytes;
    this.onFile(path);
    this.files++;
    if (!options.bodies) return this.signatures(path, bytes);
    const whole = this.decode(path, bytes);
    return { text: whole, facts: this.clock.measure("parse", () => lowerFile(this.parser, whole, options)) };
  }

  /** A file of which only the signatures matter: its skeleton, whose facts may be at hand. */
  private signatures(path: string, bytes: Uint8Array): FileText {
    const absolute = this.absolute(path);
    const kept = this.clock.measure("read", () => this.cache?.find(absolute, bytes));
    if (kept !== undefined) return kept;
    const text = this.clock.measure("read", () => skeletonOf(this.decode(path, bytes)));
    const facts = this.clock.measure("parse", () => lowerFile(this.parser, text, { bodies: false }));
    this.cache?.keep(absolute, bytes, { text, facts });
    return { text, facts };
  }

  private decode(path: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
      this.diagnostics.push({
        severity: "warning",
        code: "not-utf8",
        message: "the file is not valid UTF-8; what could be decoded was read",
        file: path,
        line,
        hint: "save it as UTF-8; rustc refuses it as it is",
        partial: true,
      });
      return text;
    }
  }
}
