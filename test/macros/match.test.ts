import { describe, expect, test } from "@jest/globals";
import { expanded, run } from "./support.ts";

describe("repetitions", () => {
  test("with separator and an optional trailing one", () => {
    const macro = "($($x:expr),* $(,)?) => { [$($x;)*] }";
    expect(expanded(macro, "")).toBe("[ ]");
    expect(expanded(macro, "a")).toBe("[ a ; ]");
    expect(expanded(macro, "a, b, c,")).toBe("[ a ; b ; c ; ]");
    expect(expanded(macro, "a,, b")).toBe("error: no-rule at 2");
  });
  test("`+` wants at least one, `?` at most one", () => {
    expect(expanded("($($x:ident)+) => { $($x)+ }", "")).toBe("error: unexpected-end at 0");
    expect(expanded("($($x:ident)+) => { $($x)+ }", "a b")).toBe("a b");
    expect(expanded("($($x:ident)? ;) => { $($x)? }", "a ;")).toBe("a");
    expect(expanded("($($x:ident)? ;) => { $($x)? }", "a b ;")).toBe("error: no-rule at 2");
  });
  test("any token separates, operators of several characters too", () => {
    expect(expanded("($($x:ident)=>+) => { $($x)||* }", "a => b => c")).toBe("a || b || c");
    expect(expanded("($($x:tt)and+) => { $($x)* }", "1 and 2")).toBe("1 2");
  });
  test("nest", () => {
    const macro = "($($name:ident { $($field:ident : $t:ty),* })*) => { $(struct $name { $($field: Option<$t>,)* })* }";
    expect(expanded(macro, "A { x: u8, y: Vec<A> } B { }")).toBe(
      "struct A { x : Option < u8 > , y : Option < Vec < A > > , } struct B { }",
    );
  });
  test("variables of an outer repetition are there in the inner one", () => {
    const macro = "($($a:ident: $($b:ident)*;)*) => { $($($a($b))*)* }";
    expect(expanded(macro, "f: x y; g: z;")).toBe("f ( x ) f ( y ) g ( z )");
  });
  test("a group in a repetition is matched whole", () => {
    expect(expanded("($(($k:expr, $v:expr)),*) => { $($k = $v;)* }", "(1, 2), (3, 4)")).toBe("1 = 2 ; 3 = 4 ;");
  });
});

describe("choice", () => {
  test("the first rule that matches wins", () => {
    expect(expanded("(a) => { 1 }; ($x:ident) => { 2 }; ($($x:tt)*) => { 3 }", "a")).toBe("1");
    expect(expanded("(a) => { 1 }; ($x:ident) => { 2 }; ($($x:tt)*) => { 3 }", "b")).toBe("2");
    expect(expanded("(a) => { 1 }; ($x:ident) => { 2 }; ($($x:tt)*) => { 3 }", "a a")).toBe("3");
  });
  test("operators compare as wholes", () => {
    expect(expanded("(> >) => { 1 }; (>>) => { 2 }", ">>")).toBe("2");
    expect(expanded("(> >) => { 1 }; (>>) => { 2 }", "> >")).toBe("1");
  });
  test("but a type may end in the middle of one", () => {
    expect(expanded("(<$t:ty> $e:expr) => { $t = $e }", "<Vec<Vec<u8>>>x")).toBe("Vec < Vec < u8 >> = x");
    expect(expanded("($t:ty = $e:expr) => { $e }", "Vec<u8>= x")).toBe("x");
  });
  test("raw and plain identifiers differ, keywords are identifiers", () => {
    expect(expanded("(r#fn) => { 1 }; ($i:ident) => { $i }", "fn")).toBe("fn");
    expect(expanded("(_) => { 1 }; ($i:ident) => { 2 }", "_")).toBe("1");
  });
  test("a tt-muncher leaves the rest for its next call", () => {
    const macro =
      "() => {}; (+ $($rest:tt)*) => { plus(); m!($($rest)*) }; ($x:tt $($rest:tt)*) => { x($x); m!($($rest)*) }";
    expect(expanded(macro, "+ (a b) -")).toBe("plus ( ) ; m ! ( ( a b ) - )");
  });
  test("what is left of a group is taken at once, up to its end", () => {
    expect(expanded("(f($($x:tt)*) $y:ident) => { $y $($x)* }", "f(a (b) += c) d")).toBe("d a ( b ) += c");
    expect(expanded("(f($($x:tt)+)) => { 1 }; ($($x:tt)*) => { 2 }", "f()")).toBe("2");
    expect(expanded("($(f $($x:tt)*)? ) => { [$($($x)*)?] }", "f a b")).toBe("[ a b ]");
    expect(expanded("($([$($x:tt)*] $y:ident)*) => { $($y($($x)*))* }", "[] a [b c] d")).toBe("a ( ) d ( b c )");
    expect(expanded("(f($($x:tt)*)) => { 1 }", "f(a) b")).toBe("error: no-rule at 5");
  });
  test("the error is that of the rule that got furthest", () => {
    expect(expanded("(a b c) => {}; (x) => {}", "a b d")).toBe("error: no-rule at 4");
    expect(expanded("(a b c) => {}", "a b")).toBe("error: unexpected-end at 3");
  });
  test("a fragment that begins must be one: later rules are not tried", () => {
    expect(expanded("($e:expr) => { 1 }; ($($t:tt)*) => { 2 }", "a +")).toBe("error: bad-fragment at 0");
    expect(expanded("($e:expr) => { 1 }; ($($t:tt)*) => { 2 }", "a b")).toBe("2");
    expect(expanded("($e:expr) => { 1 }; ($($t:tt)*) => { 2 }", "=> a")).toBe("2");
  });
  test("what the language leaves open is ambiguous", () => {
    expect(expanded("($($x:ident)* $y:ident) => {}", "a b")).toBe("error: ambiguous at 0");
  });
});

describe("fragments", () => {
  test("an empty visibility needs something behind it", () => {
    const macro = "($v:vis struct $n:ident) => { $v fn $n }";
    expect(expanded(macro, "struct A")).toBe("fn A");
    expect(expanded(macro, "pub(crate) struct A")).toBe("pub ( crate ) fn A");
    expect(expanded("($v:vis) => {}", "")).toBe("error: unexpected-end at 0");
  });
  test("doc comments are attributes", () => {
    const macro = "($(#[$m:meta])* $n:ident) => { $(#[$m])* $n }";
    expect(expanded(macro, "/// a\n#[b(c)] n")).toBe('# [ doc = "" ] # [ b ( c ) ] n');
    expect(expanded("($($t:tt)*) => { $($t)* }", "/// a\nn")).toBe('# [ doc = "" ] n');
  });
  test("editions decide about alternatives of patterns", () => {
    const macro = "($p:pat | $q:pat) => { 1 }; ($p:pat) => { 2 }";
    expect(expanded(macro, "A | B", 2018)).toBe("1");
    expect(expanded(macro, "A | B", 2021)).toBe("2");
  });
});

describe("broken input", () => {
  test.each(["(", ")", "a )", "( a", "[ ( ]", "{ } }", "'", '"', "$", "#", "$(", "a::", "<", "if", "|"])(
    "%s",
    (input) => {
      for (const fragment of ["expr", "ty", "pat", "item", "stmt", "path", "meta", "vis", "tt"]) {
        expect(() => run(`($x:${fragment}) => { $x $x }; ($($x:${fragment}),*) => { $($x)* }`, input)).not.toThrow();
      }
    },
  );
  test("a repetition around nothing ends", () => {
    expect(expanded("($()* a) => { 1 }", "a")).toMatch(/^1$|^error/);
  });
});

describe("cost", () => {
  test("is linear in the input", () => {
    const measure = (count: number): number => {
      const input = "f(a, b) + 1, ".repeat(count);
      const start = performance.now();
      expect(run("($($x:expr),* $(,)?) => { [$($x),*] }", input)).toHaveProperty("text");
      return performance.now() - start;
    };
    measure(2_000);
    // Quadratic cost would be 64 times as much.
    expect(measure(40_000)).toBeLessThan(40 * Math.max(5, measure(5_000)));
  });
  test("output has a limit", () => {
    const input = "abcdefghi ".repeat(20_000);
    const macro = "($($x:tt)*) => { $($x $x $x $x $x $x)* }";
    expect(run(macro, input)).toMatchObject({ reason: "too-large" });
  });
});
