import { describe, expect, test } from "@jest/globals";
import { BUILTIN_MACROS, type BuiltinEnvironment, expandBuiltin } from "../../src/macros/builtin.ts";
import { originAt } from "../../src/macros/origin.ts";
import { words } from "./support.ts";

const ENVIRONMENT: BuiltinEnvironment = {
  cfg: (text, start, end) => text.slice(start, end).trim() === "unix",
  position: "expression",
};

function builtin(name: string, input: string, position: BuiltinEnvironment["position"] = "expression"): string {
  return words(expandBuiltin(name, { text: input, start: 0, end: input.length }, { ...ENVIRONMENT, position })!.text);
}

/** The arguments of `builtin·format_args` without spaces. */
function formatted(input: string): string[] {
  const text = expandBuiltin("format_args", { text: input, start: 0, end: input.length }, ENVIRONMENT)!.text;
  return text
    .slice("builtin·format_args(".length, -1)
    .split(/, (?=builtin|&|$)/)
    .filter((argument) => argument !== "");
}

describe("format_args!", () => {
  test("every argument by reference, with the trait of its placeholder", () => {
    expect(formatted('"{} {:?} {:#x} {:08X} {:o} {:p} {:b} {:e} {:E}", a, b, c, d, e, f, g, h, i')).toEqual([
      "builtin·fmt_display(&(a))",
      "builtin·fmt_debug(&(b))",
      "builtin·fmt_lower_hex(&(c))",
      "builtin·fmt_upper_hex(&(d))",
      "builtin·fmt_octal(&(e))",
      "builtin·fmt_pointer(&(f))",
      "builtin·fmt_binary(&(g))",
      "builtin·fmt_lower_exp(&(h))",
      "builtin·fmt_upper_exp(&(i))",
    ]);
  });
  test("an argument formatted in two ways stands there once", () => {
    expect(formatted('"{0} {0:?} {1}", f(x), y')).toEqual([
      "builtin·fmt_display(builtin·fmt_debug(&(f(x))))",
      "builtin·fmt_display(&(y))",
    ]);
  });
  test("names: given, captured, as width and as precision", () => {
    expect(formatted('"{x} {y:>w$.p$} {x:?}", x = a.b(), w = 3')).toEqual([
      "builtin·fmt_display(builtin·fmt_debug(&(a.b())))",
      "&(3)",
      "&(p)",
      "builtin·fmt_display(&(y))",
    ]);
  });
  test("`.*` takes a number, then the value; the rest is listed too", () => {
    expect(formatted('"{:.*} {}", n, a, b, c')).toEqual([
      "&(n)",
      "builtin·fmt_display(&(a))",
      "builtin·fmt_display(&(b))",
      "&(c)",
    ]);
  });
  test("doubled braces are text, fills may be anything", () => {
    expect(formatted('"{{}} {{{a}}} {b:}<5} {c:😀^+#?}"')).toEqual([
      "builtin·fmt_display(&(a))",
      "builtin·fmt_display(&(b))",
      "builtin·fmt_debug(&(c))",
    ]);
  });
  test("commas in arguments", () => {
    expect(formatted('"{}{}", a::<B, C>(), |x, y| x,')).toEqual([
      "builtin·fmt_display(&(a::<B, C>()))",
      "builtin·fmt_display(&(|x, y| x))",
    ]);
  });
  test("strings put together by macros are read, others are taken for all Display", () => {
    expect(formatted('concat!("{:?}", "\\n", stringify!({})), a, b')).toEqual([
      "builtin·fmt_debug(&(a))",
      "builtin·fmt_display(&(b))",
    ]);
    expect(formatted("message!(), a")).toEqual(["&(message!())", "builtin·fmt_display(&(a))"]);
  });
  test("captured names lead into the literal", () => {
    const place = (input: string, name: string): number => {
      const { text, origin } = expandBuiltin("format_args", { text: input, start: 0, end: input.length }, ENVIRONMENT)!;
      return originAt(origin, text.indexOf(`(${name})`) + 1);
    };
    for (const input of ['"é {name:?}"', 'r#"{{ {name}"#', '"\\n\\u{7b}} { name }"', '"a \\\n   {name}"']) {
      expect(place(input, "name")).toBe(input.indexOf("name"));
    }
    expect(place('concat!("{name}")', "name")).toBe(-1);
  });
  test("arguments that are opaque fragments", () => {
    expect(formatted('(/*·expr*/"{}"), (/*·expr*/a + b)')).toEqual(["builtin·fmt_display(&((/*·expr*/a + b)))"]);
  });
});

describe("literals", () => {
  test("concat! and stringify! give their text", () => {
    expect(builtin("concat", '"a", 1, -2, true, \'c\', concat!("\\n", 1.5)')).toBe('"a1-2truec\n1.5"');
    expect(builtin("stringify", 'a+ /* b */ "c"')).toBe('"a+ \\"c\\""');
  });
  test("the rest have the right type", () => {
    expect(builtin("line", "")).toBe("1u32");
    expect(builtin("file", "")).toBe('""');
    expect(builtin("include_bytes", '"a"')).toBe('b""');
    expect(builtin("option_env", '"A"')).toBe("builtin·option_env ( )");
    expect(builtin("offset_of", "S, a.b")).toBe("0usize");
  });
});

describe("cfg", () => {
  test("cfg! asks the environment", () => {
    expect([builtin("cfg", "unix"), builtin("cfg", "windows")]).toEqual(["true", "false"]);
  });
  test("cfg_select! takes the first arm that holds", () => {
    expect(builtin("cfg_select", "windows => { a } unix => { b c } _ => { d }")).toBe("b c");
    expect(builtin("cfg_select", "windows => a, _ => d(e),")).toBe("d ( e )");
    expect(builtin("cfg_select", "windows => { a }")).toBe("");
  });
});

describe("others", () => {
  test("raw references", () => {
    expect(builtin("addr_of", "a.b")).toBe("( & raw const ( a . b ) )");
    expect(builtin("addr_of_mut", "*a")).toBe("( & raw mut ( * a ) )");
  });
  test("asm! keeps its operands", () => {
    const input = '"mov {}, {x}", in(reg) f(a), out("eax") _, x = inout(reg) b => c, const N, sym g, options(nostack)';
    expect(builtin("asm", input)).toBe("builtin·asm ( ( f ( a ) ) , & mut ( b ) , & mut ( c ) , ( N ) , ( g ) , )");
  });
  test("what gives no item gives nothing among items", () => {
    expect(builtin("compile_error", '"no"')).toBe("builtin·never ( )");
    expect(builtin("compile_error", '"no"', "item")).toBe("");
    expect(builtin("global_asm", '"nop"', "item")).toBe("");
  });
  test("unknown names are the caller's", () => {
    expect(expandBuiltin("println", { text: "", start: 0, end: 0 }, ENVIRONMENT)).toBeUndefined();
    expect(BUILTIN_MACROS.has("format_args")).toBe(true);
  });
  test("broken arguments do no harm", () => {
    for (const name of BUILTIN_MACROS) {
      for (const input of ["", ",", "(", '"{', '"{:', "a b", '"{}" "', "=> x", "in(", ")"]) {
        expect(() => builtin(name, input)).not.toThrow();
      }
    }
  });
});
