/**
 * Lexical level of printed Rust paths and types: a position in the text, names, brackets. Blanks before a token are stepped over. A reader that
 * meets something impossible gives up by moving to the end, so that no loop runs on.
 */

const NAME = /(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/uy;
const LIFETIME = /'[\p{XID_Start}_][\p{XID_Continue}]*(?!')/uy;
const MATCHING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** A position in a text, and what can be read there. */
export class TextScanner {
  protected readonly text: string;
  protected at = 0;
  protected failed = false;

  constructor(text: string) {
    this.text = text;
  }

  /** True when only blanks are left. */
  get isAtEnd(): boolean {
    this.blanks();
    return this.at === this.text.length;
  }

  /** True once something could not be read. */
  get hasFailed(): boolean {
    return this.failed;
  }

  /** Steps behind the next `close` outside of brackets. */
  protected skipTo(close: string): void {
    while (this.at < this.text.length && !this.eat(close)) {
      if (MATCHING.has(this.text[this.at]!)) this.braces();
      else this.at++;
    }
  }

  /** Reads a bracketed text, `{{closure}}` as `{closure}`. */
  protected braces(): string {
    const start = this.at;
    const closing: string[] = [];
    for (; this.at < this.text.length; this.at++) {
      const close = MATCHING.get(this.text[this.at]!);
      if (close !== undefined) closing.push(close);
      else if (this.text[this.at] === closing.at(-1)) closing.pop();
      if (closing.length === 0) {
        const text = this.text.slice(start, ++this.at);
        return text.startsWith("{{") ? text.slice(1, -1) : text;
      }
    }
    this.fail();
    return "";
  }

  protected name(): string | undefined {
    this.blanks();
    const start = this.at;
    let end = start;
    while (isWordCode(this.text.charCodeAt(end))) end++;
    // Raw identifiers and letters that are not ASCII take the slow way.
    const isWhole = end === this.text.length || (this.text.charCodeAt(end) < 0x80 && this.text[end] !== "#");
    const isPlain = isWhole && end > start && this.text.charCodeAt(start) > 0x39;
    if (!isPlain) return this.match(NAME)?.[1];
    this.at = end;
    return this.text.slice(start, end);
  }

  protected lifetime(): boolean {
    return this.match(LIFETIME) !== undefined;
  }

  /** Steps over a word, but not over the start of a longer one. */
  protected word(word: string): boolean {
    const start = this.at;
    if (this.name() === word && this.text.slice(start, this.at).trim() === word && !this.text.startsWith("::", this.at))
      return true;
    this.at = start;
    return false;
  }

  protected peek(token: string): boolean {
    this.blanks();
    return this.text.startsWith(token, this.at);
  }

  protected eat(token: string): boolean {
    if (!this.peek(token)) return false;
    this.at += token.length;
    return true;
  }

  protected expect(token: string): void {
    if (!this.eat(token)) this.fail();
  }

  protected blanks(): void {
    while (this.text[this.at] === " ") this.at++;
  }

  protected match(pattern: RegExp): RegExpExecArray | undefined {
    this.blanks();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  /** Gives up: everything from here on is unread. */
  protected fail(): undefined {
    this.failed = true;
    this.at = this.text.length;
    return undefined;
  }
}

/** ASCII letters, digits and `_`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}
