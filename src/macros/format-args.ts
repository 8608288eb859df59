/**
 * `format_args!(...)` as an expression: every argument by reference, once, wrapped in a marker for each trait that formats
 * it; names captured by the format string count as arguments and have their place inside the literal.
 *
 *     format_args!("{} {name:?}", x.len())
 *     builtin·format_args(builtin·fmt_display(&(x.len())), builtin·fmt_debug(&(name)))
 */
import { evaluateString, type MacroArgument, splitArguments } from "./arguments.ts";
import type { TokenBuffer } from "./buffer.ts";
import { type FormatArgument, type Placeholder, parsePlaceholders } from "./format.ts";
import { offsetInLiteral, type StringValue } from "./literal.ts";
import type { ExpansionWriter } from "./writer.ts";

/** How one argument is used. */
interface Usage {
  readonly traits: Set<string>;
}

/** A captured name and the text offset of its first use, -1 when the format string is no plain literal. */
interface Capture extends Usage {
  readonly name: string;
  readonly offset: number;
}

/** Writes the expression for the arguments of `format_args!`, the format string being the first. */
export function formatArguments(tokens: TokenBuffer, out: ExpansionWriter): void {
  const [format, ...args] = splitArguments(tokens, 0, tokens.count);
  const literal = format === undefined ? undefined : evaluateString(tokens, format.from, format.to);
  const plan = new FormatPlan(args, literal);
  out.write("builtin·format_args(");
  // A format string that only expansion of another macro can tell is kept: that macro may call something.
  if (format !== undefined && literal === undefined) writeArgument(tokens, format, [], out);
  args.forEach((argument, i) => {
    writeArgument(tokens, argument, plan.usages[i]!.traits, out);
  });
  for (const capture of plan.captures.values()) writeCapture(capture, out);
  out.append(")");
}

class FormatPlan {
  readonly usages: readonly Usage[];
  readonly captures = new Map<string, Capture>();
  private readonly byName = new Map<string, Usage>();
  private readonly literal: StringValue | undefined;
  private next = 0;

  constructor(args: readonly MacroArgument[], literal: StringValue | undefined) {
    this.literal = literal;
    const traits = literal === undefined ? ["display"] : [];
    this.usages = args.map(() => ({ traits: new Set(traits) }));
    args.forEach((argument, i) => {
      if (argument.name !== "") this.byName.set(argument.name, this.usages[i]!);
    });
    if (literal !== undefined) for (const placeholder of parsePlaceholders(literal.value)) this.add(placeholder);
  }

  /** Counts are numbers, formatted through no trait; `.*` takes its argument before the value. */
  private add(placeholder: Placeholder): void {
    for (const count of placeholder.counts) this.find(count);
    this.find(placeholder.argument)?.traits.add(placeholder.trait);
  }

  private find(argument: FormatArgument): Usage | undefined {
    if (argument.kind === "next") return this.usages[this.next++];
    if (argument.kind === "position") return this.usages[argument.position];
    return this.byName.get(argument.name) ?? this.capture(argument.name, argument.index);
  }

  private capture(name: string, index: number): Capture {
    const known = this.captures.get(name);
    if (known !== undefined) return known;
    const { literal } = this;
    const offset = literal === undefined || literal.first < 0 ? -1 : offsetInLiteral(literal, index);
    const capture = { name, offset, traits: new Set<string>() };
    this.captures.set(name, capture);
    return capture;
  }
}

function writeArgument(
  tokens: TokenBuffer,
  argument: MacroArgument,
  traits: Iterable<string>,
  out: ExpansionWriter,
): void {
  const names = [...traits];
  out.append(`${opening(names)}&(`);
  out.copy(tokens.start[argument.from]!, tokens.endBefore(argument.to));
  out.append(`)${")".repeat(names.length)}, `);
}

function writeCapture(capture: Capture, out: ExpansionWriter): void {
  const names = [...capture.traits];
  out.append(`${opening(names)}&(`);
  if (capture.offset < 0) out.append(capture.name);
  else out.copyAs(capture.name, capture.offset);
  out.append(`)${")".repeat(names.length)}, `);
}

function opening(traits: readonly string[]): string {
  return traits.map((trait) => `builtin·fmt_${trait}(`).join("");
}
