/**
 * Reads a graph from graphology's JSON serialisation, callmap's own or another tool's.
 *
 * What is absent takes a default (a node of which only the key is known is a function of that path), what is unknown is passed over, and
 * what is wrong is reported with its place in the file and left out.
 */
import { type Diagnostic, InputError, type Outcome } from "../base/diagnostic.ts";
import { GraphBuilder } from "./builder.ts";
import { EMPTY_META } from "./meta.ts";
import {
  type CallGraph,
  CONFIDENCES,
  type Confidence,
  EDGE_KINDS,
  type EdgeKind,
  ENTRIES,
  GRAPH_SCHEMA,
  type GraphMeta,
  HOWS,
  NODE_FLAGS,
  NODE_KINDS,
  NODE_POSITIONS,
  NODE_TEXTS,
  type NodeAttributes,
  type NodeIndex,
  type Site,
  VISIBILITIES,
} from "./types.ts";

/** Most problems that are told one by one. */
const MAX_PROBLEMS = 20;

type Json = Readonly<Record<string, unknown>>;
type Check = { readonly expected: string; readonly test: (value: unknown) => boolean };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const TEXT: Check = { expected: "a text", test: (value) => typeof value === "string" };
const FLAG: Check = { expected: "true or false", test: (value) => typeof value === "boolean" };
const POSITION: Check = {
  expected: "a whole number from 0",
  test: (value) => Number.isInteger(value) && isPosition(value as number),
};
const isPosition = (value: number): boolean => value >= 0 && value <= 0x7fffffff;
const oneOf = (words: readonly string[]): Check => ({
  expected: `one of ${words.join(", ")}`,
  test: (value) => words.includes(value as string),
});
const all = (names: readonly string[], check: Check): (readonly [string, Check])[] =>
  names.map((name) => [name, check]);

const NODE_CHECKS: readonly (readonly [string, Check])[] = [
  ...all(NODE_TEXTS, TEXT),
  ["parent", TEXT],
  ...all([...NODE_POSITIONS, "functions"], POSITION),
  ...all(NODE_FLAGS, FLAG),
  ["kind", oneOf(NODE_KINDS)],
  ["visibility", oneOf(VISIBILITIES)],
  ["entry", oneOf(ENTRIES)],
];
const EDGE_CHECKS: readonly (readonly [string, Check])[] = [
  ["kind", oneOf(EDGE_KINDS)],
  ["confidence", oneOf(CONFIDENCES)],
  ["why", TEXT],
];
const SITE_CHECKS: readonly (readonly [string, Check])[] = [
  ["file", TEXT],
  ...all(["line", "column"], POSITION),
  ["how", oneOf(HOWS)],
];

/** Problems met so far; only the first are kept as words. */
class Problems {
  readonly diagnostics: Diagnostic[] = [];
  #count = 0;

  add(place: string, message: string): void {
    if (++this.#count > MAX_PROBLEMS) return;
    this.diagnostics.push({ severity: "error", code: "invalid-graph", message: `${place}: ${message}`, partial: true });
  }

  /** All of them, with a last line for those that were not kept. */
  told(): readonly Diagnostic[] {
    const left = this.#count - MAX_PROBLEMS;
    if (left <= 0) return this.diagnostics;
    const message = `${left} more problem${left === 1 ? "" : "s"} in this graph`;
    return [...this.diagnostics, { severity: "error", code: "invalid-graph", message, partial: true }];
  }

  /** Returns the properties of `object` that are well-formed; `null` and absent ones are passed over. */
  checked(object: Json, checks: readonly (readonly [string, Check])[], place: string): Record<string, unknown> {
    const good: Record<string, unknown> = {};
    for (const [name, check] of checks) {
      const value = object[name];
      if (value === undefined || value === null) continue;
      if (check.test(value)) good[name] = value;
      else this.add(`${place}.${name}`, `expected ${check.expected}, found ${shown(value)}`);
    }
    return good;
  }
}

/** A value as it is quoted in a message. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function fatal(message: string): InputError {
  const hint = "write one with: callmap scan --json";
  return new InputError([{ severity: "error", code: "invalid-graph", message, hint }]);
}

/**
 * Returns the graph of a parsed JSON file. Diagnostics name what was left out, by its place (`nodes[3].attributes.kind`). Throws an
 * {@link InputError} when the value is no graph at all or of a later schema.
 */
export function fromGraphologyJson(json: unknown): Outcome<CallGraph> {
  if (!isObject(json)) throw fatal("the graph is no JSON object");
  for (const part of ["nodes", "edges"]) {
    if (json[part] !== undefined && !Array.isArray(json[part]))
      throw fatal(`${part}: expected a list, found ${shown(json[part])}`);
  }
  if (json.nodes === undefined) throw fatal("nodes: missing, this is no graph");
  const problems = new Problems();
  const meta = readMeta(json.attributes, problems);
  const builder = new GraphBuilder();
  const nodes = readNodes(builder, json.nodes as readonly unknown[], problems);
  readEdges(builder, (json.edges ?? []) as readonly unknown[], nodes, problems);
  const diagnostics = problems.told();
  return { value: builder.build(diagnostics.length > 0 ? { ...meta, partial: true } : meta), diagnostics };
}

const META_SHAPE: Readonly<Record<Exclude<keyof GraphMeta, "schema">, Check>> = {
  callmap: TEXT,
  workspace: TEXT,
  packages: {
    expected: "a list of names",
    test: (value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
  },
  cfg: {
    expected: "an object with target and features",
    test: (value) => isObject(value) && typeof value.target === "string" && Array.isArray(value.features),
  },
  tally: {
    expected: "an object of counts",
    test: (value) => isObject(value) && Object.keys(EMPTY_META.tally).every((state) => Number.isInteger(value[state])),
  },
  diagnostics: {
    expected: "a list of diagnostics",
    test: (value) => Array.isArray(value) && value.every((one) => isObject(one) && typeof one.message === "string"),
  },
  partial: FLAG,
};

function readMeta(attributes: unknown, problems: Problems): GraphMeta {
  if (attributes === undefined) return EMPTY_META;
  if (!isObject(attributes)) {
    problems.add("attributes", `expected an object, found ${shown(attributes)}`);
    return EMPTY_META;
  }
  const schema = attributes.schema ?? GRAPH_SCHEMA;
  if (typeof schema !== "number" || schema > GRAPH_SCHEMA) {
    throw fatal(`attributes.schema: this version reads graphs up to schema ${GRAPH_SCHEMA}, found ${shown(schema)}`);
  }
  return { ...EMPTY_META, ...problems.checked(attributes, Object.entries(META_SHAPE), "attributes") };
}

/** Adds the nodes, closures after the functions around them; returns their numbers by key. */
function readNodes(builder: GraphBuilder, list: readonly unknown[], problems: Problems): Map<string, NodeIndex> {
  const found = new Map<string, NodeAttributes>();
  for (let i = 0; i < list.length; i++) {
    const place = `nodes[${i}]`;
    const node = list[i];
    if (!isObject(node) || typeof node.key !== "string") problems.add(place, "expected an object with a key");
    else if (node.attributes !== undefined && !isObject(node.attributes))
      problems.add(`${place}.attributes`, "expected an object");
    else if (found.has(node.key)) problems.add(`${place}.key`, `a second node has the key ${shown(node.key)}`);
    else
      found.set(
        node.key,
        nodeOf(node.key, problems.checked(node.attributes ?? {}, NODE_CHECKS, `${place}.attributes`)),
      );
  }
  const nodes = new Map<string, NodeIndex>();
  for (const key of found.keys()) addWithParents(builder, key, found, nodes);
  return nodes;
}

function nodeOf(key: string, attributes: Readonly<Record<string, unknown>>): NodeAttributes {
  const path = (attributes.path as string | undefined) ?? key.replace(/#\d+$/, "");
  return { name: path.split("::").at(-1)!, kind: "function", ...attributes, path };
}

/** Adds a node after its parents; a chain of parents that bites its tail is cut. */
function addWithParents(
  builder: GraphBuilder,
  key: string,
  found: ReadonlyMap<string, NodeAttributes>,
  nodes: Map<string, NodeIndex>,
): void {
  const waiting: string[] = [];
  const seen = new Set<string>();
  let next: string | undefined = key;
  while (next !== undefined && found.has(next) && !nodes.has(next) && !seen.has(next)) {
    seen.add(next);
    waiting.push(next);
    next = found.get(next)!.parent;
  }
  for (const one of waiting.reverse()) {
    const attributes = found.get(one)!;
    const parent = attributes.parent === undefined ? undefined : nodes.get(attributes.parent);
    nodes.set(one, builder.addNode(attributes, parent === undefined ? { key: one } : { key: one, parent }));
  }
}

function readEdges(
  builder: GraphBuilder,
  list: readonly unknown[],
  nodes: ReadonlyMap<string, NodeIndex>,
  problems: Problems,
): void {
  for (let i = 0; i < list.length; i++) {
    const place = `edges[${i}]`;
    const edge = list[i];
    if (!isObject(edge)) {
      problems.add(place, "expected an object");
      continue;
    }
    const [source, target] = ["source", "target"].map((end) => {
      const node = nodes.get(edge[end] as string);
      if (node === undefined) problems.add(`${place}.${end}`, `no node has the key ${shown(edge[end])}`);
      return node;
    });
    if (source === undefined || target === undefined) continue;
    if (edge.attributes !== undefined && !isObject(edge.attributes))
      problems.add(`${place}.attributes`, "expected an object");
    else readEdge(builder, source, target, edge.attributes ?? {}, `${place}.attributes`, problems);
  }
}

/** What an edge is when it does not say. */
const PLAIN_EDGE = { kind: "call" as EdgeKind, confidence: "exact" as Confidence, why: "" };

function readEdge(
  builder: GraphBuilder,
  source: NodeIndex,
  target: NodeIndex,
  attributes: Json,
  place: string,
  problems: Problems,
): void {
  const checked = problems.checked(attributes, EDGE_CHECKS, place);
  const { kind, confidence, why } = { ...PLAIN_EDGE, ...(checked as Partial<typeof PLAIN_EDGE>) };
  const list = attributes.sites ?? [];
  if (!Array.isArray(list)) problems.add(`${place}.sites`, `expected a list, found ${shown(list)}`);
  const sites = Array.isArray(list) ? list : [];
  if (sites.length === 0) builder.addSite(source, target, kind, confidence, why);
  for (let i = 0; i < sites.length; i++) {
    const site = isObject(sites[i]) ? problems.checked(sites[i], SITE_CHECKS, `${place}.sites[${i}]`) : {};
    if (site.file === undefined) problems.add(`${place}.sites[${i}]`, "expected an object with file, line and column");
    const whole = { line: 0, column: 0, how: "path", ...site } as unknown as Site;
    builder.addSite(source, target, kind, confidence, why, site.file === undefined ? undefined : whole);
  }
}
