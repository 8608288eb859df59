/**
 * The first line of a sample in `perf script` text. Which fields it has depends on `-F` and on the recording:
 *
 *     comm pid/tid [cpu] time: period event: rest
 *
 * Only `comm` is certain, and it may hold blanks, digits, colons and brackets, so lines are read from the right: the last number that is
 * followed by a time stamp is the thread. `rest` holds the frame when perf prints one line a sample, or a tracepoint's arguments.
 */

/** The fields of a sample's first line. */
export interface PerfHeader {
  readonly comm: string;
  /** -1 when absent. */
  readonly pid: number;
  /** -1 when absent; perf's default output prints the thread alone. */
  readonly tid: number;
  /** `""` when absent. */
  readonly event: string;
  /** `undefined` when absent: every sample weighs 1. */
  readonly period: number | undefined;
  /** What follows the event. */
  readonly rest: string;
}

const COMM = String.raw`^\s*(.*\S)\s+`;
const THREAD = String.raw`(-?\d+)(?:\/(-?\d+))?(?:\s+\[(?:\d+|-1)\])?(?:\s+[A-Z-]{1,6})?`;
const EVENT = String.raw`([^\s:][^\s]*?):(?:\s(.*))?$`;
const SHAPES: readonly RegExp[] = [
  new RegExp(String.raw`${COMM}${THREAD}\s+\d+\.\d+:\s+(?:(\d+)\s+)?${EVENT}`),
  new RegExp(String.raw`${COMM}${THREAD}\s+(\d+)\s+${EVENT}`),
  new RegExp(String.raw`${COMM}${THREAD}\s+\d+\.\d+:()()\s*(.*)$`),
  new RegExp(String.raw`${COMM}${THREAD}\s+()${EVENT}`),
  new RegExp(String.raw`${COMM}${THREAD}()()()\s*$`),
];

/** Returns the fields of a sample's first line, or `undefined` when there is not even a thread number on it. */
export function parsePerfHeader(line: string): PerfHeader | undefined {
  for (const shape of SHAPES) {
    const match = shape.exec(line);
    if (match) return fromMatch(match);
  }
  return undefined;
}

/** True when a line that begins with blanks is a sample of its own: it has a time stamp, or a thread, period and event. */
export function isOneLineSample(line: string): boolean {
  return SHAPES[0]!.test(line) || SHAPES[1]!.test(line);
}

function fromMatch(match: RegExpExecArray): PerfHeader {
  const [, comm, first, second, period, event, rest] = match;
  const number = Number(period);
  return {
    comm: comm!,
    pid: second === undefined ? -1 : Number(first),
    tid: Number(second ?? first),
    event: event ?? "",
    period: period && Number.isFinite(number) ? number : undefined,
    rest: rest ?? "",
  };
}
