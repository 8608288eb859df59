/** The graph's own attributes: their empty form. */
import { GRAPH_SCHEMA, type GraphMeta } from "./types.ts";

/** Graph attributes that say nothing, for graphs that come without. */
export const EMPTY_META: GraphMeta = {
  schema: GRAPH_SCHEMA,
  callmap: "",
  workspace: "",
  packages: [],
  cfg: { target: "", features: [] },
  tally: { total: 0, resolved: 0, external: 0, dispatch: 0, guess: 0, candidate: 0, unresolved: 0 },
  diagnostics: [],
  partial: false,
};
