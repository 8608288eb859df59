/**
 * Printed Rust types as terms, for comparing the types of symbols with the types of the source.
 *
 * The reader takes what rustc's two manglings, their demanglers and source code itself write, and takes it leniently: lifetimes and
 * `for<…>` are skipped, `Fn(A) -> B` is `Fn<(A,), Output = B>`, what it can't read becomes an opaque term. It never throws, and beyond
 * a depth of nesting everything is opaque.
 */

/** What a term is. `value` is a constant; `opaque` may be anything. */
export type TermKind =
  | "path"
  | "qualified"
  | "reference"
  | "mutable-reference"
  | "const-pointer"
  | "mut-pointer"
  | "tuple"
  | "array"
  | "slice"
  | "function"
  | "object"
  | "value"
  | "never"
  | "opaque";

/** A type or constant. */
export interface Term {
  readonly kind: TermKind;
  /**
   * Path: its segments. Qualified: those after `<T as Trait>`. Function pointer: `unsafe`, ABI. Value: the literal. Else empty.
   */
  readonly path: readonly string[];
  /**
   * Path: generic arguments. Qualified: the type and the trait, if any. Reference, pointer, slice: what it points to. Array: element and
   * length. Tuple: elements. Function pointer: parameters, then what it returns. Object: the bounds, the principal trait first.
   */
  readonly args: readonly Term[];
}

/** A segment of a printed path: a name with generic arguments, a `{closure#0}` in braces, or an `<impl Trait for Type>`. */
export interface PathSegment {
  readonly name: string;
  readonly generics: readonly Term[];
  /** `<impl Trait for Type>` or `<Type as Trait>` or `<Type>` at this place; the name is empty then. */
  readonly impl?: ImplHeader;
}

/** Whose functions follow: of a type, or of a trait for a type. */
export interface ImplHeader {
  readonly self: Term;
  readonly trait?: Term;
}

/** Returns the segments of a printed path, or `undefined` when the text is none: not read to the end, unbalanced, empty. */
export function parsePathText(text: string): readonly PathSegment[] | undefined {
  const reader = new TermReader(text);
  const segments = reader.segments();
  return reader.isAtEnd && segments.length > 0 && !reader.hasFailed ? segments : undefined;
}

/** Returns the term of a printed type; opaque when it isn't one. */
export function parseTypeText(text: string): Term {
  const reader = new TermReader(text);
  const term = reader.type();
  return reader.isAtEnd && !reader.hasFailed ? term : OPAQUE;
}

export const OPAQUE: Term = { kind: "opaque", path: [], args: [] };
const UNIT: Term = { kind: "tuple", path: [], args: [] };

const DEEPEST = 200;
const NAME = /(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/uy;
const NUMBERED = /\$\d+/y;
/** Legacy mangling writes `.1_i8` for `-1`. */
const NUMBER = /[-.]?\d[\p{XID_Continue}]*/uy;
const LIFETIME = /'[\p{XID_Start}_][\p{XID_Continue}]*(?!')/uy;
const LITERAL = /'(?:\\.[^']*|[^'])'|"(?:\\.|[^"\\])*"/uy;
const MATCHING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

class TermReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    this.#blanks();
    return this.#at === this.#text.length;
  }

  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Reads `a::b<T>::{closure#0}`, `<T as Trait>::f`, `a::<impl Trait for T>::f`. */
  segments(): PathSegment[] {
    const segments: PathSegment[] = [];
    do {
      const segment = this.#segment(segments);
      if (segment === undefined) break;
      segments.push(segment);
    } while (this.#eat("::"));
    return segments;
  }

  #segment(before: PathSegment[]): PathSegment | undefined {
    if (this.#peek("<")) return this.#angled(before);
    if (this.#peek("{")) return { name: this.#braces(), generics: [] };
    const name = this.#name();
    if (name === undefined) return this.#fail();
    // `call_once{{vtable.shim}}`, and `closure$0` of PDB files.
    const mark = this.#peek("{") ? this.#braces() : (this.#match(NUMBERED)?.[0] ?? "");
    const generics = this.#eat("<") ? this.#generics() : [];
    return { name: name + mark, generics };
  }

  /** At `<`: arguments of the segment before (`f::<T>`), or the header of an impl. */
  #angled(before: PathSegment[]): PathSegment | undefined {
    this.#eat("<");
    if (this.#word("impl")) return { name: "", generics: [], impl: this.#implFor() };
    const last = before.at(-1);
    if (last === undefined) return { name: "", generics: [], impl: this.#implAs() };
    before[before.length - 1] = { ...last, generics: [...last.generics, ...this.#generics()] };
    if (!this.#eat("::")) return undefined;
    return this.#segment(before);
  }

  /** After `<impl`: `Trait for Type>` or `Type>`. */
  #implFor(): ImplHeader {
    const first = this.type();
    const header = this.#word("for") ? { self: this.type(), trait: first } : { self: first };
    this.#expect(">");
    return header;
  }

  /** After `<`: `Type as Trait>` or `Type>`. */
  #implAs(): ImplHeader {
    const self = this.type();
    const header = this.#word("as") ? { self, trait: this.type() } : { self };
    this.#expect(">");
    return header;
  }

  /** After `<`: arguments up to `>`. Bindings of associated items are dropped. */
  #generics(): Term[] {
    const list: Term[] = [];
    while (!this.#failed && !this.#eat(">")) {
      if (!this.#lifetime() && !this.#binding()) list.push(this.type());
      if (!this.#eat(",") && !this.#peek(">")) this.#fail();
    }
    return list;
  }

  /** Reads `Item = T`, or `Item: A + B` of source code. */
  #binding(): boolean {
    const start = this.#at;
    if (this.#name() !== undefined && !this.#peek("::")) {
      if (this.#eat("=")) {
        this.type();
        return true;
      }
      if (this.#eat(":")) {
        this.#bounds();
        return true;
      }
    }
    this.#at = start;
    return false;
  }

  /** Reads a type or a constant. */
  type(): Term {
    const term = ++this.#depth > DEEPEST ? this.#skipped() : this.#term();
    this.#depth--;
    // `u32 is 1..=9`
    if (this.#word("is")) this.#skipPattern();
    return term;
  }

  #term(): Term {
    this.#binder();
    if (this.#eat("&&")) return wrap("reference", [this.#referent()]);
    if (this.#eat("&")) return this.#referent();
    if (this.#eat("*")) return this.#pointer();
    if (this.#eat("(")) return this.#parenthesised();
    if (this.#eat("[")) return this.#bracketed();
    if (this.#eat("!")) return wrap("never", []);
    if (this.#eat("?")) return this.#term();
    if (this.#peek("{")) {
      this.#braces();
      return OPAQUE;
    }
    if (this.#peek("...") && this.#eat("...")) return OPAQUE;
    return this.#literal() ?? this.#keyword() ?? this.#path();
  }

  #referent(): Term {
    this.#lifetime();
    return wrap(this.#word("mut") ? "mutable-reference" : "reference", [this.type()]);
  }

  #pointer(): Term {
    if (this.#word("mut")) return wrap("mut-pointer", [this.type()]);
    this.#word("const");
    return wrap("const-pointer", [this.type()]);
  }

  #parenthesised(): Term {
    const elements: Term[] = [];
    let hasComma = false;
    while (!this.#failed && !this.#eat(")")) {
      elements.push(this.type());
      // `(dyn A + B)` in source code.
      while (this.#eat("+")) if (!this.#lifetime()) this.type();
      if (this.#eat(",")) hasComma = true;
      else if (!this.#peek(")")) this.#fail();
    }
    return elements.length === 1 && !hasComma ? elements[0]! : wrap("tuple", elements);
  }

  #bracketed(): Term {
    const element = this.type();
    if (this.#eat("]")) return wrap("slice", [element]);
    if (this.#eat(";")) {
      const length = this.type();
      if (this.#eat("]")) return wrap("array", [element, length]);
      // A computed length.
      this.#skipTo("]");
      return wrap("array", [element, OPAQUE]);
    }
    this.#fail();
    return OPAQUE;
  }

  #literal(): Term | undefined {
    const text = this.#match(NUMBER)?.[0] ?? this.#match(LITERAL)?.[0];
    return text === undefined ? undefined : { kind: "value", path: [plainLiteral(text)], args: [] };
  }

  #keyword(): Term | undefined {
    if (this.#word("dyn")) return wrap("object", this.#bounds());
    if (this.#word("impl")) {
      this.#bounds();
      return OPAQUE;
    }
    const qualifiers: string[] = [];
    if (this.#word("unsafe")) qualifiers.push("unsafe");
    if (this.#word("extern")) qualifiers.push(this.#match(LITERAL)?.[0] ?? '"C"');
    if (!this.#word("fn")) return undefined;
    this.#blanks();
    const parameters = this.#eat("(") ? this.#parameters() : [];
    const result = this.#eat("->") ? this.type() : UNIT;
    return { kind: "function", path: qualifiers, args: [...parameters, result] };
  }

  /** After `(`: types up to `)`, with the names that source code may give them. */
  #parameters(): Term[] {
    const list: Term[] = [];
    while (!this.#failed && !this.#eat(")")) {
      const start = this.#at;
      if (this.#name() === undefined || this.#peek("::") || !this.#eat(":")) this.#at = start;
      list.push(this.type());
      if (!this.#eat(",") && !this.#peek(")")) this.#fail();
    }
    return list;
  }

  #bounds(): Term[] {
    const list: Term[] = [];
    do {
      // Legacy mangling writes the bindings of `dyn Fn<A>+Output = B` as one more bound.
      if (!this.#lifetime() && !this.#binding()) list.push(this.#term());
    } while (this.#eat("+"));
    return list;
  }

  #path(): Term {
    this.#eat("::");
    const segments = this.segments();
    const head = segments[0]?.impl;
    const names = typeNames(segments);
    const args = segments.flatMap((segment) => segment.generics);
    if (head !== undefined) return behindHeader(head, names, args);
    return { kind: "path", path: names, args: this.#peek("(") ? [...args, this.#sugar()] : args };
  }

  /** Reads `(A, B) -> C` of `Fn(A, B) -> C` as the tuple that it stands for. */
  #sugar(): Term {
    this.#eat("(");
    const parameters = this.#parameters();
    if (this.#eat("->")) this.type();
    return wrap("tuple", parameters);
  }

  #binder(): void {
    const start = this.#at;
    if (!this.#word("for")) return;
    if (this.#eat("<")) this.#skipTo(">");
    else this.#at = start;
  }

  #skipPattern(): void {
    this.#match(/[^,;>\])]*/y);
  }

  /** Steps over a term without reading it, up to what separates or closes. */
  #skipped(): Term {
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      const isArrow = char === ">" && this.#text[this.#at - 1] === "-";
      if (depth === 0 && ",;>)]}".includes(char) && !isArrow) break;
      if ("<([{".includes(char)) depth++;
      else if (">)]}".includes(char) && !isArrow) depth--;
    }
    return OPAQUE;
  }

  /** Steps behind the next `close` outside of brackets. */
  #skipTo(close: string): void {
    while (this.#at < this.#text.length && !this.#eat(close)) {
      if (MATCHING.has(this.#text[this.#at]!)) this.#braces();
      else this.#at++;
    }
  }

  /** Reads a bracketed text, `{{closure}}` as `{closure}`. */
  #braces(): string {
    const start = this.#at;
    const closing: string[] = [];
    for (; this.#at < this.#text.length; this.#at++) {
      const close = MATCHING.get(this.#text[this.#at]!);
      if (close !== undefined) closing.push(close);
      else if (this.#text[this.#at] === closing.at(-1)) closing.pop();
      if (closing.length === 0) {
        const text = this.#text.slice(start, ++this.#at);
        return text.startsWith("{{") ? text.slice(1, -1) : text;
      }
    }
    this.#fail();
    return "";
  }

  #name(): string | undefined {
    this.#blanks();
    const start = this.#at;
    let end = start;
    while (isWordCode(this.#text.charCodeAt(end))) end++;
    // Raw identifiers and letters that are not ASCII take the slow way.
    const isWhole = end === this.#text.length || (this.#text.charCodeAt(end) < 0x80 && this.#text[end] !== "#");
    const isPlain = isWhole && end > start && this.#text.charCodeAt(start) > 0x39;
    if (!isPlain) return this.#match(NAME)?.[1];
    this.#at = end;
    return this.#text.slice(start, end);
  }

  #lifetime(): boolean {
    return this.#match(LIFETIME) !== undefined;
  }

  /** Steps over a word, but not over the start of a longer one. */
  #word(word: string): boolean {
    const start = this.#at;
    if (
      this.#name() === word &&
      this.#text.slice(start, this.#at).trim() === word &&
      !this.#text.startsWith("::", this.#at)
    )
      return true;
    this.#at = start;
    return false;
  }

  #peek(token: string): boolean {
    this.#blanks();
    return this.#text.startsWith(token, this.#at);
  }

  #eat(token: string): boolean {
    if (!this.#peek(token)) return false;
    this.#at += token.length;
    return true;
  }

  #expect(token: string): void {
    if (!this.#eat(token)) this.#fail();
  }

  #blanks(): void {
    while (this.#text[this.#at] === " ") this.#at++;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    this.#blanks();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  /** Gives up: everything from here on is unread. */
  #fail(): undefined {
    this.#failed = true;
    this.#at = this.#text.length;
    return undefined;
  }
}

/** Names of a type's path. A type inside a closure belongs to the function around it. */
function typeNames(segments: readonly PathSegment[]): string[] {
  const names = segments.map((segment) => segment.name).filter((name) => name !== "");
  return names.filter((name, i) => i === names.length - 1 || !name.startsWith("{"));
}

/** `<m::T>::f::Inner` is `m::T::f::Inner`; behind a trait's header a path stays qualified. */
function behindHeader({ self, trait }: ImplHeader, names: readonly string[], args: readonly Term[]): Term {
  if (trait !== undefined) return { kind: "qualified", path: names, args: [self, trait] };
  if (self.kind !== "path") return { kind: "qualified", path: names, args: [self] };
  return { kind: "path", path: [...self.path, ...names], args: [...self.args, ...args] };
}

/** ASCII letters, digits and `_`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}

function wrap(kind: TermKind, args: readonly Term[]): Term {
  return { kind, path: [], args };
}

/** Numbers lose their suffix, their digit separators and their base: `0x20_usize` is `32`. */
function plainLiteral(text: string): string {
  const digits = text
    .replace(/^\./, "-")
    .replaceAll("_", "")
    .replace(/(?<=[\da-fA-F])(?:[iu](?:8|16|32|64|128|size))$/, "");
  if (!/^-?(?:\d+|0x[\da-fA-F]+|0o[0-7]+|0b[01]+)$/.test(digits)) return text;
  return digits.startsWith("-") ? `-${BigInt(digits.slice(1))}` : BigInt(digits).toString();
}
