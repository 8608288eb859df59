/**
 * `cfg_aliases!` in a build script: names for conditions, each an option of its own where its condition holds (crate `cfg_aliases`).
 *
 *     cfg_aliases! { linux_android: { any(target_os = "linux", target_os = "android") }, … }
 */
import { type CfgPredicate, evaluateCfg, parseCfg, type Token, tokenize } from "./predicate.ts";
import { type CfgSet, withOptions } from "./set.ts";

const INVOCATION = /\bcfg_aliases!\s*[({[]/;

/** Returns `options` and the aliases that a build script defines and that hold with them; one may be named by those behind it. */
export function withAliases(options: CfgSet, script: string): CfgSet {
  let all = options;
  for (const { name, when } of aliases(script)) if (evaluateCfg(when, all)) all = withOptions(all, [{ name }]);
  return all;
}

interface Alias {
  readonly name: string;
  readonly when: CfgPredicate;
}

/** The aliases of a script's first invocation, as far as they can be read. */
function aliases(script: string): Alias[] {
  const found = INVOCATION.exec(script);
  if (found === null) return [];
  const text = script.slice(found.index + found[0].length);
  const tokens = tokenize(text) ?? [];
  const read: Alias[] = [];
  for (let at = 0; isEntry(tokens, at); at++) {
    const open = tokens[at + 2]!;
    const close = tokens.findIndex(
      ({ kind, content, start }) => kind === "sign" && content === "}" && start > open.start,
    );
    if (close < 0) break;
    read.push({ name: tokens[at]!.content, when: parseCfg(text.slice(open.end, tokens[close]!.start)) });
    at = close + 1;
  }
  return read;
}

/** `name: {`; no condition holds braces. */
function isEntry(tokens: readonly Token[], at: number): boolean {
  const [name, colon, open] = tokens.slice(at, at + 3);
  return name?.kind === "word" && colon?.content === ":" && open?.content === "{";
}
