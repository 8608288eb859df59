/**
 * Sums of weights by stack, from two columns of a document that come one behind the other. Only what has no partner yet is held, so that a
 * recording costs four bytes a sample while its weights are still to come, and none afterwards.
 */
import { FloatColumn, IntColumn } from "./tables.ts";

/** Adds up the samples of one thread. */
export class SampleSums {
  private readonly stacks = new Waiting();
  private readonly weights = new Waiting();
  private anyWeight = false;
  private readonly sums = new Map<number, { count: number; weight: number }>();

  /** Takes the stack of the next sample: any integer. */
  addStack(stack: number): void {
    const weight = this.weights.shift();
    if (weight === undefined) this.stacks.push(stack);
    else this.add(stack, weight);
  }

  /** Takes the weight of the next sample. */
  addWeight(weight: number): void {
    this.anyWeight = true;
    const stack = this.stacks.shift();
    if (stack === undefined) this.weights.push(weight);
    else this.add(stack, weight);
  }

  /** Takes a sample as a whole. */
  add(stack: number, weight: number): void {
    const sum = this.sums.get(stack);
    if (sum === undefined) this.sums.set(stack, { count: 1, weight });
    else {
      sum.count++;
      sum.weight += weight;
    }
  }

  /** Returns what was added up. Samples without a weight count 1 where none has one, and nothing where some have. */
  finish(): ReadonlyMap<number, { readonly count: number; readonly weight: number }> {
    for (let stack = this.stacks.shift(); stack !== undefined; stack = this.stacks.shift())
      this.add(stack, this.anyWeight ? 0 : 1);
    return this.sums;
  }
}

/** A queue of numbers that gives its memory back when it has been emptied. */
class Waiting {
  private column: IntColumn | FloatColumn = new IntColumn();
  private taken = 0;

  push(value: number): void {
    if (this.column instanceof IntColumn && value !== (value | 0)) this.widen();
    this.column.push(value);
  }

  shift(): number | undefined {
    if (this.taken === this.column.length) return undefined;
    const value = this.column.data[this.taken++]!;
    if (this.taken === this.column.length) {
      this.column = new IntColumn();
      this.taken = 0;
    }
    return value;
  }

  private widen(): void {
    const wide = new FloatColumn();
    for (let row = 0; row < this.column.length; row++) wide.push(this.column.data[row]!);
    this.column = wide;
  }
}
