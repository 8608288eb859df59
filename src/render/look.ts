/** How texts for a terminal are dressed: colours, links and width, all of which are absent in a pipe. */

/** Where something stands in the source. */
export interface Place {
  /** Relative to the workspace root. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Dress for parts of a line. Each function gives back the text, perhaps between escape sequences. */
export interface Look {
  /** What a line is about. */
  readonly strong: (text: string) => string;
  /** What is there to be looked up. */
  readonly faint: (text: string) => string;
  /** Kinds of edges and other words of a table. */
  readonly word: (text: string) => string;
  /** What may not be so. */
  readonly unsure: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly link: (text: string, place: Place) => string;
  /** Columns that a line may have; infinite in a pipe. */
  readonly width: number;
  /** Numbers before lines that others refer to. */
  readonly isNumbered: boolean;
}

const same = (text: string): string => text;

/** Plain text, as pipes and files get it. */
export const PLAIN: Look = {
  strong: same,
  faint: same,
  word: same,
  unsure: same,
  bad: same,
  link: same,
  width: Number.POSITIVE_INFINITY,
  isNumbered: false,
};

/** Returns `file:line:column`, as editors and compilers write it. */
export function placeText({ file, line, column }: Place): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Cuts a text to `width` columns at its beginning, where paths say least. */
export function cutStart(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(text.length - Math.max(0, width - 1))}`;
}

/** Cuts a text to `width` columns at its end. */
export function cutEnd(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Returns `1 function`, `2 functions`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
