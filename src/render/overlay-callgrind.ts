/**
 * Costs as a callgrind profile, with the names of the source: it opens in KCachegrind and callgrind_annotate with the same total.
 *
 * The format knows whole numbers only; the stated total is that of the rounded costs. Calls that a profile of samples can't count are
 * written with the number of samples that went through them.
 */
import { type CostUnit, plainInteger } from "./overlay-input.ts";

/** A function with its self cost by line; what has no line stands on the function's own. */
export interface CallgrindFunction {
  readonly name: string;
  readonly file?: string | undefined;
  /** 1-based line of the function. */
  readonly line?: number | undefined;
  /** Binary or library. */
  readonly module?: string | undefined;
  readonly self: readonly { readonly file?: string | undefined; readonly line: number; readonly cost: number }[];
  readonly calls: readonly CallgrindCall[];
}

/** Calls of one callee on one line. */
export interface CallgrindCall {
  /** Into the functions. */
  readonly callee: number;
  readonly file?: string | undefined;
  /** 1-based line of the call; 0 when unknown. */
  readonly line: number;
  readonly count: number;
  readonly cost: number;
}

/** What is written. */
export interface CallgrindInput extends CostUnit {
  readonly functions: readonly CallgrindFunction[];
  readonly command?: string | undefined;
}

const NOWHERE = "???";

/** Yields the profile in pieces. */
export function* renderCallgrind(input: CallgrindInput): Generator<string> {
  const names = new Names();
  const total = input.functions.reduce(
    (sum, { self }) => sum + self.reduce((all, { cost }) => all + Math.round(cost), 0),
    0,
  );
  yield "# callgrind format\nversion: 1\ncreator: callmap\n";
  if (input.command) yield `cmd: ${oneLine(input.command)}\n`;
  yield `positions: line\nevents: ${eventName(input)}\nsummary: ${plainInteger(total)}\n\n`;
  for (const func of input.functions) yield functionText(func, input.functions, names);
  yield `totals: ${plainInteger(total)}\n`;
}

/** Abbreviations of names: `(12) name` at the first sight, then `(12)`. */
class Names {
  private readonly numbers = new Map<string, number>();

  get(space: string, name: string): string {
    const text = oneLine(name);
    const key = `${space} ${text}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return `(${known})`;
    this.numbers.set(key, this.numbers.size + 1);
    return `(${this.numbers.size}) ${text}`;
  }
}

function functionText(func: CallgrindFunction, all: readonly CallgrindFunction[], names: Names): string {
  const home = func.file ?? NOWHERE;
  const lines: string[] = [];
  if (func.module) lines.push(`ob=${names.get("object", func.module)}`);
  lines.push(`fl=${names.get("file", home)}`, `fn=${names.get("function", func.name)}`);
  let current = home;
  const at = (file: string | undefined) => {
    const wanted = file ?? home;
    if (wanted !== current) lines.push(`${wanted === home ? "fe" : "fi"}=${names.get("file", wanted)}`);
    current = wanted;
  };
  for (const { file, line, cost } of func.self) {
    at(file);
    lines.push(`${line || func.line || 0} ${plainInteger(cost)}`);
  }
  for (const call of func.calls) {
    const callee = all[call.callee]!;
    at(call.file);
    if (callee.module) lines.push(`cob=${names.get("object", callee.module)}`);
    lines.push(`cfi=${names.get("file", callee.file ?? NOWHERE)}`, `cfn=${names.get("function", callee.name)}`);
    lines.push(`calls=${plainInteger(Math.max(call.count, 1))} ${callee.line ?? 0}`);
    lines.push(`${call.line || func.line || 0} ${plainInteger(call.cost)}`);
  }
  return `${lines.join("\n")}\n\n`;
}

/** An event's name as the format allows it: a word. */
function eventName({ event, unit }: CostUnit): string {
  const word = event.replaceAll(/[^\w-]+/g, "_") || "samples";
  return unit === "ns" ? `${word}_ns` : word;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ");
}
