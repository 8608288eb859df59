import { GRAPH_SCHEMA, type GraphMeta } from "../../src/graph/types.ts";

/** Graph attributes for tests that do not look at them. */
export const META: GraphMeta = {
  schema: GRAPH_SCHEMA,
  callmap: "0.0.0",
  workspace: "test",
  packages: [],
  cfg: { target: "x86_64-unknown-linux-gnu", features: [] },
  tally: { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 },
  diagnostics: [],
  partial: false,
};
