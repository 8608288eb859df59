/**
 * What all parts of a v0 printer share: reading through a cursor, writing what was read, and going on after a problem. The first problem is
 * printed where it occurs; what would follow is sketched with `?`. Without output a printer only reads, and follows no back references.
 */

import type { BoundedText } from "./bounded-text.ts";
import { decodePunycode } from "./punycode.ts";
import { type Cursor, type Identifier, INVALID, Problem } from "./v0-cursor.ts";

/** Reader and writer at one place of a symbol. */
export abstract class V0Printer {
  protected cursor: Cursor;
  protected out: BoundedText | undefined;
  protected failed = false;
  /** Leave out crate hashes and the types of numbers. */
  protected readonly alternate: boolean;
  /** Lifetimes bound by all `for<…>` around the current place. */
  private boundLifetimes = 0;

  /** `out` undefined: only reads. */
  constructor(cursor: Cursor, out: BoundedText | undefined, alternate: boolean) {
    this.cursor = cursor;
    this.out = out;
    this.alternate = alternate;
  }

  /** True once something could not be read. */
  get hasFailed(): boolean {
    return this.failed;
  }

  /** Prints a path; generic arguments in values take a turbofish. */
  abstract path(inValue: boolean): void;

  protected tuple(element: () => void): void {
    this.write("(");
    const count = this.list(element, ", ");
    if (count === 1) this.write(",");
    this.write(")");
  }
  protected identifier(name: Identifier): void {
    if (this.out === undefined) return;
    const decoded = decodePunycode(name.ascii, name.punycode);
    if (decoded !== undefined) this.write(...decoded);
    else if (name.punycode === "") this.write(name.ascii);
    else if (name.ascii === "") this.write("punycode{", name.punycode, "}");
    else this.write("punycode{", name.ascii, "-", name.punycode, "}");
  }

  /** Index 0 is `'_`, 1 the innermost bound lifetime, and so on outwards; names go by depth: `'a` to `'z`, then `'_26`. */
  protected lifetime(index: bigint): void {
    if (this.out === undefined) return;
    this.write("'");
    const depth = BigInt(this.boundLifetimes) - index;
    if (index === 0n) this.write("_");
    else if (depth < 0n) this.fail();
    else if (depth < 26n) this.write(String.fromCharCode(0x61 + Number(depth)));
    else this.write("_", depth.toString());
  }

  protected inBinder(print: () => void): void {
    const count = this.read((c) => c.taggedInteger62("G"));
    if (count === undefined) return;
    const outside = this.boundLifetimes;
    // Without output nobody asks for the names, and their number may be absurd.
    if (this.out !== undefined && count > 0n) this.binder(count);
    print();
    this.boundLifetimes = outside;
  }

  private binder(count: bigint): void {
    this.write("for<");
    for (let i = 0n; i < count; i++) {
      if (i > 0n) this.write(", ");
      this.boundLifetimes++;
      this.lifetime(1n);
    }
    this.write("> ");
  }

  /** Prints elements up to `E` and returns their number. */
  protected list(element: () => void, separator: string): number {
    let count = 0;
    while (!this.failed && !this.eat("E")) {
      if (count > 0) this.write(separator);
      element();
      count++;
    }
    return count;
  }

  /** Prints the target of a back reference whose `B` was just read; a problem there ends with it. */
  protected backReference(print: () => void): void {
    const target = this.read((c) => c.backReference());
    if (target === undefined || this.out === undefined) return;
    const origin = this.cursor;
    this.cursor = target;
    print();
    this.cursor = origin;
    this.failed = false;
  }

  protected eat(tag: string): boolean {
    return !this.failed && this.cursor.eat(tag);
  }

  protected enter(): boolean {
    return this.read((c) => c.enter()) !== undefined;
  }

  protected leave(): void {
    if (!this.failed) this.cursor.leave();
  }

  /** Reads something, or prints why that isn't possible and returns `undefined`: `?` when the problem is an earlier one. */
  protected read<T>(reader: (cursor: Cursor) => T | Problem): T | undefined {
    if (this.failed) {
      this.write("?");
      return undefined;
    }
    const value = reader(this.cursor);
    if (!(value instanceof Problem)) return value;
    this.fail(value);
    return undefined;
  }

  protected fail(problem: Problem = INVALID): false {
    this.write(problem.message);
    this.failed = true;
    return false;
  }

  protected write(...pieces: string[]): void {
    if (this.out === undefined) return;
    for (const piece of pieces) this.out.write(piece);
  }
}
