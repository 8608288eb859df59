/** `callmap who`: paths between functions, recursions, dominators. */
import { nodeText } from "../graph/columns.ts";
import { dominatorChain, findDominators, UNREACHED } from "../graph/dominators.ts";
import { reach } from "../graph/reach.ts";
import { findRecursions } from "../query/cycles.ts";
import { entryNodes, ROOT_WORDS, ROOTS, type Root } from "../query/entries.ts";
import { type CallPath, edgesBetween, shortestPaths } from "../query/paths.ts";
import { unreadTables } from "../query/unreached.ts";
import { recursionLines } from "../render/cycles.ts";
import { functionText } from "../render/function-line.ts";
import { counted } from "../render/look.ts";
import { type TreeLine, treeLines } from "../render/tree.ts";
import { type Answer, functionsNamed, matchLines } from "./answer.ts";
import type { WhoQuestion } from "./who.ts";

/** Answers how the functions that `--from` names reach those of the pattern. */
export function answerPaths(question: WhoQuestion): Answer {
  const { graph, look, flags, source } = question;
  const targets = functionsNamed(question, question.pattern!);
  const sources = functionsNamed(question, flags.from!);
  const most = flags.maxPaths;
  const found = shortestPaths(graph, sources, targets, most + 1);
  const lines = [...matchLines(question, flags.from!, sources), ...matchLines(question, question.pattern!, targets)];
  const paths = found.slice(0, most);
  for (const [place, path] of paths.entries()) {
    if (place > 0) lines.push("");
    const style = {
      look,
      direction: "callees",
      title: "",
      firstLine: lines.length + 2,
      reasons: flags.why ?? false,
    } as const;
    lines.push(look.faint(`path ${place + 1}: ${counted(path.calls, "call")}`));
    lines.push(...treeLines(graph, pathRows(path), flags.source ? { ...style, source } : style));
  }
  if (found.length > most) lines.push("", look.faint(`there are more paths: --max-paths ${most * 2}`));
  if (found.length === 0) {
    const ends = [named(question, flags.from!, sources), named(question, question.pattern!, targets)];
    lines.push(`no way leads from ${ends[0]} to ${ends[1]}`, ...tableRemark(question, targets));
  }
  return {
    isFound: found.length > 0,
    lines,
    nodes: paths.flatMap((path) => path.nodes),
    edges: paths.flatMap((path) => path.edges.flat()),
  };
}

/** What a constant or static holds is called by whoever reads that; who does may not be seen, as in the length of an array. */
function tableRemark({ graph, look }: WhoQuestion, targets: readonly number[]): string[] {
  const tables = new Set(unreadTables(graph));
  const table = reach(graph, targets, "callers").order.find((node) => tables.has(node));
  if (table === undefined) return [];
  return [look.faint(`  but ${nodeText(graph, table, "path")} leads to it, and what reads that may not be seen`)];
}

function named({ graph }: WhoQuestion, pattern: string, nodes: readonly number[]): string {
  return nodes.length === 1 ? nodeText(graph, nodes[0]!, "path")! : `any ${pattern}`;
}

function pathRows({ nodes, edges }: CallPath): TreeLine[] {
  return nodes.map((node, i) => ({
    node,
    parent: i - 1,
    edges: i === 0 ? [] : edges[i - 1]!,
    seen: i > 0 && node === nodes[0] ? 0 : -1,
    isRecursive: i > 0 && node === nodes[0],
  }));
}

/** Members of a recursion that are named. */
const MAX_MEMBERS = 20;

/** Answers with the recursions, all or those that the named functions take part in. */
export function answerCycles(question: WhoQuestion): Answer {
  const { graph, look, pattern } = question;
  const wanted = pattern === undefined ? undefined : functionsNamed(question, pattern);
  const found = findRecursions(graph).filter(
    ({ members }) => wanted === undefined || wanted.some((node) => members.includes(node)),
  );
  const lines = recursionLines(graph, found, look, MAX_MEMBERS);
  if (found.length === 0) lines.push(pattern === undefined ? "nothing is recursive" : `${pattern} is in no recursion`);
  return { isFound: found.length > 0, lines, nodes: found.flatMap(({ members }) => members) };
}

/** Entry points of a question: the classes and functions of `--roots`, or all classes. */
export interface Roots {
  readonly nodes: readonly number[];
  /** Those of the classes that were not asked for. */
  readonly others: readonly number[];
  /** For messages. */
  readonly words: string;
}

/** Reads `--roots`: words for classes of entry points, and patterns. `always` are roots whatever was asked for. */
export function rootsOf(question: WhoQuestion, always: readonly Root[] = []): Roots {
  const { graph, flags } = question;
  const isRoot = (word: string): word is Root => (ROOTS as readonly string[]).includes(word);
  const asked = flags.roots ?? ROOTS;
  const classes = asked.filter(isRoot);
  const patterns = asked.filter((word) => !isRoot(word));
  const nodes = new Set([
    ...entryNodes(graph, [...classes, ...always]),
    ...patterns.flatMap((p) => functionsNamed(question, p)),
  ]);
  const others = entryNodes(graph, ROOTS).filter((node) => !nodes.has(node));
  const words = [...classes.map((word) => ROOT_WORDS[word]), ...patterns].join(", ");
  return { nodes: [...nodes], others, words: flags.roots === undefined ? "any entry point" : words };
}

/** Answers what every way from the entry points to the named functions passes through. */
export function answerDominators(question: WhoQuestion): Answer {
  const { graph, look, pattern } = question;
  const targets = functionsNamed(question, pattern!);
  const roots = rootsOf(question);
  const dominators = findDominators(graph, roots.nodes);
  const lines = matchLines(question, pattern!, targets);
  const [nodes, edges] = [new Set<number>(targets), new Set<number>()];
  let isFound = false;
  for (const [place, target] of targets.entries()) {
    if (place > 0) lines.push("");
    const chain = dominatorChain(dominators, target).reverse();
    lines.push(functionText(graph, target, look));
    if (dominators.immediate[target] === UNREACHED)
      lines.push(`  is not reached from ${roots.words}`, ...tableRemark(question, [target]));
    else if (chain.length === 0)
      lines.push(`  can be reached by ways that have no function in common (${waysTo(question, roots, target)})`);
    else {
      isFound = true;
      lines.push(`  every way to it from ${roots.words} passes through`);
      for (const node of chain) lines.push(`    ${functionText(graph, node, { ...look, width: look.width - 4 })}`);
    }
    for (const [i, node] of chain.entries()) {
      nodes.add(node);
      for (const edge of edgesBetween(graph, node, chain[i + 1] ?? target)) edges.add(edge);
    }
  }
  return { isFound, lines, nodes, edges };
}

/** One of the reasons why nothing dominates a function. */
function waysTo({ graph }: WhoQuestion, roots: Roots, target: number): string {
  if (roots.nodes.includes(target)) return "it is an entry point itself";
  const { distance } = reach(graph, [target], "callers");
  const nearest = roots.nodes
    .filter((node) => distance[node]! > 0)
    .sort((a, b) => distance[a]! - distance[b]! || a - b);
  const two = nearest.slice(0, 2).map((node) => nodeText(graph, node, "path"));
  return `such as from ${two.join(" and from ")}`;
}
