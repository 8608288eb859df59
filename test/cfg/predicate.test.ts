import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  allOf,
  type CfgPredicate,
  evaluateCfg,
  NO_CFG,
  parseCfg,
  parseCfgOption,
  printCfg,
  withOptions,
} from "../../src/cfg/index.ts";

const options = withOptions(NO_CFG, [
  { name: "unix" },
  { name: "target_os", value: "linux" },
  { name: "feature", value: "std" },
  { name: "feature", value: "a b" },
]);

test.each([
  ["unix", true],
  ["windows", false],
  ["feature", false],
  ['feature = "std"', true],
  ['feature="std"', true],
  ['feature = "alloc"', false],
  ['feature = "a b"', true],
  ['target_os = "linux"', true],
  ["not(unix)", false],
  ["not(windows)", true],
  ["all()", true],
  ["any()", false],
  ["not(any())", true],
  ["true", true],
  ["false", false],
  ["all(unix, not(windows))", true],
  ["all(unix, windows)", false],
  ["any(windows, unix)", true],
  ['any(windows, all(unix, feature = "std",),)', true],
  ["cfg(unix)", true],
  ['cfg(all(unix, target_os = "linux"))', true],
  ["cfg(false)", false],
  ["r#unix", true],
  ['feature = r"std"', true],
  ['feature = r#"std"#', true],
  ['feature = "s\\x74d"', true],
  ['feature = "\\u{73}td"', true],
  ["all(/* here */ unix, // and\n not(windows))", true],
  ["  unix  ", true],
])("%s is %s", (text, expected) => expect(evaluateCfg(parseCfg(text), options)).toBe(expected));

test.each([
  "",
  "unix windows",
  "not()",
  "not(unix, windows)",
  "all(unix",
  "unix)",
  "unix +",
  'version("1.80")',
  "accessible(std::mem)",
  'all(unix, version("1.80"))',
  'feature = "open',
  "cfg(unix, windows)",
])("%p is no known condition and never true", (text) => {
  const predicate = parseCfg(text);
  expect(evaluateCfg(predicate, options)).toBe(false);
  expect(evaluateCfg({ kind: "not", of: predicate }, options)).toBe(predicate.kind !== "unknown");
});

test("a condition nested too deep is unknown, not a stack overflow", () => {
  expect(parseCfg(`${"not(".repeat(20_000)}unix${")".repeat(20_000)}`).kind).toBe("unknown");
  expect(parseCfg(`${"not(".repeat(50)}unix${")".repeat(50)}`).kind).toBe("not");
});

test("an unknown condition prints as it was written", () => {
  expect(printCfg(parseCfg('all(unix, version("1.80"))'))).toBe('all(unix, version("1.80"))');
  expect(printCfg(parseCfg(" a b "))).toBe("a b");
});

test.each([
  ["unix", "unix"],
  ['cfg(feature="x")', 'feature = "x"'],
  ["any( unix,windows , )", "any(unix, windows)"],
  ["not(all(a,b))", "not(all(a, b))"],
  ['feature = "a\\"b\\\\"', 'feature = "a\\"b\\\\"'],
])("%s prints as %s", (text, printed) => expect(printCfg(parseCfg(text))).toBe(printed));

const predicates: fc.Arbitrary<CfgPredicate> = fc.letrec<{ any: CfgPredicate }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant("option" as const), name: fc.constantFrom("unix", "test", "a_b", "é") }),
    fc.record({
      kind: fc.constant("option" as const),
      name: fc.constantFrom("feature", "target_os"),
      value: fc.string(),
    }),
    fc.record({ kind: fc.constant("constant" as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant("not" as const), of: tie("any") }),
    fc.record({ kind: fc.constantFrom("all" as const, "any" as const), of: fc.array(tie("any"), { maxLength: 3 }) }),
  ),
})).any;

test("what is printed reads back as the same condition", () => {
  fc.assert(
    fc.property(predicates, (predicate) => {
      expect(parseCfg(printCfg(predicate))).toEqual(predicate);
    }),
  );
});

test("any text is read without an exception", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'al(),= "r#\\/*t') }), (text) => void parseCfg(text)));
});

test("conditions around an item add up, each once", () => {
  const printed = (...texts: string[]): string | undefined => {
    const all = allOf(texts.map(parseCfg));
    return all && printCfg(all);
  };
  expect(printed()).toBeUndefined();
  expect(printed("unix")).toBe("unix");
  expect(printed("unix", "unix")).toBe("unix");
  expect(printed("unix", "test")).toBe("all(unix, test)");
  expect(printed("all(unix, test)", 'feature = "x"', "test")).toBe('all(unix, test, feature = "x")');
  expect(printed("any(unix, test)", "unix")).toBe("all(any(unix, test), unix)");
});

test("an option on the command line is a name, or a name with a value", () => {
  expect(parseCfgOption("tokio_unstable")).toEqual({ name: "tokio_unstable" });
  expect(parseCfgOption('backend="mio"')).toEqual({ name: "backend", value: "mio" });
  expect(parseCfgOption("not(unix)")).toBeUndefined();
  expect(parseCfgOption("a=b")).toBeUndefined();
});
