import { describe, expect, test } from "@jest/globals";
import { tokenize, withTokens } from "../../src/macros/lexer.ts";
import { Tok } from "../../src/macros/tokens.ts";

const NAMES = new Map<number, string>(Object.entries(Tok).map(([name, kind]) => [kind, name]));

/** Tokens as `text` or, where the kind is in question, `Kind:text`. */
function lex(text: string): string[] {
  const tokens = tokenize(text, 0, text.length);
  const found: string[] = [];
  for (let row = 0; row < tokens.count; row += tokens.width[row]!) found.push(tokens.tokenText(row));
  return found;
}

function kinds(text: string): string {
  const tokens = tokenize(text, 0, text.length);
  return [...tokens.kind.subarray(0, tokens.count)].map((kind) => NAMES.get(kind)).join(" ");
}

describe("words", () => {
  test("keywords have kinds of their own, weak ones do not", () => {
    expect(kinds("fn union r#fn Self self_ _ _x")).toBe("Fn Ident RawIdent SelfUpper Ident Underscore Ident");
  });
  test("identifiers may be Unicode, the middle dot goes on one", () => {
    expect(lex("größe 变量 crate·3::x")).toEqual(["größe", "变量", "crate·3", "::", "x"]);
  });
});

describe("numbers", () => {
  test.each([
    ["1..2", ["1", "..", "2"]],
    ["1..=2", ["1", "..=", "2"]],
    ["1.0", ["1.0"]],
    ["1.", ["1."]],
    ["0.method()", ["0", ".", "method", "(", ")"]],
    ["x.0.1", ["x", ".", "0.1"]],
    ["1e5 1E-5 1_000.5e+3f32", ["1e5", "1E-5", "1_000.5e+3f32"]],
    ["0xffu8 0b1_0 0o7", ["0xffu8", "0b1_0", "0o7"]],
    ["1u8.pow(2)", ["1u8", ".", "pow", "(", "2", ")"]],
    ["2em", ["2em"]],
  ])("%s", (text, expected) => {
    expect(lex(text)).toEqual(expected);
  });
  test("a fraction or an exponent makes a float", () => {
    expect(kinds("1 1.5 1e3 0x1e3 1f32")).toBe("Int Float Float Int Int");
  });
});

describe("quotes", () => {
  test("a lifetime is not a character", () => {
    expect(kinds("'a 'a' '\\'' 'static '_ '1' '😀' b'x'")).toBe("Lifetime Char Char Lifetime Lifetime Char Char Char");
    expect(lex("f::<'a,'b>('c','d')")).toEqual(["f", "::", "<", "'a", ",", "'b", ">", "(", "'c'", ",", "'d'", ")"]);
  });
  test("strings of all kinds are one token each", () => {
    const strings = ['"a \\" b"', 'r"a\\"', 'r#"a " b"#', 'b"x"', 'br##"a "# b"##', 'c"x"', 'cr#"y"#'];
    expect(lex(strings.join(" "))).toEqual(strings);
    expect(kinds(strings.join(" "))).toBe("Str Str Str Str Str Str Str");
  });
  test("raw lifetimes", () => expect(lex("'r#fn x")).toEqual(["'r#fn", "x"]));
});

describe("comments", () => {
  test("plain comments are skipped, block comments nest", () => {
    expect(lex("a // b\n c /* d /* e */ f */ g //// h\n/***/ i")).toEqual(["a", "c", "g", "i"]);
  });
  test("doc comments are attributes", () => {
    expect(lex("/// text\nx")).toEqual(["#", "[", "doc", "=", '""', "]", "x"]);
    expect(lex("/// one\n/// two\n/** three */ x")).toEqual(["#", "[", "doc", "=", '""', "]", "x"]);
    expect(lex("//! text")).toEqual(["#", "!", "[", "doc", "=", '""', "]"]);
    expect(lex("/** text */ /*! text */")).toHaveLength(13);
  });
  test("a slash that starts no comment is an operator", () => {
    expect(lex("a / b /= c")).toEqual(["a", "/", "b", "/=", "c"]);
  });
});

describe("operators", () => {
  test("are as long as can be", () => {
    expect(lex("a>>=b..=c...d<<=e->f=>g::h<-i||j")).toEqual([
      "a",
      ">>=",
      "b",
      "..=",
      "c",
      "...",
      "d",
      "<<=",
      "e",
      "->",
      "f",
      "=>",
      "g",
      "::",
      "h",
      "<-",
      "i",
      "||",
      "j",
    ]);
  });
  test("those that may be split have rows for their tails", () => {
    expect(kinds(">>=")).toBe("ShrEq Ge Eq");
    expect(kinds(">> <-")).toBe("Shr Gt LArrow Minus");
  });
});

describe("delimiters", () => {
  test("know their partners", () => {
    const tokens = tokenize("(a [b] {c})", 0, 11);
    expect([...tokens.match.subarray(0, tokens.count)]).toEqual([8, -1, 4, -1, 2, 7, -1, 5, 0]);
  });
  test("unbalanced ones have none and do not stop the lexer", () => {
    const tokens = tokenize(") ( [ a ) ]", 0, 11);
    expect([...tokens.match.subarray(0, tokens.count)]).toEqual([-1, 4, -1, -1, 1, -1]);
    expect(tokens.afterTree(2)).toBe(tokens.count);
  });
});

test("a stretch of a text is lexed with offsets of the whole", () => {
  const text = "foo!(a, b)";
  const tokens = tokenize(text, 5, 9);
  expect(tokens.count).toBe(3);
  expect([tokens.start[2], tokens.end[2]]).toEqual([8, 9]);
});

test.each(["'", '"abc', 'r#"abc', "/* abc", "b'", "1e", "\\", "r#", "'\\"])("torn input %s ends", (text) => {
  expect(tokenize(text, 0, text.length).count).toBeLessThanOrEqual(2);
});

test("a reused buffer shows nothing of its last use", () => {
  withTokens("a b c d e f", 0, 11, () => undefined);
  withTokens("x", 0, 1, (tokens) => {
    expect(tokens.count).toBe(1);
    expect([...tokens.kind.subarray(1, 4)]).toEqual([0, 0, 0]);
  });
});
