import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { BUILTIN_MACROS, expandBuiltin } from "../../src/macros/builtin.ts";
import { parseMacroRules } from "../../src/macros/definition.ts";
import { isMacroError } from "../../src/macros/errors.ts";
import { expandMacro } from "../../src/macros/expand.ts";
import { rowsOf } from "./support.ts";

const PIECES =
  '( ) [ ] { } $ $x $y $crate : :: , ; => -> = == + - * / & && | || < > << >> >= . .. ..= ! ? # \' \'a " r#" /* // /// /*·expr(*/ /*·)*/ (/*·ty*/ a fn if match let for in struct pub as impl dyn where move async 1 1.5 "{}" "{x:?}" expr tt ty ident pat $x:expr $y:tt $( )* ),+ )? => {'.split(
    " ",
  );

const soup = fc.array(fc.constantFrom(...PIECES, "\n", " ", ""), { maxLength: 40 }).map((pieces) => pieces.join(" "));
const OPTIONS = { crateToken: "c", maxOutput: 10_000 };

test("any text can be a definition and an invocation", () => {
  fc.assert(
    fc.property(soup, soup, (body, input) => {
      for (const text of [
        body,
        `(${body}) => { ${body} }`,
        `($($x:expr),* ${body}) => { $($x)* }; ($($y:tt)*) => { $($y)* }`,
      ]) {
        const macro = parseMacroRules(text, 0, text.length);
        if (isMacroError(macro)) continue;
        const result = expandMacro(macro, { text: input, start: 0, end: input.length }, OPTIONS);
        if (isMacroError(result)) continue;
        for (const [output, source, length] of rowsOf(result.origin)) {
          expect(result.text.slice(output, output + length)).toBe(input.slice(source, source + length));
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test("any text can be the arguments of a builtin", () => {
  fc.assert(
    fc.property(fc.constantFrom(...BUILTIN_MACROS), soup, (name, input) => {
      const result = expandBuiltin(
        name,
        { text: input, start: 0, end: input.length },
        { cfg: () => true, position: "expression" },
      );
      expect(typeof result?.text).toBe("string");
    }),
    { numRuns: 2_000 },
  );
});
