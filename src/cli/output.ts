/** Where results go and in which format: the options for it, and the writing itself. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { InputError } from "../base/diagnostic.ts";
import type { CallGraph } from "../graph/types.ts";
import { writeText } from "../host/write.ts";
import { FORMATS, type Format, formatOfFile, getFormat } from "../render/formats.ts";
import { renderOptionsOf, type SharedOptions } from "./options.ts";
import { usageError, writeOut } from "./terminal.ts";

/** Flags as commander gives them; each format is a flag of its own. */
export interface OutputFlags extends SharedOptions, Readonly<Record<string, unknown>> {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly maxNodes: number;
}

/** Adds the options that say how and where a graph is written. */
export function addOutputOptions(command: Command, heading: string): Command {
  command.optionsGroup(heading);
  for (const { name, summary } of FORMATS.values()) {
    if (/^[a-z0-9]+$/.test(name)) command.option(`--${name}`, summary);
  }
  return command
    .option("--format <format>", "one of the above by name, nodes.csv, or a template such as '{{caller}} {{callee}}'")
    .option("-o, --output <file>", "write to a file; its extension tells the format")
    .addOption(new Option("--max-nodes <n>", "refuse pictures of more nodes").argParser(count).default(200))
    .option("--force", "draw a picture however large it is");
}

/** Reads a number from 0. */
export function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("expected a number.");
  return Number(value);
}

/** Formats that the flags name. */
export function askedFormats(flags: OutputFlags): Format[] {
  const names = [...FORMATS.keys()].filter((name) => flags[name] === true);
  if (flags.format !== undefined) names.push(flags.format);
  if (names.length > 1) throw usageError(`several formats at once: ${names.join(", ")}`, "give one");
  return names.map(getFormat);
}

/** The format that the name of a file asks for; `undefined` for a name without an extension. */
export function formatByName(output: string): Format | undefined {
  const byName = formatOfFile(output);
  const extension = /[^/\\.]\.(\w+)$/.exec(output)?.[1];
  if (byName !== undefined || extension === undefined) return byName;
  const known = [...FORMATS.values()].flatMap((f) => f.extensions).map((e) => `.${e}`);
  const hint = /png|pdf|jpe?g/i.test(extension)
    ? `let Graphviz write it: --dot | dot -T${extension.toLowerCase()} -o ${output}`
    : `known are ${known.join(", ")}; or say --format`;
  throw usageError(`.${extension} tells no format`, hint);
}

/** Writes a graph that was filtered; refuses a picture that nobody could read. */
export async function writeGraphAs(graph: CallGraph, format: Format, flags: OutputFlags): Promise<void> {
  if (format.isPicture && graph.nodes.length > flags.maxNodes && !flags.force)
    throw tooLarge(graph.nodes.length, format, flags.maxNodes);
  await write(await format.render(graph, renderOptionsOf(flags)), flags);
}

/** Writes to the file that `--output` names, else to standard output. */
export async function write(chunks: Iterable<string>, { output }: { readonly output?: string }): Promise<void> {
  if (output === undefined || output === "-") await writeOut(chunks);
  else writeText(output, chunks);
}

function tooLarge(nodes: number, format: Format, limit: number): InputError {
  const message = `${nodes} nodes are more than a picture can show (--max-nodes ${limit}); no ${format.name} was written`;
  const hint =
    "narrow it by --focus PATTERN --depth 2, --level module, -p PACKAGE, --exclude PATTERN or --no-isolated; or --force it";
  return new InputError([{ severity: "error", code: "too-large", message, hint }]);
}
