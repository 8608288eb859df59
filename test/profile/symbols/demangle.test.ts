import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { demangle } from "../../../src/profile/symbols/demangle.ts";
import { readRealSymbols, v0Symbols } from "./mangled.ts";
import { loadOracle } from "./support.ts";

const short = (symbol: string): string => demangle(symbol, { alternate: true });

describe("legacy", () => {
  test.each([
    ["_ZN4testE", "test"],
    ["_ZN4test1a2bcE", "test::a::bc"],
    ["ZN4testE", "test"],
    ["__ZN4testE", "test"],
    ["_ZN35Bar$LT$$u5b$u32$u3b$$u20$4$u5d$$GT$E", "Bar<[u32; 4]>"],
    ["_ZN12test$BP$test4foobE", "test*test::foob"],
    ["_ZN17_$LT$foo..bar$GT$1xE", "<foo::bar>::x"],
    // Control characters and malformed escapes stay as they are.
    ["_ZN9$u7f$testE", "$u7f$test"],
    ["_ZN6a$zz$bE", "a$zz$b"],
    ["_ZN5a$LT.E", "a$LT."],
  ])("%s", (symbol, name) => {
    expect(demangle(symbol)).toBe(name);
  });

  test("the hash is shown unless alternate", () => {
    expect(demangle("_ZN3foo17h05af221e174051e9E")).toBe("foo::h05af221e174051e9");
    expect(short("_ZN3foo17h05af221e174051e9E")).toBe("foo");
    expect(short("_ZN3foo5hazelE")).toBe("foo::hazel");
  });

  test.each(["test", "_ZN4test", "_ZN4testEx", "_ZN99testE", "_ZNE.é", "_ZN4téstE", "_ZN3fooEv"])(
    "%s is no symbol",
    (symbol) => {
      expect(demangle(symbol)).toBe(symbol);
    },
  );
});

describe("v0", () => {
  test.each([
    ["_RNvC6_123foo3bar", "123foo::bar"],
    ["_RNCNCNgCs6DXkGYLi8lr_2cc5spawn00B5_", "cc::spawn::{closure#0}::{closure#0}"],
    ["_RNqCs4fqI2P2rA04_11utf8_identsu30____7hkackfecea1cbdathfdh9hlq6y", "utf8_idents::საჭმელად_გემრიელი_სადილი"],
    ["_RINvC1a1fL_RL_hE", "a::f::<'_, &u8>"],
    ["_RMC0FG_RL0_hEu", "<for<'a> fn(&'a u8)>"],
    ["_RMC0FUKCEu", '<unsafe extern "C" fn()>'],
    ["_RMC0FK9fast_callhEz", '<extern "fast-call" fn(u8) -> !>'],
    ["_RMC0DNtC1a1Tp1OlEL_", "<dyn a::T<O = i32>>"],
    ["_RMC0TTlEAhj4_ShE", "<((i32,), [u8; 4], [u8])>"],
    ["_RMC0WmRm1_m9_", "<u32 is 1..=9>"],
    ["_RIC0Kanb_E", "::<-11>"],
    ["_RIC0Koff00ff00ff00ff00ff_E", "::<0xff00ff00ff00ff00ff>"],
    ["_RIC0Kb1_Kca_Kc22_E", "::<true, '\\n', '\"'>"],
    ["_RIC0KRe27_E", '::<"\'">'],
    ["_RIC0KVNtC3foo3BarS1sRe616263_2chc78_EE", "::<{foo::Bar { s: \"abc\", ch: 'x' }}>"],
    ["_RNSC1a6vtableB_", "a::{shim:vtable#0}"],
  ])("%s", (symbol, name) => {
    expect(short(symbol)).toBe(name);
  });

  test("crate hashes and types of numbers are shown unless alternate", () => {
    expect(demangle("_RINvCs1_1a1fKj2a_E")).toBe("a[3]::f::<42usize>");
    expect(short("_RINvCs1_1a1fKj2a_E")).toBe("a::f::<42>");
  });

  test("suffixes are kept, but for those of ThinLTO", () => {
    expect(short("_RNvC1a1f.llvm.9D1C9369@@16")).toBe("a::f");
    expect(short("_RNvC1a1f.cold.1")).toBe("a::f.cold.1");
    expect(short("_ZN1a1fE.llvm.123")).toBe("a::f");
    expect(short("_RNvC1a1f.isra.0")).toBe("a::f.isra.0");
    expect(short("_RNvC1a1f cold")).toBe("_RNvC1a1f cold");
  });

  test("a problem behind a back reference is told where it is", () => {
    expect(short("_RINvC1a1bB2_")).toBe("_RINvC1a1bB2_");
    expect(short("_RIC1aRB1_TlEE")).toBe("a::<&{invalid syntax}, (i32,)>");
  });
});

describe("hostile names", () => {
  test("nesting is limited", () => {
    const depth = 100_000;
    const hidden = demangle(`_RIC${depth}${"R".repeat(depth)}B7_E`);
    expect(hidden.slice(depth)).toMatch(/^::<&+\{recursion limit reached\}>$/);
    const open = `_RMC0${"R".repeat(depth)}u`;
    expect(demangle(open) === open).toBe(true);
  });

  test("back references that double at every step end at the size limit", () => {
    const starts = [..."3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].slice(0, 40);
    const symbol = `_RMC0${"T".repeat(40)}p${starts
      .reverse()
      .map((start) => `B${start}_E`)
      .join("")}`;
    const name = short(symbol);
    expect(name.endsWith("{size limit reached}")).toBe(true);
    expect(name.length).toBeLessThan(1_000_100);
  });

  test("an absurd number of bound lifetimes ends at the size limit", () => {
    expect(short("_RMC0FGzzzzzzzz_Eu").endsWith("{size limit reached}")).toBe(true);
  });

  test("any text gives a text", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "_R", "_ZN", "R", "__R"), fc.string({ unit: "binary" }), (prefix, text) => {
        expect(typeof short(prefix + text)).toBe("string");
      }),
    );
  });
});

describe("as rustc-demangle", () => {
  let oracle: (symbol: string) => string;
  beforeAll(async () => {
    oracle = await loadOracle();
  });

  test("real symbols of both manglings", () => {
    for (const symbol of readRealSymbols()) expect(short(symbol)).toBe(oracle(symbol));
  });

  test("symbols made from the grammar", () => {
    fc.assert(
      fc.property(v0Symbols, (symbol) => {
        const name = short(symbol);
        // What is no symbol may be one of another language to the oracle.
        if (name !== symbol) expect(name === oracle(symbol)).toBe(true);
        else expect(oracle(symbol).endsWith(symbol.slice(1))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
