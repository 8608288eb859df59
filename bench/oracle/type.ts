/** Types as far as choosing an impl needs them: a head and arguments. */

/**
 * A type. `head` is the last segment of a nominal type's path, or `&`, `*`, `[]`, `[;]`, `()`, `fn`, `dyn`, `closure`; `'NAME` is a
 * parameter, `=` an alias in a header, `alias` a projection or opaque type, `?` a type of which nothing is known.
 */
export interface Type {
  readonly head: string;
  /** Path of a nominal type, or of a trait object's trait, with the crate's name before it unless the crate that was compiled declares it. */
  readonly path?: string;
  readonly args: readonly Type[];
}

/** Cuts at commas outside of brackets. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if ("([{<".includes(char)) depth++;
    else if (")]}".includes(char) || (char === ">" && text[at - 1] !== "-" && text[at - 1] !== "=")) depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from).trim();
  return last === "" ? parts : [...parts, last];
}

const list = (text: string): Type[] =>
  splitArguments(text)
    .filter((one) => !/^'|^-?\d|^(true|false)$/.test(one))
    .map(parseType);

/** Shapes of the compiler's own notation; the first that fits decides. */
const SHAPES: readonly (readonly [RegExp, (found: RegExpExecArray) => Type])[] = [
  [/^&\S+ (?:mut )?(.*)$/, ([, inner]) => ({ head: "&", args: [parseType(inner!)] })],
  [/^\*(?:const|mut) (.*)$/, ([, inner]) => ({ head: "*", args: [parseType(inner!)] })],
  [/^\[(.*); [^;]*\]$/, ([, inner]) => ({ head: "[;]", args: [parseType(inner!)] })],
  [/^\[(.*)\]$/, ([, inner]) => ({ head: "[]", args: [parseType(inner!)] })],
  [/^\((.*)\)$/, ([, inner]) => ({ head: "()", args: list(inner!) })],
  [/^dyn \[Binder \{ value: Trait\(([\w:#{}]+)/, ([, path]) => ({ head: "dyn", path: path!, args: [] })],
  [/^dyn /, () => ({ head: "dyn", args: [] })],
  [/^Alias\(/, () => ({ head: "alias", args: [] })],
  [/^(?:Closure|Coroutine|CoroutineClosure|FnDef)\(/, () => ({ head: "closure", args: [] })],
  [/^(?:Binder|(?:unsafe )?(?:extern "[^"]*" )?fn\()/, () => ({ head: "fn", args: [] })],
  [/^(.*)\/#\d+$/, ([, name]) => ({ head: `'${name}`, args: [] })],
  [/^.*>::(?:[\w:#{}]+::)?(\w+)(?:<(.*)>)?$/, ([, name, args]) => ({ head: name!, args: list(args ?? "") })],
  [
    /^([\w:#{}]+?)(?:<(.*)>)?$/,
    ([, path, args]) => ({ head: path!.slice(path!.lastIndexOf(":") + 1), path: path!, args: list(args ?? "") }),
  ],
];

/** Reads a type as rustc's `{:?}` prints it. */
export function parseType(text: string): Type {
  for (const [shape, made] of SHAPES) {
    const found = shape.exec(text);
    if (found !== null) return made(found);
  }
  return { head: "?", args: [] };
}

/** Where a type is named: in a body of `crate`, in a build of these workspace's crates. */
export interface Compiled {
  readonly crate: string;
  readonly crates: ReadonlySet<string>;
  /** Whether paths may begin with the name, be it that of a crate of the build or of something of `crate`; else it is a crate's other name. */
  isKnown(name: string): boolean;
}

/**
 * How well a type fits what an impl's header says: the number of heads that agree, or `undefined` when it does not. Parameters of the header
 * take any type, the same one everywhere. The compiler prints a type by any path that leads to it, so that an equal path, or at least an equal
 * crate, only makes it likelier.
 */
export function fit(header: Type, type: Type, place: Compiled, bound: Map<string, Type>): number | undefined {
  if (header.head === "?" || type.head === "?" || type.head === "alias") return 0;
  if (header.head.startsWith("'")) {
    const before = bound.get(header.head);
    bound.set(header.head, type);
    return before === undefined || mayBeEqual(before, type) ? 0 : undefined;
  }
  if (header.head !== type.head) return undefined;
  const likeness = likenessOf(header.path, type.path, place);
  if (likeness === undefined) return undefined;
  let sum = 1 + likeness;
  for (let at = 0; at < Math.min(header.args.length, type.args.length); at++) {
    const one = fit(header.args[at]!, type.args[at]!, place, bound);
    if (one === undefined) return undefined;
    sum += one;
  }
  return header.head === "()" && header.args.length !== type.args.length ? undefined : sum;
}

/** What is printed for types that may turn out to be any other. */
const OPEN: ReadonlySet<string> = new Set(["alias", "?", "closure"]);

function mayBeEqual(one: Type, other: Type): boolean {
  if (OPEN.has(one.head) || OPEN.has(other.head)) return true;
  if (one.head !== other.head || one.args.length !== other.args.length) return false;
  return one.args.every((arg, at) => mayBeEqual(arg, other.args[at]!));
}

/** Crates of std. */
export const STD: ReadonlySet<string> = new Set(["std", "core", "alloc"]);

/**
 * How likely two paths mean the same type, their last segments being equal: one of the crate itself is printed with its own path, others with
 * any path that leads to them.
 */
function likenessOf(header: string | undefined, type: string | undefined, place: Compiled): number | undefined {
  if (header === undefined || type === undefined) return 0;
  if (header.startsWith(`${place.crate}::`)) {
    // One inside of an impl's function is printed with the impl's type for the impl.
    if (header.includes("{impl#")) return 0;
    return header === `${place.crate}::${type}` ? 0.5 : undefined;
  }
  const [ours, theirs] = [header.split("::"), type.split("::")];
  if (STD.has(ours[0]!) !== STD.has(theirs[0]!)) return undefined;
  if (place.crates.has(ours[0]!) && !place.crates.has(theirs[0]!) && place.isKnown(theirs[0]!)) return undefined;
  let shared = 0;
  while (shared < 4 && ours[shared] === theirs[shared]) shared++;
  return shared / 10;
}

/** `type NAME<PARAMETERS> = TYPE`. */
export interface Alias {
  readonly parameters: readonly string[];
  readonly type: Type;
}

/** Puts what aliases stand for in their place; an unknown one could be any type. */
export function expandAliases(type: Type, aliases: ReadonlyMap<string, Alias>): Type {
  const args = type.args.map((one) => expandAliases(one, aliases));
  if (type.head !== "=") return { ...type, args };
  const alias = aliases.get(type.path ?? "");
  if (alias === undefined) return { head: "?", args: [] };
  const values = new Map(alias.parameters.map((name, at) => [name, args[at] ?? { head: "?", args: [] }]));
  return substitute(expandAliases(alias.type, aliases), values);
}

function substitute(type: Type, values: ReadonlyMap<string, Type>): Type {
  return values.get(type.head) ?? { ...type, args: type.args.map((one) => substitute(one, values)) };
}
