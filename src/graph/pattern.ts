/**
 * Naming functions, in the same way everywhere in callmap.
 *
 * | pattern | names |
 * | --- | --- |
 * | `core::shape::Sq::area` | the functions of this path |
 * | `Sq::area`, `area` | those whose path ends so, by whole segments; a trait's methods in an impl answer to the type and, if nothing else does, to the trait |
 * | `<Sq as Shape>::area` | the method in this impl; types may be shortened, generics left out, `_` is any type |
 * | `core::**::new`, `Shape::*` | a glob: `*` within a segment, `**` any number of segments |
 * | `/^core::.*_at$/i` | a regular expression over the path |
 * | `src/shape.rs:12` | the function whose lines hold that line, the innermost one |
 * | `area#2` | one of several functions of a path, by its key |
 *
 * The first reading that finds anything decides: a whole path before a key, and that before the end of a path.
 */
import { InputError } from "../base/diagnostic.ts";
import { nodeKey, nodeText } from "./columns.ts";
import { headPath, type ParsedPath, parsePath, type Segment, typeMatches } from "./path.ts";
import { type CallGraph, NODE_KINDS, type NodeIndex } from "./types.ts";

/** Kinds from here on are modules, types and the like, whose last segment is not always their name. */
const FIRST_FOLDED = NODE_KINDS.indexOf("type");

/** Readings of a pattern, tried in turn; each tells of a node whether it is meant. */
type Reading = (node: number) => boolean;

/** Returns the nodes that the pattern names, in the order of their keys; none is an answer too. Throws an {@link InputError} for a broken regular expression. */
export function matchFunctions(graph: CallGraph, pattern: string): NodeIndex[] {
  for (const reading of readings(graph, pattern.trim())) {
    const found: NodeIndex[] = [];
    for (let node = 0; node < graph.nodes.length; node++) if (reading(node)) found.push(node as NodeIndex);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Returns what {@link matchFunctions} does and, where that is nothing, all functions of the module, type, package or file that the
 * pattern names: filters take `core::shape` for all that is in it.
 */
export function matchNodes(graph: CallGraph, pattern: string): NodeIndex[] {
  const found = matchFunctions(graph, pattern);
  if (found.length > 0 || pattern === "") return found;
  for (const name of ["package", "module", "impl", "trait", "file"] as const) {
    const { wholes, matches } = scopeReading(graph, name, pattern.trim());
    for (let node = 0; node < graph.nodes.length; node++)
      if (matches(graph.nodes[name][node]!)) wholes.push(node as NodeIndex);
    if (wholes.length > 0) return wholes;
  }
  return [];
}

/** Decides once per distinct text whether it is the scope that is named. */
function scopeReading(graph: CallGraph, name: "package" | "module" | "impl" | "trait" | "file", pattern: string) {
  const known = new Map<number, boolean>([[-1, false]]);
  const decide = (text: string): boolean => {
    if (name === "package") return text === pattern;
    if (name === "file")
      return text === pattern || text.endsWith(`/${pattern}`) || text.startsWith(`${pattern.replace(/\/$/, "")}/`);
    if (name === "module")
      return (
        text === pattern ||
        text.endsWith(`::${pattern}`) ||
        text.startsWith(`${pattern}::`) ||
        text.includes(`::${pattern}::`)
      );
    return typeMatches(pattern, text);
  };
  const matches = (id: number): boolean => {
    let answer = known.get(id);
    if (answer === undefined) known.set(id, (answer = decide(graph.strings[id]!)));
    return answer;
  };
  return { wholes: [] as NodeIndex[], matches };
}

/** The readings of a pattern, best first. */
function readings(graph: CallGraph, pattern: string): Reading[] {
  if (pattern === "") return [];
  const regex = /^\/(.+)\/([a-z]*)$/s.exec(pattern);
  if (regex !== null) return [regexReading(graph, regex[1]!, regex[2]!)];
  const place = placeOf(pattern);
  if (place !== undefined) return [placeReading(graph, place.file, place.line)];
  const exact: Reading[] = [
    (node) => nodeText(graph, node, "path") === pattern,
    (node) => nodeKey(graph, node) === pattern,
  ];
  if (isGlob(pattern)) return [...exact, ...globReadings(graph, pattern)];
  return [...exact, ...pathReadings(graph, parsePath(pattern))];
}

/** A pattern `file:line`, with or without a column. */
function placeOf(pattern: string): { readonly file: string; readonly line: number } | undefined {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(pattern);
  return match === null || match[1]!.endsWith(":") ? undefined : { file: match[1]!, line: Number(match[2]) };
}

function regexReading(graph: CallGraph, source: string, flags: string): Reading {
  let regex: RegExp;
  try {
    regex = new RegExp(source, flags.replace(/[gy]/g, ""));
  } catch (error) {
    const message = `invalid regular expression /${source}/${flags}: ${(error as Error).message}`;
    throw new InputError([{ severity: "error", code: "invalid-pattern", message }], true);
  }
  return (node) => regex.test(nodeText(graph, node, "path")!);
}

/** Marks of the strings that are the file, which may be given by the end of its path. */
function filesNamed({ strings }: CallGraph, file: string): boolean[] {
  const wanted = file.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  return strings.map((text) => text === wanted || text.endsWith(`/${wanted}`));
}

/** The innermost functions around a line. */
function placeReading(graph: CallGraph, file: string, line: number): Reading {
  const { nodes } = graph;
  const isFile = filesNamed(graph, file);
  const holds = (node: number): boolean =>
    nodes.file[node]! >= 0 &&
    isFile[nodes.file[node]!]! &&
    nodes.line[node]! <= line &&
    line <= Math.max(nodes.endLine[node]!, nodes.line[node]!);
  const innermost = new Map<number, number>();
  for (let node = 0; node < nodes.length; node++) {
    if (!holds(node)) continue;
    const known = innermost.get(nodes.file[node]!) ?? 0;
    innermost.set(nodes.file[node]!, Math.max(known, nodes.line[node]!));
  }
  return (node) => holds(node) && nodes.line[node] === innermost.get(nodes.file[node]!);
}

/** `*` and `?` as in Rust's types (`*const T`, `?Sized`) make no glob. */
function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern.replaceAll(/\*(?=const |mut )|\?(?=Sized)|<\*(?= as )/g, ""));
}

/** The ways in which a function may be called by segments, best first. */
interface Names {
  readonly own: ParsedPath;
  /** `Type::method`, for a path that begins with a type in brackets. */
  readonly byType?: readonly string[];
  /** `Trait::method`. */
  readonly byTrait?: readonly string[];
}

function namesOf(path: string): Names {
  const own = parsePath(path);
  if (own.self === undefined) return { own };
  const tail = own.segments.map((segment) => segment.name);
  const under = (type: string | undefined): readonly string[] | undefined => {
    const head = type === undefined ? undefined : headPath(type);
    return head === undefined ? undefined : [...head.split("::"), ...tail];
  };
  const [byType, byTrait] = [under(own.self), under(own.trait)];
  return { own, ...(byType === undefined ? {} : { byType }), ...(byTrait === undefined ? {} : { byTrait }) };
}

/** Remembers the names of the paths that were looked at. */
function naming(graph: CallGraph): (node: number) => Names {
  const known = new Map<number, Names>();
  return (node) => {
    const path = graph.nodes.path[node]!;
    let names = known.get(path);
    if (names === undefined) known.set(path, (names = namesOf(graph.strings[path]!)));
    return names;
  };
}

const namesIn = (segments: readonly Segment[]): readonly string[] => segments.map((segment) => segment.name);

function isTail(part: readonly string[], whole: readonly string[] | undefined): boolean {
  if (whole === undefined || part.length > whole.length) return false;
  const shift = whole.length - part.length;
  return part.every((name, i) => name === whole[shift + i]);
}

/** Generic arguments count only where both sides have them; both lists are compared from their ends. */
function genericsAgree(wanted: readonly Segment[], found: readonly Segment[]): boolean {
  const shift = found.length - wanted.length;
  return wanted.every(({ generics }, i) => {
    const other = found[shift + i]?.generics;
    return generics === undefined || other === undefined || typeMatches(generics, other);
  });
}

function pathReadings(graph: CallGraph, wanted: ParsedPath): Reading[] {
  const last = wanted.segments.at(-1)?.name;
  if (last === undefined) return [];
  const names = naming(graph);
  const lastMatches = graph.strings.map((text) => text === last || text === `r#${last}`);
  const mayMatch = (node: number): boolean =>
    lastMatches[graph.nodes.name[node]!]! || graph.nodes.kind[node]! >= FIRST_FOLDED;
  if (wanted.self !== undefined) return [(node) => mayMatch(node) && sameImpl(wanted, names(node).own)];
  const list = namesIn(wanted.segments);
  const tail: Reading = (node) => mayMatch(node) && namedBy(wanted, list, names(node));
  const whole: Reading = (node) => tail(node) && wholeLength(names(node)) === list.length;
  const byTrait: Reading = (node) => mayMatch(node) && isTail(list, names(node).byTrait);
  return [whole, tail, byTrait];
}

/** Number of segments of the path by which the function is called in full. */
function wholeLength({ own, byType }: Names): number | undefined {
  return own.self === undefined ? own.segments.length : byType?.length;
}

function ownTail(wanted: ParsedPath, { own }: Names): boolean {
  return isTail(namesIn(wanted.segments), namesIn(own.segments)) && genericsAgree(wanted.segments, own.segments);
}

const namedBy = (wanted: ParsedPath, list: readonly string[], names: Names): boolean =>
  ownTail(wanted, names) || byTypeTail(wanted, list, names);

/** `W<u8>::area` for `<core::W<u8> as core::Shape>::area`. */
function byTypeTail(wanted: ParsedPath, list: readonly string[], { own, byType }: Names): boolean {
  if (!isTail(list, byType)) return false;
  const typeSegment = wanted.segments.at(-own.segments.length - 1);
  if (typeSegment?.generics === undefined) return true;
  return typeMatches(`${typeSegment.name}<${typeSegment.generics}>`, own.self!.replace(/^&(mut )?/, ""));
}

/** `<W as Shape>::area`, and `<W>::area` for an inherent method too. */
function sameImpl(wanted: ParsedPath, own: ParsedPath): boolean {
  if (own.self === undefined) {
    const head = headPath(wanted.self!);
    if (wanted.trait !== undefined || head === undefined) return false;
    return isTail([...head.split("::"), ...namesIn(wanted.segments)], namesIn(own.segments));
  }
  const sameTail =
    isTail(namesIn(wanted.segments), namesIn(own.segments)) && wanted.segments.length === own.segments.length;
  return (
    sameTail &&
    typeMatches(wanted.self!, own.self) &&
    (wanted.trait === undefined || (own.trait !== undefined && typeMatches(wanted.trait, own.trait)))
  );
}

/** A glob over whole paths first, then over the ends of paths. */
function globReadings(graph: CallGraph, pattern: string): Reading[] {
  const names = naming(graph);
  if (pattern.startsWith("<")) {
    const regex = new RegExp(`^${globSource(pattern)}$`, "su");
    return [(node) => regex.test(nodeText(graph, node, "path")!)];
  }
  const joined = (list: readonly string[] | undefined): string => (list === undefined ? "" : list.join("::"));
  const candidates = (node: number): string[] => {
    const { own, byType } = names(node);
    const module = nodeText(graph, node, "module");
    const inModule =
      own.self === undefined || module === undefined
        ? ""
        : `${module}::${joined(byType?.slice(-own.segments.length - 1))}`;
    return [own.self === undefined ? joined(namesIn(own.segments)) : "", joined(byType), inModule].filter(
      (text) => text !== "",
    );
  };
  const reading =
    (regex: RegExp): Reading =>
    (node) =>
      candidates(node).some((text) => regex.test(text));
  const source = globSource(pattern);
  return [reading(new RegExp(`^${source}$`, "su")), reading(new RegExp(`(?:^|::)${source}$`, "su"))];
}

/** A glob as the source of a regular expression. */
function globSource(pattern: string): string {
  return pattern
    .split(/(\*\*::|::\*\*|\*\*|\*|\?)/)
    .map((part) => GLOB_PARTS.get(part) ?? part.replaceAll(/[\\^$.|?*+()[\]{}/]/g, "\\$&"))
    .join("");
}

const GLOB_PARTS: ReadonlyMap<string, string> = new Map([
  ["**::", "(?:.*::)?"],
  ["::**", "(?:::.*)?"],
  ["**", ".*"],
  ["*", "[^:]*"],
  ["?", "[^:]"],
]);

/** Edits that turn `a` into `b` (insert, delete, replace, swap of neighbours), at most `limit` + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous, current] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j), [] as number[]];
  for (let i = 1; i <= a.length; i++) {
    current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replace, previous[j]! + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      current[j] = best;
    }
    [before, previous] = [previous, current];
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/**
 * Returns the functions, at most `count`, that someone may have meant who wrote `pattern`: the paths of the nearest names, else of what is
 * in the scope that all but the last segment names; for a place the nearest functions of the file, as `file:line`.
 */
export function nearestNames(graph: CallGraph, pattern: string, count = 5): string[] {
  const place = placeOf(pattern.trim());
  if (place !== undefined) return nearestPlaces(graph, place.file, place.line).slice(0, count);
  const wanted = parsePath(pattern.replace(/[/*?]/g, "")).segments.map((segment) => segment.name);
  const last = (wanted.at(-1) ?? "").toLowerCase();
  if (last === "") return [];
  const limit = Math.max(1, Math.floor(last.length / 2));
  const byName = new Map<number, number>();
  const scored = new Map<string, number>();
  for (let node = 0; node < graph.nodes.length; node++) {
    const id = graph.nodes.name[node]!;
    if (!byName.has(id)) byName.set(id, nameScore(last, graph.strings[id]!.toLowerCase(), limit));
    const score = byName.get(id)!;
    if (score <= limit)
      scored.set(nodeText(graph, node, "path")!, score - sharedSegments(wanted, nodeText(graph, node, "path")!) / 4);
  }
  if (scored.size === 0) {
    for (const node of wanted.length > 1 ? matchNodes(graph, wanted.slice(0, -1).join("::")) : [])
      scored.set(nodeText(graph, node, "path")!, editDistance(last, nodeText(graph, node, "name")!.toLowerCase(), MAX));
  }
  return [...scored]
    .sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([path]) => path);
}

/** Edits beyond which names are equally far. */
const MAX = 20;

/** Functions of the files that the pattern names, nearest to the line first. */
function nearestPlaces(graph: CallGraph, file: string, line: number): string[] {
  const { nodes, strings } = graph;
  const isFile = filesNamed(graph, file);
  const places = new Map<string, number>();
  for (let node = 0; node < nodes.length; node++) {
    if (nodes.file[node]! < 0 || !isFile[nodes.file[node]!]) continue;
    places.set(`${strings[nodes.file[node]!]}:${nodes.line[node]}`, Math.abs(nodes.line[node]! - line));
  }
  return [...places].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([place]) => place);
}

/** Edits between two names; a name that holds the other is near whatever its length. */
function nameScore(wanted: string, name: string, limit: number): number {
  const edits = editDistance(wanted, name, limit);
  if (edits <= 1 || wanted.length < 3) return edits;
  return name.includes(wanted) ? 1 : edits;
}

/** How many segments of the pattern the path has, up to three. */
function sharedSegments(wanted: readonly string[], path: string): number {
  return Math.min(3, wanted.slice(0, -1).filter((name) => path.includes(name)).length);
}
