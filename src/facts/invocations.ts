/** Texts of macro invocations alone, read without the grammar. */
import { isMacroName } from "../syntax/condense.ts";
import { closingOf, skipBlanks } from "../syntax/scan.ts";
import type { MacroCall, MacroCallItem } from "./types.ts";

/** The path of an invocation, and the delimiter of its arguments. */
const CALL = /((?:::\s*)?(?:r#)?[A-Za-z_]\w*(?:\s*::\s*(?:r#)?[A-Za-z_]\w*)*)\s*!\s*([({[])/y;

/**
 * Returns the items of a text that is nothing but macro invocations, `a! { … } b::c!(…);`, as the lowering would, or null
 * when it is something else. Macros that work through their arguments step by step expand to such texts most of the
 * time, and reading them with the grammar would cost several times as much. In a body the last semicolon may be absent.
 */
export function invocationsOnly(text: string, position: "items" | "body"): MacroCallItem[] | null {
  const end = text.length;
  const items: MacroCallItem[] = [];
  for (let at = skipBlanks(text, 0, end); at < end; at = skipBlanks(text, at, end)) {
    CALL.lastIndex = at;
    const match = CALL.exec(text);
    if (match === null) return null;
    const path = match[1]!.split("::").map((segment) => segment.trim());
    if (!isMacroName(path.at(-1)!)) return null;
    const argsStart = CALL.lastIndex;
    const argsEnd = closingOf(text, argsStart - 1, end);
    if (argsEnd === end) return null;
    const delimiter = match[2] as MacroCall["delimiter"];
    const names = path.map((segment) => segment.replace("r#", ""));
    items.push(callItem({ path: names, pos: at, argsStart, argsEnd, delimiter }));
    at = skipBlanks(text, argsEnd + 1, end);
    if (text.startsWith(";", at)) at++;
    else if (delimiter !== "{" && position === "items") return null;
  }
  return items;
}

function callItem(call: MacroCall): MacroCallItem {
  const { pos, argsEnd } = call;
  return {
    kind: "macro-call",
    name: "",
    pos,
    namePos: pos,
    end: argsEnd + 1,
    vis: { kind: "private" },
    attrs: [],
    call,
  };
}
