/** The looks of a drawing, as Graphviz attributes. Colours keep a contrast of 4.5:1 for text and do not rely on hue alone. */
import type { EdgeKind, Entry, NodeKind } from "../graph/types.ts";

/** Graphviz attributes by name; values need no escaping. */
export type Style = Record<string, string>;

export const RECURSION_COLOR = "#cf222e";
export const GUESS_COLOR = "#bc6c00";

/** Lines by what the edge says. */
export const EDGE_STYLES: Readonly<Record<EdgeKind, Style>> = {
  call: {},
  dispatch: { style: "dashed", color: "#8250df", arrowhead: "onormal" },
  reference: { style: "dotted", color: "#0969da", arrowhead: "vee", penwidth: "1.4" },
  implicit: { color: "#afb8c1" },
  candidate: { style: "dashed", color: "#bc6c00", arrowhead: "odot" },
  residual: { style: "dotted", color: "#6e7781", arrowhead: "ediamond" },
};

/** Boxes of nodes. */
export const NODE_STYLES: {
  readonly kinds: Readonly<Record<NodeKind, Style>>;
  readonly entries: Readonly<Record<Entry, Style>>;
  readonly test: Style;
  readonly inactive: Style;
  readonly recursion: Style;
} = {
  kinds: {
    function: {},
    method: {},
    trait_method: { style: "rounded,filled,dashed", color: "#8250df" },
    closure: { style: "rounded,filled,dotted", fontsize: "10" },
    initializer: { shape: "note", style: "filled" },
    external: { style: "filled", fillcolor: "#eaeef2", color: "#afb8c1", fontcolor: "#57606a" },
    type: { style: "filled", fillcolor: "#ddf4ff", color: "#54aeff" },
    module: { shape: "folder", style: "filled", fillcolor: "#f6f8fa" },
    package: { shape: "component", style: "filled", fillcolor: "#f6f8fa" },
    file: { shape: "note", style: "filled", fillcolor: "#f6f8fa" },
  },
  entries: {
    main: {
      fillcolor: "#0969da",
      color: "#0550ae",
      fontcolor: "#ffffff",
    },
    test: { fillcolor: "#fff8c5", color: "#bf8700" },
    bench: { fillcolor: "#fff8c5", color: "#bf8700" },
    ffi: { fillcolor: "#dafbe1", color: "#1a7f37" },
    public: { color: "#0969da", penwidth: "1.8" },
  },
  test: { fillcolor: "#fff8c5" },
  inactive: { style: "rounded,filled,dashed", fillcolor: "#f6f8fa", color: "#afb8c1", fontcolor: "#6e7781" },
  recursion: { color: RECURSION_COLOR, penwidth: "2" },
};

/** Boxes around nodes, as attribute texts. */
export const CLUSTER_STYLES = {
  root: "",
  package: 'style="filled,rounded" fillcolor="#f6f8fa" color="#d0d7de" fontsize=14 fontcolor="#24292f" margin=12',
  module: 'style="filled,rounded" fillcolor="#ffffff" color="#d0d7de" fontsize=12 fontcolor="#57606a" margin=10',
  type: 'style="filled,rounded" fillcolor="#eef6fc" color="#a5d0f0" fontsize=11 fontcolor="#0a4c86" margin=8',
  trait: 'style="filled,rounded,dashed" fillcolor="#f8f4fe" color="#b392f0" fontsize=11 fontcolor="#6639ba" margin=8',
  external:
    'style="filled,rounded,dashed" fillcolor="#f6f8fa" color="#afb8c1" fontsize=12 fontcolor="#6e7781" margin=10',
  recursion: `style="rounded,dashed" color="${RECURSION_COLOR}" fontcolor="${RECURSION_COLOR}" margin=10`,
} as const;
