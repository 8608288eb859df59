import { describe, expect, test } from "@jest/globals";
import { isMacroError } from "../../src/macros/errors.ts";
import { expanded, expandedText, run } from "./support.ts";

describe("text", () => {
  test("tokens do not fuse", () => {
    expect(expandedText("($a:ident $b:tt) => { x$a$b-$b }", "y -")).toBe("x y - - -");
    expect(expandedText("($a:tt) => { $a'a' b\"c\" }", "b")).toBe("b 'a' b\"c\"");
    expect(expandedText("($a:tt) => { &$a }", "&")).toBe("& &");
  });
  test("trees that stand close together are copied together, white space and comments folded", () => {
    const macro = "($($x:tt)*) => { f($($x)*) }";
    expect(expandedText(macro, "a+b(c  d)   e // f\n/* g */ h\n>>= i")).toBe("f(a+b(c  d) e h\n>>= i)");
    expect(expandedText(macro, "a\n/// b\nc d")).toBe('f(a #[doc = ""] c d)');
  });
  test("comments of the definition are gone, those of the invocation are not", () => {
    expect(expandedText("($a:expr) => { f( /* x */ $a // y\n ) }", "a /* z */ .b()")).toBe("f((a /* z */ .b()))");
  });
  test("`$crate` is what the caller says", () => {
    expect(expanded("() => { $crate::a::<$crate::B>() }", "")).toBe("crate·7 :: a :: < crate·7 :: B > ( )");
  });
});

describe("units", () => {
  test("an expression of several tokens is put in parentheses", () => {
    expect(expanded("($a:expr) => { $a * 2 }", "1 + 2")).toBe("( 1 + 2 ) * 2");
    expect(expanded("($a:expr) => { $a.b() }", "-1")).toBe("( - 1 ) . b ( )");
  });
  test("single tokens, groups, paths and their calls are not", () => {
    for (const bare of ["a", "1", "( a + b )", "[ a , b ]", "a :: b :: < C >", "a :: b ( c )"]) {
      expect(expanded("($a:expr) => { $a + 1 }", bare)).toBe(`${bare} + 1`);
    }
  });
  test("a field stays one where it is called", () => {
    expect(expanded("($f:expr) => { $f(1) }", "self.f")).toBe("( self . f ) ( 1 )");
  });
  test("nor are blocks, where no operator follows: they may stand as statements", () => {
    expect(expanded("($a:expr) => { $a x }", "{ a }")).toBe("{ a } x");
    expect(expanded("($a:expr) => { $a x }", "if a { b } else { c }")).toBe("if a { b } else { c } x");
    expect(expanded("($a:expr) => { $a.x }", "if a { b } else { c }")).toBe("( if a { b } else { c } ) . x");
    expect(expanded("($($a:expr),*) => { $($a)&&* }", "{ a }, { b }")).toBe("( { a } ) && ( { b } )");
  });
  test("attributes of an expression stay outside", () => {
    expect(expanded("($a:expr) => { [$a] }", "#[cfg(x)] a.b()")).toBe("[ # [ cfg ( x ) ] ( a . b ( ) ) ]");
  });
  test("alternatives of a pattern are put in parentheses", () => {
    expect(expanded("($p:pat) => { let $p = x; }", "A | B")).toBe("let ( A | B ) = x ;");
    expect(expanded("($p:pat) => { let $p = x; }", "Some(A | B)")).toBe("let Some ( A | B ) = x ;");
  });
  test("a type before `::` becomes a qualified one, unless it is a plain path", () => {
    expect(expanded("($t:ty) => { $t::new() }", "Vec<u8>")).toBe("< Vec < u8 >> :: new ( )");
    expect(expanded("($t:ty) => { $t::new() }", "a::B")).toBe("a :: B :: new ( )");
    expect(expanded("($t:ty) => { let x: $t; }", "Vec<u8>")).toBe("let x : Vec < u8 > ;");
  });
});

describe("nested macros", () => {
  /** Expands the outer macro, then the `inner!(...)` that it consists of. */
  function twice(outer: string, inner: string, input: string): string {
    const first = run(outer, input);
    if (isMacroError(first)) return first.reason;
    const args = first.text.slice(first.text.indexOf("(") + 1, first.text.lastIndexOf(")"));
    return expanded(inner, args);
  }

  test("a forwarded fragment matches `tt` as a whole", () => {
    const inner = "($a:tt) => { one($a) }; ($($a:tt)*) => { many }";
    expect(twice("($t:ty) => { inner!($t) }", inner, "Vec<u8>")).toBe("one ( Vec < u8 > )");
    expect(twice("($e:expr) => { inner!($e) }", inner, "a + b")).toBe("one ( ( a + b ) )");
    expect(twice("($p:path) => { inner!($p) }", inner, "a::b")).toBe("one ( a :: b )");
    expect(twice("($($t:tt)*) => { inner!($($t)*) }", inner, "a + b")).toBe("many");
  });
  test("and its own kind again, without more parentheses", () => {
    expect(twice("($e:expr) => { inner!($e, 1) }", "($e:expr, $f:expr) => { $e * $f }", "a + b")).toBe("( a + b ) * 1");
    expect(twice("($e:expr) => { inner!($e) }", "($e:expr) => { f($e) }", "a")).toBe("f ( a )");
    expect(twice("($t:ty) => { inner!($t) }", "($t:ty) => { <$t>::f() }", "[u8]")).toBe("< [ u8 ] > :: f ( )");
  });
  test("but no literal token of a rule", () => {
    const inner = "(u8) => { byte }; (x) => { name }; ($t:ty) => { other }";
    expect(twice("($t:ty) => { inner!($t) }", inner, "u8")).toBe("other");
    expect(twice("($i:ident) => { inner!($i) }", inner, "u8")).toBe("byte");
    expect(twice("($e:expr) => { inner!($e) }", "($i:ident) => { name }; ($e:expr) => { other }", "x")).toBe("other");
  });
  test("literals match as what they are", () => {
    expect(twice("($e:expr) => { inner!($e) }", "($l:literal) => { literal }; ($e:expr) => { other }", "1")).toBe(
      "literal",
    );
    expect(twice("($e:expr) => { inner!($e) }", "($l:literal) => { literal }; ($e:expr) => { other }", "-1")).toBe(
      "literal",
    );
    expect(twice("($e:expr) => { inner!($e) }", "($l:literal) => { literal }; ($e:expr) => { other }", "a - 1")).toBe(
      "other",
    );
  });
  test("an empty visibility is still one", () => {
    const inner = "([$v:vis $n:ident $w:vis]) => { $v $n $w }";
    expect(twice("($v:vis fn $n:ident) => { inner!([$v $n $v]) }", inner, "fn f")).toBe("f");
    expect(twice("($v:vis fn $n:ident) => { inner!([$v $n $v]) }", inner, "pub fn f")).toBe("pub f pub");
  });
  test("a type goes on as a path", () => {
    expect(twice("($t:ty) => { inner!($t::new(1)) }", "($e:expr) => { f($e) }", "Vec<u8>")).toBe(
      "f ( /*·ty(*/ < Vec < u8 >> /*·)*/ :: new ( 1 ) )",
    );
  });
});

describe("macros that define macros", () => {
  test("names that are no variables stay as they are", () => {
    expect(expanded("($n:ident) => { macro_rules! $n { ($x:expr) => { $x + 1 } } }", "m")).toBe(
      "macro_rules ! m { ( $ x : expr ) => { $ x + 1 } }",
    );
  });
  test("so do repetitions without variables", () => {
    expect(expandedText("() => { macro_rules! m { ($($x:tt),*) => {} } }", "")).toBe(
      "macro_rules! m { ($($x:tt),*) => {} }",
    );
  });
  test("a dollar passed as a token makes them", () => {
    const result = run("($d:tt) => { macro_rules! m { ($d($d x:expr),*) => { [$d($d x),*] } } }", "$");
    if (isMacroError(result)) throw new Error(result.message);
    const inner = result.text.slice(result.text.indexOf("{") + 1, result.text.lastIndexOf("}"));
    expect(expanded(inner, "1, 2")).toBe("[ 1 , 2 ]");
  });
  test("`$$` is a dollar", () => expect(expandedText("() => { $$x $$($$y)* }", "")).toBe("$x $($y)*"));
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the braces are Rust's
describe("metavariable expressions", () => {
  test("count, index, len, ignore, concat", () => {
    expect(expanded("($($x:ident),*) => { [${count($x)}; $(${ignore($x)} ${index()}),*] }", "a, b, c")).toBe(
      "[ 3 ; 0 , 1 , 2 ]",
    );
    expect(expanded("($($x:ident),*) => { $(${ignore($x)} 1 /)* }", "a, b")).toBe("1 / 1 /");
    expect(expanded("($($x:ident),*) => { $($x ${len()})* }", "a, b")).toBe("a 2 b 2");
    expect(expanded("($x:ident) => { fn ${concat(get_, $x)}() }", "a")).toBe("fn get_a ( )");
    expect(expanded("($($($x:ident)* ;)*) => { ${count($x)} ${count($x, 0)} }", "a b; c;")).toBe("3 2");
  });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the braces are Rust's

describe("repetition errors", () => {
  test("variables must repeat equally often", () => {
    expect(expanded("($($x:ident)* ; $($y:tt)*) => { $($x $y)* }", "a b ; c")).toMatch(/^error: bad-repetition/);
  });
  test("a variable must be used as deep as it was matched", () => {
    expect(expanded("($($x:tt)*) => { $x }", "a")).toMatch(/^error: bad-repetition/);
  });
});

describe("what empty repetitions leave behind", () => {
  test("empty generics and a last plus are taken back in code", () => {
    expect(expanded("($n:ident $($t:ident)*) => { impl<$($t),*> $n<$($t),*> {} }", "A")).toBe("impl A { }");
    expect(expanded("($($t:ident)*) => { f::<$($t),*>() }", "")).toBe("f ( )");
    expect(expanded("($($t:ident)*) => { fn f<T: $($t +)*>() }", "A B")).toBe("fn f < T : A + B > ( )");
  });
  test("but kept in the arguments of a macro", () => {
    expect(expanded("($($t:ident)*) => { m!(<$($t),*>) }", "")).toBe("m ! ( < > )");
  });
});
