/**
 * Printed Rust types as terms, for comparing the types of symbols with the types of the source.
 *
 * The reader takes what rustc's two manglings, their demanglers and source code itself write, and takes it leniently: lifetimes and
 * `for<…>` are skipped, `Fn(A) -> B` is `Fn<(A,), Output = B>`, what it can't read becomes an opaque term. It never throws, and beyond
 * a depth of nesting everything is opaque.
 */

import { TextScanner } from "./scanner.ts";

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
const NUMBERED = /\$\d+/y;
/** Legacy mangling writes `.1_i8` for `-1`. */
const NUMBER = /[-.]?\d[\p{XID_Continue}]*/uy;
const LITERAL = /'(?:\\.[^']*|[^'])'|"(?:\\.|[^"\\])*"/uy;

class TermReader extends TextScanner {
  #depth = 0;

  /** Reads `a::b<T>::{closure#0}`, `<T as Trait>::f`, `a::<impl Trait for T>::f`. */
  segments(): PathSegment[] {
    const segments: (PathSegment & { readonly generics: Term[] })[] = [];
    do {
      const last = segments.at(-1);
      if (last !== undefined && this.peek("<") && !this.#isImpl()) this.#turbofish(last.generics);
      else {
        const segment = this.#segment();
        if (segment !== undefined) segments.push(segment);
      }
    } while (this.eat("::"));
    return segments;
  }

  #segment(): (PathSegment & { readonly generics: Term[] }) | undefined {
    if (this.eat("<")) return { name: "", generics: [], impl: this.word("impl") ? this.#implFor() : this.#implAs() };
    if (this.peek("{")) return { name: this.braces(), generics: [] };
    const name = this.name();
    if (name === undefined) return this.fail();
    // `call_once{{vtable.shim}}`, and `closure$0` of PDB files.
    const mark = this.peek("{") ? this.braces() : (this.match(NUMBERED)?.[0] ?? "");
    const generics = this.eat("<") ? this.#generics() : [];
    return { name: name + mark, generics };
  }

  /** At `<`: whether it opens `<impl Trait for Type>`, rather than arguments. */
  #isImpl(): boolean {
    const start = this.at;
    const isImpl = this.eat("<") && this.word("impl");
    this.at = start;
    return isImpl;
  }

  /** At the `<` of `f::<T>`. */
  #turbofish(generics: Term[]): void {
    this.eat("<");
    for (const argument of this.#generics()) generics.push(argument);
  }

  /** After `<impl`: `Trait for Type>` or `Type>`. */
  #implFor(): ImplHeader {
    const first = this.type();
    const header = this.word("for") ? { self: this.type(), trait: first } : { self: first };
    this.expect(">");
    return header;
  }

  /** After `<`: `Type as Trait>` or `Type>`. */
  #implAs(): ImplHeader {
    const self = this.type();
    const header = this.word("as") ? { self, trait: this.type() } : { self };
    this.expect(">");
    return header;
  }

  /** After `<`: arguments up to `>`. Bindings of associated items are dropped. */
  #generics(): Term[] {
    const list: Term[] = [];
    while (!this.failed && !this.eat(">")) {
      if (!this.lifetime() && !this.#binding()) list.push(this.type());
      if (!this.eat(",") && !this.peek(">")) this.fail();
    }
    return list;
  }

  /** Reads `Item = T`, or `Item: A + B` of source code. */
  #binding(): boolean {
    return this.#assignment() || this.#constraint();
  }

  #assignment(): boolean {
    const start = this.at;
    if (this.name() !== undefined && this.eat("=")) {
      this.type();
      return true;
    }
    this.at = start;
    return false;
  }

  #constraint(): boolean {
    const start = this.at;
    if (this.name() !== undefined && !this.peek("::") && this.eat(":")) {
      this.#bounds();
      return true;
    }
    this.at = start;
    return false;
  }

  /** Reads a type or a constant. */
  type(): Term {
    const term = ++this.#depth > DEEPEST ? this.#skipped() : this.#term();
    this.#depth--;
    // `u32 is 1..=9`
    if (this.word("is")) this.#skipPattern();
    return term;
  }

  #term(): Term {
    this.#binder();
    if (this.eat("&&")) return wrap("reference", [this.#referent()]);
    if (this.eat("&")) return this.#referent();
    if (this.eat("*")) return this.#pointer();
    if (this.eat("(")) return this.#parenthesised();
    if (this.eat("[")) return this.#bracketed();
    if (this.eat("!")) return wrap("never", []);
    while (this.eat("?")) this.#binder();
    if (this.peek("{")) {
      this.braces();
      return OPAQUE;
    }
    if (this.peek("...") && this.eat("...")) return OPAQUE;
    return this.#literal() ?? this.#keyword() ?? this.#path();
  }

  #referent(): Term {
    this.lifetime();
    return wrap(this.word("mut") ? "mutable-reference" : "reference", [this.type()]);
  }

  #pointer(): Term {
    if (this.word("mut")) return wrap("mut-pointer", [this.type()]);
    this.word("const");
    return wrap("const-pointer", [this.type()]);
  }

  #parenthesised(): Term {
    const elements: Term[] = [];
    let hasComma = false;
    while (!this.failed && !this.eat(")")) {
      elements.push(this.type());
      // `(dyn A + B)` in source code.
      while (this.eat("+")) if (!this.lifetime()) this.type();
      if (this.eat(",")) hasComma = true;
      else if (!this.peek(")")) this.fail();
    }
    return elements.length === 1 && !hasComma ? elements[0]! : wrap("tuple", elements);
  }

  #bracketed(): Term {
    const element = this.type();
    if (this.eat("]")) return wrap("slice", [element]);
    if (this.eat(";")) {
      const length = this.type();
      if (this.eat("]")) return wrap("array", [element, length]);
      // A computed length.
      this.skipTo("]");
      return wrap("array", [element, OPAQUE]);
    }
    this.fail();
    return OPAQUE;
  }

  #literal(): Term | undefined {
    const text = this.match(NUMBER)?.[0] ?? this.match(LITERAL)?.[0];
    return text === undefined ? undefined : { kind: "value", path: [plainLiteral(text)], args: [] };
  }

  #keyword(): Term | undefined {
    if (this.word("dyn")) return wrap("object", this.#bounds());
    if (this.word("impl")) {
      this.#bounds();
      return OPAQUE;
    }
    const qualifiers: string[] = [];
    if (this.word("unsafe")) qualifiers.push("unsafe");
    if (this.word("extern")) qualifiers.push(this.match(LITERAL)?.[0] ?? '"C"');
    if (!this.word("fn")) return undefined;
    this.blanks();
    const parameters = this.eat("(") ? this.#parameters() : [];
    const result = this.eat("->") ? this.type() : UNIT;
    return { kind: "function", path: qualifiers, args: [...parameters, result] };
  }

  /** After `(`: types up to `)`, with the names that source code may give them. */
  #parameters(): Term[] {
    const list: Term[] = [];
    while (!this.failed && !this.eat(")")) {
      const start = this.at;
      if (this.name() === undefined || this.peek("::") || !this.eat(":")) this.at = start;
      list.push(this.type());
      if (!this.eat(",") && !this.peek(")")) this.fail();
    }
    return list;
  }

  #bounds(): Term[] {
    const list: Term[] = [];
    do {
      // Legacy mangling writes the bindings of `dyn Fn<A>+Output = B` as one more bound.
      if (!this.lifetime() && !this.#assignment()) list.push(this.type());
    } while (this.eat("+"));
    return list;
  }

  #path(): Term {
    this.eat("::");
    const segments = this.segments();
    const headAt = segments.findLastIndex(({ impl }) => impl !== undefined);
    const names = typeNames(segments.slice(headAt + 1));
    const args = segments.flatMap((segment) => segment.generics);
    if (headAt >= 0) return behindHeader(segments[headAt]!.impl!, names, args);
    return { kind: "path", path: names, args: this.peek("(") ? [...args, this.#sugar()] : args };
  }

  /** Reads `(A, B) -> C` of `Fn(A, B) -> C` as the tuple that it stands for. */
  #sugar(): Term {
    this.eat("(");
    const parameters = this.#parameters();
    if (this.eat("->")) this.type();
    return wrap("tuple", parameters);
  }

  #binder(): void {
    const start = this.at;
    if (!this.word("for")) return;
    if (this.eat("<")) this.skipTo(">");
    else this.at = start;
  }

  #skipPattern(): void {
    this.match(/[^,;>\])]*/y);
  }

  /** Steps over a term without reading it, up to what separates or closes. */
  #skipped(): Term {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!;
      const isArrow = char === ">" && this.text[this.at - 1] === "-";
      if (depth === 0 && ",;>)]}".includes(char) && !isArrow) break;
      if ("<([{".includes(char)) depth++;
      else if (">)]}".includes(char) && !isArrow) depth--;
    }
    return OPAQUE;
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
