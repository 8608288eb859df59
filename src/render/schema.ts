/** The JSON schema (draft 2020-12) of callmap's graphs; `docs/graph.schema.json` holds the same and is made from it. */
import {
  CONFIDENCES,
  EDGE_KINDS,
  ENTRIES,
  GRAPH_SCHEMA,
  HOWS,
  NODE_FLAGS,
  NODE_KINDS,
  VISIBILITIES,
} from "../graph/types.ts";

const text = (description: string): object => ({ type: "string", description });
const count = (description: string): object => ({ type: "integer", minimum: 0, description });
const position = (description: string): object => ({ type: "integer", minimum: 1, description });
const word = (words: readonly string[], description: string): object => ({ enum: words, description });
const list = (items: object, description: string): object => ({ type: "array", items, description });
const record = (
  properties: Readonly<Record<string, object>>,
  required: readonly string[],
  description: string,
): object => ({
  type: "object",
  description,
  properties,
  required,
});

const FLAG_WORDS: Readonly<Record<(typeof NODE_FLAGS)[number], string>> = {
  default: "a trait's method with a body",
  async: "declared async",
  unsafe: "declared unsafe",
  const: "declared const",
  generic: "has type or const parameters, or its impl has",
  inactive: "left out by the cfg of the scan",
  test: "compiled for tests only",
};

const NODE_ATTRIBUTES: Readonly<Record<string, object>> = {
  name: text("last segment of the path"),
  path: text("crate::module::Type::method, or <crate::Type as crate::Trait>::method"),
  kind: word(NODE_KINDS, "what the node stands for; type, module, package and file occur in folded graphs"),
  file: text("relative to the workspace root, with /; absent for externals"),
  line: position("line of the fn keyword"),
  column: position("in UTF-16 units"),
  endLine: position("last line"),
  package: text("Cargo package"),
  target: text("crate of the package"),
  module: text("path of the module around"),
  visibility: word(VISIBILITIES, "how far it can be seen"),
  entry: word(ENTRIES, "why control may enter here"),
  impl: text("printed self type of the impl around"),
  trait: text("printed trait of the impl or trait around"),
  ...Object.fromEntries(NODE_FLAGS.map((flag) => [flag, { const: true, description: FLAG_WORDS[flag] }])),
  macro: text("macro whose expansion defined it"),
  cfg: text("predicate of its cfg attribute"),
  parent: text("key of the function around a closure"),
  functions: position("number of functions folded into the node"),
  self: { type: "number", description: "with a profile: cost in the function itself" },
  inclusive: { type: "number", description: "with a profile: cost in it and what it called" },
};

const SITE = record(
  {
    file: text("relative to the workspace root"),
    line: count("1-based"),
    column: count("1-based, in UTF-16 units"),
    how: word(HOWS, "form of the call"),
  },
  ["file", "line", "column", "how"],
  "a call site",
);

const EDGE_ATTRIBUTES: Readonly<Record<string, object>> = {
  kind: word(EDGE_KINDS, "what the edge says; residual occurs where functions are hidden"),
  confidence: word(CONFIDENCES, "how sure it is: that of its best site"),
  why: text("the reason in words"),
  sites: list(SITE, "call sites, sorted by position"),
  cost: { type: "number", description: "with a profile: inclusive cost that came by this edge" },
};

const TALLY_STATES = ["total", "resolved", "external", "dispatch", "guess", "candidate", "unresolved"];

const DIAGNOSTIC = record(
  {
    severity: word(["error", "warning", "info"], "an error means that something is missing"),
    code: text("stable word"),
    message: text("for people"),
    file: text("relative to the workspace root"),
    line: position("1-based"),
    column: position("1-based"),
    hint: text("what can be done"),
    partial: { type: "boolean", description: "true when something was left out because of it" },
  },
  ["severity", "code", "message"],
  "what the scan had to put up with",
);

const GRAPH_ATTRIBUTES: Readonly<Record<string, object>> = {
  schema: { const: GRAPH_SCHEMA, description: "version of this schema" },
  callmap: text("version of callmap"),
  workspace: text("name of the workspace"),
  packages: list({ type: "string" }, "names of the packages that were read"),
  cfg: record(
    { target: text("target triple"), features: list({ type: "string" }, "enabled features") },
    ["target", "features"],
    "cfg of the scan",
  ),
  tally: record(
    Object.fromEntries(TALLY_STATES.map((state) => [state, count("call sites")])),
    TALLY_STATES,
    "call sites by what became of them",
  ),
  diagnostics: list(DIAGNOSTIC, "problems met"),
  partial: { type: "boolean", description: "true when anything was left out" },
  costs: record(
    { event: text("what is counted"), unit: text("unit of the costs"), total: { type: "number" } },
    ["event", "unit", "total"],
    "with a profile: what its costs are",
  ),
};

const NODE = record(
  {
    key: text("path, with #2, #3 where several functions share it"),
    attributes: record(NODE_ATTRIBUTES, ["name", "path", "kind"], ""),
  },
  ["key", "attributes"],
  "a function",
);
const EDGE = record(
  {
    key: text("unique in this graph"),
    source: text("key of the caller"),
    target: text("key of the callee"),
    attributes: record(EDGE_ATTRIBUTES, ["kind", "confidence", "why", "sites"], ""),
  },
  ["key", "source", "target", "attributes"],
  "one per pair of functions and kind",
);

/** The schema as plain data. */
export const JSON_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "callmap call graph",
  ...record(
    {
      attributes: record(
        GRAPH_ATTRIBUTES,
        Object.keys(GRAPH_ATTRIBUTES).filter((name) => name !== "costs"),
        "the graph itself",
      ),
      options: record(
        { type: { const: "directed" }, multi: { const: true }, allowSelfLoops: { const: true } },
        ["type", "multi", "allowSelfLoops"],
        "of graphology",
      ),
      nodes: list(NODE, "sorted by key"),
      edges: list(EDGE, "sorted by source, target and kind"),
    },
    ["attributes", "options", "nodes", "edges"],
    "The static call graph of a Cargo workspace in graphology's serialisation.",
  ),
};
