/** Macros: calls in arguments, calls in a macro's own text, functions that macros define. */
import { rust } from "../../support/calls.ts";

export const macros: Readonly<Record<string, string>> = {
  "arguments keep their places, the macro's own text is the outermost call's": rust`
macro_rules! twice { ($e:expr) => { { note(); $e; $e } } }
fn note() {}
fn one() -> u8 { 1 }
fn f() -> u8 {
    twice!(one())
  //^^^^^ call: app::note
         //^^^ call: app::one
}
`,
  "a macro within a macro stands at the outermost": rust`
macro_rules! inner { () => { note() } }
macro_rules! outer { ($($t:tt)*) => { { inner!(); $($t)* } } }
fn note() {}
fn f() {
    outer! { note(); inner!(); }
  //^^^^^ call: app::note
           //^^^^ call: app::note
                   //^^^^^ call: app::note
}
`,
  "functions, types and impls defined by a macro": rust`
macro_rules! getter { ($name:ident, $ty:ty) => { impl S { fn $name(&self) -> $ty { self.make() } } } }
struct S;
struct T;
impl S { fn make<X: Default>(&self) -> X { X::default() } }
impl T { fn go(&self) {} }
impl Default for T { fn default() -> T { T } }
getter!(one, T);
//<- call: app::S::make
macro_rules! unit { ($($n:ident => $f:ident),* $(,)?) => { $( struct $n; impl $n { fn $f() -> T { T } } )* } }
unit! { A => alpha, B => beta }
fn f(s: S) {
    s.one().go();
    //^^^ call: app::S::one
          //^^ call: app::T::go
    A::alpha().go();
     //^^^^^ call: app::A::alpha
             //^^ call: app::T::go
    B::beta();
     //^^^^ call: app::B::beta
}
`,
  "repetitions, nested and with separators": rust`
macro_rules! all { ($($f:ident ( $($a:expr),* ));+) => { { $( $f($($a),*) );+ } } }
fn a() {}
fn b(_: u8, _: u8) {}
fn n() -> u8 { 0 }
fn f() {
    all!(a(); b(n(), 2))
       //^ call: app::a
            //^ call: app::b
              //^ call: app::n
}
`,
  "recursion with an accumulator": rust`
macro_rules! chain {
    (@go $acc:expr;) => { $acc };
    (@go $acc:expr; $f:ident $($rest:ident)*) => { chain!(@go $acc.$f(); $($rest)*) };
    ($s:expr => $($f:ident)*) => { chain!(@go $s; $($f)*) };
}
struct A;
struct B;
impl A { fn next(self) -> B { B } }
impl B { fn next(self) -> A { A } }
fn f() -> A {
    chain!(A => next next)
              //^^^^ call: app::A::next
                   //^^^^ call: app::B::next
}
`,
  "$crate and an exported macro of another crate": rust`
//- /app/src/main.rs crate:app deps:kit
use kit::log;
fn inner() {}
fn main() {
    log!(inner());
  //^^^ call: kit::deep::write
       //^^^^^ call: app::inner
    kit::log!(2);
  //^^^^^^^^ call: kit::deep::write
}
//- /kit/src/lib.rs crate:kit
pub mod deep { pub fn write<T>(_: T) {} }
#[macro_export]
macro_rules! log { ($e:expr) => { $crate::deep::write($e) } }
`,
  "textual scope: shadowing, order, macro_use, pub(crate) use": rust`
mod m {
    macro_rules! go { () => { crate::one() } }
    pub(crate) use go as run;
}
#[macro_use]
mod shared { macro_rules! pick { () => { crate::one() } } }
fn f() { pick!() }
       //^^^^ call: app::one
macro_rules! pick { () => { crate::two() } }
fn g() { pick!(); m::run!() }
       //^^^^ call: app::two
                //^^^^^^ call: app::one
fn one() {}
fn two() {}
`,
  "hygiene: a local of the macro is not the caller's": rust`
macro_rules! with { ($e:expr) => { { let x = Own; x.go(); $e } } }
struct Own;
struct Other;
impl Own { fn go(&self) {} }
impl Other { fn go(&self) {} }
fn f(x: Other) {
    with!(x.go())
  //^^^^ call: app::Own::go
          //^^ call: app::Other::go
}
`,
  "fragments: block, stmt, pat, ty, path, literal, tt, lifetime, vis": rust`
macro_rules! frag {
    ($b:block $t:ty, $p:path, $l:literal, $pat:pat) => { { $b; <$t>::new(); $p(); match $l { $pat => <$t>::new(), _ => <$t>::new() } } }
}
struct A;
impl A { fn new() -> A { A } }
mod m { pub fn f() {} }
fn g() {}
fn f() -> A {
    frag!({ g() } A, m::f, 3, 1 | 2)
  //^^^^ call: app::A::new
          //^ call: app::g
                   //^^^^ call: app::m::f
}
`,
  "std macros: assert, vec, dbg, matches, write, todo, format with captures": rust`
use std::fmt::Write;
struct A;
impl A { fn ok(&self) -> bool { true } fn n(&self) -> u8 { 1 } }
fn f(a: A, b: A) -> std::fmt::Result {
    assert!(a.ok(), "{}", b.n());
            //^^ call: app::A::ok
                          //^ call: app::A::n
    assert_eq!(a.n(), b.n());
               //^ call: app::A::n
                      //^ call: app::A::n
    vec![a.n(); 3].len();
         //^ call: app::A::n
    dbg!(a.n()).pow(2);
         //^ call: app::A::n
    debug_assert!(matches!(a.n(), 1..=3 if b.ok()));
                           //^ call: app::A::n
                                           //^^ call: app::A::ok
    let mut s = String::new();
    write!(s, "{:>1$}", a.n(), 5)?;
                        //^ call: app::A::n
    if !b.ok() { panic!("{}", b.n()) }
        //^^ call: app::A::ok
                              //^ call: app::A::n
    if a.ok() { unreachable!("{:?}", a.n()) }
       //^^ call: app::A::ok
                                     //^ call: app::A::n
    Ok(())
}
`,
  "a macro that is not known: its arguments are guesses": rust`
//- broken
fn one() {}
fn f() {
    mystery!(one());
           //^^^ call (guess): app::one
}
`,
  "derived impls are known": rust`
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
struct A { n: u8 }
impl A { fn go(&self) {} }
#[derive(Clone)]
struct W<T>(T);
fn f(w: &W<A>) {
    w.clone().0.go();
              //^^ call: app::A::go
    A::default().clone().go();
                       //^^ call: app::A::go
    std::cmp::max(A::default(), A { n: 1 }).go();
                                          //^^ call: app::A::go
}
`,
  "macros in pattern, type and item position of a body": rust`
macro_rules! pat { ($p:pat) => { Some($p) } }
macro_rules! ty { ($t:ty) => { Vec<$t> } }
macro_rules! make { ($n:ident) => { fn $n() -> A { A } } }
struct A;
impl A { fn go(&self) {} }
fn f(o: Option<A>, v: ty!(A)) {
    if let pat!(a) = o { a.go() }
                         //^^ call: app::A::go
    v[0].go();
       //^^ call: app::A::go
    make!(fresh);
    fresh().go();
  //^^^^^ call: app::f::fresh
          //^^ call: app::A::go
}
`,
  "modules and items in cfg_if and item macros": rust`
macro_rules! items { ($($i:item)*) => { $( $i )* } }
items! {
    mod inner { pub fn go() { super::top() } }
                                   //^^^ call: app::top
    fn top() { inner::go() }
                    //^^ call: app::inner::go
}
`,
  "a trait's impls for many types by a macro": rust`
trait Wide { fn wide(self) -> u64; }
macro_rules! wide { ($($t:ty)+) => { $( impl Wide for $t { fn wide(self) -> u64 { helper(self as u64) } } )+ } }
wide! { u8 u16 u32 }
//<- call: app::helper
fn helper(n: u64) -> u64 { n }
fn f(a: u8, b: u32) {
    a.wide();
    //^^^^ call: <u8 as app::Wide>::wide
    b.wide();
    //^^^^ call: <u32 as app::Wide>::wide
}
`,
  "hygiene: a name that the caller gives is the caller's after ref and mut of the macro": rust`
trait Go { fn go(&mut self) {} }
struct Pair<T>(T);
macro_rules! both {
    ($($B:ident),*) => {
        impl<$($B: Go),*> Go for Pair<($($B,)*)> {
            fn go(&mut self) {
                #[allow(non_snake_case)]
                let ($(ref mut $B,)*) = self.0;
                $($B.go();)*
            }
        }
    };
}
both!(A, C);
//<- call: app::Go::go
//<- dispatch: <app::Pair<(A, C)> as app::Go>::go
fn f<T: Go>(t: T) {
    macro_rules! twice { ($x:ident, $value:expr) => { let mut $x = $value; $x.go(); } }
    twice!(other, t);
  //^^^^^ call: app::Go::go
  //^^^^^ dispatch: <app::Pair<(A, C)> as app::Go>::go
    other.go();
        //^^ call: app::Go::go
        //^^ dispatch: <app::Pair<(A, C)> as app::Go>::go
}
`,
  "bitflags! in another package, whose rules put impls in blocks": rust`
//- /app/src/lib.rs crate:app deps:accesses
use accesses::Access;
fn f(access: Access) {
    access.union(Access::WRITE).contains(access);
         //^^^^^ call: accesses::Access::union
                              //^^^^^^^^ call: accesses::Access::contains
}
//- /accesses/src/lib.rs crate:accesses deps:bitflags origin:dependency
bitflags::bitflags! {
    pub struct Access: u8 {
        /// Reads.
        const READ = 1;
        const WRITE = Access::READ.bits()
            | 2;
    }
}
//- /bitflags/src/lib.rs crate:bitflags package:bitflags_of_blocks origin:dependency
#[macro_export]
macro_rules! bitflags {
    (pub struct $n:ident: $t:ty { $($(#[$m:meta])* const $c:ident = $e:expr;)* }) => {
        #[derive(Clone, Copy)]
        pub struct $n($t);
        const _: () = {
            impl $n {
                $(pub const $c: $n = $n($e);)*
                pub const fn bits(&self) -> $t { self.0 }
                pub const fn union(self, other: $n) -> $n { $n(self.0 | other.0) }
                pub const fn contains(&self, other: $n) -> bool { self.0 & other.0 == other.0 }
            }
        };
    };
}
`,
  "macros in scope stay so behind a statement that expands to items": rust`
struct A;
impl A { fn go(&self) {} }
macro_rules! make { () => {}; ($name:ident) => { const $name: A = A; }; }
macro_rules! run { ($of:expr) => { $of.go() }; }
fn f() {
    make! { ONE }
    run!(ONE);
  //^^^ call: app::A::go
    make! { TWO }
    make! {}
    run!(TWO);
  //^^^ call: app::A::go
}
`,
  "what a macro declares by macros of its own, the last of them included": rust`
struct A;
impl A { fn go(&self) {} }
macro_rules! make { () => {}; ($name:ident $($rest:ident)*) => { one! { $name } make! { $($rest)* } }; }
macro_rules! one { ($name:ident) => { const $name: A = A; }; }
macro_rules! lets { ($first:ident $second:ident) => { let $first = A; bind!($second) }; }
macro_rules! bind { ($name:ident) => { let $name = A; }; }
fn f() {
    make! { ONE TWO THREE }
    lets!(first second);
    ONE.go();
      //^^ call: app::A::go
    TWO.go();
      //^^ call: app::A::go
    THREE.go();
        //^^ call: app::A::go
    first.go();
        //^^ call: app::A::go
    second.go();
         //^^ call: app::A::go
}
`,
  "a macro that is off gives way to one that the whole crate imports": rust`
//- /app/src/lib.rs crate:app deps:loud
#[cfg(not(feature = "quiet"))]
#[macro_use]
extern crate loud;
#[macro_use]
mod macros {
    #[cfg(feature = "quiet")]
    macro_rules! shout { ($e:expr) => {}; }
}
struct A;
impl A { fn go(&self) {} }
fn f(a: A) {
    shout!(a.go())
           //^^ call: app::A::go
}
//- /loud/src/lib.rs crate:loud origin:dependency
#[macro_export]
macro_rules! shout { ($e:expr) => { $e }; }
`,
};
