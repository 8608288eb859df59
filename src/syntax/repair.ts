/**
 * Rust that the grammar does not know yet, rewritten for it unit by unit: `unsafe extern {}`, `&raw` as a variable,
 * attributes on the fields of patterns and in tuples, several on a parameter, trait aliases, macros 2.0, `~` in macros, unstable keywords.
 *
 * The text keeps its length, and whoever lowers the tree reads names from the original, so nothing but the grammar's
 * view changes. Tried only on texts with syntax errors, and kept only when there are fewer of them then.
 */
import { isBlank, isWord, skipBlanks, tokenEnd } from "./scan.ts";

/** A script's frontmatter (`---` lines) with the shebang before it. */
const FRONTMATTER = /^\uFEFF?(?:#![^[\n][^\n]*\n)?\s*(-{3,})[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?:\r?\n|$)/;

/** What a version control system leaves in a text that it could not merge. */
const CONFLICT_MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;

/** Returns the text as the grammar can read it, each name in its place; the text itself when there is nothing to change. */
export function repair(text: string): string {
  const front = FRONTMATTER.exec(text)?.[0].length ?? 0;
  const tokens = new Tokens(text, front);
  tokens.blankSpan(0, front);
  for (const { index, 0: line } of text.matchAll(CONFLICT_MARK)) tokens.blankSpan(index, index + line.length);
  for (let i = 0; i < tokens.length; i++) (RULES[tokens.word(i)] ?? indexRule)(tokens, i);
  return tokens.apply();
}

type Rule = (t: Tokens, i: number) => void;

/** Keywords that an expression may follow. */
const BEFORE_VALUES = "return break in match if while else".split(" ");

const PRIMITIVES = "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize".split(" ");

const RULES: Readonly<Record<string, Rule>> = Object.assign(Object.create(null), {
  raw: (t, i) => {
    if (t.is(i - 1, "&") && !t.is(i + 1, "const", "mut")) t.replace(i, "raW");
  },
  unsafe: (t, i) => {
    const behindAbi = t.word(i + 2).startsWith('"') ? i + 3 : i + 2;
    if (t.is(i + 1, "static") || (t.is(i + 1, "extern") && t.is(behindAbi, "{"))) t.blank(i);
  },
  safe: (t, i) => {
    if (t.is(i + 1, "fn", "static")) t.blank(i);
  },
  auto: (t, i) => {
    if (t.is(i + 1, "trait")) t.blank(i);
  },
  const: constRule,
  async: (t, i) => {
    if (t.is(i + 1, "Fn", "FnMut", "FnOnce")) t.blank(i);
  },
  for: (t, i) => {
    const close = t.is(i + 1, "<") ? t.angleClose(i + 1) : -1;
    if (close >= 0 && t.is(close + 1, "|", "move", "async", "static")) t.blank(i, close);
  },
  box: (t, i) => {
    const pattern = t.isName(i + 1) && !t.is(i + 1, "as", "in", "if", "else", "where", "for");
    if (pattern && !t.is(i - 1, ".", ":", "fn")) t.replace(i, "&  ");
  },
  macro: macroRule,
  do: (t, i) => {
    if (t.is(i + 1, "yeet")) t.replaceSpan(i, i + 1, "yield");
  },
  become: (t, i) => {
    if (t.isName(i + 1)) t.replace(i, "yield ");
  },
  trait: traitAliasRule,
  struct: (t, i) => {
    const where = t.is(i + 2, "<") ? t.angleClose(i + 2) + 1 : i + 2;
    if (t.is(where, "where")) t.giveBody(where);
  },
  super: (t, i) => {
    if (t.is(i + 1, "let")) t.blank(i);
  },
  pin: (t, i) => {
    if (t.is(i - 1, "&") && t.is(i + 1, "mut", "const")) t.blank(i, t.is(i + 1, "const") ? i + 1 : i);
  },
  gen: (t, i) => {
    if (t.is(i + 1, "fn") || t.is(i - 1, "async")) t.blank(i);
  },
  default: (t, i) => {
    if (t.is(i + 1, "impl", "type", "const", "unsafe")) t.blank(i);
  },
  pub: (t, i) => {
    const behind = t.is(i + 1, "(") ? t.close(i + 1) + 1 : i + 1;
    const end = t.is(behind + 2, "<") ? t.angleClose(behind + 2) + 1 : behind + 2;
    if (t.is(behind, "type") && t.is(end, ";")) t.blank(i, behind - 1);
  },
  "<": anglesRule,
  ".": restRule,
  "-": (t, i) => {
    if (t.is(i - 1, "<") && t.touches(i - 1) && t.touches(i)) t.blank(i);
  },
  "~": (t, i) => {
    if (!t.is(i + 1, "const") && t.inMacro(i)) t.replace(i, "!");
  },
  dyn: leadingLifetimeRule,
  impl: leadingLifetimeRule,
  // A macro or a binding may have the name of a primitive type.
  ...Object.fromEntries(PRIMITIVES.map((name) => [name, primitiveNameRule])),
  "#": attributeRule,
} satisfies Record<string, Rule>);

/** `const trait`, `impl const`, `~const T`, `[const] T`, `T: const U`, `const || …`. */
function constRule(t: Tokens, i: number): void {
  const bound = t.isName(i + 1) && !t.is(i + 1, "fn", "async", "unsafe", "extern", "gen");
  if (t.is(i - 1, "~")) t.blank(i - 1, i);
  else if (t.is(i - 1, "[") && t.is(i + 1, "]")) t.blank(i - 1, i + 1);
  else if (t.is(i + 1, "trait", "|", "move") || t.is(i - 1, "impl")) t.blank(i);
  else if (bound && (t.is(i - 1, ">") || t.is(i - 1, ":", "+"))) t.blank(i);
}

/** `A { b: c, .. } = d;`, which assigns to `c`: the rest is left out. In patterns the grammar knows it. */
function restRule(t: Tokens, i: number): void {
  if (!t.is(i - 1, ",") || !t.is(i + 1, ".") || !t.is(i + 2, "}") || !t.is(i + 3, "=")) return;
  if (t.touches(i + 3) && t.is(i + 4, "=", ">")) return;
  if (!t.is(t.pathStart(t.opening(i) - 1) - 1, "let")) t.blank(i, i + 1);
}

/** `<A::B::<T> as C>::d`: a type's arguments need no `::`; `a::<>()` and `fn b<>()`, as generators write, have none. */
function anglesRule(t: Tokens, i: number): void {
  const isTurbofish = t.is(i - 1, ":") && t.is(i - 2, ":");
  if (t.is(i + 1, ">")) return t.blank(isTurbofish ? i - 2 : i, i + 1);
  if (!isTurbofish || !t.is(t.angleClose(i) + 1, "as")) return;
  const start = t.pathStart(i - 3);
  if (t.isName(start) && t.is(start - 1, "<")) t.blank(i - 2, i - 1);
}

/** `dyn 'a + T`, `impl 'a + T`: the lifetime goes first. */
function leadingLifetimeRule(t: Tokens, i: number): void {
  if (t.is(i + 1, "'") && t.isName(i + 2) && t.is(i + 3, "+")) t.blank(i + 1, i + 3);
}

function primitiveNameRule(t: Tokens, i: number): void {
  if (t.is(i + 1, "@") || (t.is(i + 1, "!") && t.is(i + 2, "(", "[", "{"))) t.replace(i, t.word(i).toUpperCase());
}

/** `macro name(…) { … }` becomes an empty module of that name. */
function macroRule(t: Tokens, i: number): void {
  if (!t.isName(i + 1) || !t.is(i + 2, "(", "{") || t.is(i - 1, ".")) return;
  const open = t.is(i + 2, "(") ? t.close(i + 2) + 1 : i + 2;
  if (!t.is(open, "{")) return;
  t.replace(i, "mod  ");
  if (open > i + 2) t.blank(i + 2, open - 1);
  t.blankSpan(t.end(open), t.start(t.close(open)));
}

/** `trait A<T> = B + C;` becomes a trait with an empty body. */
function traitAliasRule(t: Tokens, i: number): void {
  const assign = t.is(i + 2, "<") ? t.angleClose(i + 2) + 1 : i + 2;
  if (assign <= i || !t.is(assign, "=")) return;
  if (t.giveBody(assign)) t.replace(assign, ":");
}

/**
 * `#[attribute]` where the grammar knows of none: behind another one before a parameter of a function, before the second value of a tuple
 * and those behind it, and before a field of a pattern.
 */
function attributeRule(t: Tokens, i: number): void {
  const isSecond = t.is(i - 1, "]") && t.inParameters(i);
  if (t.is(i + 1, "[") && (isSecond || (t.is(i - 1, ",", "]") && t.inTuple(i)))) t.blank(i, t.close(i + 1));
  else fieldAttributeRule(t, i);
}

/** `#[attribute]` before a field of a struct pattern. Struct literals look the same; declarations do not. */
function fieldAttributeRule(t: Tokens, i: number): void {
  if (!t.is(i + 1, "[") || !t.is(i - 1, "{", ",", "]") || !t.inFields(i)) return;
  const close = t.close(i + 1);
  let at = close + 1;
  while (t.is(at, "#") && t.is(at + 1, "[")) at = t.close(at + 1) + 1;
  const rest = t.is(at, ".") && t.is(at + 1, ".");
  while (t.is(at, "ref", "mut")) at++;
  const field = t.isName(at) && (t.is(at + 1, ",") || (t.is(at + 1, ":") && !t.is(at + 2, ":")));
  const last = t.isName(at) && t.is(at + 1, "}") && t.is(i - 1, ",");
  if (rest || field || last) t.blank(i, close);
}

/** `0: a` in a struct pattern: the index is shown as a name. */
function indexRule(t: Tokens, i: number): void {
  const word = t.word(i);
  if (!/^\d+$/.test(word) || !t.is(i - 1, "{", ",") || !t.is(i + 1, ":") || t.is(i + 2, ":")) return;
  t.replace(i, "f".repeat(word.length));
}

/** The tokens of a text without comments, and the changes to make. An index out of range is an empty token. */
class Tokens {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** By token: index of the bracket that closes it, where it is an opening one. */
  private readonly closes = new Map<number, number>();
  /** By token: index of the innermost brace or bracket around it, -1 for none. */
  private readonly around: number[] = [];
  private readonly edits: [at: number, replacement: string][] = [];

  constructor(text: string, from: number) {
    this.text = text;
    const open: number[] = [];
    for (let at = skipBlanks(text, from, text.length); at < text.length; ) {
      const end = tokenEnd(text, at, text.length);
      const index = this.starts.push(at) - 1;
      this.ends.push(end);
      const char = text[at]!;
      if (char === ")" || char === "]" || char === "}") {
        const opening = open.pop();
        if (opening !== undefined) this.closes.set(opening, index);
      }
      this.around.push(open.at(-1) ?? -1);
      if (char === "(" || char === "[" || char === "{") open.push(index);
      at = skipBlanks(text, end, text.length);
    }
  }

  get length(): number {
    return this.starts.length;
  }

  start(i: number): number {
    return this.starts[i] ?? this.text.length;
  }

  end(i: number): number {
    return this.ends[i] ?? this.text.length;
  }

  word(i: number): string {
    return i < 0 || i >= this.length ? "" : this.text.slice(this.starts[i], this.ends[i]);
  }

  is(i: number, ...words: readonly string[]): boolean {
    return words.includes(this.word(i));
  }

  /** True for a word that begins with a letter or `_`. */
  isName(i: number): boolean {
    const word = this.word(i);
    return word !== "" && isWord(word.charCodeAt(0)) && !/^\d/.test(word);
  }

  /** True when nothing stands between the token and the next. */
  touches(i: number): boolean {
    return this.end(i) === this.start(i + 1);
  }

  /** Makes `{}` of the `;` that ends a declaration and of the blank behind it, from `i` on; false when it does not end so. */
  giveBody(i: number): boolean {
    const end = this.statementEnd(i);
    const behind = this.end(end);
    if (!this.is(end, ";") || (behind < this.text.length && !isBlank(this.text.charCodeAt(behind)))) return false;
    this.replaceAt(this.start(end), "{}");
    return true;
  }

  /** Index of the bracket that closes the one at `i`, or of the last token. */
  close(i: number): number {
    return this.closes.get(i) ?? this.length;
  }

  /** Index of the innermost bracket around a token, -1 for none. */
  opening(i: number): number {
    return this.around[i] ?? -1;
  }

  /** Index of the first name of the path `a::b::c` that ends with the name at `i`. */
  pathStart(i: number): number {
    while (this.isName(i) && this.is(i - 1, ":") && this.is(i - 2, ":") && this.isName(i - 3)) i -= 3;
    return i;
  }

  /** Index of the `>` that closes the `<` at `i`, -1 when there is none before a brace or semicolon. */
  angleClose(i: number): number {
    let depth = 0;
    for (let at = i; at < this.length; at++) {
      if (this.is(at, "<")) depth++;
      else if (this.is(at, "(", "[")) at = this.close(at);
      else if (this.is(at, "{", ";")) return -1;
      else if (this.is(at, ">") && !(this.is(at - 1, "-", "=") && this.touches(at - 1)) && --depth === 0) return at;
    }
    return -1;
  }

  /** Index of the next `;` or `{` from `i` on that stands in no brackets of its own. */
  statementEnd(i: number): number {
    while (i < this.length && !this.is(i, ";", "{")) i = this.is(i, "(", "[") ? this.close(i) + 1 : i + 1;
    return i;
  }

  /** True inside braces that do not belong to the declaration of a type. */
  inFields(i: number): boolean {
    for (let brace = this.around[i]!; brace >= 0; brace = this.around[brace]!) {
      if (!this.is(brace, "{")) return brace !== this.around[i];
      if (this.declares(brace)) return false;
      if (brace !== this.around[i]) return true;
    }
    return this.around[i]! >= 0;
  }

  /** True directly inside the parentheses of `fn name(…)` or `fn name<…>(…)`. */
  inParameters(i: number): boolean {
    const open = this.around[i]!;
    if (!this.is(open, "(")) return false;
    let at = open - 1;
    if (this.is(at, ">")) while (at > 0 && !this.is(at, "fn", ";", "{", "}")) at--;
    return this.is(at, "fn") || this.is(at - 1, "fn");
  }

  /** True inside the arguments of a macro. */
  inMacro(i: number): boolean {
    for (let open = this.around[i]!; open >= 0; open = this.around[open]!) if (this.is(open - 1, "!")) return true;
    return false;
  }

  /** True directly inside parentheses that neither call nor declare anything. */
  inTuple(i: number): boolean {
    const open = this.around[i]!;
    if (!this.is(open, "(")) return false;
    return (
      !this.is(open - 1, ">", ")", "]", "?", "!") && (!this.isName(open - 1) || this.is(open - 1, ...BEFORE_VALUES))
    );
  }

  /** True when `struct`, `enum` or `union` stands before a brace, with no other statement between. */
  private declares(brace: number): boolean {
    for (let at = brace - 1; at >= 0 && !this.is(at, ";", "{", "}"); at--) {
      if (this.is(at, "struct", "enum", "union")) return true;
    }
    return false;
  }

  blank(from: number, to: number = from): void {
    this.blankSpan(this.start(from), this.end(to));
  }

  /** Puts blanks into a stretch of text; line ends stay. */
  blankSpan(start: number, end: number): void {
    if (start < end) this.edits.push([start, this.text.slice(start, end).replace(/[^\n]/g, " ")]);
  }

  replace(i: number, word: string): void {
    this.replaceAt(this.start(i), word);
  }

  replaceSpan(from: number, to: number, word: string): void {
    this.blank(from, to);
    this.replaceAt(this.start(from), word);
  }

  replaceAt(at: number, word: string): void {
    this.edits.push([at, word]);
  }

  /** Returns the changed text. Later changes win over earlier ones. */
  apply(): string {
    if (this.edits.length === 0) return this.text;
    const units = Array.from({ length: this.text.length }, (_, i) => this.text[i]!);
    for (const [at, word] of this.edits) for (let i = 0; i < word.length; i++) units[at + i] = word[i]!;
    return units.join("");
  }
}
