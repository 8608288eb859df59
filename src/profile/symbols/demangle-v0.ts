/**
 * Rust's v0 mangling (RFC 2603, `rustc` book "v0 Symbol Format"): a prefix grammar of paths, types and constants with back references.
 * Reading and printing are one pass, as in rustc-demangle, whose output this reproduces, error marks included: after a problem the
 * rest of the syntax is still sketched with `?`. A first pass without output decides whether a text is a symbol at all; it does not
 * follow back references. Depth is limited by the cursor, so recursion is safe; length by the {@link BoundedText}, for whose sake the pieces written are rustc-demangle's.
 */

import type { BoundedText } from "./bounded-text.ts";
import { isAscii } from "./demangle-legacy.ts";
import { decodePunycode, isScalarValue } from "./punycode.ts";
import { Cursor, type Identifier, INVALID, Problem } from "./v0-cursor.ts";
import { escapeInLiteral, parseNibbles, parseTextNibbles } from "./v0-literals.ts";

/** A v0 symbol known to be well formed but for the targets of its back references. */
export interface V0Symbol {
  /** The symbol without its prefix and suffix. */
  readonly body: string;
  /** Where the instantiating crate's path starts in the body; -1 where there is none. */
  readonly instantiatingCrate: number;
  /** What follows the symbol: `.llvm.123`, `.cold` …. */
  readonly suffix: string;
}

const PREFIX = /^(?:__?)?R(?=[A-Z])/;
const CAPITAL = /^[A-Z]/;

/** Returns the extent of a v0 symbol, or `undefined` when the text is none. */
export function parseV0(symbol: string): V0Symbol | undefined {
  const prefix = PREFIX.exec(symbol);
  if (prefix === null || !isAscii(symbol)) return undefined;
  const text = symbol.slice(prefix[0].length);
  const pathEnd = endOfPath(text, 0);
  if (pathEnd < 0) return undefined;
  const isInstantiated = CAPITAL.test(text.slice(pathEnd, pathEnd + 1));
  const end = isInstantiated ? endOfPath(text, pathEnd) : pathEnd;
  if (end < 0) return undefined;
  return { body: text.slice(0, end), instantiatingCrate: isInstantiated ? pathEnd : -1, suffix: text.slice(end) };
}

/** Writes the path that starts at `start` of the body; `alternate` leaves out crate hashes and the types of numbers. */
export function printV0(symbol: V0Symbol, alternate: boolean, out: BoundedText, start = 0): void {
  new Printer(new Cursor(symbol.body, start), out, alternate).path(start === 0);
}

function endOfPath(text: string, start: number): number {
  const cursor = new Cursor(text, start);
  const printer = new Printer(cursor, undefined, true);
  printer.path(false);
  return printer.hasFailed ? -1 : cursor.at;
}

const BASIC_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      a: "i8",
      b: "bool",
      c: "char",
      d: "f64",
      e: "str",
      f: "f32",
      h: "u8",
      i: "isize",
      j: "usize",
      l: "i32",
      m: "u32",
    },
    ...{ n: "i128", o: "u128", p: "_", s: "i16", t: "u16", u: "()", v: "...", x: "i64", y: "u64", z: "!" },
  }),
);

const UNSIGNED = "htmyoj";
const SIGNED = "aslxni";
const NAMED_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["C", "closure"],
  ["S", "shim"],
]);

/** Prints from a cursor. `out` undefined: only reads. */
class Printer {
  #cursor: Cursor;
  #out: BoundedText | undefined;
  #failed = false;
  /** Lifetimes bound by all `for<…>` around the current place. */
  #boundLifetimes = 0;
  readonly #alternate: boolean;

  constructor(cursor: Cursor, out: BoundedText | undefined, alternate: boolean) {
    this.#cursor = cursor;
    this.#out = out;
    this.#alternate = alternate;
  }

  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Prints a path; generic arguments in values take a turbofish. */
  path(inValue: boolean): void {
    if (!this.#enter()) return;
    const tag = this.#read((c) => c.tag());
    if (tag === undefined) return;
    const isPrinted = this.#pathOf(tag, inValue);
    if (isPrinted) this.#leave();
  }

  #pathOf(tag: string, inValue: boolean): boolean {
    switch (tag) {
      case "C":
        return this.#crate();
      case "N":
        return this.#nested(inValue);
      case "M":
      case "X":
      case "Y":
        return this.#implementation(tag);
      case "I":
        this.path(inValue);
        if (inValue) this.#write("::");
        this.#write("<");
        this.#list(() => this.#genericArgument(), ", ");
        this.#write(">");
        return true;
      case "B":
        this.#backReference(() => this.path(inValue));
        return true;
      default:
        return this.#fail();
    }
  }

  #crate(): boolean {
    const hash = this.#read((c) => c.disambiguator());
    if (hash === undefined) return false;
    const name = this.#read((c) => c.identifier());
    if (name === undefined) return false;
    this.#identifier(name);
    if (!this.#alternate && hash !== 0n) this.#write("[", hash.toString(16), "]");
    return true;
  }

  #nested(inValue: boolean): boolean {
    const namespace = this.#read((c) => c.namespace());
    if (namespace === undefined) return false;
    this.path(inValue);
    if (this.#failed) this.#write("::");
    const index = this.#read((c) => c.disambiguator());
    if (index === undefined) return false;
    const name = this.#read((c) => c.identifier());
    if (name === undefined) return false;
    const isNamed = name.ascii !== "" || name.punycode !== "";
    if (CAPITAL.test(namespace)) {
      this.#write("::{", NAMED_NAMESPACES.get(namespace) ?? namespace);
      if (isNamed) this.#write(":");
      this.#identifier(name);
      this.#write("#", index.toString(), "}");
    } else if (isNamed) {
      this.#write("::");
      this.#identifier(name);
    }
    return true;
  }

  /** `M` an inherent impl, `X` a trait's, `Y` a type's own view of a trait. The path of the impl block itself is not shown. */
  #implementation(tag: "M" | "X" | "Y"): boolean {
    if (tag !== "Y") {
      if (this.#read((c) => c.disambiguator()) === undefined) return false;
      const out = this.#out;
      this.#out = undefined;
      this.path(false);
      this.#out = out;
    }
    this.#write("<");
    this.#type();
    if (tag !== "M") {
      this.#write(" as ");
      this.path(false);
    }
    this.#write(">");
    return true;
  }

  #genericArgument(): void {
    if (this.#eat("L")) {
      const index = this.#read((c) => c.integer62());
      if (index !== undefined) this.#lifetime(index);
    } else if (this.#eat("K")) {
      this.#constant(false);
    } else {
      this.#type();
    }
  }

  #type(): void {
    const tag = this.#read((c) => c.tag());
    if (tag === undefined) return;
    const basic = BASIC_TYPES.get(tag);
    if (basic !== undefined) this.#write(basic);
    else if (this.#enter() && this.#typeOf(tag)) this.#leave();
  }

  #typeOf(tag: string): boolean {
    switch (tag) {
      case "R":
      case "Q":
        return this.#reference(tag);
      case "P":
      case "O":
        this.#write("*", tag === "P" ? "const " : "mut ");
        this.#type();
        return true;
      case "A":
      case "S":
        return this.#sequence(tag);
      case "T":
        this.#tuple(() => this.#type());
        return true;
      case "F":
        this.#inBinder(() => this.#functionPointer());
        return true;
      case "D":
        return this.#traitObject();
      case "B":
        this.#backReference(() => this.#type());
        return true;
      case "W":
        this.#type();
        this.#write(" is ");
        this.#pattern();
        return true;
      default:
        this.#cursor.at--;
        this.path(false);
        return true;
    }
  }

  #reference(tag: "R" | "Q"): boolean {
    this.#write("&");
    if (this.#eat("L")) {
      const lifetime = this.#read((c) => c.integer62());
      if (lifetime === undefined) return false;
      if (lifetime !== 0n) {
        this.#lifetime(lifetime);
        this.#write(" ");
      }
    }
    if (tag === "Q") this.#write("mut ");
    this.#type();
    return true;
  }

  #sequence(tag: "A" | "S"): boolean {
    this.#write("[");
    this.#type();
    if (tag === "A") {
      this.#write("; ");
      this.#constant(true);
    }
    this.#write("]");
    return true;
  }

  #tuple(element: () => void): void {
    this.#write("(");
    const count = this.#list(element, ", ");
    if (count === 1) this.#write(",");
    this.#write(")");
  }

  #functionPointer(): void {
    const isUnsafe = this.#eat("U");
    let abi: readonly string[] | undefined;
    if (this.#eat("K")) {
      abi = this.#abi();
      if (abi === undefined) return;
    }
    if (isUnsafe) this.#write("unsafe ");
    if (abi !== undefined) this.#write('extern "', ...abi, '" ');
    this.#write("fn(");
    this.#list(() => this.#type(), ", ");
    this.#write(")");
    // A return type of `()` isn't shown.
    if (this.#eat("u")) return;
    this.#write(" -> ");
    this.#type();
  }

  /** Reads a calling convention, in whose name `_` stands for `-`. */
  #abi(): readonly string[] | undefined {
    if (this.#eat("C")) return ["C"];
    const name = this.#read((c) => c.identifier());
    if (name === undefined) return undefined;
    if (name.ascii !== "" && name.punycode === "") return name.ascii.replaceAll("_", "-").split(/(-)/);
    this.#fail();
    return undefined;
  }

  #traitObject(): boolean {
    this.#write("dyn ");
    this.#inBinder(() => this.#list(() => this.#dynTrait(), " + "));
    if (!this.#eat("L")) return this.#fail();
    const lifetime = this.#read((c) => c.integer62());
    if (lifetime === undefined) return false;
    if (lifetime !== 0n) {
      this.#write(" + ");
      this.#lifetime(lifetime);
    }
    return true;
  }

  /** Prints a trait with its bindings of associated items inside the `<…>` of its generics. */
  #dynTrait(): void {
    let isOpen = this.#openPath();
    while (this.#eat("p")) {
      this.#write(isOpen ? ", " : "<");
      isOpen = true;
      const name = this.#read((c) => c.identifier());
      if (name === undefined) return;
      this.#identifier(name);
      this.#write(" = ");
      if (this.#eat("K")) this.#constant(false);
      else this.#type();
    }
    if (isOpen) this.#write(">");
  }

  /** Prints a path and tells whether the `>` of its generic arguments is still missing. */
  #openPath(): boolean {
    if (this.#eat("B")) {
      let isOpen = false;
      this.#backReference(() => {
        isOpen = this.#openPath();
      });
      return isOpen;
    }
    const isGeneric = this.#eat("I");
    this.path(false);
    if (!isGeneric) return false;
    this.#write("<");
    this.#list(() => this.#genericArgument(), ", ");
    return true;
  }

  #pattern(): void {
    const tag = this.#read((c) => c.tag());
    if (tag === undefined) return;
    if (tag === "R") {
      this.#constant(false);
      this.#write("..=");
      this.#constant(false);
    } else if (tag === "O") {
      this.#alternatives();
    } else if (tag === "N") {
      this.#write("!null");
    } else {
      this.#fail();
    }
  }

  #alternatives(): void {
    if (!this.#enter()) return;
    this.#pattern();
    while (!this.#eat("E")) {
      if (this.#failed) {
        this.#fail();
        return;
      }
      this.#write(" | ");
      this.#pattern();
    }
    this.#leave();
  }

  /** Prints a constant; outside of another one, all but plain literals stand in braces. */
  #constant(inValue: boolean): void {
    const tag = this.#read((c) => c.tag());
    if (tag === undefined || !this.#enter()) return;
    const isPrinted = this.#scalar(tag) ?? this.#compound(tag, inValue);
    if (isPrinted) this.#leave();
  }

  /** Prints a constant that never needs braces; `undefined` when `tag` starts another kind, false after a problem. */
  #scalar(tag: string): boolean | undefined {
    if (tag === "p") {
      this.#write("_");
      return true;
    }
    if (UNSIGNED.includes(tag)) return this.#integer(tag);
    if (SIGNED.includes(tag)) {
      if (this.#eat("n")) this.#write("-");
      return this.#integer(tag);
    }
    if (tag !== "b" && tag !== "c") return undefined;
    const nibbles = this.#read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const value = parseNibbles(nibbles);
    return tag === "b" ? this.#boolean(value) : this.#character(value);
  }

  #boolean(value: bigint | undefined): boolean {
    if (value !== 0n && value !== 1n) return this.#fail();
    this.#write(value === 1n ? "true" : "false");
    return true;
  }

  #character(value: bigint | undefined): boolean {
    if (value === undefined || value > 0x10ffffn || !isScalarValue(Number(value))) return this.#fail();
    this.#quoted(String.fromCodePoint(Number(value)), "'");
    return true;
  }

  #compound(tag: string, inValue: boolean): boolean {
    if (tag === "R" && this.#eat("e")) return this.#text();
    if (tag === "B") {
      this.#backReference(() => this.#constant(inValue));
      return true;
    }
    if (!"eRQATV".includes(tag)) return this.#fail();
    if (!inValue) this.#write("{");
    const isPrinted = this.#braced(tag);
    if (isPrinted && !inValue) this.#write("}");
    return isPrinted;
  }

  #braced(tag: string): boolean {
    switch (tag) {
      case "e":
        this.#write("*");
        this.#text();
        return true;
      case "A":
        this.#write("[");
        this.#list(() => this.#constant(true), ", ");
        this.#write("]");
        return true;
      case "T":
        this.#tuple(() => this.#constant(true));
        return true;
      case "V":
        this.path(true);
        return this.#fields();
      default:
        this.#write("&");
        if (tag === "Q") this.#write("mut ");
        this.#constant(true);
        return true;
    }
  }

  #fields(): boolean {
    const form = this.#read((c) => c.tag());
    if (form === undefined) return false;
    if (form === "T") {
      this.#write("(");
      this.#list(() => this.#constant(true), ", ");
      this.#write(")");
    } else if (form === "S") {
      this.#write(" { ");
      this.#list(() => this.#field(), ", ");
      this.#write(" }");
    } else if (form !== "U") {
      return this.#fail();
    }
    return true;
  }

  #field(): void {
    if (this.#read((c) => c.disambiguator()) === undefined) return;
    const name = this.#read((c) => c.identifier());
    if (name === undefined) return;
    this.#identifier(name);
    this.#write(": ");
    this.#constant(true);
  }

  #integer(type: string): boolean {
    const nibbles = this.#read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const value = parseNibbles(nibbles);
    if (value === undefined) this.#write("0x", nibbles);
    else this.#write(value.toString());
    if (!this.#alternate) this.#write(BASIC_TYPES.get(type)!);
    return true;
  }

  #text(): boolean {
    const nibbles = this.#read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const text = parseTextNibbles(nibbles);
    if (text === undefined) return this.#fail();
    this.#quoted(text, '"');
    return true;
  }

  #quoted(text: string, quote: "'" | '"'): void {
    this.#write(quote);
    for (const character of text) this.#write(...escapeInLiteral(character, quote));
    this.#write(quote);
  }

  #identifier(name: Identifier): void {
    if (this.#out === undefined) return;
    const decoded = decodePunycode(name.ascii, name.punycode);
    if (decoded !== undefined) this.#write(...decoded);
    else if (name.punycode === "") this.#write(name.ascii);
    else if (name.ascii === "") this.#write("punycode{", name.punycode, "}");
    else this.#write("punycode{", name.ascii, "-", name.punycode, "}");
  }

  /** Index 0 is `'_`, 1 the innermost bound lifetime, and so on outwards; names go by depth: `'a` to `'z`, then `'_26`. */
  #lifetime(index: bigint): void {
    if (this.#out === undefined) return;
    this.#write("'");
    const depth = BigInt(this.#boundLifetimes) - index;
    if (index === 0n) this.#write("_");
    else if (depth < 0n) this.#fail();
    else if (depth < 26n) this.#write(String.fromCharCode(0x61 + Number(depth)));
    else this.#write("_", depth.toString());
  }

  #inBinder(print: () => void): void {
    const count = this.#read((c) => c.taggedInteger62("G"));
    if (count === undefined) return;
    const outside = this.#boundLifetimes;
    // Without output nobody asks for the names, and their number may be absurd.
    if (this.#out !== undefined && count > 0n) this.#binder(count);
    print();
    this.#boundLifetimes = outside;
  }

  #binder(count: bigint): void {
    this.#write("for<");
    for (let i = 0n; i < count; i++) {
      if (i > 0n) this.#write(", ");
      this.#boundLifetimes++;
      this.#lifetime(1n);
    }
    this.#write("> ");
  }

  /** Prints elements up to `E` and returns their number. */
  #list(element: () => void, separator: string): number {
    let count = 0;
    while (!this.#failed && !this.#eat("E")) {
      if (count > 0) this.#write(separator);
      element();
      count++;
    }
    return count;
  }

  /** Prints the target of a back reference whose `B` was just read; a problem there ends with it. */
  #backReference(print: () => void): void {
    const target = this.#read((c) => c.backReference());
    if (target === undefined || this.#out === undefined) return;
    const origin = this.#cursor;
    this.#cursor = target;
    print();
    this.#cursor = origin;
    this.#failed = false;
  }

  #eat(tag: string): boolean {
    return !this.#failed && this.#cursor.eat(tag);
  }

  #enter(): boolean {
    return this.#read((c) => c.enter()) !== undefined;
  }

  #leave(): void {
    if (!this.#failed) this.#cursor.leave();
  }

  /** Reads something, or prints why that isn't possible and returns `undefined`: `?` when the problem is an earlier one. */
  #read<T>(reader: (cursor: Cursor) => T | Problem): T | undefined {
    if (this.#failed) {
      this.#write("?");
      return undefined;
    }
    const value = reader(this.#cursor);
    if (!(value instanceof Problem)) return value;
    this.#fail(value);
    return undefined;
  }

  #fail(problem: Problem = INVALID): false {
    this.#write(problem.message);
    this.#failed = true;
    return false;
  }

  #write(...pieces: string[]): void {
    if (this.#out === undefined) return;
    for (const piece of pieces) this.#out.write(piece);
  }
}
