/** Generics: parameters from arguments, turbofish and expected types; associated types, impl Trait, dyn, bounds. */
import { rust } from "../../support/calls.ts";

export const generics: Readonly<Record<string, string>> = {
  "of several bounds on one trait, each has its own associated type": rust`
use std::ops::Mul;
trait Scale: Copy { fn by(&self) {} }
trait Curve {
    type Point: Scale;
    type Scalar: Scale + Mul<Self::Point, Output = Self::Point> + for<'a> Mul<&'a Self::Scalar, Output = Self::Scalar> + Near;
}
trait Near { fn near(&self) {} }
fn f<C: Curve>(s: C::Scalar, t: &C::Scalar, p: C::Point) {
    (s * t).near();
          //^^^^ call: app::Near::near
    (s * p).by();
          //^^ call: app::Scale::by
}
`,
  "a parameter that bounds alone determine is sized like others": rust`
use std::ops::DerefMut;
trait Connection { fn pipelined(&self) -> bool { true } }
impl<C: Connection, T: DerefMut<Target = C>> Connection for T {
    fn pipelined(&self) -> bool { self.deref().pipelined() }
                                     //^^^^^ call: core::ops::Deref::deref
                                             //^^^^^^^^^ call: app::Connection::pipelined
                                             //^^^^^^^^^ dispatch: <T as app::Connection>::pipelined
                                             //^^^^^^^^^ dispatch: <app::Tcp as app::Connection>::pipelined
}
struct Tcp;
impl Connection for Tcp { fn pipelined(&self) -> bool { false } }
fn f(open: &mut dyn Connection, boxed: &mut Box<Tcp>) {
    open.pipelined();
       //^^^^^^^^^ call: app::Connection::pipelined
       //^^^^^^^^^ dispatch: <T as app::Connection>::pipelined
       //^^^^^^^^^ dispatch: <app::Tcp as app::Connection>::pipelined
    boxed.pipelined();
        //^^^^^^^^^ call: <T as app::Connection>::pipelined
}
`,
  "Self in a trait has no known size, so that an impl for a reference to any sized type is none for it": rust`
trait Cipher {
    fn check(&self) -> bool;
    fn apply(&mut self) -> bool { self.check() }
                                     //^^^^^ call: app::Cipher::check
                                     //^^^^^ dispatch: <&mut C as app::Cipher>::check
    fn sized(&mut self) -> bool where Self: Sized { self.check() }
                                                       //^^^^^ call: <&mut C as app::Cipher>::check
}
impl<C: Cipher> Cipher for &mut C { fn check(&self) -> bool { C::check(self) } }
                                                               //^^^^^ call: app::Cipher::check
                                                               //^^^^^ dispatch: <&mut C as app::Cipher>::check
`,
  "parameters from arguments, through references and containers": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn id<T>(x: T) -> T { x }
fn first<T>(v: &[T]) -> &T { &v[0] }
fn pair<T, U>(t: T, u: Option<U>) -> (U, T) { (u.unwrap(), t) }
fn f(v: Vec<B>) {
    id(A).go();
        //^^ call: app::A::go
    first(&v).go();
            //^^ call: app::B::go
    pair(A, Some(B)).0.go();
                     //^^ call: app::B::go
    pair(A, Some(B)).1.go();
                     //^^ call: app::A::go
}
`,
  "turbofish on functions, types, methods and traits": rust`
trait Make { fn make() -> Self; }
struct A;
struct B;
impl Make for A { fn make() -> A { A } }
impl Make for B { fn make() -> B { B } }
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn build<T: Make>() -> T { T::make() }
                            //^^^^ call: app::Make::make
                            //^^^^ dispatch: <app::A as app::Make>::make
                            //^^^^ dispatch: <app::B as app::Make>::make
struct W<T>(T);
impl<T: Make> W<T> { fn new() -> W<T> { W(T::make()) } fn to<U: Make>(&self) -> U { U::make() } }
fn f() {
    build::<A>().go();
               //^^ call: app::A::go
    W::<B>::new().0.go();
                  //^^ call: app::B::go
    W::<B>::new().to::<A>().go();
                          //^^ call: app::A::go
    <W<A>>::new().0.go();
                  //^^ call: app::A::go
}
`,
  "the expected type instantiates: let, argument, return, field, assignment": rust`
trait Make: Sized { fn make() -> Self; fn build() -> Self { Self::make() } }
struct A;
struct B;
impl Make for A { fn make() -> A { A } }
impl Make for B { fn make() -> B { B } }
fn any<T: Make>() -> T { T::make() }
struct P { a: A }
fn want(_: &B) {}
fn f(mut p: P) -> B {
    let _: A = Make::make();
                   //^^^^ call: <app::A as app::Make>::make
    want(&Make::make());
              //^^^^ call: <app::B as app::Make>::make
    p.a = Make::make();
              //^^^^ call: <app::A as app::Make>::make
    let _ = P { a: Make::make() };
                       //^^^^ call: <app::A as app::Make>::make
    Make::make()
        //^^^^ call: <app::B as app::Make>::make
}
`,
  "a parameter found later decides an earlier call": rust`
struct A;
impl A { fn go(&self) {} }
fn f(a: A) {
    let mut list = Vec::new();
    list.push(a);
    list[0].go();
          //^^ call: app::A::go
    let mut slot = None;
    if list.is_empty() { slot = list.pop(); }
    slot.unwrap().go()
                //^^ call: app::A::go
}
`,
  "associated types and their projections": rust`
trait Store { type Key; type Row: Named; fn key(&self) -> Self::Key; fn row(&self, k: Self::Key) -> &Self::Row; }
trait Named { fn name(&self); }
struct K;
struct R;
struct S;
impl K { fn go(&self) {} }
impl Named for R { fn name(&self) {} }
impl Store for S { type Key = K; type Row = R; fn key(&self) -> K { K } fn row(&self, _: K) -> &R { &R } }
fn f(s: S) {
    s.key().go();
    //^^^ call: <app::S as app::Store>::key
          //^^ call: app::K::go
    s.row(K).name()
           //^^^^ call: <app::R as app::Named>::name
}
fn g<T: Store>(t: &T) -> &T::Row {
    t.row(t.key()).name();
    //^^^ call: app::Store::row
    //^^^ dispatch: <app::S as app::Store>::row
                 //^^^^ call: app::Named::name
                 //^^^^ dispatch: <app::R as app::Named>::name
    t.row(t.key())
}
fn h<T: Store<Key = K>>(t: T) {
    t.key().go();
          //^^ call: app::K::go
    g(&t).name()
        //^^^^ call: app::Named::name
        //^^^^ dispatch: <app::R as app::Named>::name
}
fn k(s: S) {
    g(&s).name()
        //^^^^ call: <app::R as app::Named>::name
}
`,
  "a projection named in a signature": rust`
trait Shape { type Unit; }
struct Sq;
struct M;
impl M { fn go(&self) {} }
impl Shape for Sq { type Unit = M; }
struct Holder<S: Shape> { unit: S::Unit }
type UnitOf<S> = <S as Shape>::Unit;
fn f(h: Holder<Sq>, u: <Sq as Shape>::Unit, v: &UnitOf<Sq>) {
    h.unit.go();
         //^^ call: app::M::go
    u.go();
    //^^ call: app::M::go
    v.go()
    //^^ call: app::M::go
}
`,
  "impl Trait as argument and as result": rust`
trait Speak { fn speak(&self) -> Self::Out; type Out; }
struct Dog;
struct Bark;
impl Bark { fn go(&self) {} }
impl Speak for Dog { type Out = Bark; fn speak(&self) -> Bark { Bark } }
fn take(s: impl Speak<Out = Bark>) {
    s.speak().go()
    //^^^^^ call: app::Speak::speak
    //^^^^^ dispatch: <app::Dog as app::Speak>::speak
            //^^ call: app::Bark::go
}
fn give() -> impl Speak<Out = Bark> { Dog }
fn f() {
    give().speak().go();
                 //^^ call: app::Bark::go
    take(give())
  //^^^^ call: app::take
       //^^^^ call: app::give
}
`,
  "dyn Trait in a box, a reference, a vector, an Rc": rust`
use std::rc::Rc;
trait Draw { fn draw(&self); }
struct A;
struct B;
struct C;
impl Draw for A { fn draw(&self) {} }
impl Draw for B { fn draw(&self) {} }
impl C { fn draw(&self) {} }
fn f(list: Vec<Box<dyn Draw>>, one: &dyn Draw, r: Rc<dyn Draw + Send>, c: C) {
    for d in &list { d.draw() }
                     //^^^^ call: app::Draw::draw
                     //^^^^ dispatch: <app::A as app::Draw>::draw
                     //^^^^ dispatch: <app::B as app::Draw>::draw
    one.draw();
      //^^^^ call: app::Draw::draw
      //^^^^ dispatch: <app::A as app::Draw>::draw
      //^^^^ dispatch: <app::B as app::Draw>::draw
    r.draw();
    //^^^^ call: app::Draw::draw
    //^^^^ dispatch: <app::A as app::Draw>::draw
    //^^^^ dispatch: <app::B as app::Draw>::draw
    c.draw()
    //^^^^ call: app::C::draw
}
`,
  "supertraits: methods through a bound, a dyn and Self": rust`
trait Named { fn name(&self); }
trait Shape: Named {
    fn area(&self) { self.name() }
                        //^^^^ call: app::Named::name
                        //^^^^ dispatch: <app::A as app::Named>::name
}
trait Solid: Shape {}
struct A;
impl Named for A { fn name(&self) {} }
impl Shape for A {}
fn f<T: Solid>(t: T, d: &dyn Solid) {
    t.name();
    //^^^^ call: app::Named::name
    //^^^^ dispatch: <app::A as app::Named>::name
    d.area();
    //^^^^ call: app::Shape::area
    d.name()
    //^^^^ call: app::Named::name
    //^^^^ dispatch: <app::A as app::Named>::name
}
`,
  "supertraits in a where clause: methods and associated types": rust`
trait Mount { fn mount(&self); }
trait Render { type State: Mount; fn build(&self) -> Self::State; }
trait Html where Self: Render + Send {
    fn hydrate(&self) -> Self::State { self.build() }
                                          //^^^^^ call: app::Render::build
}
fn f<T: Html>(t: T, state: Option<T::State>) {
    if let Some(state) = state { state.mount(); }
                                     //^^^^^ call: app::Mount::mount
    t.hydrate().mount()
    //^^^^^^^ call: app::Html::hydrate
              //^^^^^ call: app::Mount::mount
}
`,
  "a function that is passed tells whose method is called on what comes out": rust`
struct Pair<T>(T, T);
impl<T> Pair<T> { fn map<V, F: FnMut(T) -> V>(self, mut f: F) -> Pair<V> { todo!() } }
impl<T> Pair<Option<T>> { fn both(self) -> Left { Left } }
impl Pair<bool> { fn both(self) -> Right { Right } }
struct Left;
struct Right;
impl Left { fn go(&self) {} }
impl Right { fn go(&self) {} }
struct A;
impl A { fn is(self) -> bool { true } }
fn all(_: A) -> Option<u8> { None }
fn f(a: Pair<A>, b: Pair<A>) {
    a.map(A::is).both().go();
                      //^^ call: app::Right::go
    b.map(all).both().go()
                    //^^ call: app::Left::go
}
`,
  "blanket impls, and an impl for references": rust`
trait Print { fn print(&self); }
trait Loud { fn loud(&self); }
impl<T: Print> Loud for T {
    fn loud(&self) { self.print() }
                        //^^^^^ call: app::Print::print
                        //^^^^^ dispatch: <app::A as app::Print>::print
                        //^^^^^ dispatch: <&T as app::Print>::print
}
impl<T: Print + ?Sized> Print for &T {
    fn print(&self) { (**self).print() }
                             //^^^^^ call: app::Print::print
                             //^^^^^ dispatch: <app::A as app::Print>::print
                             //^^^^^ dispatch: <&T as app::Print>::print
}
struct A;
impl Print for A { fn print(&self) {} }
fn f(a: A) {
    a.loud();
    //^^^^ call: <T as app::Loud>::loud
    Print::print(&&a)
         //^^^^^ call: <&T as app::Print>::print
}
`,
  "impls for types of no known size, out of a macro and with a blank in `? Sized`": rust`
trait Print { fn print(&self); }
macro_rules! boxes { ($($of:tt)*) => { impl<$($of)* { fn print(&self) {} } } }
boxes!(T: ?Sized> Print for Box<T>);
impl<T: ? Sized> Print for &mut T { fn print(&self) {} }
fn f(a: Box<str>, b: &mut str) {
    a.print();
    //^^^^^ call: <alloc::boxed::Box<T> as app::Print>::print
    (&b).print()
       //^^^^^ call: <&mut T as app::Print>::print
}
`,
  "bounds in where, on impls, on associated types and by for": rust`
trait Run { fn run(&self); }
trait Has { type Item; fn item(&self) -> Self::Item; }
struct A;
impl Run for A { fn run(&self) {} }
struct W<T>(T);
impl<T> W<T> where T: Has, T::Item: Run {
    fn f(&self) {
        self.0.item().run()
             //^^^^ call: app::Has::item
                    //^^^ call: app::Run::run
                    //^^^ dispatch: <app::A as app::Run>::run
    }
}
fn g<T>(t: T) where for<'a> &'a T: Run {
    (&t).run()
       //^^^ call: app::Run::run
       //^^^ dispatch: <app::A as app::Run>::run
}
`,
  "impls selected by type arguments and by const generics": rust`
struct W<T>(T);
struct A;
struct B;
impl W<A> { fn go(&self) {} }
impl W<B> { fn go(&self) {} fn only_b(&self) {} }
struct Grid<const N: usize>;
trait Size { fn size(&self); }
impl Size for Grid<1> { fn size(&self) {} }
impl Size for Grid<2> { fn size(&self) {} }
impl Size for [u8; 3] { fn size(&self) {} }
fn f(a: W<A>, g: Grid<2>) {
    a.go();
    //^^ call: app::W::go
    W(B).only_b();
       //^^^^^^ call: app::W::only_b
    g.size();
    //^^^^ call: <app::Grid<2> as app::Size>::size
    [1u8, 2, 3].size()
              //^^^^ call: <[u8; 3] as app::Size>::size
}
`,
  "a trait's parameter chooses the impl": rust`
trait To<T> { fn to(&self) -> T; }
struct A;
struct B;
struct C;
impl To<B> for A { fn to(&self) -> B { B } }
impl To<C> for A { fn to(&self) -> C { C } }
impl B { fn b(&self) {} }
impl C { fn c(&self) {} }
fn f(a: A) {
    let b: B = a.to();
               //^^ call: <app::A as app::To<app::B>>::to
    b.b();
    //^ call: app::B::b
    To::<C>::to(&a).c();
           //^^ call: <app::A as app::To<app::C>>::to
                  //^ call: app::C::c
    let c: C = <A as To<_>>::to(&a);
                           //^^ call: <app::A as app::To<app::C>>::to
}
`,
  "into by expected type, from by argument": rust`
struct A;
struct B;
struct C;
impl From<A> for B { fn from(_: A) -> B { B } }
impl From<A> for C { fn from(_: A) -> C { C } }
impl From<u8> for C { fn from(_: u8) -> C { C } }
impl B { fn go(&self) {} }
fn want(_: impl Into<B>, _: C) {}
fn f() -> C {
    let b: B = A.into();
               //^^^^ call: <T as core::convert::Into<U>>::into
    b.go();
    //^^ call: app::B::go
    C::from(3u8);
     //^^^^ call: <app::C as core::convert::From<u8>>::from
    B::from(A).go();
     //^^^^ call: <app::B as core::convert::From<app::A>>::from
             //^^ call: app::B::go
    A.into()
}
`,
  "parse, default and collect by expected type": rust`
use std::collections::HashMap;
use std::str::FromStr;
#[derive(Default)]
struct A;
struct K;
impl A { fn go(&self) {} }
impl FromStr for A { type Err = K; fn from_str(_: &str) -> Result<A, K> { Ok(A) } }
impl K { fn why(&self) {} }
impl FromIterator<A> for K { fn from_iter<I: IntoIterator<Item = A>>(_: I) -> K { K } }
fn f(v: Vec<A>) -> Result<(), K> {
    "x".parse::<A>().ok().unwrap().go();
                                 //^^ call: app::A::go
    let a: A = "y".parse()?;
    a.go();
    //^^ call: app::A::go
    "z".parse::<A>().err().unwrap().why();
                                  //^^^ call: app::K::why
    let b: A = Default::default();
    A::default().go();
               //^^ call: app::A::go
    let m: HashMap<u8, A> = HashMap::default();
    m[&1].go();
        //^^ call: app::A::go
    let k: K = v.into_iter().collect();
    k.why();
    //^^^ call: app::K::why
    Ok(())
}
`,
  "generic methods of generic types, and default type parameters": rust`
struct Pool<T, S = Fast>(T, S);
struct Fast;
impl Fast { fn go(&self) {} }
impl<T, S> Pool<T, S> { fn swap<U>(self, u: U) -> Pool<U, S> { Pool(u, self.1) } fn kind(&self) -> &S { &self.1 } }
fn f(p: Pool<u8>) {
    p.swap("x").kind().go()
    //^^^^ call: app::Pool::swap
              //^^^^ call: app::Pool::kind
                     //^^ call: app::Fast::go
}
`,
  "generic associated types": rust`
trait Lend { type Item<'a> where Self: 'a; fn lend(&mut self) -> Option<Self::Item<'_>>; }
struct A;
struct View<'a>(&'a A);
impl View<'_> { fn go(&self) {} }
impl Lend for A { type Item<'a> = View<'a>; fn lend(&mut self) -> Option<View<'_>> { None } }
fn f(mut a: A) {
    while let Some(v) = a.lend() { v.go() }
                        //^^^^ call: <app::A as app::Lend>::lend
                                   //^^ call: app::View::go
}
`,
  "associated constants decide through their type": rust`
trait Conf { const LIMIT: Limit; }
struct Limit;
impl Limit { fn go(&self) {} }
struct A;
impl Conf for A { const LIMIT: Limit = Limit; }
fn f<C: Conf>() {
    C::LIMIT.go();
           //^^ call: app::Limit::go
    A::LIMIT.go();
           //^^ call: app::Limit::go
    <A as Conf>::LIMIT.go()
                     //^^ call: app::Limit::go
}
`,
  "newtypes with PhantomData, chained builders": rust`
use std::marker::PhantomData;
struct Id<T> { n: u8, of: PhantomData<T> }
struct A;
struct Named;
struct B<S> { s: PhantomData<S> }
impl B<A> { fn new() -> Self { B { s: PhantomData } } fn name(self) -> B<Named> { B { s: PhantomData } } }
impl B<Named> { fn done(self) -> A { A } fn name(self) {} }
impl A { fn go(&self) {} }
fn f() {
    B::new().name().done().go();
     //^^^ call: app::B::new
           //^^^^ call: app::B::name
                  //^^^^ call: app::B::done
                         //^^ call: app::A::go
}
`,
  "lengths of arrays are numbers, however they are written": rust`
trait Go { fn go(&self) {} }
struct P<T>(T);
impl Go for P<[u8; 0]> { fn go(&self) {} }
impl Go for P<[u8; 04]> { fn go(&self) {} }
impl Go for P<[u8; 0x1_0]> { fn go(&self) { let _ = 16; } }
fn f(four: [u8; 4], hex: [u8; 16usize]) {
    P([1u8, 2, 3, 4]).go();
                    //^^ call: <app::P<[u8; 4]> as app::Go>::go
    P(four).go();
          //^^ call: <app::P<[u8; 4]> as app::Go>::go
    P(hex).go();
         //^^ call: <app::P<[u8; 16]> as app::Go>::go
}
`,
  "a bound that mentions an impl's associated type speaks of what the impl says": rust`
trait Take: Iterator { fn take_if<F>(&mut self, accept: F) -> bool where F: FnOnce(&Self::Item) -> bool; }
struct S;
struct Item;
impl Item { fn go(&self) -> bool { true } }
impl Iterator for S { type Item = Item; fn next(&mut self) -> Option<Item> { None } }
impl Take for S {
    fn take_if<F>(&mut self, accept: F) -> bool where F: FnOnce(&Self::Item) -> bool { accept(&Item) }
}
trait Folder<T> { fn consume(self, item: T) -> Self; }
trait Consumer<T> { type Folder: Folder<T>; fn folder(self) -> Self::Folder; }
fn drive<C>(s: S, consumer: C) where C: Consumer<<S as Iterator>::Item> {
    consumer.folder().consume(Item);
           //^^^^^^ call: app::Consumer::folder
                    //^^^^^^^ call: app::Folder::consume
}
fn f(mut s: S) {
    s.take_if(|item| item.go());
                        //^^ call: app::Item::go
}
`,
  "what becomes a trait object is made of what the trait has an impl for": rust`
struct Event;
impl Event { fn kind(&self) -> u8 { 0 } }
trait Sink { fn put(&mut self, event: Event); }
impl Sink for Vec<Event> { fn put(&mut self, event: Event) { self.push(event); } }
fn fill(sink: &mut dyn Sink) { sink.put(Event); }
                                  //^^^ call: app::Sink::put
                                  //^^^ dispatch: <alloc::vec::Vec<app::Event> as app::Sink>::put
fn f() -> bool {
    let mut events = Vec::new();
    fill(&mut events);
    events.iter().any(|e| e.kind() == 1)
                          //^^^^ call: app::Event::kind
}
`,
  "impl Trait inside the bounds of impl Trait": rust`
struct E;
impl E { fn go(&self) {} }
fn f(list: impl IntoIterator<Item = impl Into<E>>) {
    for one in list { one.into().go(); }
                               //^^ call: app::E::go
}
fn g(list: impl Iterator<Item = (u8, impl Fn(u8) -> E)>, mut next: impl FnMut() -> E) {
    for (_, make) in list { make(1).go(); }
                                  //^^ call: app::E::go
    next().go();
         //^^ call: app::E::go
}
fn h() {
    f(vec![E]);
  //^ call: app::f
}
`,
  "a borrowed array becomes a slice where what is pending says so": rust`
struct E;
impl E { fn go(&self) {} }
fn f(s: &[E]) {
    let some = s.get(1..2).unwrap_or(&[]);
    for e in some.iter() { e.go(); }
                           //^^ call: app::E::go
}
`,
  "a bound on an associated type that names the associated type": rust`
struct W<T>(T);
impl<T> W<T> { fn go(&self) {} }
trait Tr { type A; fn a(&self) -> Self::A; }
fn f<T: Tr<A: Into<W<T::A>>>>(t: T) {
    t.a().into().go();
    //^ call: app::Tr::a
               //^^ call: app::W::go
}
fn g<T>(t: T) where T: Tr<A: Into<W<<T as Tr>::A>>> {
    t.a().into().go();
    //^ call: app::Tr::a
               //^^ call: app::W::go
}
`,
  "an impl in a crate that the code is not built with does not count": rust`
//- /app/src/lib.rs crate:app deps:base
use base::Open;
struct Door;
impl Door { fn shut(&self) {} }
impl Open<Door> for u8 { fn open(&self) -> Door { Door } }
fn f(x: u8) { x.open().shut() }
                     //^^^^ call: app::Door::shut
//- /house/src/lib.rs crate:house deps:base
use base::Open;
struct Window;
impl Window { fn shut(&self) {} }
impl Open<Window> for u8 { fn open(&self) -> Window { Window } }
fn f(x: u8) { x.open().shut() }
                     //^^^^ call: house::Window::shut
//- /base/src/lib.rs crate:base
pub trait Open<T> { fn open(&self) -> T; }
`,
  "impl Trait whose bound names an associated type of what is still open": rust`
trait Source { type Part; }
trait Parse<I, O> { fn parse(&mut self, from: &mut I) -> O; }
impl<I, O, F: FnMut(&mut I) -> O> Parse<I, O> for F { fn parse(&mut self, from: &mut I) -> O { self(from) } }
struct Text;
struct Word;
impl Word { fn go(&self) {} }
impl Source for Text { type Part = Word; }
fn take<I: Source>(n: u8) -> impl Parse<I, <I as Source>::Part> { move |_: &mut I| -> I::Part { loop {} } }
fn wrapped<I: Source, O, P: Parse<I, O>>(mut parser: P) -> impl Parse<I, O> { move |from: &mut I| parser.parse(from) }
fn word(from: &mut Text) -> Word { Word }
fn f(mut text: Text) {
    wrapped(take(1)).parse(&mut text).go();
                                    //^^ call: app::Word::go
    wrapped(word).parse(&mut text).go();
                                 //^^ call: app::Word::go
    wrapped(|from: &mut Text| Word).parse(&mut text).go();
                                                   //^^ call: app::Word::go
}
`,
  "a bound says what a generic associated type is": rust`
struct Store<T>(T);
struct Alloc;
trait Allocator { type Buffer<T>; }
impl Allocator for Alloc { type Buffer<T> = Store<T>; }
trait Storage<T> {}
impl<T> Storage<T> for Store<T> where Alloc: Allocator<Buffer<T> = Self> {}
struct Matrix<T, S>(T, S);
impl<T, S: Storage<T>> Matrix<T, S> { fn norm(&self) {} }
trait Normed { fn norm(&self); }
impl<T> Normed for Matrix<T, Store<T>> { fn norm(&self) { self.norm() } }
                                                             //^^^^ call: app::Matrix::norm
fn f(matrix: &Matrix<u8, Store<u8>>) { matrix.norm() }
                                            //^^^^ call: app::Matrix::norm
`,
};
