/**
 * Subjects: what cost is charged to. A workspace function with all its copies (or one copy of it, on request), an external function, a
 * symbol that was not matched, or a recursion group, whose members are subjects as well.
 */
import type { NodeIndex } from "../../base/ids.ts";
import { nodeKey, nodeText } from "../../graph/columns.ts";
import type { CallGraph } from "../../graph/types.ts";
import { type FrameMatch, isClosureName, type MatchKind } from "./match.ts";

/** Kind of a subject. */
export type SubjectKind = MatchKind | "group";

/** Whether the copies of a function are told apart: not at all, by closure, or by type arguments. */
export type Split = "none" | "closure" | "mono";

/** One thing that cost is charged to. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Stable across builds: the node's key, or the name. */
  readonly key: string;
  /** To be shown: the node's path, the symbol, or the members of a group. */
  readonly name: string;
  /** The named function (for a copy: the function it is a copy of); -1 when there is none. */
  readonly node: NodeIndex | -1;
  /** Crate of an external; `""` otherwise. */
  readonly crate: string;
  /** Members of a group; empty otherwise. */
  readonly members: readonly number[];
}

/** All subjects of an overlay, and which one each frame belongs to. */
export class SubjectTable {
  readonly rows: Subject[] = [];
  /** Distinct copies (symbols) seen of each subject; its closures are none. */
  readonly copies: Set<string>[] = [];
  /** False for a subject that rests on an ambiguous match. */
  readonly sure: boolean[] = [];
  private readonly byKey = new Map<string, number>();

  /** Number of subjects. */
  get length(): number {
    return this.rows.length;
  }

  /** Returns the row of a subject, adding it at its first sight. */
  add(subject: Subject): number {
    const key = `${subject.kind} ${subject.key}`;
    let row = this.byKey.get(key);
    if (row === undefined) {
      row = this.rows.push(subject) - 1;
      this.byKey.set(key, row);
      this.copies.push(new Set());
      this.sure.push(true);
    }
    return row;
  }

  /** Returns the row of the subject with this kind and key, or -1. */
  find(kind: SubjectKind, key: string): number {
    return this.byKey.get(`${kind} ${key}`) ?? -1;
  }
}

/** Returns the function around a closure, and any other node itself. */
export function namedNode(graph: CallGraph, node: number): number {
  while (graph.nodes.parent[node]! >= 0) node = graph.nodes.parent[node]!;
  return node;
}

/** Adds the subjects of all matches, `addresses` being where their symbols begin (-1: unknown); returns the subject of each. */
export function addSubjects(
  table: SubjectTable,
  matches: readonly FrameMatch[],
  addresses: ArrayLike<number>,
  graph: CallGraph | undefined,
  split: Split,
): Int32Array {
  const rows = new Int32Array(matches.length);
  for (const [index, match] of matches.entries()) {
    const copy = copyKey(match, addresses[index]!);
    const row = table.add(subjectOf(match, copy, graph, split));
    if (!isClosureName(match.copy)) table.copies[row]!.add(copy);
    if (!match.sure) table.sure[row] = false;
    rows[index] = row;
  }
  return rows;
}

/** The older mangling gives all copies of a function one name; then their addresses tell them apart. */
function copyKey(match: FrameMatch, address: number): string {
  return address < 0 ? match.copy : `${match.copy} @0x${address.toString(16)}`;
}

function subjectOf(match: FrameMatch, copyName: string, graph: CallGraph | undefined, split: Split): Subject {
  if (match.node < 0 || graph === undefined) {
    const { kind, name, crate } = match;
    return { kind: kind === "function" ? "unmatched" : kind, key: name, name, node: -1, crate, members: [] };
  }
  const named = namedNode(graph, match.node) as NodeIndex;
  const shown = split === "closure" ? match.node : named;
  const path = nodeText(graph, shown, "path") ?? nodeKey(graph, shown);
  const key = nodeKey(graph, shown);
  const copy = split === "mono" ? { key: `${key} ${copyName}`, name: copyName } : { key, name: path };
  return { kind: "function", ...copy, node: named, crate: "", members: [] };
}
