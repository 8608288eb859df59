/**
 * The compiler's own macros, as far as they matter for calls: each becomes an expression that evaluates its arguments and
 * has the right type. What has no spelling in Rust is a call of a function that no program can define:
 *
 * | spelled | is |
 * | --- | --- |
 * | `builtin·format_args(a, b, ...)` | `core::fmt::Arguments` |
 * | `builtin·fmt_display(r)`, `fmt_debug`, `fmt_lower_hex`, `fmt_upper_hex`, `fmt_octal`, `fmt_pointer`, `fmt_binary`, `fmt_lower_exp`, `fmt_upper_exp` | its argument, a reference, which it formats through that trait; nested when an argument is formatted in several ways |
 * | `builtin·asm(a, b, ...)` | `()` |
 * | `builtin·option_env()` | `Option<&'static str>` |
 * | `builtin·never()` | `!` |
 */
import { evaluateConcat, type MacroArgument, plainText, splitArguments, toComma } from "./arguments.ts";
import { asmOperands } from "./asm.ts";
import type { TokenBuffer } from "./buffer.ts";
import type { MacroInput } from "./expand.ts";
import { formatArguments } from "./format-args.ts";
import { withTokens } from "./lexer.ts";
import { quote } from "./literal.ts";
import { isOpenDelimiter, isPlainIdent, Tok } from "./tokens.ts";
import { type Expansion, ExpansionWriter } from "./writer.ts";

/** What a builtin macro must know of its surroundings. */
export interface BuiltinEnvironment {
  /** Evaluates the `cfg` predicate that stands in `text` from `start` to `end`. */
  cfg(text: string, start: number, end: number): boolean;
  /** Where the invocation stands; what gives no item expands to nothing among items. */
  readonly position: "expression" | "item";
}

type Expander = (tokens: TokenBuffer, out: ExpansionWriter, env: BuiltinEnvironment) => void;

const EXPANDERS: ReadonlyMap<string, Expander> = new Map<string, Expander>([
  ["format_args", formatArguments],
  ["format_args_nl", formatArguments],
  ["const_format_args", formatArguments],
  ["concat", (tokens, out) => out.write(quote(evaluateConcat(tokens, 0, tokens.count) ?? ""))],
  ["concat_bytes", (_, out) => out.write('b""')],
  ["concat_idents", concatIdents],
  ["stringify", (tokens, out) => out.write(quote(plainText(tokens, 0, tokens.count)))],
  ["line", (_, out) => out.write("1u32")],
  ["column", (_, out) => out.write("1u32")],
  ["file", (_, out) => out.write('""')],
  ["module_path", (_, out) => out.write('""')],
  ["env", (_, out) => out.write('""')],
  ["option_env", (_, out) => out.write("builtin·option_env()")],
  ["include_str", (_, out) => out.write('""')],
  ["include_bytes", (_, out) => out.write('b""')],
  ["cfg", (tokens, out, env) => out.write(String(env.cfg(tokens.text, tokens.offset(0), tokens.limit)))],
  ["cfg_select", cfgSelect],
  ["compile_error", (_, out, env) => out.write(env.position === "item" ? "" : "builtin·never()")],
  ["addr_of", (tokens, out) => address(tokens, out, "const")],
  ["addr_of_mut", (tokens, out) => address(tokens, out, "mut")],
  ["offset_of", (_, out) => out.write("0usize")],
  ["asm", asmOperands],
  ["naked_asm", asmOperands],
  ["global_asm", (tokens, out, env) => (env.position === "item" ? out.write("") : asmOperands(tokens, out))],
]);

/** Names of the macros that {@link expandBuiltin} knows. */
export const BUILTIN_MACROS: ReadonlySet<string> = new Set(EXPANDERS.keys());

/**
 * Returns the expansion of the compiler's macro `name`, or `undefined` when it is none of them. `include!` is not among
 * them, since it needs the disk. Never fails: malformed arguments are left out.
 */
export function expandBuiltin(name: string, input: MacroInput, env: BuiltinEnvironment): Expansion | undefined {
  const expander = EXPANDERS.get(name);
  if (expander === undefined) return undefined;
  return withTokens(input.text, input.start, input.end, (tokens) => {
    const out = new ExpansionWriter(input.text);
    expander(tokens, out, env);
    return out.finish();
  });
}

function concatIdents(tokens: TokenBuffer, out: ExpansionWriter): void {
  let name = "";
  for (let row = 0; row < tokens.count; row++) if (isPlainIdent(tokens.kind[row]!)) name += tokens.tokenText(row);
  out.write(name);
}

function address(tokens: TokenBuffer, out: ExpansionWriter, mutability: string): void {
  const place: MacroArgument | undefined = splitArguments(tokens, 0, tokens.count)[0];
  if (place === undefined) return;
  out.write(`(&raw ${mutability} (`);
  out.copy(tokens.start[place.from]!, tokens.endBefore(place.to));
  out.append("))");
}

/** `cfg_select! { predicate => { ... } _ => { ... } }`: the contents of the first arm whose predicate holds. */
function cfgSelect(tokens: TokenBuffer, out: ExpansionWriter, env: BuiltinEnvironment): void {
  const { kind } = tokens;
  for (let row = 0; row < tokens.count; ) {
    let arrow = row;
    while (arrow < tokens.count && kind[arrow] !== Tok.FatArrow) arrow = tokens.afterTree(arrow);
    const body = arrow + 1;
    if (body >= tokens.count) return;
    const isGroup = isOpenDelimiter(kind[body]!);
    const end = isGroup ? tokens.afterTree(body) : toComma(tokens, body);
    const holds = kind[row] === Tok.Underscore || env.cfg(tokens.text, tokens.start[row]!, tokens.start[arrow]!);
    if (holds) {
      const inner = isGroup ? 1 : 0;
      if (end - inner > body + inner) out.copy(tokens.start[body + inner]!, tokens.endBefore(end - inner));
      return;
    }
    row = kind[end] === Tok.Comma ? end + 1 : end;
  }
}
