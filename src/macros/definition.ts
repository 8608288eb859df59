/**
 * Macro definitions: `macro_rules! name { (matcher) => { transcriber }; ... }` and the `macro` items of declarative macros
 * 2.0, compiled to matchers and templates. After the Reference's chapter "Macros By Example". Follow sets are not
 * checked: whether a definition is allowed is the compiler's business, what it does is ours.
 */
import type { TokenBuffer } from "./buffer.ts";
import { isMacroError, type MacroError, macroError } from "./errors.ts";
import { tokenize } from "./lexer.ts";
import { compileMatcher, type Matcher } from "./matcher.ts";
import { compileTemplate, type Template } from "./template.ts";
import { isOpenDelimiter, Tok } from "./tokens.ts";

/** One rule. */
export interface MacroRule {
  readonly matcher: Matcher;
  readonly template: Template;
}

/** A macro as data: rules in the order in which they are tried. */
export interface MacroDefinition {
  readonly rules: readonly MacroRule[];
  /** Of the text of the definition, in UTF-16 units. */
  readonly length: number;
}

/** Edition whose fragments apply when the caller names none. */
const DEFAULT_EDITION = 2021;

/**
 * Returns the macro whose rules stand in `text` from `start` to `end` (UTF-16 offsets): what is between the delimiters of
 * `macro_rules! name { ... }`. `edition` (2015 ... 2024, of the defining crate) decides what `pat` and `expr` mean.
 */
export function parseMacroRules(
  text: string,
  start: number,
  end: number,
  edition: number = DEFAULT_EDITION,
): MacroDefinition | MacroError {
  const tokens = tokenize(text, start, end);
  const rules: MacroRule[] = [];
  let row = 0;
  while (row < tokens.count) {
    const attribute = attributeRuleEnd(tokens, row);
    if (attribute >= 0) {
      row = attribute;
      continue;
    }
    const rule = parseRule(tokens, row, edition);
    if (isMacroError(rule)) return rule;
    rules.push(rule);
    row = afterSeparator(tokens, tokens.afterTree(ruleBody(tokens, row)));
  }
  return { rules, length: end - start };
}

/**
 * Returns the macro of a `macro name(matcher) { transcriber }` or `macro name { (matcher) => { transcriber }, ... }` item;
 * the span is what stands behind the name.
 */
export function parseDeclMacro(
  text: string,
  start: number,
  end: number,
  edition: number = DEFAULT_EDITION,
): MacroDefinition | MacroError {
  const tokens = tokenize(text, start, end);
  if (tokens.kind[0] === Tok.OpenBrace) {
    return parseMacroRules(text, tokens.end[0]!, tokens.offset(tokens.afterTree(0) - 1), edition);
  }
  const body = tokens.kind[0] === Tok.OpenParen ? tokens.afterTree(0) : -1;
  if (body < 0 || !isOpenDelimiter(tokens.kind[body]!)) {
    return macroError("bad-definition", "a `macro` item needs parameters and a body", tokens.offset(0));
  }
  const rule = compileRule(tokens, 0, body, edition);
  return isMacroError(rule) ? rule : { rules: [rule], length: end - start };
}

/** Row of the transcriber's delimiter, given that of the matcher's. */
function ruleBody(tokens: TokenBuffer, row: number): number {
  return tokens.afterTree(row) + 1;
}

function parseRule(tokens: TokenBuffer, row: number, edition: number): MacroRule | MacroError {
  if (!isOpenDelimiter(tokens.kind[row]!)) {
    return macroError("bad-definition", "a rule must start with a delimiter", tokens.offset(row));
  }
  const body = ruleBody(tokens, row);
  if (tokens.kind[body - 1] !== Tok.FatArrow || !isOpenDelimiter(tokens.kind[body]!)) {
    return macroError("bad-definition", "a rule needs `=>` and a delimited right side", tokens.offset(body - 1));
  }
  return compileRule(tokens, row, body, edition);
}

function compileRule(tokens: TokenBuffer, row: number, body: number, edition: number): MacroRule | MacroError {
  const matcher = compileMatcher(tokens, row + 1, groupEnd(tokens, row), edition);
  if (isMacroError(matcher)) return matcher;
  const template = compileTemplate(tokens, body + 1, groupEnd(tokens, body), matcher);
  return isMacroError(template) ? template : { matcher, template };
}

/** Row of the delimiter that closes the group at `row`, or behind the last row when none does. */
function groupEnd(tokens: TokenBuffer, row: number): number {
  const close = tokens.match[row]!;
  return close < 0 ? tokens.count : close;
}

/** Rules are separated by `;` in `macro_rules!` and by `,` or nothing in `macro`. */
function afterSeparator(tokens: TokenBuffer, row: number): number {
  const kind = tokens.kind[row]!;
  return kind === Tok.Semi || kind === Tok.Comma ? row + 1 : row;
}

/** Steps over a rule for attribute or derive position, `attr(...) (...) => { ... }`: -1 when none starts at `row`. */
function attributeRuleEnd(tokens: TokenBuffer, row: number): number {
  const { kind } = tokens;
  const word = kind[row] === Tok.Unsafe ? row + 1 : row;
  if (kind[word] !== Tok.Ident || !(tokens.is(word, "attr") || tokens.is(word, "derive"))) return -1;
  if (!isOpenDelimiter(kind[word + 1]!)) return -1;
  const second = tokens.afterTree(word + 1);
  const arrow = isOpenDelimiter(kind[second]!) ? tokens.afterTree(second) : second;
  if (kind[arrow] !== Tok.FatArrow || !isOpenDelimiter(kind[arrow + 1]!)) return -1;
  return afterSeparator(tokens, tokens.afterTree(arrow + 1));
}
