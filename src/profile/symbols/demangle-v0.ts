/**
 * Rust's v0 mangling (RFC 2603, `rustc` book "v0 Symbol Format"): a prefix grammar of paths, types and constants with back references.
 * Reading and printing are one pass, as in rustc-demangle, whose output this reproduces, error marks included: after a problem the
 * rest of the syntax is still sketched with `?`. A first pass without output decides whether a text is a symbol at all; it does not
 * follow back references. Depth is limited by the cursor, so recursion is safe; length by the {@link BoundedText}, for whose sake the pieces written are rustc-demangle's.
 */

import type { BoundedText } from "./bounded-text.ts";
import { isAscii } from "./demangle-legacy.ts";
import { BASIC_TYPES, ConstantPrinter } from "./v0-constants.ts";
import { Cursor } from "./v0-cursor.ts";

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

const NAMED_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["C", "closure"],
  ["S", "shim"],
]);

/** Prints paths and types. */
class Printer extends ConstantPrinter {
  /** Prints a path; generic arguments in values take a turbofish. */
  path(inValue: boolean): void {
    if (!this.enter()) return;
    const tag = this.read((c) => c.tag());
    if (tag === undefined) return;
    const isPrinted = this.pathOf(tag, inValue);
    if (isPrinted) this.leave();
  }

  private pathOf(tag: string, inValue: boolean): boolean {
    switch (tag) {
      case "C":
        return this.crate();
      case "N":
        return this.nested(inValue);
      case "M":
      case "X":
      case "Y":
        return this.implementation(tag);
      case "I":
        this.path(inValue);
        if (inValue) this.write("::");
        this.write("<");
        this.list(() => this.genericArgument(), ", ");
        this.write(">");
        return true;
      case "B":
        this.backReference(() => this.path(inValue));
        return true;
      default:
        return this.fail();
    }
  }

  private crate(): boolean {
    const hash = this.read((c) => c.disambiguator());
    if (hash === undefined) return false;
    const name = this.read((c) => c.identifier());
    if (name === undefined) return false;
    this.identifier(name);
    if (!this.alternate && hash !== 0n) this.write("[", hash.toString(16), "]");
    return true;
  }

  private nested(inValue: boolean): boolean {
    const namespace = this.read((c) => c.namespace());
    if (namespace === undefined) return false;
    this.path(inValue);
    if (this.failed) this.write("::");
    const index = this.read((c) => c.disambiguator());
    if (index === undefined) return false;
    const name = this.read((c) => c.identifier());
    if (name === undefined) return false;
    const isNamed = name.ascii !== "" || name.punycode !== "";
    if (CAPITAL.test(namespace)) {
      this.write("::{", NAMED_NAMESPACES.get(namespace) ?? namespace);
      if (isNamed) this.write(":");
      this.identifier(name);
      this.write("#", index.toString(), "}");
    } else if (isNamed) {
      this.write("::");
      this.identifier(name);
    }
    return true;
  }

  /** `M` an inherent impl, `X` a trait's, `Y` a type's own view of a trait. The path of the impl block itself is not shown. */
  private implementation(tag: "M" | "X" | "Y"): boolean {
    if (tag !== "Y") {
      if (this.read((c) => c.disambiguator()) === undefined) return false;
      const out = this.out;
      this.out = undefined;
      this.path(false);
      this.out = out;
    }
    this.write("<");
    this.type();
    if (tag !== "M") {
      this.write(" as ");
      this.path(false);
    }
    this.write(">");
    return true;
  }

  private genericArgument(): void {
    if (this.eat("L")) {
      const index = this.read((c) => c.integer62());
      if (index !== undefined) this.lifetime(index);
    } else if (this.eat("K")) {
      this.constant(false);
    } else {
      this.type();
    }
  }

  private type(): void {
    const tag = this.read((c) => c.tag());
    if (tag === undefined) return;
    const basic = BASIC_TYPES.get(tag);
    if (basic !== undefined) this.write(basic);
    else if (this.enter() && this.typeOf(tag)) this.leave();
  }

  private typeOf(tag: string): boolean {
    switch (tag) {
      case "R":
      case "Q":
        return this.reference(tag);
      case "P":
      case "O":
        this.write("*", tag === "P" ? "const " : "mut ");
        this.type();
        return true;
      case "A":
      case "S":
        return this.sequence(tag);
      case "T":
        this.tuple(() => this.type());
        return true;
      case "F":
        this.inBinder(() => this.functionPointer());
        return true;
      case "D":
        return this.traitObject();
      case "B":
        this.backReference(() => this.type());
        return true;
      case "W":
        this.type();
        this.write(" is ");
        this.pattern();
        return true;
      default:
        this.cursor.at--;
        this.path(false);
        return true;
    }
  }

  private reference(tag: "R" | "Q"): boolean {
    this.write("&");
    if (this.eat("L")) {
      const lifetime = this.read((c) => c.integer62());
      if (lifetime === undefined) return false;
      if (lifetime !== 0n) {
        this.lifetime(lifetime);
        this.write(" ");
      }
    }
    if (tag === "Q") this.write("mut ");
    this.type();
    return true;
  }

  private sequence(tag: "A" | "S"): boolean {
    this.write("[");
    this.type();
    if (tag === "A") {
      this.write("; ");
      this.constant(true);
    }
    this.write("]");
    return true;
  }
  private functionPointer(): void {
    const isUnsafe = this.eat("U");
    let abi: readonly string[] | undefined;
    if (this.eat("K")) {
      abi = this.abi();
      if (abi === undefined) return;
    }
    if (isUnsafe) this.write("unsafe ");
    if (abi !== undefined) this.write('extern "', ...abi, '" ');
    this.write("fn(");
    this.list(() => this.type(), ", ");
    this.write(")");
    // A return type of `()` isn't shown.
    if (this.eat("u")) return;
    this.write(" -> ");
    this.type();
  }

  /** Reads a calling convention, in whose name `_` stands for `-`. */
  private abi(): readonly string[] | undefined {
    if (this.eat("C")) return ["C"];
    const name = this.read((c) => c.identifier());
    if (name === undefined) return undefined;
    if (name.ascii !== "" && name.punycode === "") return name.ascii.replaceAll("_", "-").split(/(-)/);
    this.fail();
    return undefined;
  }

  private traitObject(): boolean {
    this.write("dyn ");
    this.inBinder(() => this.list(() => this.dynTrait(), " + "));
    if (!this.eat("L")) return this.fail();
    const lifetime = this.read((c) => c.integer62());
    if (lifetime === undefined) return false;
    if (lifetime !== 0n) {
      this.write(" + ");
      this.lifetime(lifetime);
    }
    return true;
  }

  /** Prints a trait with its bindings of associated items inside the `<…>` of its generics. */
  private dynTrait(): void {
    let isOpen = this.openPath();
    while (this.eat("p")) {
      this.write(isOpen ? ", " : "<");
      isOpen = true;
      const name = this.read((c) => c.identifier());
      if (name === undefined) return;
      this.identifier(name);
      this.write(" = ");
      if (this.eat("K")) this.constant(false);
      else this.type();
    }
    if (isOpen) this.write(">");
  }

  /** Prints a path and tells whether the `>` of its generic arguments is still missing. */
  private openPath(): boolean {
    if (this.eat("B")) {
      let isOpen = false;
      this.backReference(() => {
        isOpen = this.openPath();
      });
      return isOpen;
    }
    const isGeneric = this.eat("I");
    this.path(false);
    if (!isGeneric) return false;
    this.write("<");
    this.list(() => this.genericArgument(), ", ");
    return true;
  }

  private pattern(): void {
    const tag = this.read((c) => c.tag());
    if (tag === undefined) return;
    if (tag === "R") {
      this.constant(false);
      this.write("..=");
      this.constant(false);
    } else if (tag === "O") {
      this.alternatives();
    } else if (tag === "N") {
      this.write("!null");
    } else {
      this.fail();
    }
  }

  private alternatives(): void {
    if (!this.enter()) return;
    this.pattern();
    while (!this.eat("E")) {
      if (this.failed) {
        this.fail();
        return;
      }
      this.write(" | ");
      this.pattern();
    }
    this.leave();
  }
}
