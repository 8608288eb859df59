/** `callmap who --unreached`: functions that no entry point reaches, with the reason and how sure it is. */
import { nodeText } from "../graph/columns.ts";
import { type CallGraph, CONFIDENCES, NODE_KINDS } from "../graph/types.ts";
import { findMentions, findWords, type Wanted } from "../query/mentions.ts";
import { findUnreached, type Unreached, unreadTables } from "../query/unreached.ts";
import { placeOf } from "../render/function-line.ts";
import { counted, cutEnd, cutStart, placeText } from "../render/look.ts";
import { type Answer, functionsNamed } from "./answer.ts";
import type { WhoQuestion } from "./who.ts";
import { rootsOf } from "./who-paths.ts";

/** Answers with what is unreached; those of the pattern where there is one. */
export function answerUnreached(question: WhoQuestion): Answer {
  const { graph, look, flags, pattern } = question;
  // No call of the workspace shows who calls these; they are entered whatever else is.
  const roots = rootsOf(question, ["impls", "statics"]);
  const wanted = pattern === undefined ? undefined : new Set(functionsNamed(question, pattern));
  const first = findUnreached({ graph, roots: roots.nodes, others: roots.others, mayBeUsed: () => undefined });
  const mayBeUsed = usesOf(question, first.functions);
  const all = findUnreached({ graph, roots: roots.nodes, others: roots.others, mayBeUsed });
  const worst = CONFIDENCES.indexOf(flags.minConfidence ?? "guess");
  const found = all.functions.filter(
    ({ node, confidence }) => (wanted?.has(node) ?? true) && CONFIDENCES.indexOf(confidence) <= worst,
  );
  const widths = alignment(question, found);
  const lines = found.map((one) => lineOf(question, one, widths));
  lines.push(look.faint(`${found.length} of ${counted(all.total, "function")} not reached from ${roots.words}`));
  if (all.inactiveOnly > 0)
    lines.push(look.faint(`${all.inactiveOnly} more are reached only from code that is not compiled here`));
  return { isFound: found.length > 0, lines, nodes: found.map(({ node }) => node) };
}

/** Widest paths and places that others are lined up with. */
const MAX_ALIGNED = 60;

interface Widths {
  readonly path: number;
  readonly place: number;
}

function alignment({ graph, look }: WhoQuestion, found: readonly Unreached[]): Widths {
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, { length }) => (length <= MAX_ALIGNED ? Math.max(most, length) : most), 0);
  const path = widest(found.map(({ node }) => nodeText(graph, node, "path")!));
  const place = widest(found.map(({ node }) => placeTextOf(graph, node)));
  return { path: Math.min(path, Math.max(24, look.width - place - 40)), place };
}

function placeTextOf(graph: CallGraph, node: number): string {
  const place = placeOf(graph, node);
  return place === undefined ? "" : placeText(place);
}

function lineOf({ graph, look }: WhoQuestion, { node, reason, confidence, doubt }: Unreached, widths: Widths): string {
  const path = cutStart(
    nodeText(graph, node, "path")!,
    look.width === Number.POSITIVE_INFINITY ? look.width : widths.path,
  );
  const at = placeTextOf(graph, node);
  const place = placeOf(graph, node);
  const word = confidence === "exact" ? look.word(confidence) : look.unsure(confidence);
  const why = doubt === undefined ? reason : `${reason}; but ${doubt}`;
  const before = Math.max(path.length, widths.path) + Math.max(at.length, widths.place) + 14;
  const gaps = [" ".repeat(Math.max(0, widths.path - path.length)), " ".repeat(Math.max(0, widths.place - at.length))];
  const shown = place === undefined ? at : look.link(at, place);
  const state = `[${word}]${" ".repeat(6 - confidence.length)}`;
  return `${look.strong(path)}${gaps[0]}  ${look.faint(shown)}${gaps[1]}  ${state}  ${cutEnd(why, Math.max(look.width - before, 24))}`;
}

const INITIALIZER = NODE_KINDS.indexOf("initializer");
const METHODS: ReadonlySet<number> = new Set([NODE_KINDS.indexOf("method"), NODE_KINDS.indexOf("trait_method")]);

/** What may use functions although the graph has no edge to them: calls that did not resolve, attributes. */
function usesOf(question: WhoQuestion, functions: readonly Unreached[]): (node: number) => string | undefined {
  const { graph } = question;
  const unresolved = new Map<string, string>();
  for (const { name, site } of question.unresolved?.() ?? []) {
    const key = `${site.how === "method" ? "." : ""}${name.split("::").at(-1)}`;
    if (!unresolved.has(key)) unresolved.set(key, placeText(site));
  }
  const wanted = functions.map(({ node }) => wantedOf(question, node));
  const mentions = findMentions(wanted, sourceTexts(question));
  const words = findWords(
    unreadTables(graph).map((node) => wantedOf(question, node)),
    sourceTexts(question),
  );
  return (node) => {
    const { name, file, line } = wantedOf(question, node);
    if (graph.nodes.kind[node] === INITIALIZER) {
      const place = question.text(file) === undefined ? "source that is not at hand" : words.get(name);
      return place === undefined ? undefined : `${place} may read it`;
    }
    const attribute = mentions.registered.get(`${file}:${line}`);
    if (attribute !== undefined) return `#[${attribute}] on it may use it`;
    const place = mentions.named.get(name);
    if (place !== undefined) return `an attribute at ${place} names it`;
    const call =
      unresolved.get(name) ?? (METHODS.has(graph.nodes.kind[node]!) ? unresolved.get(`.${name}`) : undefined);
    return call === undefined ? undefined : `the call at ${call}, which is not resolved, may mean it`;
  };
}

function wantedOf({ graph }: WhoQuestion, node: number): Wanted {
  return {
    name: nodeText(graph, node, "name")!,
    file: nodeText(graph, node, "file") ?? "",
    line: graph.nodes.line[node]!,
  };
}

/** The files that the graph names, as far as they are there. */
function* sourceTexts({ graph, text }: WhoQuestion): Generator<readonly [string, string]> {
  for (const id of new Set(graph.nodes.file)) {
    const content = id < 0 ? undefined : text(graph.strings[id]!);
    if (content !== undefined) yield [graph.strings[id]!, content];
  }
}
