/**
 * The answers of samply's symbol server, in the two shapes in which they are kept: as an object (library, then hexadecimal address, then
 * function, file, line and `inlines`, innermost first), and as the `.syms.json` that samply writes beside a profile (`string_table`, and
 * per library a sorted `symbol_table` with `known_addresses`).
 */
import { asArray, asIndex, asNumber, asObject, asText } from "./json.ts";

/** A function at an address; the first of a list is physical, those after it are inlined into the one before. */
export interface SymbolAnswer {
  readonly name: string;
  readonly file: string | undefined;
  readonly line: number;
}

/** Functions by library and address. */
export class SymbolAnswers {
  private readonly libraries = new Map<string, Map<number, readonly SymbolAnswer[]>>();

  /** Notes the functions at an address relative to the library. */
  add(library: string, address: number, answer: readonly SymbolAnswer[]): void {
    let table = this.libraries.get(library);
    if (!table) this.libraries.set(library, (table = new Map()));
    table.set(address, answer);
  }

  /** Returns the functions at an address of the first library that is known under one of its names. */
  find(libraries: readonly string[], address: number): readonly SymbolAnswer[] | undefined {
    for (const library of libraries) {
      const found = this.libraries.get(library)?.get(address);
      if (found) return found;
    }
    return undefined;
  }
}

/** Reads either shape; what does not fit is left out. */
export function readSymbolAnswers(document: unknown): SymbolAnswers {
  const answers = new SymbolAnswers();
  const root = asObject(document);
  if (Array.isArray(root.string_table)) readSidecar(root, answers);
  else for (const [library, table] of Object.entries(root)) readServer(library, asObject(table), answers);
  return answers;
}

function readServer(library: string, table: Readonly<Record<string, unknown>>, answers: SymbolAnswers): void {
  for (const [address, item] of Object.entries(table)) {
    const entry = asObject(item);
    if (asText(entry.function) === "" || !/^0x[0-9a-f]+$/i.test(address)) continue;
    const inlined = asArray(entry.inlines).map(asObject).toReversed();
    const chain = [entry, ...inlined].map((part) => ({
      name: asText(part.function) || "[unknown]",
      file: asText(part.file) || undefined,
      line: asNumber(part.line, 0),
    }));
    answers.add(library, Number(address), chain);
  }
}

function readSidecar(root: Readonly<Record<string, unknown>>, answers: SymbolAnswers): void {
  const strings = asArray(root.string_table);
  const text = (index: unknown) => asText(strings[asIndex(index, strings.length)]);
  for (const item of asArray(root.data)) {
    const library = asObject(item);
    const symbols = asArray(library.symbol_table).map(asObject);
    for (const pair of asArray(library.known_addresses)) {
      const [address, index] = asArray(pair);
      const symbol = symbols[asIndex(index, symbols.length)];
      if (!symbol || typeof address !== "number") continue;
      const frames = asArray(symbol.frames).map(asObject).toReversed();
      const chain = frames.map((frame) => ({
        name: text(frame.function) || text(symbol.symbol),
        file: text(frame.file) || undefined,
        line: asNumber(frame.line, 0),
      }));
      const plain = [{ name: text(symbol.symbol), file: undefined, line: 0 }];
      answers.add(asText(library.debug_name), address, chain.length > 0 ? chain : plain);
    }
  }
}
