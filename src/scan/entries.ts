/** Where control enters a program without a call in it: `main`, tests, foreign callers, users of a library. */
import type { NodeAttributes } from "../graph/types.ts";
import type { BodyOwner } from "../infer/sites.ts";

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
  const isInRoot = def.module.path === crate.root.path && def.module.fn === null;
  if (def.kind === "fn" && def.name === "main" && isProgram && def.container === null && isInRoot)
    return { entry: "main", ...test };
  if (attrs.some((path) => FOREIGN_ATTRIBUTES.has(path))) return { entry: "ffi", ...test };
  if (attrs.some((path) => path.startsWith("proc_macro"))) return { entry: "public" };
  return exported.has(def) ? { entry: "public" } : test;
}
