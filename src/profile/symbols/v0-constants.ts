/** Constants in v0 symbols: values of const generics, lengths of arrays, bounds of pattern types. */

import { isScalarValue } from "./punycode.ts";
import { escapeInLiteral, parseNibbles, parseTextNibbles } from "./v0-literals.ts";
import { V0Printer } from "./v0-printer.ts";

/** Types of one letter. */
export const BASIC_TYPES: ReadonlyMap<string, string> = new Map(
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

/** Prints constants, whose paths are left to the printer of paths. */
export abstract class ConstantPrinter extends V0Printer {
  /** Prints a constant; outside of another one, all but plain literals stand in braces. */
  protected constant(inValue: boolean): void {
    const tag = this.read((c) => c.tag());
    if (tag === undefined || !this.enter()) return;
    const isPrinted = this.scalar(tag) ?? this.compound(tag, inValue);
    if (isPrinted) this.leave();
  }

  /** Prints a constant that never needs braces; `undefined` when `tag` starts another kind, false after a problem. */
  private scalar(tag: string): boolean | undefined {
    if (tag === "p") {
      this.write("_");
      return true;
    }
    if (UNSIGNED.includes(tag)) return this.integer(tag);
    if (SIGNED.includes(tag)) {
      if (this.eat("n")) this.write("-");
      return this.integer(tag);
    }
    if (tag !== "b" && tag !== "c") return undefined;
    const nibbles = this.read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const value = parseNibbles(nibbles);
    return tag === "b" ? this.boolean(value) : this.character(value);
  }

  private boolean(value: bigint | undefined): boolean {
    if (value !== 0n && value !== 1n) return this.fail();
    this.write(value === 1n ? "true" : "false");
    return true;
  }

  private character(value: bigint | undefined): boolean {
    if (value === undefined || value > 0x10ffffn || !isScalarValue(Number(value))) return this.fail();
    this.quoted(String.fromCodePoint(Number(value)), "'");
    return true;
  }

  private compound(tag: string, inValue: boolean): boolean {
    if (tag === "R" && this.eat("e")) return this.text();
    if (tag === "B") {
      this.backReference(() => this.constant(inValue));
      return true;
    }
    if (!"eRQATV".includes(tag)) return this.fail();
    if (!inValue) this.write("{");
    const isPrinted = this.braced(tag);
    if (isPrinted && !inValue) this.write("}");
    return isPrinted;
  }

  private braced(tag: string): boolean {
    switch (tag) {
      case "e":
        this.write("*");
        this.text();
        return true;
      case "A":
        this.write("[");
        this.list(() => this.constant(true), ", ");
        this.write("]");
        return true;
      case "T":
        this.tuple(() => this.constant(true));
        return true;
      case "V":
        this.path(true);
        return this.fields();
      default:
        this.write("&");
        if (tag === "Q") this.write("mut ");
        this.constant(true);
        return true;
    }
  }

  private fields(): boolean {
    const form = this.read((c) => c.tag());
    if (form === undefined) return false;
    if (form === "T") {
      this.write("(");
      this.list(() => this.constant(true), ", ");
      this.write(")");
    } else if (form === "S") {
      this.write(" { ");
      this.list(() => this.field(), ", ");
      this.write(" }");
    } else if (form !== "U") {
      return this.fail();
    }
    return true;
  }

  private field(): void {
    if (this.read((c) => c.disambiguator()) === undefined) return;
    const name = this.read((c) => c.identifier());
    if (name === undefined) return;
    this.identifier(name);
    this.write(": ");
    this.constant(true);
  }

  private integer(type: string): boolean {
    const nibbles = this.read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const value = parseNibbles(nibbles);
    if (value === undefined) this.write("0x", nibbles);
    else this.write(value.toString());
    if (!this.alternate) this.write(BASIC_TYPES.get(type)!);
    return true;
  }

  private text(): boolean {
    const nibbles = this.read((c) => c.nibbles());
    if (nibbles === undefined) return false;
    const text = parseTextNibbles(nibbles);
    if (text === undefined) return this.fail();
    this.quoted(text, '"');
    return true;
  }

  private quoted(text: string, quote: "'" | '"'): void {
    this.write(quote);
    for (const character of text) this.write(...escapeInLiteral(character, quote));
    this.write(quote);
  }
}
