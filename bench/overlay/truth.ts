/** Self and inclusive cost per function, and cost per edge, against tables made from addresses and DWARF. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { frameMatcher } from "../../src/profile/overlay/graph-matcher.ts";
import { layOver, type Overlay } from "../../src/profile/overlay/overlay.ts";
import { filesOf, Places, type Program, percent, type Row, readProfile, readTable } from "./corpus.ts";

/** Prints how far our tables are from the truth, for all recordings of a program. */
export async function benchTruth(program: Program, isShowing: boolean): Promise<void> {
  const truth = join(program.folder, "truth");
  const symbols = filesOf(truth, ".symbols.tsv").flatMap((file) => readTable(join(truth, file)));
  const places = new Places(program.graph, symbols);
  for (const file of filesOf(truth, ".funcs.tsv")) {
    const recording = file.replace(/\.funcs\.tsv$/, "");
    const isCallgrind = recording.endsWith("callgrind");
    const path = join(program.folder, isCallgrind ? `${recording}.out` : `${recording}.perf.txt`);
    if (!existsSync(path) && !existsSync(`${path}.gz`)) continue;
    const options = { through: [isCallgrind ? "none" : "all"], repair: false, recursion: "keep" } as const;
    const overlay = layOver(await readProfile(path), program.graph, frameMatcher(program.graph), options);
    const rows = readTable(join(truth, file));
    const edges = readTable(join(truth, `${recording}.edges.tsv`));
    const comparison = new Comparison(overlay, places, rows);
    const parts = [...comparison.functions(rows, isCallgrind), comparison.edges(edges, isCallgrind)];
    console.log(`${program.name} ${recording}: ${parts.join("; ")}`);
    if (isShowing) for (const line of comparison.wrong.slice(0, 6)) console.log(`    ${line}`);
  }
}

class Comparison {
  readonly wrong: string[] = [];
  private readonly overlay: Overlay;
  /** Subjects by the place of their function as the tables write it. */
  private readonly subjects = new Map<string, number[]>();
  private readonly placeOf: Map<number, string>;

  constructor(overlay: Overlay, places: Places, rows: readonly Row[]) {
    this.overlay = overlay;
    this.placeOf = places.byNode(rows.map((row) => [row.owner_file!, Number(row.owner_line)] as const));
    for (const [subject, { kind, node }] of overlay.subjects.rows.entries()) {
      const place = kind === "function" ? (this.placeOf.get(node) ?? `? ${node}`) : undefined;
      if (place !== undefined) this.subjects.set(place, [...(this.subjects.get(place) ?? []), subject]);
    }
  }

  /** Shares of the samples (or of the cost) that are charged as in the truth. */
  functions(rows: readonly Row[], isCost: boolean): string[] {
    const { subjects } = this.overlay.costs;
    const own = rows.filter(({ owner_kind }) => owner_kind === "fn");
    if (isCost) return [this.column("self", own, "self_cost", subjects.self)];
    return [
      this.column("self", own, "self", subjects.selfCount),
      this.column("inclusive", own, "inclusive", subjects.inclusiveCount),
    ];
  }

  private column(name: string, rows: readonly Row[], field: string, values: Float64Array): string {
    let [whole, off, right] = [0, 0, 0];
    for (const row of rows) {
      const expected = Number(row[field]);
      const place = `${row.owner_file}:${row.owner_line}`;
      const found = (this.subjects.get(place) ?? []).reduce((sum, subject) => sum + values[subject]!, 0);
      whole += expected;
      off += Math.abs(expected - found);
      if (expected === found) right++;
      else this.wrong.push(`${name} of ${row.owner} ${place}: ${found}, truth ${expected}`);
    }
    return `${name} ${percent(whole - off, whole)} (${right} of ${rows.length} functions equal)`;
  }

  edges(rows: readonly Row[], isCost: boolean): string {
    const { edges } = this.overlay.costs;
    const found = new Map<string, number>();
    const placeOfSubject = (subject: number): string | undefined => {
      const { kind, node } = this.overlay.subjects.rows[subject]!;
      return kind === "function" ? this.placeOf.get(node) : undefined;
    };
    for (let edge = 0; edge < edges.length; edge++) {
      const key = `${placeOfSubject(edges.caller[edge]!)} ${placeOfSubject(edges.callee[edge]!)}`;
      found.set(key, (found.get(key) ?? 0) + edges.count[edge]!);
    }
    let [whole, off] = [0, 0];
    for (const row of rows) {
      if (row.caller_kind !== "fn" || row.callee_kind !== "fn") continue;
      const key = `${row.caller_file}:${row.caller_line} ${row.callee_file}:${row.callee_line}`;
      const expected = Number(isCost ? row.calls : row.samples);
      whole += expected;
      off += Math.abs(expected - (found.get(key) ?? 0));
      if (expected !== found.get(key))
        this.wrong.push(`edge ${row.caller} ${row.callee}: ${found.get(key) ?? 0}, truth ${expected}`);
    }
    return `${isCost ? "calls" : "edges"} ${percent(whole - off, whole)}`;
  }
}
