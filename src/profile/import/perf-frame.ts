/**
 * One frame of `perf script` text: `address symbol+0xoffset (module)`, any of the three absent, `(inlined)` in the place of the module for a
 * call that the compiler put into its caller, and with `-F +srcline` the place on a line of its own. Symbols hold blanks, parentheses
 * and plus signs, so offset and module are taken from the right.
 */
import { FrameFlag } from "../types.ts";
import { type FrameSpec, isKernelModule } from "./builder.ts";

const OFFSET = /\+0x([0-9a-f]+)$/;
/** Hexadecimal digits of an address that a double holds exactly; the rest of a kernel address is all ones. */
const EXACT_DIGITS = 12;
const PLACE = /^(.*):(\d+)(?: \(discriminator \d+\))?$/;

/** What perf prints for code without a symbol. */
export const UNKNOWN_NAME = "[unknown]";

/** Reads a frame line from its address on; `address` is `""` where the line has none. */
export function parsePerfFrame(text: string, address = ""): FrameSpec {
  const open = moduleStart(text);
  const place = open < 0 ? "" : text.slice(open + 1, text.lastIndexOf(")")).replace(OFFSET, "");
  const symbol = (open < 0 ? text : text.slice(0, open)).trimEnd();
  const inlined = place === "inlined";
  const module = inlined || place === UNKNOWN_NAME ? undefined : place;
  const name = symbol.replace(OFFSET, "") || UNKNOWN_NAME;
  const flags =
    (inlined ? FrameFlag.Inlined : 0) |
    (module && isKernelModule(module) ? FrameFlag.Kernel : 0) |
    (name === UNKNOWN_NAME ? FrameFlag.Unknown : 0);
  return { name, module, flags, address: symbolStart(address, symbol, name) };
}

/** Start of the symbol: the address less the offset. Code without a symbol gets none, so that its frames are one. */
function symbolStart(address: string, symbol: string, name: string): number {
  const offset = OFFSET.exec(symbol);
  if (!offset || address === "" || name === UNKNOWN_NAME) return -1;
  const start = addressOf(address) - Number.parseInt(offset[1]!, 16);
  return start >= 0 ? start : -1;
}

/** Returns the low 48 bits of a hexadecimal address. */
export function addressOf(digits: string): number {
  return Number.parseInt(digits.slice(-EXACT_DIGITS), 16);
}

/** Position of the parenthesis that opens the module; -1 when the line names none. Module paths may hold parentheses: `(/a (deleted))`. */
function moduleStart(text: string): number {
  if (!text.endsWith(")")) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 41) depth++;
    else if (unit === 40 && --depth === 0) return at === 0 || text[at - 1] === " " ? at : -1;
  }
  return -1;
}

/** A place that `-F +srcline` printed below a frame. */
export interface PerfPlace {
  readonly inlined: boolean;
  /** `undefined` when perf found no place: it then prints the module and the address. */
  readonly file: string | undefined;
  readonly line: number;
}

/** Reads a srcline, or returns `undefined` when the text is none. */
export function parsePerfPlace(text: string): PerfPlace | undefined {
  const inlined = text.endsWith(" (inlined)");
  const open = inlined ? text.length - 10 : moduleStart(text);
  const place = (open < 0 ? text : text.slice(0, open)).trim();
  const match = PLACE.exec(place);
  if (match) return match[1]!.includes("??") ? nowhere(inlined) : { inlined, file: match[1]!, line: Number(match[2]) };
  return /\[[0-9a-f]+\]$|^\?\?|:\?$/.test(place) || inlined ? nowhere(inlined) : undefined;
}

function nowhere(inlined: boolean): PerfPlace {
  return { inlined, file: undefined, line: 0 };
}

/** Returns `frame` with the place, and the mark of an inlined call, that the line below it gives. */
export function withPlace(frame: FrameSpec, place: PerfPlace): FrameSpec {
  const flags = (frame.flags ?? 0) | (place.inlined ? FrameFlag.Inlined : 0);
  return { ...frame, file: place.file, line: place.line, flags };
}
