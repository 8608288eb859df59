/** How a graph is to be written. Every renderer takes what concerns it and passes over the rest. */
import type { Costs } from "../graph/costs.ts";
import type { ClusterKind } from "./clusters.ts";

/** Wishes of the user; what is absent has a default. */
export interface RenderOptions {
  /** Boxes to draw; package, module and type by default. */
  readonly clusters?: readonly ClusterKind[];
  /** Direction of calls in a drawing; left to right by default. */
  readonly rankdir?: "LR" | "TB" | "RL" | "BT";
  /** Graphviz engine; `dot` by default. */
  readonly layout?: string;
  /** Link of a function or a call site: `https://host/{file}#L{line}`. */
  readonly urlTemplate?: string;
  /** Heading of a drawing. */
  readonly title?: string;
  /** Adds an explanation of the lines and boxes that occur in the drawing. */
  readonly legend?: boolean;
  /** Draws recursion as boxes of its own in place of packages, modules and types. */
  readonly groupScc?: boolean;
  /** Costs of a profile: boxes are coloured, lines widened by them. */
  readonly costs?: Costs;
  /** Which cost colours a box; the inclusive one by default. */
  readonly colorBy?: "inclusive" | "self";
  /** CSV: headers of Neo4j's bulk import. */
  readonly neo4j?: boolean;
  /** Template of one line per call site: `{{caller}} {{callee}} {{file}}:{{line}}`. */
  readonly template?: string;
}

/** Returns a link made from the template, its `{file}`, `{line}`, `{column}` and `{path}` filled in. */
export function linkTo(
  template: string,
  place: { readonly file: string; readonly line: number; readonly column: number },
  path: string,
): string {
  const values: Readonly<Record<string, string>> = {
    file: place.file.split("/").map(encoded).join("/"),
    line: String(place.line),
    column: String(place.column),
    path: encoded(path),
  };
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Percent-encodes a text; half a surrogate pair, which has no bytes, becomes U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
