import { beforeAll, expect, test } from "@jest/globals";
import { OPERANDS, Tag } from "../../src/facts/ir.ts";
import type { FileFacts, Item, Ref } from "../../src/facts/types.ts";
import { boundsOf, refsOf, visitItems, visitRecords } from "../../src/facts/visit.ts";
import type { AssocDef, Module, SourceUnit } from "../../src/names/defs.ts";
import type { Names } from "../../src/names/types.ts";
import { PRIMS } from "../../src/types/store.ts";
import { loadStubs, type StubProgram } from "./support.ts";

let program: StubProgram;
beforeAll(async () => {
  program = await loadStubs();
}, 60_000);

function leadsSomewhere(names: Names, from: Module, path: readonly string[], global: boolean): boolean {
  return (["types", "values", "macros"] as const).some((namespace) => {
    const found = names.resolve(from, path, global, namespace);
    return found !== null && found.def.kind !== "external";
  });
}

test("every file is Rust that the grammar reads without an error", () => {
  const faulty = [...program.files].filter(([, { facts }]) => facts.errors.length > 0);
  expect(faulty.map(([path]) => path)).toEqual([]);
});

test("the stubs stay small enough to be read at every scan", () => {
  let size = 0;
  for (const { text } of program.files.values()) size += text.length;
  expect(size).toBeLessThan(450_000);
});

test("every import leads somewhere", () => {
  const { names } = program;
  const lost: string[] = [];
  for (const module of names.modules) {
    for (const item of itemsOf(module, program)) {
      if (item.kind !== "use") continue;
      for (const { path, global } of item.leaves) {
        if (!leadsSomewhere(names, module, path, global)) lost.push(`${module.path}: use ${path.join("::")}`);
      }
    }
  }
  expect(lost).toEqual([]);
});

test("every path in signatures, bounds and bodies leads somewhere", () => {
  const { names } = program;
  const lost = new Set<string>();
  const defs = [...names.fns, ...names.impls, ...names.adts, ...names.traits, ...names.aliases, ...names.consts];
  for (const def of defs) {
    const holder: AssocDef["container"] = "container" in def ? def.container : null;
    const bound = new Set(["Self", ...parametersOf(def.item), ...(holder ? parametersOf(holder.item) : [])]);
    for (const path of pathsOf(def.unit, def.item)) {
      const [first] = path.segments;
      const isLocal = path.segments.length === 1 && /^[a-z_]/.test(first!);
      if (bound.has(first!) || isLocal || leadsSomewhere(names, def.module, path.segments, path.global)) continue;
      lost.add(`${def.unit.file}: ${path.segments.join("::")}`);
    }
  }
  expect([...lost]).toEqual([]);
});

test("an impl is shared only among primitive types", () => {
  const strange: string[] = [];
  for (const [path, { facts }] of program.files) {
    visitItems(facts, (item) => {
      for (const { path: name, args } of item.attrs) {
        if (name !== "callmap::each") continue;
        strange.push(
          ...args
            .split(", ")
            .filter((type) => !PRIMS.some((prim) => prim === type))
            .map((t) => `${path}: ${t}`),
        );
      }
    });
  }
  expect(strange).toEqual([]);
});

const SINCE_2021 = ["FromIterator", "TryFrom", "TryInto"];
const SINCE_2024 = ["Future", "IntoFuture"];

test.each([
  ["rust_2015", []],
  ["rust_2018", []],
  ["rust_2021", SINCE_2021],
  ["rust_2024", [...SINCE_2021, ...SINCE_2024]],
])("the prelude %s has the traits of its edition", (edition, traits) => {
  const prelude = program.names.langItem(`std::prelude::${edition}`) as Module;
  const has = [...SINCE_2021, ...SINCE_2024].filter((name) => prelude.types.has(name));
  expect(has.sort()).toEqual([...traits].sort());
  for (const name of ["Option", "Vec", "Box", "String", "ToString", "ToOwned", "Iterator", "Clone", "Drop"]) {
    expect(prelude.types.has(name)).toBe(true);
  }
  for (const name of ["Some", "None", "Ok", "Err", "drop"]) expect(prelude.values.has(name)).toBe(true);
});

test.each([
  "std::collections::HashMap",
  "std::collections::hash_map::Entry",
  "std::collections::btree_map::Entry",
  "std::collections::hash_map::DefaultHasher",
  "std::collections::BTreeMap",
  "std::sync::Arc",
  "std::sync::atomic::AtomicUsize",
  "std::sync::mpsc::Sender",
  "std::fmt::Debug",
  "std::str::FromStr",
  "std::slice::Iter",
  "std::io::prelude::BufRead",
  "std::os::unix::ffi::OsStrExt",
  "std::os::fd::AsRawFd",
  "std::ffi::c_int",
  "std::error::Error",
  "std::task::Wake",
  "std::f64::consts::PI",
  "alloc::collections::VecDeque",
  "core::ops::Deref",
])("%s is where programs look for it", (path) => {
  expect(program.names.langItem(path)).not.toBeNull();
});

/** Items written directly in a module: of its file, or of its block within a file. */
function itemsOf(module: Module, { files }: StubProgram): readonly Item[] {
  const inner = module.path.split("::").slice(1);
  const facts = files.get(module.unit.file)?.facts;
  let items: readonly Item[] = facts?.items ?? [];
  const outer = module.unit.file.replace(/\/(lib|mod)\.rs$|\.rs$/, "").split("/").length - 1;
  for (const name of inner.slice(outer)) {
    const found = items.find((item) => item.kind === "mod" && item.name === name);
    items = found?.kind === "mod" ? (found.items ?? []) : [];
  }
  return items;
}

function parametersOf(item: Item): string[] {
  return "generics" in item ? item.generics.params.map((param) => param.name) : [];
}

/** Paths that an item names without going through a qualified self type. */
function pathsOf({ facts }: SourceUnit, item: Item): { segments: string[]; global: boolean }[] {
  const paths: { segments: string[]; global: boolean }[] = [];
  const visit = (tag: number, ref: Ref): void => {
    if (tag === Tag.AssocBinding) for (const bound of listAt(facts, ref, 3)) visitRecords(facts, bound, visit);
    if (tag !== Tag.Path || operand(facts, ref, 1) !== 0) return;
    const count = operand(facts, ref, 3);
    const segments = Array.from({ length: count }, (_, i) => facts.names[operand(facts, ref, 4 + 3 * i)]!);
    paths.push({ segments, global: operand(facts, ref, 0) === 1 });
  };
  for (const root of [...refsOf(item), ...boundsOf(facts, item)]) visitRecords(facts, root, visit);
  return paths;
}

function operand({ code }: FileFacts, ref: Ref, index: number): number {
  return code[ref + OPERANDS + index]!;
}

function listAt(facts: FileFacts, ref: Ref, index: number): Ref[] {
  const list = operand(facts, ref, index);
  return Array.from({ length: facts.code[list]! }, (_, i) => facts.code[list + 1 + i]!);
}
