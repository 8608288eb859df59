/** Closures and function values: parameters from the expected bound, returns from the body, and who is called. */
import { rust } from "../../support/calls.ts";

export const closures: Readonly<Record<string, string>> = {
  "AsyncFn: what a call gives is awaited; async closures and closures that give a future": rust`
struct Op;
struct Fail;
impl Op { fn id(&self) -> u8 { 0 } }
impl Fail { fn code(&self) {} }
async fn by_bound<F: AsyncFn(u8) -> Op>(f: F) { f(1).await.id(); }
                                                         //^^ call: app::Op::id
async fn by_impl(f: impl AsyncFnOnce(Vec<Op>) -> Result<Op, Fail>) -> Result<u8, Fail> {
    Ok(f(vec![Op]).await?.id())
                        //^^ call: app::Op::id
}
async fn with<R>(f: impl AsyncFnOnce(Op) -> R) -> R { f(Op).await }
async fn make(_: u8) -> Op { Op }
async fn g() {
    by_impl(async |ops| { ops[0].id(); Err(Fail) }).await;
  //^^^^^^^ call: app::by_impl
                               //^^ call: app::Op::id
    with(async |op| { op.id(); Fail }).await.code();
  //^^^^ call: app::with
                       //^^ call: app::Op::id
                                           //^^^^ call: app::Fail::code
    with(|_| async { Op }).await.id();
  //^^^^ call: app::with
                               //^^ call: app::Op::id
    by_bound(make).await;
  //^^^^^^^^ call: app::by_bound
           //^^^^ reference: app::make
}
`,
  "a closure's parameter from a Fn bound of one's own function": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn with<R>(f: impl Fn(&A) -> R) -> R { f(&A) }
                                     //^^^^^ none
fn both<F>(f: F) where F: FnOnce(A, B) { f(A, B) }
fn f() {
    with(|x| x.go());
             //^^ call: app::A::go
    both(|_, y| y.go());
                //^^ call: app::B::go
    let b = with(|_| B);
    b.go()
    //^^ call: app::B::go
}
`,
  "closures by let: parameters with a type, and from the first call": rust`
struct A;
impl A { fn go(&self) -> B { B } }
struct B;
impl B { fn go(&self) {} }
fn f(a: A) {
    let typed = |x: &A| x.go();
                        //^^ call: app::A::go
    typed(&a).go();
  //^^^^^ none
            //^^ call: app::B::go
    let make = || A;
    make().go();
         //^^ call: app::A::go
}
`,
  "boxed closures, references to closures, function pointers": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn f(b: Box<dyn Fn(u8) -> A>, r: &dyn Fn() -> B, p: fn(A) -> B, m: &mut impl FnMut() -> A) {
    b(1).go();
       //^^ call: app::A::go
    r().go();
      //^^ call: app::B::go
    p(A).go();
       //^^ call: app::B::go
    m().go()
      //^^ call: app::A::go
}
`,
  "functions in fields, tables and statics": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
struct Hooks { open: fn() -> A, close: Box<dyn Fn(A) -> B> }
impl Hooks { fn close(&self) {} }
fn open_it() -> A { A }
static TABLE: [(&str, fn() -> A); 1] = [("open", open_it)];
                                               //^^^^^^^ reference: app::open_it
fn f(h: &Hooks) {
    (h.open)().go();
             //^^ call: app::A::go
    (h.close)(A).go();
               //^^ call: app::B::go
    h.close();
    //^^^^^ call: app::Hooks::close
    TABLE[0].1().go();
               //^^ call: app::A::go
    for (_, make) in TABLE.iter() { make().go() }
          //^^^^ none
                                         //^^ call: app::A::go
}
`,
  "a function item as an argument gives its types": rust`
struct A;
struct B;
impl A { fn next(self) -> B { B } }
impl B { fn go(&self) {} }
fn apply<T, U>(x: T, f: impl FnOnce(T) -> U) -> U { f(x) }
fn f() {
    apply(A, A::next).go();
              //^^^^ reference: app::A::next
                    //^^ call: app::B::go
    apply(1, Some).map(|n: u8| n);
                 //^^^ call: core::option::Option::map
}
`,
  "closures that return closures": rust`
struct A;
impl A { fn go(&self) {} }
fn adder(a: A) -> impl Fn() -> A { move || A }
fn boxed() -> Box<dyn Fn(A) -> A> { Box::new(|x| { x.go(); x }) }
                                                   //^^ call: app::A::go
fn f() {
    adder(A)().go();
             //^^ call: app::A::go
    let outer = |x: A| move || x.go();
                               //^^ call: app::A::go
    outer(A)();
    boxed()(A).go()
             //^^ call: app::A::go
}
`,
  "recursion through a closure belongs to the function around": rust`
fn count(n: u8) -> u8 {
    let step = |m: u8| count(m - 1);
                     //^^^^^ call: app::count
    step(n)
  //^^^^ none
}
`,
  "return in a closure leaves the closure": rust`
struct A;
struct B;
impl A { fn go(&self) {} }
impl B { fn go(&self) {} }
fn f(n: u8) -> B {
    let pick = |k: u8| { if k > 1 { return A; } A };
    pick(n).go();
          //^^ call: app::A::go
    B
}
`,
  "a method takes a closure over Self's parameter": rust`
struct Cell<T>(T);
impl<T> Cell<T> {
    fn map<U>(self, f: impl FnOnce(T) -> U) -> Cell<U> { Cell(f(self.0)) }
    fn get(&self) -> &T { &self.0 }
}
struct A;
struct B;
impl A { fn b(&self) -> B { B } }
impl B { fn go(&self) {} fn b(&self) {} }
fn f(c: Cell<A>) {
    c.map(|a| a.b()).get().go()
    //^^^ call: app::Cell::map
              //^ call: app::A::b
                   //^^^ call: app::Cell::get
                         //^^ call: app::B::go
}
`,
  "closures in struct fields by a type parameter": rust`
struct Lazy<T, F: Fn() -> T> { make: F }
impl<T, F: Fn() -> T> Lazy<T, F> {
    fn new(make: F) -> Self { Lazy { make } }
    fn get(&self) -> T { (self.make)() }
}
struct A;
impl A { fn go(&self) {} }
fn f() {
    Lazy::new(|| A).get().go()
        //^^^ call: app::Lazy::new
                  //^^^ call: app::Lazy::get
                        //^^ call: app::A::go
}
`,
  "a type parameter bounded by Fn is called": rust`
struct A;
impl A { fn go(&self) {} }
fn f<F, G>(a: F, b: &G, c: Option<F>) where F: Fn(u8) -> A, G: Fn() -> F + ?Sized {
    a(1).go();
       //^^ call: app::A::go
    b()(2).go();
         //^^ call: app::A::go
    if let Some(c) = c { c(3).go() }
                            //^^ call: app::A::go
}
`,
  "a spawned thread's closure and what join gives back": rust`
struct A;
impl A { fn go(&self) {} }
fn work() -> A { A }
fn f() {
    let h = std::thread::spawn(|| work());
                                //^^^^ call: app::work
    h.join().unwrap().go();
                    //^^ call: app::A::go
    std::thread::scope(|s| { s.spawn(|| work()); });
                                      //^^^^ call: app::work
}
`,
  "a parameter with two function bounds, of which the arguments choose one": rust`
pub trait Arg { type This; }
pub struct Given;
impl Given { fn show(&self) {} }
fn f<A: Arg, F>(call: &F, arg: A, this: A::This)
where
    F: Fn(u8, A) -> Given,
    F: Fn(u8, A::This) -> Given,
{
    call(1, arg).show();
               //^^^^ call: app::Given::show
    (*call)(1, this).show();
                   //^^^^ call: app::Given::show
}
`,
};
