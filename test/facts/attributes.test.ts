import { expect, test } from "@jest/globals";
import { lower } from "./support.ts";

test.each([
  ["#[test]", "test||-"],
  ["#[tokio :: main]", "tokio::main||-"],
  ["#[derive(Clone, Debug)]", "derive|Clone, Debug|-"],
  ['#[path = "a.rs"]', "path|a.rs|-"],
  ['#[doc = r#"a"b"#]', 'doc|a"b|-'],
  ['#[cfg(feature = "a,b")]', 'cfg|feature = "a,b"|-'],
  ["#[unsafe(no_mangle)]", "no_mangle||-"],
  ['#[export_name = "a"]', "export_name|a|-"],
  ["#[a[b]] #[c{d}]", "a|b|- c|d|-"],
  ["#[cfg_attr(a, b)]", "b||a"],
  [
    '#[cfg_attr(all(a, feature = "b)"), c(d, e), f = "g",)]',
    'c|d, e|all(a, feature = "b)") f|g|all(a, feature = "b)")',
  ],
  ["#[cfg_attr(a, cfg_attr(b, c), d)]", "c||all(a, b) d||a"],
  ["#[cfg_attr(a, unsafe(b(c)))]", "b|c|a"],
  ["#[cfg_attr(a)]", ""],
  ["#[a /* b] */ (c)]", "a|c|-"],
])("%s", (rust, expected) => {
  const [item] = lower(`${rust} fn f() {}`).items;
  expect(item!.attrs.map(({ path, args, cfg }) => `${path}|${args}|${cfg ?? "-"}`).join(" ")).toBe(expected);
});

test("attributes belong to the item that follows them", () => {
  const { items } = lower("#[a] fn f() {} fn g() {} #[b] #[c] mod m { #![d] }");
  expect(items.map(({ attrs }) => attrs.map(({ path }) => path))).toEqual([["a"], [], ["b", "c", "d"]]);
});

test("an attribute stands where its path does", () => {
  const text = "#[ a] #[cfg_attr(x, y::z)] fn f() {}";
  expect(lower(text).items[0]!.attrs.map(({ start }) => text.slice(start, start + 2))).toEqual(["a]", "y:"]);
});
