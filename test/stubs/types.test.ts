/**
 * Types that flow out of the stubs: each line of expressions.txt is an expression of std's API and the type that rustc
 * gives it (without paths and lifetimes; `Atomic<usize>` for `AtomicUsize`). A line marked `# open` is one that
 * inference does not know yet.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { inferProgram } from "../../src/infer/infer.ts";
import { Items } from "../../src/types/items.ts";
import { loadStubs } from "./support.ts";

const USER = `
use std::borrow::Cow; use std::cell::*; use std::collections::*; use std::rc::Rc;
use std::sync::{self, Arc, Mutex, RwLock, OnceLock, LazyLock, Condvar, mpsc, atomic::*}; use std::time::{Duration, Instant, SystemTime};
use std::path::{Path, PathBuf}; use std::ffi::{OsStr, OsString, CStr, CString}; use std::ops::{ControlFlow, Bound, Range};
use std::num::{NonZeroU32, Wrapping}; use std::pin::Pin; use std::task::Poll; use std::net::*;
use std::fmt::Write as _; use std::io::{self, Read, Write, BufRead, Seek};
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct A;
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct B;
impl std::fmt::Display for B { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) } }
impl std::error::Error for B {}
impl From<A> for B { fn from(_: A) -> B { B } }
trait Probe { fn probe(&self); }
impl<T: ?Sized> Probe for T { fn probe(&self) {} }
`;
const LOCALS = `o: Option<A>, r: Result<A, B>, v: Vec<A>, s: &[A], str1: &str, string: String, m: HashMap<String, A>,
  bm: BTreeMap<u32, A>, hs: HashSet<A>, bs: BTreeSet<A>, vd: VecDeque<A>, bh: BinaryHeap<A>`;

interface Row {
  readonly expression: string;
  readonly type: string;
  readonly open: boolean;
}

function readRows(): Row[] {
  const text = readFileSync(new URL("expressions.txt", import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [row, mark] = line.split("  # ");
      const at = row!.lastIndexOf(" => ");
      return { expression: row!.slice(0, at), type: row!.slice(at + 4), open: mark === "open" };
    });
}

/** What both sides print alike: no defaults of parameters, no array lengths. */
function plain(type: string): string {
  return type
    .replaceAll(", RandomState>", ">")
    .replaceAll(/; \w+\]/g, "; _]")
    .replace("ControlFlow<B, ()>", "ControlFlow<B>");
}

/** `probe` takes `&self`: of `&T` it sees `T`, as rustc's method look-up does. */
function isSame(expected: string, found: string): boolean {
  return (
    plain(found) === plain(expected) || (expected.startsWith("&") && isSame(expected.replace(/^&(mut )?/, ""), found))
  );
}

test("gives std's expressions the types that rustc gives them", async () => {
  const rows = readRows();
  const body = rows.map(({ expression }, i) => `fn f${i}(${LOCALS}) { (${expression}).probe(); }`);
  const { names } = await loadStubs(USER + body.join("\n"));
  const found = new Map<string, string>();
  for (const { owner, sites } of inferProgram(new Items(names)).bodies) {
    for (const site of sites) if (site.target?.name === "probe") found.set(owner.name, site.detail);
  }
  const wrong = rows.flatMap(({ expression, type, open }, i) => {
    const ours = found.get(`f${i}`) ?? "nothing";
    return open || isSame(type, ours) ? [] : [`${expression}: ${ours}, not ${type}`];
  });
  expect(wrong).toEqual([]);
}, 60_000);
