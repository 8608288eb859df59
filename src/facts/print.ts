/**
 * Facts as text, for tests and for looking at: items, types and patterns as in Rust, expressions as `(operator operands)`.
 *
 * Literals other than integers show their kind only (`#str`), macro calls the text of their arguments when it is given,
 * deep nesting ends in `…`.
 */
import { BlockFlag, OPERANDS, Tag, UnaryOp } from "./ir.ts";
import type {
  AdtItem,
  Attr,
  FieldDecl,
  FieldsForm,
  FileFacts,
  FnItem,
  Generics,
  Item,
  MacroCall,
  Ref,
  UseLeaf,
  VariantDecl,
  Vis,
} from "./types.ts";

const MAX_DEPTH = 100;
const LITERALS = ["int", "float", "str", "bytestr", "cstr", "char", "byte", "bool"] as const;
const FLAG_WORDS: readonly (readonly [bit: number, word: string])[] = [
  [BlockFlag.Unsafe, "unsafe "],
  [BlockFlag.Async, "async "],
  [BlockFlag.Gen, "gen "],
  [BlockFlag.Try, "try "],
  [BlockFlag.Const, "const "],
  [BlockFlag.Move, "move "],
];

/** Returns the items of a file, one a line, nested ones indented. `text` is the file's, for the arguments of macros. */
export function printItems(facts: FileFacts, text = ""): string {
  return new Printer(facts, text).items(facts.items);
}

/** Returns one record (a type, a path, a pattern or an expression). */
export function printRef(facts: FileFacts, ref: Ref, text = ""): string {
  return new Printer(facts, text).ref(ref);
}

class Printer {
  private readonly facts: FileFacts;
  private readonly text: string;
  private depth = 0;

  constructor(facts: FileFacts, text: string) {
    this.facts = facts;
    this.text = text;
  }

  ref(ref: Ref): string {
    if (ref === 0) return "";
    if (this.depth >= MAX_DEPTH) return "…";
    this.depth++;
    const shown = (SHOW[this.facts.code[ref]!] ?? unknown)(this, ref + OPERANDS);
    this.depth--;
    return shown;
  }

  /** The operand at an index of the arena, as a number. */
  num(at: number): number {
    return this.facts.code[at]!;
  }

  /** The operand at an index of the arena, as a record. */
  at(at: number): string {
    return this.ref(this.num(at));
  }

  /** The operand at an index of the arena, as a name; `""` for -1. */
  name(at: number): string {
    return this.facts.names[this.num(at)] ?? "";
  }

  /** The operand at an index of the arena, as a list of records. */
  list(at: number): string[] {
    const list = this.num(at);
    return Array.from({ length: this.num(list) }, (_, i) => this.ref(this.num(list + 1 + i)));
  }

  /** Label and colon, or nothing. */
  label(at: number): string {
    return this.num(at) < 0 ? "" : `'${this.name(at)}: `;
  }

  cfg(row: number): string {
    return `#[cfg(${this.facts.cfgs[row]})] `;
  }

  blockItems(row: number): string[] {
    return row < 0 ? [] : this.facts.blocks[row]!.items.map((item) => this.item(item, ""));
  }

  macro(row: number): string {
    const call = this.facts.macroCalls[row];
    return call === undefined ? "?!" : this.macroCall(call);
  }

  macroCall(call: MacroCall): string {
    const close = { "(": ")", "[": "]", "{": "}" }[call.delimiter];
    return `${call.path.join("::")}!${call.delimiter}${this.text.slice(call.argsStart, call.argsEnd)}${close}`;
  }

  items(items: readonly Item[], indent = ""): string {
    return items.map((item) => indent + this.item(item, indent)).join("\n");
  }

  item(item: Item, indent: string): string {
    return attrs(item.attrs) + visibility(item.vis) + this.itemBody(item, indent);
  }

  private itemBody(item: Item, indent: string): string {
    switch (item.kind) {
      case "fn":
        return this.fn(item);
      case "struct":
      case "union":
        return `${item.kind} ${item.name}${this.generics(item.generics)}${this.fields(item.form, item.fields)}${this.where(item.generics)}`;
      case "enum":
        return this.enum(item);
      case "trait": {
        const head = `trait ${item.name}${this.generics(item.generics)}`;
        const tail = this.where(item.generics);
        if (item.alias) return `${head} = ${this.bounds(item.supertraits)}${tail}`;
        return head + colon(this.bounds(item.supertraits)) + tail + this.nested(item.items, indent);
      }
      case "impl": {
        const trait = item.trait === 0 ? "" : `${item.negative ? "!" : ""}${this.ref(item.trait)} for `;
        const head = `impl${this.generics(item.generics)} ${trait}${this.ref(item.self)}${this.where(item.generics)}`;
        return head + this.nested(item.items, indent);
      }
      case "alias": {
        const head = `type ${item.name}${this.generics(item.generics)}${colon(this.bounds(item.bounds))}`;
        return head + behind(" = ", this.ref(item.type)) + this.where(item.generics);
      }
      case "const":
      case "static":
        return `${item.kind} ${item.name}: ${this.ref(item.type)}${behind(" = ", this.ref(item.value))}`;
      case "mod":
        return `mod ${item.name}${item.items === null ? ";" : this.nested(item.items, indent)}`;
      case "foreign":
        return `extern "${item.abi}"${this.nested(item.items, indent)}`;
      case "use":
        return `use ${item.leaves.map(useLeaf).join(", ")}`;
      case "extern-crate":
        return `extern crate ${item.crate} as ${item.name}`;
      case "macro-call":
        return this.macroCall(item.call);
      default:
        return `${item.kind} ${item.name} {${this.text.slice(item.bodyStart, item.bodyEnd)}}`;
    }
  }

  private nested(items: readonly Item[], indent: string): string {
    if (items.length === 0) return " {}";
    if (indent.length >= MAX_DEPTH) return " {…}";
    return ` {\n${this.items(items, `${indent}  `)}\n${indent}}`;
  }

  private fn(item: FnItem): string {
    const words = [
      item.const ? "const " : "",
      item.async ? "async " : "",
      item.unsafe ? "unsafe " : "",
      item.abi === null ? "" : `extern "${item.abi}" `,
    ].join("");
    const self = item.self === null ? [] : [selfParam(item.self.form, this.ref(item.self.type))];
    const params = item.params.map(
      (p) => `${p.cfg === null ? "" : `#[cfg(${p.cfg})] `}${this.ref(p.pattern)}: ${this.ref(p.type)}`,
    );
    const all = [...self, ...params, ...(item.variadic ? ["..."] : [])].join(", ");
    const head = `${words}fn ${item.name}${this.generics(item.generics)}(${all})${behind(" -> ", this.ref(item.ret))}`;
    const body = item.body !== 0 ? ` ${this.ref(item.body)}` : item.hasBody ? " {…}" : "";
    return head + this.where(item.generics) + body;
  }

  private fields(form: FieldsForm, fields: readonly FieldDecl[]): string {
    if (form === "unit") return "";
    const tuple = form === "tuple";
    const shown = fields.map((field) => {
      const name = tuple ? "" : `${field.name}: `;
      const cfg = field.cfg === null ? "" : `#[cfg(${field.cfg})] `;
      return cfg + visibility(field.vis) + name + this.ref(field.type);
    });
    return tuple ? `(${shown.join(", ")})` : ` { ${shown.join(", ")} }`;
  }

  private enum(item: AdtItem): string {
    const variant = (v: VariantDecl) =>
      `${attrs(v.attrs)}${v.name}${this.fields(v.form, v.fields)}${behind(" = ", this.ref(v.value))}`;
    const variants = item.variants.map(variant).join(", ");
    return `enum ${item.name}${this.generics(item.generics)}${this.where(item.generics)} { ${variants} }`;
  }

  private bounds(list: Ref): string {
    return Array.from({ length: this.num(list) }, (_, i) => this.ref(this.num(list + 1 + i))).join(" + ");
  }

  private generics({ params }: Generics): string {
    if (params.length === 0) return "";
    const shown = params.map((p) => {
      const head = p.constType !== 0 ? `const ${p.name}: ${this.ref(p.constType)}` : p.name;
      return (
        (p.cfg === null ? "" : `#[cfg(${p.cfg})] `) +
        head +
        colon(this.bounds(p.bounds)) +
        behind(" = ", this.ref(p.default))
      );
    });
    return `<${shown.join(", ")}>`;
  }

  private where({ where }: Generics): string {
    if (where.length === 0) return "";
    return ` where ${where.map((w) => this.ref(w.type) + colon(this.bounds(w.bounds))).join(", ")}`;
  }
}

function attrs(list: readonly Attr[]): string {
  return list
    .map(({ path, args, cfg }) => {
      const attr = args === "" ? path : `${path}(${args})`;
      return cfg === null ? `#[${attr}] ` : `#[${attr} if ${cfg}] `;
    })
    .join("");
}

function visibility(vis: Vis): string {
  if (vis.kind === "in") return `pub(in ${vis.path.join("::")}) `;
  return vis.kind === "pub" ? "pub " : "";
}

function useLeaf(leaf: UseLeaf): string {
  const path = (leaf.global ? "::" : "") + [...leaf.path, ...(leaf.glob ? ["*"] : [])].join("::");
  return leaf.glob || leaf.alias === leaf.path.at(-1) ? path : `${path} as ${leaf.alias}`;
}

function selfParam(form: string, type: string): string {
  return form === "typed" ? `self: ${type}` : { value: "self", ref: "&self", refMut: "&mut self" }[form]!;
}

function behind(prefix: string, shown: string): string {
  return shown === "" ? "" : prefix + shown;
}

function colon(shown: string): string {
  return behind(": ", shown);
}

function words(...parts: readonly string[]): string {
  return `(${parts.filter((part) => part !== "").join(" ")})`;
}

type Show = (p: Printer, at: number) => string;

function unknown(): string {
  return "<?>";
}

function path(p: Printer, at: number): string {
  const self = p.at(at + 1);
  const trait = p.at(at + 2);
  const head = self === "" ? (p.num(at) === 1 ? ["", ""] : [""]) : [`<${self}${behind(" as ", trait)}>`, ""];
  const segments = Array.from({ length: p.num(at + 3) }, (_, i) => p.name(at + 4 + 3 * i) + p.at(at + 5 + 3 * i));
  return head.join("::").replace(/^::$/, "::") + segments.join("::");
}

function genericArgs(p: Printer, at: number): string {
  const types = p.list(at + 1);
  if (p.num(at) === 1) return `(${types.join(", ")})${behind(" -> ", p.at(at + 3))}`;
  return `<${[...types, ...p.list(at + 2)].join(", ")}>`;
}

function block(p: Printer, at: number): string {
  const flags = FLAG_WORDS.map(([bit, word]) => ((p.num(at + 3) & bit) === 0 ? "" : word)).join("");
  const body = [...p.blockItems(p.num(at + 2)), ...p.list(at)];
  const inside = [...body, p.at(at + 1)].filter((part) => part !== "").join(" ");
  return `${p.label(at + 4)}${flags}{${inside}}`;
}

function literal(p: Printer, at: number): string {
  const digits = p.name(at + 2);
  return (digits === "" ? `#${LITERALS[p.num(at)]}` : digits) + p.name(at + 1);
}

function closure(p: Printer, at: number): string {
  const flags = p.num(at + 3);
  const head = `${flags & 1 ? "async " : ""}${flags & 2 ? "move " : ""}|${p.list(at).join(", ")}|`;
  return `(${head}${behind(" -> ", p.at(at + 1))} ${p.at(at + 2)})`;
}

function structExpression(p: Printer, at: number): string {
  const fields = [...p.list(at + 1), ...(p.num(at + 2) === 0 ? [] : [`..${p.at(at + 2)}`])];
  return `(${p.at(at)} {${fields.join(", ")}})`;
}

function identPattern(p: Printer, at: number): string {
  const words = (p.num(at + 1) === 1 ? "ref " : "") + (p.num(at + 2) === 1 ? "mut " : "");
  return words + p.name(at) + behind(" @ ", p.at(at + 3));
}

function structPattern(p: Printer, at: number): string {
  return `${p.at(at)} {${[...p.list(at + 1), ...(p.num(at + 2) === 1 ? [".."] : [])].join(", ")}}`;
}

function arm(p: Printer, at: number): string {
  return `[${p.at(at)}${behind(" if ", p.at(at + 1))} => ${p.at(at + 2)}]`;
}

function letStatement(p: Printer, at: number): string {
  const type = colon(p.at(at + 1));
  return `let ${p.at(at)}${type}${behind(" = ", p.at(at + 2))}${behind(" else ", p.at(at + 3))};`;
}

function borrow(p: Printer, at: number): string {
  const mutable = p.num(at) === 1;
  const word = p.num(at + 2) === 1 ? `&raw ${mutable ? "mut" : "const"}` : mutable ? "&mut" : "&";
  return words(word, p.at(at + 1));
}

const UNARY: Readonly<Record<number, string>> = { [UnaryOp.Deref]: "*", [UnaryOp.Neg]: "-", [UnaryOp.Not]: "!" };

const SHOW: Readonly<Record<number, Show>> = {
  [Tag.Path]: path,
  [Tag.GenericArgs]: genericArgs,
  [Tag.AssocBinding]: (p, at) =>
    p.name(at) + p.at(at + 1) + (p.num(at + 2) === 0 ? `: ${p.list(at + 3).join(" + ")}` : ` = ${p.at(at + 2)}`),

  [Tag.TypePath]: (p, at) => p.at(at),
  [Tag.TypeRef]: (p, at) => `&${p.num(at) === 1 ? "mut " : ""}${p.at(at + 1)}`,
  [Tag.TypePtr]: (p, at) => `*${p.num(at) === 1 ? "mut" : "const"} ${p.at(at + 1)}`,
  [Tag.TypeSlice]: (p, at) => `[${p.at(at)}]`,
  [Tag.TypeArray]: (p, at) => `[${p.at(at)}; ${p.at(at + 1)}]`,
  [Tag.TypeTuple]: (p, at) => `(${p.list(at).join(", ")}${p.num(p.num(at)) === 1 ? "," : ""})`,
  [Tag.TypeFn]: (p, at) => `fn(${p.list(at).join(", ")})${behind(" -> ", p.at(at + 1))}`,
  [Tag.TypeNever]: () => "!",
  [Tag.TypeInfer]: () => "_",
  [Tag.TypeDyn]: (p, at) => `dyn ${p.list(at).join(" + ")}`,
  [Tag.TypeImpl]: (p, at) => `impl ${p.list(at).join(" + ")}`,
  [Tag.TypeMacro]: (p, at) => p.macro(p.num(at)),
  [Tag.TypeConst]: (p, at) => `{${p.at(at)}}`,

  [Tag.PatWild]: () => "_",
  [Tag.PatRest]: () => "..",
  [Tag.PatIdent]: identPattern,
  [Tag.PatTuple]: (p, at) => `(${p.list(at).join(", ")}${p.num(p.num(at)) === 1 ? "," : ""})`,
  [Tag.PatTupleStruct]: (p, at) => `${p.at(at)}(${p.list(at + 1).join(", ")})`,
  [Tag.PatStruct]: structPattern,
  [Tag.PatField]: (p, at) => `${p.name(at)}: ${p.at(at + 1)}`,
  [Tag.PatRef]: (p, at) => `&${p.num(at) === 1 ? "mut " : ""}${p.at(at + 1)}`,
  [Tag.PatSlice]: (p, at) => `[${p.list(at).join(", ")}]`,
  [Tag.PatOr]: (p, at) => `(${p.list(at).join(" | ")})`,
  [Tag.PatLit]: (p, at) => `=${p.at(at)}`,
  [Tag.PatRange]: (p, at) => `${p.at(at)}..${p.at(at + 1)}`,
  [Tag.PatPath]: (p, at) => p.at(at),
  [Tag.PatMacro]: (p, at) => p.macro(p.num(at)),
  [Tag.PatBox]: (p, at) => `box ${p.at(at)}`,

  [Tag.Path_]: (p, at) => p.at(at),
  [Tag.Literal]: literal,
  [Tag.Call]: (p, at) => words("call", p.at(at), ...p.list(at + 1)),
  [Tag.MethodCall]: (p, at) =>
    words("method", p.at(at), `.${p.name(at + 1)}${behind("::", p.at(at + 2))}`, ...p.list(at + 3)),
  [Tag.Field]: (p, at) => words("field", p.at(at), `.${p.name(at + 1)}`),
  [Tag.Index]: (p, at) => words("index", p.at(at), p.at(at + 1)),
  [Tag.Unary]: (p, at) => words(UNARY[p.num(at)]!, p.at(at + 1)),
  [Tag.Binary]: (p, at) => words(p.name(at), p.at(at + 1), p.at(at + 2)),
  [Tag.Assign]: (p, at) => words("=", p.at(at), p.at(at + 1)),
  [Tag.AssignOp]: (p, at) => words(`${p.name(at)}=`, p.at(at + 1), p.at(at + 2)),
  [Tag.Borrow]: borrow,
  [Tag.Block]: block,
  [Tag.If]: (p, at) => words("if", p.at(at), p.at(at + 1), behind("else ", p.at(at + 2))),
  [Tag.LetCond]: (p, at) => words("let", p.at(at), "=", p.at(at + 1)),
  [Tag.Match]: (p, at) => words("match", p.at(at), ...p.list(at + 1)),
  [Tag.Arm]: arm,
  [Tag.Loop]: (p, at) => `(${p.label(at + 1)}loop ${p.at(at)})`,
  [Tag.While]: (p, at) => `(${p.label(at + 2)}while ${p.at(at)} ${p.at(at + 1)})`,
  [Tag.For]: (p, at) => `(${p.label(at + 3)}for ${p.at(at)} in ${p.at(at + 1)} ${p.at(at + 2)})`,
  [Tag.Break]: (p, at) => words("break", p.num(at) < 0 ? "" : `'${p.name(at)}`, p.at(at + 1)),
  [Tag.Continue]: (p, at) => words("continue", p.num(at) < 0 ? "" : `'${p.name(at)}`),
  [Tag.Return]: (p, at) => words("return", p.at(at)),
  [Tag.Closure]: closure,
  [Tag.ClosureParam]: (p, at) => p.at(at) + colon(p.at(at + 1)),
  [Tag.Struct]: structExpression,
  [Tag.FieldInit]: (p, at) => `${p.name(at)}: ${p.at(at + 1)}`,
  [Tag.Tuple]: (p, at) => words("tuple", ...p.list(at)),
  [Tag.Array]: (p, at) => words("array", ...p.list(at)),
  [Tag.Repeat]: (p, at) => words("repeat", p.at(at), p.at(at + 1)),
  [Tag.Cast]: (p, at) => words("as", p.at(at), p.at(at + 1)),
  [Tag.Try]: (p, at) => words("?", p.at(at)),
  [Tag.Await]: (p, at) => words("await", p.at(at)),
  [Tag.Range]: (p, at) => words(`${p.at(at)}${p.num(at + 2) === 1 ? "..=" : ".."}${p.at(at + 1)}`),
  [Tag.MacroCall]: (p, at) => p.macro(p.num(at)),
  [Tag.Yield]: (p, at) => words("yield", p.at(at)),
  [Tag.Underscore]: () => "_",
  [Tag.Broken]: (p, at) => words("broken", ...p.list(at)),

  [Tag.Let]: letStatement,
  [Tag.ExprStmt]: (p, at) => p.at(at) + (p.num(at + 1) === 1 ? ";" : ""),
  [Tag.Cfg]: (p, at) => p.cfg(p.num(at)) + p.at(at + 1),
};
