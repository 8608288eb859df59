/** Attribute macros of documented meaning that stand on modules, and what they add inside. */
import type { Attr, Item, UseItem } from "../../facts/types.ts";

/** `use super::*;` */
const SUPER: UseItem = {
  kind: "use",
  name: "",
  pos: 0,
  namePos: 0,
  end: 0,
  vis: { kind: "private" },
  attrs: [],
  leaves: [{ path: ["super"], global: false, alias: "*", glob: true, pos: 0 }],
};

/** By the attribute's name; `export_module` is that of rhai's plugin modules. */
const ADDED: Readonly<Record<string, readonly Item[]>> = { export_module: [SUPER] };

/** What the attributes of an inline module add to its items, and to those of modules in it. */
export function addedTo(attrs: readonly Attr[]): readonly Item[] {
  return attrs.flatMap(({ path }) => ADDED[path.slice(path.lastIndexOf(":") + 1)] ?? []);
}
