/**
 * Tells the format of a profile from its first bytes; names of files say nothing (`-` has none, and `perf.txt` may hold anything).
 */

/** What the head of an input looks like. The last rows are recognised only to say what to do with them. */
export type Detected =
  | "perf-script"
  | "perf-report"
  | "folded"
  | "callgrind"
  | "json"
  | "pprof"
  | "gzip"
  | "utf16le"
  | "utf16be"
  | "perf-data"
  | "compressed"
  | "archive"
  | "binary"
  | "svg"
  | "empty"
  | "unknown";

/** How much of the input {@link detectFormat} wants to see. */
export const HEAD_BYTES = 1 << 16;

const MAGIC: readonly { readonly bytes: readonly number[]; readonly is: Detected }[] = [
  { bytes: [0x1f, 0x8b], is: "gzip" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: "compressed" }, // zstd
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: "compressed" }, // xz
  { bytes: [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41], is: "compressed" }, // bzip2
  { bytes: [0x50, 0x4b, 3, 4], is: "archive" }, // zip
  { bytes: [0x50, 0x45, 0x52, 0x46, 0x49, 0x4c, 0x45], is: "perf-data" }, // PERFILE
  { bytes: [0x32, 0x45, 0x4c, 0x49, 0x46, 0x52, 0x45, 0x50], is: "perf-data" }, // the same, stored as a number
  { bytes: [0xff, 0xfe], is: "utf16le" },
  { bytes: [0xfe, 0xff], is: "utf16be" },
];

const SAMPLE_HEADER =
  /^\s*\S.*\s-?\d+(?:\/-?\d+)?\s+(?:\[\d+\]\s+)?(?:[A-Z-]{1,6}\s+)?\d+\.\d+:\s|^\S.*\s-?\d+(?:\/-?\d+)?\s+(?:\[\d+\]\s+)?\d+\s+[\w:/,=.-]+:\s*$/;
const FRAME = /^\s+[0-9a-f]+ \S/;
const FOLDED = /^(?:[^\s;].*;)?[^;]*\S \d+(?:\.\d+)?(?: \d+(?:\.\d+)?)?\s*$/;
const REPORT_ROW = /^\s+\d+\.\d\d%\s+\S/;
/** The format's own signature, or the header that it can't do without, above a function. */
const CALLGRIND = /^# callgrind format|^events: [\w-]+(?:.|\n)*^(?:fn|fl)=|^calls=\d+ .*\n[-+*\d]/m;

/** Line shapes by format; the format with most lines of its own shape wins, the earlier one on equal terms. */
const SHAPES: readonly { readonly is: Detected; readonly shape: RegExp }[] = [
  { is: "perf-script", shape: SAMPLE_HEADER },
  { is: "perf-script", shape: FRAME },
  { is: "perf-report", shape: REPORT_ROW },
  { is: "folded", shape: FOLDED },
];

/** Returns the format of the input that begins with `head`. `whole` says that there is nothing after it. */
export function detectFormat(head: Uint8Array, whole: boolean): Detected {
  const byMagic = MAGIC.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (byMagic) return byMagic.is;
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const start = text.trimStart();
  if (start === "") return "empty";
  if (looksLikeProtobuf(head, whole)) return "pprof";
  if (/^[{[]/.test(start) && /^(?:\{\s*(?:"|\}|$)|\[\s*[{"[\]\d]|[{[]$)/.test(start)) return "json";
  if (/^<(?:\?xml|svg|!DOCTYPE)/.test(start)) return "svg";
  return byShape(text, head);
}

function byShape(text: string, head: Uint8Array): Detected {
  if (CALLGRIND.test(text)) return "callgrind";
  if (/^# Samples: .* of events? '/m.test(text)) return "perf-report";
  const scores = new Map<Detected, number>();
  for (const line of text.split("\n").slice(0, 2000)) {
    const found = SHAPES.find(({ shape }) => shape.test(line.slice(0, 4000)));
    if (found) scores.set(found.is, (scores.get(found.is) ?? 0) + 1);
    else if (FOLDED.test(line.slice(-200))) scores.set("folded", (scores.get("folded") ?? 0) + 1);
  }
  let best: Detected = isBinary(head) ? "binary" : "unknown";
  let most = 0;
  for (const [format, score] of scores) {
    if (score > most) {
      best = format;
      most = score;
    }
  }
  // One long line without an end may be a stack of a million frames.
  if (most === 0 && best === "unknown" && /^[^\n]*;[^\n]*;[^\n]*$/.test(text)) return "folded";
  return best;
}

function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  const length = Math.min(head.length, 4096);
  for (let at = 0; at < length; at++)
    if (head[at]! < 32 && head[at]! !== 9 && head[at]! !== 10 && head[at]! !== 13) odd++;
  return odd > length / 50;
}

/**
 * True when the bytes read as fields of a pprof `Profile` (numbers 1 to 15, values of a possible type). Text fails at once, as its bytes
 * stand for other fields.
 */
function looksLikeProtobuf(head: Uint8Array, whole: boolean): boolean {
  let fields = 0;
  for (let at = 0; at < head.length; fields++) {
    const tag = readVarint(head, at);
    if (!tag) break;
    const field = tag.value >>> 3;
    const wire = tag.value & 7;
    if (field < 1 || field > 15 || (wire !== 0 && wire !== 2)) return false;
    const value = readVarint(head, tag.next);
    if (!value) break;
    if (field <= 6 && field !== 0 && wire !== 2 && field !== 2) return false;
    at = wire === 2 ? value.next + value.value : value.next;
    if (at > head.length && whole) return fields > 0;
  }
  return fields > 0 && (head[0] === 0x0a || head[0] === 0x12 || head[0] === 0x1a || head[0] === 0x32);
}

function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let shift = 0; shift < 35 && at < bytes.length; shift += 7) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next: at };
  }
  return undefined;
}
