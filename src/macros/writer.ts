/** Builds the text of an expansion together with its origins, keeping tokens apart that would fuse. */
import { OriginBuilder, type OriginMap } from "./origin.ts";

/** The text of an expansion and where it comes from. */
export interface Expansion {
  readonly text: string;
  readonly origin: OriginMap;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const PLUS = 0x2b;
const COMMA = 0x2c;
const SPACE = 0x20;

/** Characters beside which no two tokens fuse, as a table over ASCII. */
const SAFE_BEHIND = asciiSet(" \n\r\t([{,;$");
const SAFE_BEFORE = asciiSet(" \n\r\t()[]{},;");

function asciiSet(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

/** Appends text of the definition and runs of the invocation. */
export class ExpansionWriter {
  private readonly source: string;
  private readonly origins = new OriginBuilder();
  private text = "";
  /** The last unit written; a space at the start, so that nothing is put before the first token. */
  private last = SPACE;

  /** `source` is the text that {@link copy} takes from. */
  constructor(source: string) {
    this.source = source;
  }

  /** Units written so far. */
  get length(): number {
    return this.text.length;
  }

  /**
   * Appends text that has no origin, apart from what stands before it. With `tidy` it takes back what repetitions that were
   * empty leave behind and the grammar does not know, though the language does: `<>`, `::<>` and a `+` behind the last bound.
   */
  write(text: string, tidy = false): void {
    if (text === "") return;
    const next = text.charCodeAt(0);
    if (tidy && this.last === LESS && next === GREATER) {
      this.takeBack();
      this.write(text.slice(1).trimStart());
      return;
    }
    if (tidy && this.last === PLUS && (next === GREATER || next === COMMA)) this.takeBack();
    this.separate(next);
    this.append(text);
  }

  /** Appends text that has no origin right behind what stands before it. */
  append(text: string): void {
    if (text === "") return;
    this.text += text;
    this.last = text.charCodeAt(text.length - 1);
  }

  /** Appends the source's text from `start` to `end`, apart from what stands before it. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.separate(this.source.charCodeAt(start));
    this.copyAs(this.source.slice(start, end), start);
  }

  /** Appends `text` as a run that comes from the source at `start`. */
  copyAs(text: string, start: number): void {
    this.origins.add(this.text.length, start, text.length);
    this.append(text);
  }

  /** Removes the last token, `<` or `+`, and a `::` before it. */
  private takeBack(): void {
    let end = this.text.length - 1;
    while (this.text.charCodeAt(end - 1) === SPACE) end--;
    if (this.text.endsWith("::", end)) end -= 2;
    this.text = this.text.slice(0, end);
    this.last = end > 0 ? this.text.charCodeAt(end - 1) : SPACE;
    this.origins.truncate(end);
  }

  private separate(next: number): void {
    const safe = (this.last < 128 && SAFE_BEHIND[this.last] === 1) || (next < 128 && SAFE_BEFORE[next] === 1);
    if (!safe) this.append(" ");
  }

  finish(): Expansion {
    return { text: this.text, origin: this.origins.finish() };
  }
}
