/**
 * Recursion that a profile shows, whatever the static graph says of it: cycles of its own call graph.
 *
 * A closure counts as a function of its own here. Charged to the function it is written in, `f → map → closure of f` would be a cycle though nothing
 * calls itself; it is one only if the closure calls `f` again.
 */
import { PairTable } from "../import/tables.ts";
import { componentsOf } from "./components.ts";
import { closurePart, type FrameMatch } from "./match.ts";

/** What is needed to read cycles. */
export interface CycleInput {
  readonly matches: readonly FrameMatch[];
  /** Subject of each frame. */
  readonly subjectOf: Int32Array;
  /** By subject: is a function of the workspace. */
  readonly workspace: readonly boolean[];
}

/** Collects calls between frames, then finds what is recursive among the workspace functions. */
export class ObservedCalls {
  private readonly input: CycleInput;
  /** Functions and closures, by subject and place in it. */
  private readonly parts = new Map<string, number>();
  private readonly subjectOfPart: number[] = [];
  private readonly pairs = new PairTable();

  constructor(input: CycleInput) {
    this.input = input;
  }

  /** Notes that one frame calls another. */
  call(caller: number, callee: number): void {
    const [from, to] = [this.partOf(caller), this.partOf(callee)];
    if (from >= 0 && to >= 0) this.pairs.intern(from, to);
  }

  /** Notes a call between functions, not their closures. */
  callOf(caller: number, callee: number): void {
    this.pairs.intern(this.part(caller, ""), this.part(callee, ""));
  }

  /** Returns the groups of several subjects that call each other in a circle; no subject is in two. */
  cycles(): number[][] {
    const { of } = componentsOf(this.subjectOfPart.length, this.pairs.first.toArray(), this.pairs.second.toArray());
    const members = new Map<number, Set<number>>();
    for (const [part, subject] of this.subjectOfPart.entries()) {
      const known = members.get(of[part]!);
      if (known) known.add(subject);
      else members.set(of[part]!, new Set([subject]));
    }
    return this.joined([...members.values()].map((set) => [...set]));
  }

  /** Circles that share a subject are one. */
  private joined(circles: readonly (readonly number[])[]): number[][] {
    const { workspace } = this.input;
    const ring = circles.flatMap((circle) =>
      circle.map((from, at) => [from, circle[(at + 1) % circle.length]!] as const),
    );
    const { of } = componentsOf(
      workspace.length,
      Int32Array.from(ring, ([from]) => from),
      Int32Array.from(ring, ([, to]) => to),
    );
    const groups = new Map<number, number[]>();
    for (const subject of [...new Set(this.subjectOfPart)].sort((a, b) => a - b)) {
      const known = groups.get(of[subject]!);
      if (known) known.push(subject);
      else groups.set(of[subject]!, [subject]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  /** The function or closure that a frame runs; -1 outside of the workspace. */
  private partOf(frame: number): number {
    const { subjectOf, workspace, matches } = this.input;
    const subject = subjectOf[frame]!;
    return workspace[subject] ? this.part(subject, closurePart(matches[frame]!.copy)) : -1;
  }

  private part(subject: number, place: string): number {
    const key = `${subject} ${place}`;
    let part = this.parts.get(key);
    if (part === undefined) {
      part = this.subjectOfPart.push(subject) - 1;
      this.parts.set(key, part);
    }
    return part;
  }
}
