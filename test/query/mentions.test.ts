import { expect, test } from "@jest/globals";
import { findMentions, findWords } from "../../src/query/mentions.ts";

const TEXT = `
#[derive(Deserialize)]
struct Config {
    #[serde(default = "port", rename = "p[")]
    port: u16,
}
fn port() -> u16 { 80 }

/// Says hello.
#[get("/")]
#[inline]
// and a comment
pub async fn hello() {}

#[inline(always)]
fn quiet() {}

#![allow(quiet)]

#[cfg_attr(feature = "ffi", export(other))]
pub(crate) const unsafe extern "C" fn other() {}
`;

const line = (part: string): number => TEXT.slice(0, TEXT.indexOf(part)).split("\n").length;
const wanted = ["port", "hello", "quiet", "other"].map((name) => ({ name, file: "a.rs", line: line(`fn ${name}`) }));
const { named, registered } = findMentions(wanted, [["a.rs", TEXT]]);

test("names in attributes, with the place of the attribute", () => {
  expect([...named]).toEqual([
    ["port", `a.rs:${line("#[serde")}`],
    ["other", `a.rs:${line("#[cfg_attr")}`],
  ]);
});

test("attributes on a function that the language does not know, whatever stands between", () => {
  expect([...registered]).toEqual([[`a.rs:${line("pub async fn hello")}`, "get"]]);
});

test("brackets that never close end nothing", () => {
  expect(
    findMentions([{ name: "f", file: "a.rs", line: 1 }], [["a.rs", `#[x("f${"[".repeat(9000)}`]]).named.get("f"),
  ).toBe("a.rs:1");
});

test("words, but not where they are declared", () => {
  const wanted = [
    { name: "LEN", file: "a.rs", line: 1 },
    { name: "LENGTH", file: "a.rs", line: 2 },
  ];
  const files = [
    ["a.rs", "const LEN: usize = n();\nconst LENGTH: usize = n();\n"],
    ["b.rs", "type A = [u8; LEN];\ntype B = [u8; LEN];\n"],
  ] as const;
  expect([...findWords(wanted, files)]).toEqual([["LEN", "b.rs:1"]]);
});
