/** Mentions of functions in bodies, read from `rustc -Zunpretty=thir-tree`. */
import { defPath, type Place, placeOf } from "./hir.ts";
import { parseType, splitArguments, type Type } from "./type.ts";

/** One mention of a function in a body. */
export interface Mention {
  /** Path of the body's owner: a function, a closure or a constant. */
  readonly owner: string;
  readonly callee: string;
  /** Generic arguments of the callee, `Self` first for a trait's method. */
  readonly types: readonly Type[];
  /** `call` as written, `operator` where an operator or an auto-deref means one, `value` where it is named only. */
  readonly use: "call" | "operator" | "value";
  readonly place: Place;
}

/** Reads all mentions from the lines that `rustc-wrapper.sh` keeps. */
export function* readMentions(lines: Iterable<string>): Generator<Mention> {
  let owner = "";
  let type = "";
  let span = "";
  let call: { type: string; isWritten: boolean } | undefined;
  let inCallHead = false;
  for (const line of lines) {
    if (line.startsWith("DefId(")) owner = defPath(line) ?? "";
    else if (line.startsWith("Call {")) {
      inCallHead = true;
      call = undefined;
    } else if (line.startsWith("ty: FnDef(")) {
      if (inCallHead) call = { type: line, isWritten: true };
      else type = line;
      inCallHead = false;
    } else if (line.startsWith("from_hir_call: ")) {
      inCallHead = false;
      if (call !== undefined) call.isWritten = line.endsWith("true");
    } else if (line.startsWith("span: ")) span = line.slice(6);
    else if (line.startsWith("ZstLiteral")) {
      const place = placeOf(span);
      if (place !== undefined && type !== "") yield mention(owner, type, place, call);
      call = undefined;
      type = "";
    }
  }
}

function mention(
  owner: string,
  text: string,
  place: Place,
  call: { type: string; isWritten: boolean } | undefined,
): Mention {
  const found = /^ty: FnDef\((DefId\([^)]*\)), \[(.*)\]\)$/.exec(text);
  const isCall = call !== undefined && call.type === text;
  return {
    owner,
    callee: defPath(found?.[1]) ?? "",
    types: splitArguments(found?.[2] ?? "")
      .filter((one) => !/^'|^-?\d|^(true|false)$/.test(one))
      .map(parseType),
    use: !isCall ? "value" : call.isWritten ? "call" : "operator",
    place,
  };
}
