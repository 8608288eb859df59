/** Where control enters a program without a call in it: `main`, tests, foreign callers, users of a library. */

import type { NodeAttributes } from "../graph/types.ts";
import type { BodyOwner } from "../infer/sites.ts";
import type { AdtDef, Def, Module, TraitDef } from "../names/defs.ts";
import type { Items } from "../types/items.ts";
import { Kind } from "../types/store.ts";

/** Attributes by which the linker, or what it links with, uses an item. */
const FOREIGN_ATTRIBUTES: ReadonlySet<string> = new Set(["no_mangle", "export_name", "link_section", "used"]);

/** Why the function may be entered without a caller, or the constant or static read without a reader, if it may. */
export function entryOf(def: BodyOwner, exported: ReadonlySet<BodyOwner>): Pick<NodeAttributes, "entry" | "test"> {
  const attrs = def.item.attrs.map((a) => (a.path === "unsafe" ? a.args.split(/[=(]/)[0]!.trim() : a.path));
  if (attrs.includes("bench")) return { entry: "bench", test: true };
  if (attrs.some((path) => path === "test" || path.endsWith("::test") || path === "rstest" || path === "test_case"))
    return { entry: "test", test: true };
  const { crate } = def.unit;
  const kind = crate.target?.kind;
  const test = kind === "test" || kind === "bench" ? { test: true } : {};
  const isProgram = kind !== "lib" && kind !== "proc-macro";
  if (def.kind === "fn" && def.name === "main" && isProgram && def.container === null && def.module === crate.root)
    return { entry: "main", ...test };
  if (attrs.some((path) => FOREIGN_ATTRIBUTES.has(path))) return { entry: "ffi", ...test };
  if (attrs.some((path) => path.startsWith("proc_macro"))) return { entry: "public" };
  return exported.has(def) ? { entry: "public" } : test;
}

/** Functions, constants and statics that users of the workspace's libraries can name: what is public all the way from a library's root. */
export function exportedItems(items: Items): Set<BodyOwner> {
  const found = new Set<BodyOwner>();
  const types = new Set<AdtDef | TraitDef>();
  const queue: Module[] = items.names.crates
    .filter((c) => c.origin === "workspace" && (c.target?.kind ?? "lib") === "lib")
    .map((c) => c.root);
  const seen = new Set(queue);
  for (const module of queue) {
    for (const scope of [module.types, module.values]) {
      for (const { def, scope: restriction } of scope.values()) {
        if (restriction !== null) continue;
        if (hasBody(def)) found.add(def);
        else if (def.kind === "struct" || def.kind === "enum" || def.kind === "union" || def.kind === "trait")
          types.add(def);
        else if (def.kind === "module" && def.crate.origin === "workspace" && !seen.has(def)) {
          seen.add(def);
          queue.push(def);
        }
      }
    }
  }
  for (const type of types)
    if (type.kind === "trait") for (const item of type.items) if (hasBody(item)) found.add(item);
  addInherent(items, types, found);
  return found;
}

function addInherent(items: Items, types: ReadonlySet<AdtDef | TraitDef>, found: Set<BodyOwner>): void {
  for (const impl of items.names.impls) {
    if (impl.item.trait !== 0 || impl.unit.crate.origin !== "workspace") continue;
    const { self } = items.implHeader(impl);
    if (items.store.kind(self) !== Kind.Adt || !types.has(items.names.adts[items.store.payload(self)]!)) continue;
    for (const item of impl.items) if (hasBody(item) && item.item.vis.kind === "pub") found.add(item);
  }
}

function hasBody(def: Def): def is BodyOwner {
  return def.kind === "fn" || def.kind === "const" || def.kind === "static";
}
