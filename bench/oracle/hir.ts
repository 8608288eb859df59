/**
 * Items of a crate, read from `rustc -Zunpretty=hir-tree`: functions, and the headers of trait impls.
 *
 * The format is Rust's `{:#?}`: one value a line, `Name {`, `Name(` and `[` open what a line of `}`, `)`, `]` closes.
 */
import { posix } from "node:path";
import type { Alias, Type } from "./type.ts";

/** A function as the compiler has it. `path` is unique among all crates of a build. */
export interface OracleFunction {
  readonly path: string;
  readonly name: string;
  readonly kind: "fn" | "method" | "trait_decl" | "trait_default";
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** True when its tokens come out of a macro's own text, or of a derive. */
  readonly isFromMacro: boolean;
}

/** `impl TRAIT<ARGS> for SELF`. */
export interface OracleImpl {
  readonly path: string;
  readonly trait: string;
  /** The type that implements, then the trait's arguments. */
  readonly types: readonly Type[];
}

/** What one crate declares. */
export interface Items {
  readonly functions: OracleFunction[];
  readonly impls: OracleImpl[];
  /** Paths of structs, enums and unions; the crate's name keeps the hash of a binary. */
  readonly types: string[];
  /** Aliases of types, by path. */
  readonly aliases: Map<string, Alias>;
}

type Node = string | Nested;
interface Nested {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Node>;
  readonly items: readonly Node[];
}

const KINDS: Readonly<Record<string, OracleFunction["kind"]>> = { Item: "fn", ImplItem: "method" };

/** Reads all items of a crate from the lines of its dump. */
export function readItems(lines: readonly string[]): Items {
  const found: Items = { functions: [], impls: [], types: [], aliases: new Map() };
  for (let at = 0; at < lines.length; at++) {
    if (!/^ {12}(Item|TraitItem|ImplItem) \{$/.test(lines[at]!)) continue;
    const end = lines.indexOf("            },", at);
    addItem(new Reader(lines, at).value(lines[at]!.trim()) as Nested, found);
    at = end;
  }
  return found;
}

function addItem(item: Nested, found: Items): void {
  const kind = item.fields.get("kind");
  if (kind === undefined || typeof kind === "string") return;
  const path = defPath(item.fields.get("owner_id"))!;
  if (kind.name === "Fn") addFunction(item, kind, path, found);
  if (["Struct", "Enum", "Union"].includes(kind.name)) found.types.push(path.replace("[]", ""));
  if (kind.name === "TyAlias") {
    const params = nested(kind.items[1], "params")?.items ?? [];
    const parameters = params.map((one) => `'${defPath(typeof one === "object" ? one.fields.get("def_id") : "")}`);
    found.aliases.set(path, {
      parameters: parameters.filter((one) => !/::'\w+$/.test(one)),
      type: typeOf(kind.items[2]),
    });
  }
  const header = kind.name === "Impl" ? (kind.items[0] as Nested) : undefined;
  const ofTrait = header?.fields.get("of_trait");
  if (header === undefined || ofTrait === undefined || typeof ofTrait === "string") return;
  const traitPath = nested(nested(ofTrait.items[0], "trait_ref"), "path");
  const trait = defPath(nested(traitPath, "res")?.items[1]);
  if (trait === undefined) return;
  found.impls.push({ path, trait, types: [typeOf(header.fields.get("self_ty")), ...pathArguments(traitPath)] });
}

function addFunction(item: Nested, kind: Nested, path: string, found: Items): void {
  const place = placeOf(item.fields.get("span"));
  if (place === undefined) return;
  const provided = [...kind.items, ...kind.fields.values()].some(
    (one) => typeof one !== "string" && one.name === "Provided",
  );
  found.functions.push({
    path,
    name: path.slice(path.lastIndexOf("::") + 2).replace(/#\d+$/, ""),
    kind: KINDS[item.name] ?? (provided ? "trait_default" : "trait_decl"),
    file: place.file,
    line: place.line,
    endLine: place.endLine,
    isFromMacro: place.context !== 0,
  });
}

/** A place in the sources; `context` is 0 where the text stands there itself, another number where a macro wrote it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly context: number;
}

/** Reads `src/lib.rs:2:39: 2:44 (#0)`. */
export function placeOf(span: Node | undefined): Place | undefined {
  const found = typeof span === "string" ? /^(.+?):(\d+):\d+: (\d+):\d+ \(#(\d+)\)/.exec(span) : null;
  if (found === null) return undefined;
  return {
    file: posix.normalize(found[1]!),
    line: Number(found[2]),
    endLine: Number(found[3]),
    context: Number(found[4]),
  };
}

/** Reads the path out of `DefId(0:5 ~ name[hash]::T::m)`. */
export function defPath(text: Node | undefined): string | undefined {
  return typeof text === "string" ? /^DefId\(\d+:\d+ ~ ([^)]*)\)/.exec(text)?.[1] : undefined;
}

function nested(node: Node | undefined, field: string): Nested | undefined {
  const found = typeof node === "object" ? node.fields.get(field) : undefined;
  return typeof found === "object" ? found : undefined;
}

const ANY: Type = { head: "?", args: [] };

/** A type as an impl's header writes it; `?` where that needs more than reading (aliases, projections, `Self`). */
function typeOf(node: Node | undefined): Type {
  const kind = nested(node, "kind");
  if (kind === undefined) return ANY;
  const inner = kind.items.filter((one): one is Nested => typeof one === "object");
  switch (kind.name) {
    case "Path":
      return inner[0]?.name === "Resolved" ? pathType(inner[0].items[1]) : ANY;
    case "Ref":
      return { head: "&", args: [typeOf(inner.at(-1)?.fields.get("ty"))] };
    case "Ptr":
      return { head: "*", args: [typeOf(inner[0]?.fields.get("ty"))] };
    case "Slice":
      return { head: "[]", args: [typeOf(inner[0])] };
    case "Array":
      return { head: "[;]", args: [typeOf(inner[0])] };
    case "Tup":
      return {
        head: "()",
        args: inner.flatMap((list) => (list.name === "" ? list.items.map(typeOf) : [typeOf(list)])),
      };
    case "FnPtr":
      return { head: "fn", args: [] };
    case "TraitObject":
      return { head: "dyn", args: [] };
    default:
      return ANY;
  }
}

function pathType(path: Node | undefined): Type {
  const res = nested(path, "res");
  if (res === undefined) return ANY;
  const args = pathArguments(path as Nested);
  if (res.name === "PrimTy") return { head: primitiveName(res.items[0]), args };
  const path_ = defPath(res.items[1]);
  if (path_ === undefined) return ANY;
  if (res.items[0] === "TyParam") return { head: `'${path_}`, args: [] };
  if (res.items[0] === "TyAlias") return { head: "=", path: path_, args };
  if (!["Struct", "Enum", "Union"].includes(String(res.items[0]))) return ANY;
  return { head: path_.slice(path_.lastIndexOf("::") + 2), path: path_.replace(/\[\]|#\d+(?=::)/g, ""), args };
}

/** The name of a builtin type: in `Float(f32)`, or as `Bool`. */
function primitiveName(node: Node | undefined): string {
  return typeof node === "object" ? primitiveName(node.items[0]) : String(node).toLowerCase();
}

function pathArguments(path: Nested | undefined): Type[] {
  const last = nested(path, "segments")?.items.at(-1);
  const args = nested(nested(last, "args")?.items[0], "args");
  return (args?.items ?? []).flatMap((one) =>
    typeof one === "object" && one.name === "Type" ? [typeOf(one.items[0])] : [],
  );
}

/** Reads nested values from lines. */
class Reader {
  private readonly lines: readonly string[];
  private at: number;

  constructor(lines: readonly string[], at: number) {
    this.lines = lines;
    this.at = at;
  }

  /** Reads the value that begins with `text` on the current line. */
  value(text: string): Node {
    const opens = /^([\w:]*) ?([{([])$/.exec(text);
    if (opens === null) return text.replace(/,$/, "");
    const fields = new Map<string, Node>();
    const items: Node[] = [];
    for (this.at++; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!.trim();
      if (/^[})\]],?$/.test(line)) break;
      const field = opens[2] === "{" ? /^(\w+): (.*)$/.exec(line) : null;
      if (field !== null) fields.set(field[1]!, this.value(field[2]!));
      else items.push(this.value(line));
    }
    return { name: opens[1]!, fields, items };
  }
}
