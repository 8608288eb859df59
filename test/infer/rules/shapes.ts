/** The shapes of code that tools without type inference get wrong: a receiver whose type stands somewhere else. */
import { rust } from "../../support/calls.ts";

export const shapes: Readonly<Record<string, string>> = {
  "a method of one name on three types, by how the receiver is written": rust`
struct List { n: u8 }
struct Queue { list: List }
struct Owner { queue: Queue, inner: Inner }
struct Inner { queue: Queue }
impl List { fn init(&self) {} }
impl Queue {
    fn init(&self) {}
    fn f(&self) { self.init(); self.list.init() }
                     //^^^^ call: app::Queue::init
                                       //^^^^ call: app::List::init
}
impl Owner { fn init(&self) {} fn f(&self) -> &Owner { self } }
fn make_list() -> List { List { n: 0 } }
fn f(q: &Queue, o: &Owner, p: &Box<Owner>) {
    q.init();
    //^^^^ call: app::Queue::init
    let l = List { n: 1 };
    l.init();
    //^^^^ call: app::List::init
    o.inner.queue.init();
                //^^^^ call: app::Queue::init
    make_list().init();
              //^^^^ call: app::List::init
    (**p).f().queue.list.init();
                       //^^^^ call: app::List::init
    let init = &o.queue;
    init.init();
       //^^^^ call: app::Queue::init
}
`,
  "the declared return type counts, not the constructor's name": rust`
struct Factory;
struct Worker;
impl Factory { fn new() -> Worker { Worker } fn run(&self) {} }
impl Worker { fn run(&self) {} }
fn f() {
    let w = Factory::new();
    w.run();
    //^^^ call: app::Worker::run
}
`,
  "constructors that chain: Self, by value, by reference, Result": rust`
struct B { n: u8 }
struct Built;
impl B {
    fn new() -> Self { B { n: 0 } }
    fn with(mut self, n: u8) -> Self { self.n = n; self }
    fn set(&mut self, n: u8) -> &mut Self { self.n = n; self }
    fn build(&self) -> Result<Built, String> { Ok(Built) }
}
impl Built { fn go(&self) {} fn build(&self) {} }
fn f() {
    B::new().with(1).build().unwrap().go();
     //^^^ call: app::B::new
           //^^^^ call: app::B::with
                   //^^^^^ call: app::B::build
                                    //^^ call: app::Built::go
    B::new().set(1).set(2).build().unwrap().build();
           //^^^ call: app::B::set
                  //^^^ call: app::B::set
                         //^^^^^ call: app::B::build
                                          //^^^^^ call: app::Built::build
}
`,
  "a service from a function, a repository in its field": rust`
struct Service { repo: Repo }
struct Repo;
struct User;
impl Service {
    fn add_user(&self) -> Option<User> {
        self.repo.find_by_id(1)
                //^^^^^^^^^^ call: app::Repo::find_by_id
    }
    fn find_by_id(&self) {}
}
impl Repo { fn find_by_id(&self, _: u8) -> Option<User> { None } }
impl User { fn greet(&self) {} }
fn build_service() -> Service { Service { repo: Repo } }
fn f() {
    let s = build_service();
    s.add_user().unwrap().greet();
    //^^^^^^^^ call: app::Service::add_user
                        //^^^^^ call: app::User::greet
    if let Some(u) = s.repo.find_by_id(2) { u.greet() }
                          //^^^^^^^^^^ call: app::Repo::find_by_id
                                            //^^^^^ call: app::User::greet
}
`,
  "chains through Arc, Rc, Box and Mutex in fields": rust`
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
struct App { state: Arc<Mutex<State>> }
struct State { rooms: HashMap<String, Arc<Room>> }
struct Room { log: Box<Log> }
struct Log;
impl Log { fn write(&self) {} fn get(&self) {} }
impl Room { fn join(&self) -> &Log { &self.log } }
fn f(app: &App) {
    let state = app.state.lock().unwrap();
    state.rooms.get("x").unwrap().log.write();
                                    //^^^^^ call: app::Log::write
    for room in state.rooms.values() { room.join().get() }
                                          //^^^^ call: app::Room::join
                                                 //^^^ call: app::Log::get
    let shared = Arc::clone(&app.state);
    shared.lock().unwrap().rooms["y"].join().write();
                                    //^^^^ call: app::Room::join
                                           //^^^^^ call: app::Log::write
}
`,
  "bounds on impl, fn and where; a field of generic type": rust`
trait Matcher { fn find(&self) -> Self::Hit; type Hit: Hit; }
trait Hit { fn at(&self); }
struct Plain;
impl Plain { fn find(&self) {} fn at(&self) {} }
struct Search<M> { m: M }
impl<M: Matcher> Search<M> {
    fn run(&self) {
        self.m.find().at()
             //^^^^ call: app::Matcher::find
                    //^^ call: app::Hit::at
    }
}
fn f<M>(m: M, s: &Search<Plain>) where M: Matcher {
    m.find().at();
    //^^^^ call: app::Matcher::find
           //^^ call: app::Hit::at
    s.m.find();
      //^^^^ call: app::Plain::find
    let s = Search { m };
    s.run()
    //^^^ call: app::Search::run
}
`,
  "a method of one name in a trait, a type and a module": rust`
mod parse { pub fn parse() {} }
trait Parse { fn parse(&self); }
struct A;
struct B;
impl Parse for A { fn parse(&self) {} }
impl B { fn parse(&self) {} }
fn parse(a: A) {
    a.parse();
    //^^^^^ call: <app::A as app::Parse>::parse
    B.parse();
    //^^^^^ call: app::B::parse
    parse::parse();
         //^^^^^ call: app::parse::parse
    self::parse(A)
        //^^^^^ call: app::parse
}
`,
  "results of trait methods, through a validator": rust`
trait Validator { fn validate(&self, s: &str) -> Result<Email, Error>; }
struct EmailValidator;
struct Email;
struct Error;
impl EmailValidator { fn new() -> Self { EmailValidator } }
impl Validator for EmailValidator { fn validate(&self, _: &str) -> Result<Email, Error> { Err(Error) } }
impl Email { fn send(&self) {} }
impl Error { fn send(&self) {} }
fn f() {
    match EmailValidator::new().validate("x") {
                        //^^^ call: app::EmailValidator::new
                              //^^^^^^^^ call: <app::EmailValidator as app::Validator>::validate
        Ok(e) => e.send(),
                 //^^^^ call: app::Email::send
        Err(e) => e.send(),
                  //^^^^ call: app::Error::send
    }
}
`,
  "recursion over an enum of boxes": rust`
enum Expr { Num(i64), Add(Box<Expr>, Box<Expr>), Call { f: Name, args: Vec<Expr> } }
struct Name;
impl Name { fn eval(&self) -> i64 { 0 } }
impl Expr {
    fn eval(&self) -> i64 {
        match self {
            Expr::Num(n) => *n,
            Expr::Add(a, b) => a.eval() + b.eval(),
                               //^^^^ call: app::Expr::eval
                                          //^^^^ call: app::Expr::eval
            Expr::Call { f, args } => f.eval() + args.iter().map(Expr::eval).sum::<i64>() + args[0].eval(),
                                      //^^^^ call: app::Name::eval
                                                                     //^^^^ reference: app::Expr::eval
                                                                                                  //^^^^ call: app::Expr::eval
        }
    }
}
`,
  "cfg twins: each body has its own calls": rust`
#[cfg(unix)]
fn sys() { one() }
         //^^^ call: app::one
#[cfg(not(unix))]
fn sys() { two() }
         //^^^ call: app::two
fn one() {}
fn two() {}
fn f() {
    sys()
  //^^^ call: app::sys
}
`,
  "types of other crates, and traits of theirs": rust`
//- /app/src/main.rs crate:app deps:kit
use kit::{Client, Send as _};
fn main() {
    let mut c = Client::connect("x").unwrap();
                      //^^^^^^^ call: kit::Client::connect
    c.request().send().body().len2();
    //^^^^^^^ call: kit::Client::request
              //^^^^ call: <kit::Request as kit::Send>::send
                     //^^^^ call: kit::Response::body
                            //^^^^ call: kit::body::Body::len2
}
//- /kit/src/lib.rs crate:kit
pub mod body { pub struct Body; impl Body { pub fn len2(&self) -> usize { 0 } } }
pub struct Client;
pub struct Request;
pub struct Response;
pub trait Send { fn send(self) -> Response; }
impl Client {
    pub fn connect(_: &str) -> Result<Client, String> { Ok(Client) }
    pub fn request(&mut self) -> Request { Request }
}
impl Send for Request { fn send(self) -> Response { Response } }
impl Response { pub fn body(&self) -> body::Body { body::Body } pub fn send(&self) {} }
`,
  "the source of a dependency types what it gives back": rust`
//- /app/src/main.rs crate:app deps:outside
struct A;
impl A { fn get(&self) {} }
fn main() {
    let b = outside::open(A);
                   //^^^^ call: outside::open
    b.get().get();
    //^^^ call: outside::Held::get
          //^^^ call: app::A::get
}
//- /outside/src/lib.rs crate:outside origin:dependency
pub struct Held<T>(T);
pub fn open<T>(t: T) -> Held<T> { Held(t) }
impl<T> Held<T> { pub fn get(&self) -> &T { &self.0 } }
`,
  "layouts of memory, packed ones too": rust`
use std::alloc::{Layout, LayoutError};
trait Bytes { fn bytes(&self) -> usize; }
impl Bytes for Layout { fn bytes(&self) -> usize { self.size() } }
fn f(item: Layout, next: Layout) -> Result<usize, LayoutError> {
    let all = item.repeat_packed(3)?;
    all.bytes();
    //^^^^^ call: <core::alloc::Layout as app::Bytes>::bytes
    Ok(all.extend_packed(next)?.bytes())
                              //^^^^^ call: <core::alloc::Layout as app::Bytes>::bytes
}
`,
  "types of an extern block that a macro makes ordinary ones": rust`
//- /app/src/lib.rs crate:app deps:bind
mod sys {
    #[bind::bind]
    extern "C" { pub type Text; pub type List<T = Text>; pub fn text() -> Text; }
}
pub use sys::*;
trait Cast { fn cast() -> Self; fn go(&self) {} }
impl Cast for Text { fn cast() -> Text { text() } }
impl<T> Cast for List<T> { fn cast() -> List<T> { loop {} } }
fn f(text: &Text, list: &List) {
    Text::cast().go();
        //^^^^ call: <app::sys::Text as app::Cast>::cast
               //^^ call: app::Cast::go
    List::<u8>::cast();
              //^^^^ call: <app::sys::List<T> as app::Cast>::cast
    text.go();
       //^^ call: app::Cast::go
    list.go();
       //^^ call: app::Cast::go
}
//- /bind/src/lib.rs crate:bind origin:dependency kind:proc-macro
extern crate proc_macro;
use proc_macro::TokenStream;
#[proc_macro_attribute]
pub fn bind(_: TokenStream, _: TokenStream) -> TokenStream {
    "pub struct Text; pub struct List<T = Text>(T); pub fn text() -> Text { Text }".parse().unwrap()
}
`,
};
