/**
 * Uses of functions that no call shows: names inside of attributes (`#[serde(default = "f")]`), and attributes on a function that may
 * register it somewhere (`#[get("/")]`). Attributes are found by their brackets in the text alone; what looks like one in a comment or a
 * string only makes an answer more careful.
 */

/** Attributes of the language and its tools that call nothing. */
const QUIET: ReadonlySet<string> = new Set(
  (
    "allow expect warn deny forbid deprecated must_use doc inline cold track_caller target_feature cfg cfg_attr derive automatically_derived " +
    "non_exhaustive repr path macro_use macro_export no_mangle export_name link_name link_section rustfmt clippy diagnostic " +
    "test bench ignore should_panic stable unstable rustc_const_stable rustc_const_unstable coverage optimize naked " +
    "instrument async_trait allow_internal_unstable"
  ).split(" "),
);
const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
/** Longest attribute that is looked through, in UTF-16 units. */
const MAX_ATTRIBUTE = 4000;

/** What attributes say of functions. */
export interface Mentions {
  /** Place `file:line` of an attribute that holds the name, by name. */
  readonly named: ReadonlyMap<string, string>;
  /** The attribute that stands on the function of a line, by `file:line` of its `fn`. */
  readonly registered: ReadonlyMap<string, string>;
}

/** A function by what is looked for. */
export interface Wanted {
  readonly name: string;
  readonly file: string;
  /** Line of `fn`, or of the name of a constant. */
  readonly line: number;
}

/** Looks for the functions in the attributes of the files. Linear in the texts. */
export function findMentions(
  wanted: readonly Wanted[],
  files: Iterable<readonly [file: string, text: string]>,
): Mentions {
  const names = new Set(wanted.map(({ name }) => name));
  const places = new Set(wanted.map(({ file, line }) => `${file}:${line}`));
  const named = new Map<string, string>();
  const registered = new Map<string, string>();
  for (const [file, text] of files) {
    const lines = lineCounter(text);
    for (const { start, end } of attributes(text)) {
      const body = text.slice(start, end);
      const name = /[\p{XID_Start}_][\p{XID_Continue}]*/u.exec(body)?.[0] ?? "";
      const inner = QUIET.has(name) && name !== "cfg_attr" ? "" : body.slice(body.indexOf(name) + name.length);
      for (const [word] of inner.matchAll(WORD)) {
        if (names.has(word) && !named.has(word)) named.set(word, `${file}:${lines(start)}`);
      }
      if (QUIET.has(name) || text[start - 1] === "!") continue;
      const place = `${file}:${lines(behindAttributes(text, end))}`;
      if (places.has(place) && !registered.has(place)) registered.set(place, name);
    }
  }
  return { named, registered };
}

/** Returns for each name the first place `file:line` where it stands as a word other than where it is declared. Linear in the texts. */
export function findWords(
  wanted: readonly Wanted[],
  files: Iterable<readonly [file: string, text: string]>,
): ReadonlyMap<string, string> {
  const names = new Set(wanted.map(({ name }) => name));
  const declared = new Set(wanted.map(({ name, file, line }) => `${name} ${file}:${line}`));
  const found = new Map<string, string>();
  if (names.size === 0) return found;
  for (const [file, text] of files) {
    const lines = lineCounter(text);
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!names.has(word) || found.has(word)) continue;
      const place = `${file}:${lines(index)}`;
      if (!declared.has(`${word} ${place}`)) found.set(word, place);
    }
  }
  return found;
}

/** Ranges of the texts between `#[` and `]`. */
function* attributes(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(/#!?\[/g)) {
    const start = match.index + match[0].length;
    yield { start, end: closing(text, start) };
  }
}

/** Position of the bracket that closes one before `start`. */
function closing(text: string, start: number): number {
  let depth = 1;
  let inString = false;
  const end = Math.min(text.length, start + MAX_ATTRIBUTE);
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === "\\" && inString) at++;
    else if (char === '"') inString = !inString;
    else if (!inString && char === "[") depth++;
    else if (!inString && char === "]" && --depth === 0) return at;
  }
  return end;
}

/** Position of the `fn` behind further attributes, comments and qualifiers, or of whatever stands there. */
function behindAttributes(text: string, end: number): number {
  let at = end + 1;
  for (;;) {
    const rest = /\s*(?:\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#\[)/y;
    rest.lastIndex = at;
    const match = rest.exec(text);
    if (match === null) break;
    at = match[0].endsWith("#[") ? closing(text, rest.lastIndex) + 1 : rest.lastIndex;
  }
  const item = /\s*(?:(?:pub(?:\s*\([^)]*\))?|default|const|async|unsafe|safe|extern(?:\s*"[^"]*")?)\s+)*/y;
  item.lastIndex = at;
  item.exec(text);
  return Math.max(item.lastIndex, at);
}

/** Counts lines for positions that mostly rise. */
function lineCounter(text: string): (position: number) => number {
  let [at, line] = [0, 1];
  return (position) => {
    if (position < at) [at, line] = [0, 1];
    for (; at < position; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}
