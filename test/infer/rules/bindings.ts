/** Types of locals: let with and without types, and every kind of pattern (Reference, "Patterns"). */
import { rust } from "../../support/calls.ts";

export const bindings: Readonly<Record<string, string>> = {
  "let with a type, without, and assigned later": rust`
struct A;
struct B;
impl A { fn go(&self) {} fn new() -> A { A } }
impl B { fn go(&self) {} }
fn f(b: B) {
    let a = A::new();
    a.go();
    //^^ call: app::A::go
    let c: B = b;
    c.go();
    //^^ call: app::B::go
    let late;
    late = A;
    let _: &A = &late;
    late.go();
       //^^ call: app::A::go
}
`,
  "shadowing changes the type": rust`
struct A;
struct B;
impl A { fn go(self) -> B { B } }
impl B { fn go(self) -> A { A } }
fn f() {
    let x = A;
    let x = x.go();
            //^^ call: app::A::go
    { let x = x.go(); x.go(); }
              //^^ call: app::B::go
                      //^^ call: app::A::go
    let _ = B.go();
            //^^ call: app::B::go
}
`,
  "tuple patterns, with rest": rust`
struct A;
struct B;
impl A { fn a(&self) {} }
impl B { fn b(&self) {} fn a(&self) {} }
fn f(t: (A, u8, B), u: (A, (B, B))) {
    let (x, .., y) = t;
    x.a();
    //^ call: app::A::a
    y.a();
    //^ call: app::B::a
    let (_, (z, _)) = &u;
    z.a()
    //^ call: app::B::a
}
`,
  "struct patterns: fields, shorthand, renamed, nested, rest": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
struct P { one: A, two: B, inner: Q }
struct Q { three: A }
fn f(p: P) {
    let P { one, two: second, inner: Q { three, .. } } = &p;
    one.go();
      //^^ call: app::A::go
    second.go();
         //^^ call: app::B::go
    three.go();
        //^^ call: app::A::go
}
`,
  "enum patterns in match, if let, while let, let else, matches": rust`
//- exact
struct A;
struct B;
impl A { fn go(&self) -> bool { true } }
impl B { fn go(&self) -> bool { true } }
enum E { One(A), Two { b: B }, None }
fn f(e: &E, mut o: Option<B>) {
    match e {
        E::One(x) => { x.go(); }
                       //^^ call: app::A::go
        E::Two { b } if b.go() => {}
                        //^^ call: app::B::go
        _ => {}
    }
    if let E::Two { b: x } = e { x.go(); }
                                 //^^ call: app::B::go
    while let Some(x) = o.take() { x.go(); }
                        //^^^^ call: core::option::Option::take
                                   //^^ call: app::B::go
    let E::One(a) = e else { return };
    a.go();
    //^^ call: app::A::go
    let _ = matches!(e, E::One(a) if a.go());
                                     //^^ call: app::A::go
}
`,
  "match ergonomics: binding by reference through a reference": rust`
struct A;
impl A { fn take(self) {} fn look(&self) {} }
struct B;
impl Look for &A { fn seen(self) {} }
impl Look for A { fn seen(self) {} }
trait Look { fn seen(self); }
fn f(o: &Option<A>, p: Option<A>) {
    if let Some(x) = o { x.seen() }
                         //^^^^ call: <&app::A as app::Look>::seen
    if let Some(x) = p { x.seen() }
                         //^^^^ call: <app::A as app::Look>::seen
}
`,
  "ref, ref mut and & patterns": rust`
trait Look { fn seen(self); }
struct A;
impl Look for &A { fn seen(self) {} }
impl Look for &mut A { fn seen(self) {} }
impl Look for A { fn seen(self) {} }
impl Copy for A {}
impl Clone for A { fn clone(&self) -> A { *self } }
fn f(mut a: A, o: Option<&A>) {
    let ref x = a;
    x.seen();
    //^^^^ call: <&app::A as app::Look>::seen
    let &y = x;
    y.seen();
    //^^^^ call: <app::A as app::Look>::seen
    let ref mut z = a;
    z.seen();
    //^^^^ call: <&mut app::A as app::Look>::seen
    if let Some(&w) = o { w.seen() }
                          //^^^^ call: <app::A as app::Look>::seen
}
`,
  "slice patterns and the rest of a slice": rust`
struct A;
impl A { fn go(&self) {} }
trait Many { fn all(&self); }
impl Many for [A] { fn all(&self) {} }
fn f(v: &[A], w: [A; 3]) {
    if let [first, rest @ .., last] = v {
        first.go();
            //^^ call: app::A::go
        rest.all();
           //^^^ call: <[app::A] as app::Many>::all
        last.go();
           //^^ call: app::A::go
    }
    let [x, ..] = w;
    x.go()
    //^^ call: app::A::go
}
`,
  "or-patterns and bindings with @": rust`
struct A;
impl A { fn go(&self) {} }
enum E { One(A), Two(u8, A), Three }
impl E { fn name(&self) {} }
fn f(e: E) {
    match &e {
        E::One(a) | E::Two(_, a) => a.go(),
                                    //^^ call: app::A::go
        all @ E::Three => all.name(),
                            //^^^^ call: app::E::name
    }
}
`,
  "patterns of parameters, closures and for": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
struct P { a: A }
fn f((a, b): (A, B), P { a: c }: P, list: Vec<(A, B)>) {
    a.go();
    //^^ call: app::A::go
    b.go();
    //^^ call: app::B::go
    c.go();
    //^^ call: app::A::go
    for (x, y) in &list { x.go(); y.go() }
                          //^^ call: app::A::go
                                  //^^ call: app::B::go
    list.iter().for_each(|(x, y)| { x.go(); y.go() });
                                    //^^ call: app::A::go
                                            //^^ call: app::B::go
}
`,
  "destructuring assignment": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn pair() -> (A, B) { (A, B) }
fn f() {
    let (x, y);
    (x, y) = pair();
           //^^^^ call: app::pair
    x.go();
    //^^ call: app::A::go
    y.go()
    //^^ call: app::B::go
}
`,
  "chains of conditions with let": rust`
//- /app/src/lib.rs crate:app edition:2024
struct A { b: Option<B> }
struct B;
impl B { fn go(&self) -> bool { true } }
impl A { fn go(&self) -> bool { true } }
fn f(o: Option<A>) {
    if let Some(a) = &o && a.go() && let Some(b) = &a.b && b.go() {}
                           //^^ call: app::A::go
                                                           //^^ call: app::B::go
}
`,
  "constants and paths as patterns bind nothing": rust`
struct A;
impl A { fn go(&self) {} }
const LIMIT: u8 = 3;
fn f(n: u8, a: A) {
    match n { LIMIT => a.go(), 0..=9 => a.go(), other => other.count_ones().pow(2).min(1).go2() }
                       //^^ call: app::A::go
                                        //^^ call: app::A::go
                                                                                        //^^^ call: <u32 as app::Go2>::go2
}
trait Go2 { fn go2(self); }
impl Go2 for u32 { fn go2(self) {} }
impl Go2 for u8 { fn go2(self) {} }
`,
  "a block's locals end with it, and so do those of a loop, an arm and a closure": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn f(v: Vec<B>, o: Option<B>) {
    let x = A;
    { let x = B; x.go(); }
                 //^^ call: app::B::go
    x.go();
    //^^ call: app::A::go
    for x in &v { x.go(); }
                  //^^ call: app::B::go
    x.go();
    //^^ call: app::A::go
    match o { Some(x) => x.go(), None => x.go() }
                         //^^ call: app::B::go
                                         //^^ call: app::A::go
    v.iter().for_each(|x| x.go());
                          //^^ call: app::B::go
    x.go()
    //^^ call: app::A::go
}
`,
};
