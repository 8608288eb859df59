/**
 * Flame graphs as one SVG file that needs nothing else: a box per row of a cost tree, as wide as its cost, above (or, as an icicle, below) its
 * caller. The script in it zooms on a click, searches, and shows what the pointer is on.
 *
 * Boxes narrower than the least width are left out, siblings are sorted by name and colours depend on names alone, so equal trees
 * give equal bytes. The layout is that of Brendan Gregg's flame graphs.
 */
import { FLAME_SCRIPT } from "./flame-script.ts";
import { childrenOf, compareText, formatCost, type TreeInput, type TreeLabel } from "./overlay-input.ts";
import { escapeXml } from "./xml.ts";

/** What decides on the colour of a box. */
export type FlameColors = "kind" | "package" | "module" | "cost" | "hot";

/** Looks of a flame graph; what is absent has a default. */
export interface FlameOptions {
  readonly title?: string;
  readonly subtitle?: string;
  /** In pixels; 1200. */
  readonly width?: number;
  /** Height of a box in pixels; 16. */
  readonly frameHeight?: number;
  /** Least width of a box in per cent of the whole; 0.01. */
  readonly minWidth?: number;
  /** Roots on top. */
  readonly icicle?: boolean;
  /** Default `kind`: workspace, std, other crates, system. */
  readonly colors?: FlameColors;
}

const PADDING = 10;
const TOP = 58;
const BOTTOM = 28;
/** Deeper rows would make the picture higher than browsers draw. */
const MOST_LEVELS = 4000;
/** Average width of a character at the font size of 11 pixels. */
const CHARACTER = 6.6;

/** A box. Positions are shares of the whole. */
interface Box {
  readonly row: number;
  readonly depth: number;
  readonly x: number;
  readonly width: number;
}

/** Yields the picture in pieces. */
export function* renderFlame(tree: TreeInput, options: FlameOptions = {}): Generator<string> {
  const width = options.width ?? 1200;
  const height = options.frameHeight ?? 16;
  const { boxes, cut } = layOut(tree, (options.minWidth ?? 0.01) / 100);
  const levels = boxes.reduce((most, box) => Math.max(most, box.depth + 1), 1);
  const picture = { width, height, levels, icicle: options.icicle ?? false };
  const total = TOP + levels * height + BOTTOM;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n`;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" data-levels="${levels}" data-frame="${height}" data-top="${TOP}" data-pad="${PADDING}" data-icicle="${picture.icicle ? 1 : 0}">\n`;
  yield `<style>${STYLE}</style>\n`;
  yield heading(tree, options, width, total, cut);
  yield `<g id="frames">\n`;
  for (const box of boxes) yield boxText(tree, box, picture, options.colors ?? "kind");
  yield "</g>\n";
  yield `<script><![CDATA[${FLAME_SCRIPT}]]></script>\n</svg>\n`;
}

const STYLE = [
  "svg{background:#fff;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:11px}",
  "text{fill:#1f2328;pointer-events:none}#title{font-size:16px;text-anchor:middle}#subtitle,#note{fill:#57606a;text-anchor:middle}",
  ".b{cursor:pointer}.b text{font-size:11px;pointer-events:auto}#frames rect{stroke:#fff;stroke-width:.5}#frames g:hover rect{stroke:#1f2328;stroke-width:1}",
  "g.hit rect{fill:#d33bf0}g.parent rect{opacity:.5}g.off{display:none}.b:focus{outline:none}.b:focus text{font-weight:bold}",
  "@media(prefers-color-scheme:dark){svg{background:#0d1117}text{fill:#e6edf3}#frames text{fill:#1f2328}#frames rect{stroke:#0d1117}#subtitle,#note{fill:#9198a1}}",
].join("");

function heading(tree: TreeInput, options: FlameOptions, width: number, height: number, cut: number): string {
  const middle = width / 2;
  const subtitle = options.subtitle ?? `${tree.event}: ${formatCost(tree.whole, tree.unit)}`;
  const note = cut > 0 ? `${cut} boxes deeper than ${MOST_LEVELS} levels are left out` : "";
  return [
    `<text id="title" x="${middle}" y="24">${escapeXml(options.title ?? "Flame graph")}</text>`,
    `<text id="subtitle" x="${middle}" y="40">${escapeXml(subtitle)}</text>`,
    `<text id="note" x="${middle}" y="53">${escapeXml(note)}</text>`,
    `<g class="b" id="reset" role="button" tabindex="0"><text x="${PADDING}" y="24">Reset zoom</text></g>`,
    `<g class="b" id="search" role="button" tabindex="0"><text x="${width - PADDING}" y="24" text-anchor="end">Search</text></g>`,
    `<text id="details" x="${PADDING}" y="${height - 10}"> </text>`,
    `<text id="matched" x="${width - PADDING}" y="${height - 10}" text-anchor="end"> </text>`,
    "",
  ].join("\n");
}

/** Places the boxes, callers before callees. Rows come out depth first, siblings by name. */
function layOut(tree: TreeInput, least: number): { boxes: Box[]; cut: number } {
  const { first, next } = childrenOf(tree.parent);
  const boxes: Box[] = [{ row: -1, depth: 0, x: 0, width: 1 }];
  const whole = Math.max(tree.whole, sumOfRoots(tree));
  if (whole <= 0) return { boxes, cut: 0 };
  let cut = 0;
  const open: Box[] = [boxes[0]!];
  for (let above = open.pop(); above !== undefined; above = open.pop()) {
    if (above.row >= 0) boxes.push(above);
    const children: Box[] = [];
    let { x } = above;
    for (const row of sortedChildren(tree, first[above.row < 0 ? tree.length : above.row]!, next)) {
      const width = tree.total[row]! / whole;
      if (width >= least && above.depth + 1 < MOST_LEVELS) children.push({ row, depth: above.depth + 1, x, width });
      else if (width >= least) cut++;
      x += width;
    }
    for (const child of children.reverse()) open.push(child);
  }
  return { boxes, cut };
}

function sumOfRoots(tree: TreeInput): number {
  let sum = 0;
  for (let row = 0; row < tree.length; row++) if (tree.parent[row]! < 0) sum += tree.total[row]!;
  return sum;
}

function sortedChildren(tree: TreeInput, first: number, next: Int32Array): number[] {
  const rows: number[] = [];
  for (let row = first; row >= 0; row = next[row]!) rows.push(row);
  const name = (row: number) => tree.labels[tree.label[row]!]!.name;
  return rows.sort((a, b) => compareText(name(a), name(b)) || a - b);
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly levels: number;
  readonly icicle: boolean;
}

const ALL: TreeLabel = { name: "all", kind: "all", scope: "", module: "" };

function boxText(tree: TreeInput, box: Box, picture: Picture, colors: FlameColors): string {
  const label = box.row < 0 ? ALL : tree.labels[tree.label[box.row]!]!;
  const inner = picture.width - 2 * PADDING;
  const x = PADDING + box.x * inner;
  const width = box.width * inner;
  const level = picture.icicle ? box.depth : picture.levels - 1 - box.depth;
  const y = TOP + level * picture.height;
  const fill = boxColor(tree, box, label, colors);
  const characters = Math.floor((width - 4) / CHARACTER);
  const text = characters < 3 ? "" : shorten(label.name, characters);
  return [
    `<g data-x="${share(box.x)}" data-w="${share(box.width)}" data-d="${box.depth}">`,
    `<title>${escapeXml(tooltip(tree, box, label))}</title>`,
    `<rect x="${pixels(x)}" y="${y}" width="${pixels(width)}" height="${picture.height - 1}" rx="1" fill="${fill}"/>`,
    `<text x="${pixels(x + 3)}" y="${y + picture.height - 4.5}">${escapeXml(text)}</text></g>\n`,
  ].join("");
}

const pixels = (value: number): string => value.toFixed(2).replace(/\.?0+$/, "");
const share = (value: number): string => value.toFixed(7).replace(/\.?0+$/, "");

/** Makes a name fit: modules in front go first, as the function says most. The script does the same. */
function shorten(name: string, characters: number): string {
  let text = name;
  for (
    let at = text.indexOf("::");
    text.length > characters && at > 0 && !/[<[({]/.test(text.slice(0, at));
    at = text.indexOf("::")
  ) {
    text = text.slice(at + 2);
  }
  return text.length <= characters ? text : `${text.slice(0, Math.max(characters - 1, 1))}…`;
}

/** Name, cost, shares, place and members of a box. */
function tooltip(tree: TreeInput, box: Box, label: TreeLabel): string {
  const cost = box.row < 0 ? tree.whole : tree.total[box.row]!;
  const percent = (part: number) => `${tree.whole > 0 ? ((100 * part) / tree.whole).toFixed(2) : "0.00"} %`;
  const self = box.row < 0 ? 0 : tree.self[box.row]!;
  const lines = [
    `${label.name} (${formatCost(cost, tree.unit)}, ${percent(cost)}${self > 0 ? `, self ${percent(self)}` : ""})`,
  ];
  if (tree.delta && box.row >= 0) lines.push(`${signed(tree.delta[box.row]!)} percentage points`);
  if (label.members && label.members.length > 0) lines.push(`recursion of ${label.members.join(", ")}`);
  if (label.file !== undefined) lines.push(`${label.file}${label.line ? `:${label.line}` : ""}`);
  return lines.join("\n");
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
}

// Colours.

const KIND_HUES: Readonly<Record<string, readonly [hue: number, spread: number, saturation: number, light: number]>> = {
  function: [14, 26, 88, 66],
  group: [340, 10, 80, 70],
  std: [48, 10, 55, 72],
  external: [150, 40, 38, 70],
  system: [215, 20, 28, 74],
  unmatched: [0, 0, 0, 72],
  all: [0, 0, 0, 80],
};
const STD = /^(?:std|core|alloc|proc_macro|test)$/;
const FULL_DELTA = 10;

function boxColor(tree: TreeInput, box: Box, label: TreeLabel, colors: FlameColors): string {
  if (box.row < 0) return hsl(KIND_HUES.all!, 0);
  if (tree.delta) return deltaColor(tree.delta[box.row]!);
  switch (colors) {
    case "kind":
      return hsl(KIND_HUES[kindOf(label)]!, spread(label.name));
    case "cost":
      return heat(tree.whole > 0 ? tree.self[box.row]! / tree.whole : 0);
    case "hot":
      return hsl([8, 44, 90, 64], spread(label.name));
    default:
      return scopeColor(colors === "module" ? label.module : label.scope, label.name);
  }
}

function kindOf(label: TreeLabel): string {
  if (label.kind !== "external") return label.kind in KIND_HUES ? label.kind : "unmatched";
  if (label.scope === "") return "system";
  return STD.test(label.scope) ? "std" : "external";
}

function hsl([hue, range, saturation, light]: readonly [number, number, number, number], at: number): string {
  return `hsl(${Math.round(hue + range * at)},${saturation}%,${Math.round(light + 6 * at)}%)`;
}

function scopeColor(scope: string, name: string): string {
  if (scope === "") return hsl(KIND_HUES.system!, spread(name));
  return `hsl(${Math.round(360 * spread(scope))},60%,${Math.round(66 + 10 * spread(name))}%)`;
}

/** From pale yellow to red; the root makes small shares visible. */
function heat(part: number): string {
  const warmth = Math.sqrt(Math.min(1, Math.max(0, part)));
  return `hsl(${Math.round(52 * (1 - warmth))},90%,${Math.round(88 - 28 * warmth)}%)`;
}

/** Red for more, blue for less, as differential flame graphs have it. */
function deltaColor(points: number): string {
  const strength = Math.min(1, Math.sqrt(Math.abs(points) / FULL_DELTA));
  return `hsl(${points >= 0 ? 4 : 214},${Math.round(90 * strength)}%,${Math.round(92 - 28 * strength)}%)`;
}

/** A number from 0 to 1 that depends on the text alone (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0xffffffff;
}
