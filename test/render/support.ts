/** Helpers of the renderers' tests. */
import { GraphBuilder } from "../../src/graph/columns.ts";
import type { CallGraph } from "../../src/graph/types.ts";
import { META } from "../graph/support.ts";

/** Joins the chunks of a renderer. */
export function join(chunks: Iterable<string>): string {
  return [...chunks].join("");
}

/** Names with everything that some format takes for syntax. */
export const NASTY_NAMES = [
  'a"b',
  "a\\",
  "a\\b\\",
  "<a::B<'x, [&T; 3]> as c::D>::e",
  "fn(u8) -> &lt;",
  "tab\tnew\nline\rend",
  "nul\u0000bell\u0007del\u007f",
  "lone\ud800half",
  "\uffff",
  "é𝒳 ",
  "]]>--<!--",
  "a;b,c|d#e{f}g`h%",
  "=1+1",
  "",
] as const;

/** A graph whose keys, labels, reasons and files are all such names. */
export function nastyGraph(): CallGraph {
  const builder = new GraphBuilder();
  const nodes = NASTY_NAMES.map((name, i) =>
    builder.addNode({
      name,
      path: name,
      kind: "function",
      file: name,
      line: i + 1,
      package: name,
      module: `${name}::${name}`,
      impl: name,
      cfg: name,
    }),
  );
  for (let i = 0; i < nodes.length; i++) {
    const site = { file: NASTY_NAMES[i]!, line: 1, column: 1, how: "path" as const };
    builder.addSite(nodes[i]!, nodes[(i + 1) % nodes.length]!, "call", "exact", NASTY_NAMES[i]!, site);
  }
  return builder.build({ ...META, workspace: 'w"\\' });
}

/** Returns the names of all elements of a document; throws when tags, attributes or characters are not well-formed. */
export function xmlElements(document: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(document) || /\p{Surrogate}/u.test(document))
    throw new Error("forbidden character");
  const names: string[] = [];
  const open: string[] = [];
  const attribute = `\\s+[\\w:.-]+="(?:[^<&"]|&(?:\\w+|#\\d+|#x[0-9a-f]+);)*"`;
  const tag = new RegExp(`^<(/?)([\\w:.-]+)((?:${attribute})*)\\s*(/?)>$`);
  const body = document.replace(/^<\?xml[^?]*\?>/, "").replaceAll(/<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, "");
  for (const part of body.split(/(<[^>]*>)/)) {
    if (!part.startsWith("<")) {
      if (/&(?!(?:\w+|#\d+|#x[0-9a-f]+);)/.test(part)) throw new Error(`bare & in ${part}`);
      continue;
    }
    const match = tag.exec(part);
    if (match === null) throw new Error(`malformed tag ${part}`);
    const [, slash, name, , empty] = match;
    if (slash === "/" && open.pop() !== name) throw new Error(`unexpected ${part}`);
    if (slash === "" && empty === "") open.push(name!);
    if (slash === "") names.push(name!);
  }
  if (open.length > 0) throw new Error(`unclosed ${open.join()}`);
  return names;
}

/** Rows of a CSV text (RFC 4180). */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}
