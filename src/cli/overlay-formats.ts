/** The formats in which `callmap overlay` writes besides text, and how they are asked for. */
import { gzipSync } from "node:zlib";
import { heatGraph } from "../profile/overlay/heat.ts";
import { documentHead, overlayDocument, presentCalls, presentTree } from "../profile/overlay/present.ts";
import { FORMATS, type Format as GraphFormat } from "../render/formats.ts";
import type { RenderOptions } from "../render/options.ts";
import { renderCallgrind } from "../render/overlay-callgrind.ts";
import { renderFolded, renderSpeedscope } from "../render/overlay-folded.ts";
import { renderPprof } from "../render/overlay-pprof.ts";
import type { OverlayFlags } from "./overlay-flags.ts";
import type { View, ViewInput } from "./overlay-views.ts";
import { usageError } from "./terminal.ts";

/** One format. */
export interface OverlayFormat {
  readonly name: string;
  /** Ends of file names that ask for it. */
  readonly extensions: readonly string[];
  /** Not to be shown on a terminal. */
  readonly isBinary: boolean;
  /** `views` are those that were asked for; formats that hold the whole overlay pass over them. */
  readonly render: (
    input: ViewInput,
    views: readonly View[],
  ) => Iterable<string | Uint8Array> | Promise<Iterable<string | Uint8Array>>;
}

/** The call graph in the colours of its costs, in a format of `callmap scan`. */
function heatFormat(format: GraphFormat): OverlayFormat {
  const { name, extensions } = format;
  return {
    name,
    extensions,
    isBinary: false,
    render: ({ overlay, flags }) => {
      const { graph, costs } = heatGraph(overlay, {
        ...(flags.nodeMin === undefined ? {} : { nodeMin: flags.nodeMin }),
        ...(flags.edgeMin === undefined ? {} : { edgeMin: flags.edgeMin }),
        ...(flags.maxNodes === undefined ? {} : { maxNodes: flags.maxNodes }),
      });
      return format.render(graph, { ...lookOfHeat(flags), costs });
    },
  };
}

function lookOfHeat({ urlTemplate, rankdir, title, color }: OverlayFlags): RenderOptions {
  return {
    ...(urlTemplate === undefined ? {} : { urlTemplate }),
    ...(rankdir === undefined ? {} : { rankdir }),
    ...(title === undefined ? {} : { title }),
    ...(color === undefined ? {} : { colorBy: color }),
  };
}

const OWN: readonly OverlayFormat[] = [
  {
    name: "json",
    extensions: ["json"],
    isBinary: false,
    render: ({ overlay }, views) => [`${JSON.stringify(jsonOf(overlay, views), null, 2)}\n`],
  },
  {
    name: "folded",
    extensions: ["folded", "collapsed"],
    isBinary: false,
    render: ({ overlay }) => renderFolded(presentTree(overlay)),
  },
  {
    name: "callgrind",
    extensions: ["callgrind", "callgrind.out"],
    isBinary: false,
    render: ({ overlay }) => renderCallgrind(presentCalls(overlay)),
  },
  {
    name: "speedscope",
    extensions: ["speedscope.json", "speedscope"],
    isBinary: false,
    render: ({ overlay }) => renderSpeedscope(presentTree(overlay), overlay.profile.command),
  },
  {
    name: "pprof",
    extensions: ["pb.gz", "pb", "pprof"],
    isBinary: true,
    render: ({ overlay }) => [gzipSync(renderPprof(presentTree(overlay)))],
  },
];

/** The views that were asked for, each under its name; without any the whole overlay. */
function jsonOf(overlay: ViewInput["overlay"], views: readonly View[]): unknown {
  if (views.length === 0) return overlayDocument(overlay);
  const parts: Record<string, unknown> = { ...documentHead(overlay) };
  for (const { name, data } of views) {
    const value = data();
    // Views that were asked for several times are lists of what each found.
    const known = parts[name];
    parts[name] = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value;
  }
  return parts;
}

const HEAT: readonly OverlayFormat[] = [...FORMATS.values()]
  .filter(({ name }) => name !== "json" && name !== "text")
  .map(heatFormat);
const ALL: readonly OverlayFormat[] = [...OWN, ...HEAT];

/** Returns the format that is asked for by a flag or by the name of the output; `undefined` for text. */
export function formatOf(flags: OverlayFlags): OverlayFormat | undefined {
  const names = ALL.filter(({ name }) => flags[name] === true).map(({ name }) => name);
  if (flags.format !== undefined && flags.format !== "text") names.push(flags.format);
  if (names.length > 1) throw usageError(`several formats at once: ${names.join(", ")}`, "give one");
  const [asked] = names;
  if (asked === undefined) return flags.format === "text" ? undefined : formatByName(flags.output);
  const format = ALL.find(({ name }) => name === asked);
  if (format === undefined) {
    const known = ["text", ...ALL.map(({ name }) => name)].join(", ");
    throw usageError(`unknown format ${asked}`, `known are ${known}`);
  }
  return format;
}

/** The format that the name of a file asks for: the longest ending that fits; valgrind's own `callgrind.out.PID` too. */
function formatByName(output: string | undefined): OverlayFormat | undefined {
  if (output === undefined || output === "-") return undefined;
  const name = output.toLowerCase();
  if (/(^|[/\\])callgrind\.out(\.[^/\\]*)?$/.test(name)) return ALL.find((format) => format.name === "callgrind");
  const endings = ALL.flatMap((format) => format.extensions.map((extension) => ({ format, extension })));
  return endings
    .filter(({ extension }) => name.endsWith(`.${extension}`))
    .sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}
