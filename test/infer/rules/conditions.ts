/** Code under conditions that do not hold: it sees what stands under them, and nobody else does (Reference, "Conditional compilation"). */
import { rust } from "../../support/calls.ts";

export const conditions: Readonly<Record<string, string>> = {
  "fields, variants and parts of tuple structs that are left out": rust`
struct Log;
struct Cache;
impl Log { fn add(&self) {} }
impl Cache { fn add(&self) {} }
struct Engine { #[cfg(feature = "log")] log: Log, cache: Cache }
enum Event { Start(Cache), #[cfg(feature = "log")] Line(Log) }
struct Pair(#[cfg(feature = "log")] Log, Cache);
impl Engine {
    #[cfg(feature = "log")]
    fn note(&self, event: Event, pair: Pair) {
        self.log.add();
               //^^^ call: app::Log::add
        self.cache.add();
                 //^^^ call: app::Cache::add
        let Engine { log, .. } = self;
        log.add();
          //^^^ call: app::Log::add
        if let Event::Line(line) = event { line.add(); }
                                              //^^^ call: app::Log::add
        let Pair(first, second) = pair;
        first.add();
            //^^^ call: app::Log::add
        second.add();
             //^^^ call: app::Cache::add
    }
    fn plain(&self, pair: Pair) {
        self.cache.add();
                 //^^^ call: app::Cache::add
        let Pair(only) = pair;
        only.add();
           //^^^ call: app::Cache::add
    }
}
`,
  "what becomes the value of a block where all that follows is left out": rust`
struct Tcp;
struct Tls;
impl Tcp { fn open(&self) {} }
impl Tls { fn open(&self) {} }
fn f(port: u16) {
    let by_match = {
        #[cfg(unix)]
        match port { 443 => Tls, _ => return }
        #[cfg(windows)]
        Tcp
    };
    by_match.open();
           //^^^^ call: app::Tls::open
    let by_block = {
        #[cfg(unix)]
        { Tcp }
        #[cfg(windows)]
        { Tls }
        #[cfg(windows)]
        drop(port);
    };
    by_block.open();
           //^^^^ call: app::Tcp::open
    let last = {
        #[cfg(windows)]
        { Tcp }
        #[cfg(unix)]
        { Tls }
    };
    last.open();
       //^^^^ call: app::Tls::open
}
`,
  "associated types and constants of an impl that are left out": rust`
struct Flat;
struct Deep;
impl Flat { fn turn(&self) {} }
impl Deep { fn turn(&self) {} }
trait Scalar { type Angle; const UNIT: Self::Angle; }
impl Scalar for f32 {
    #[cfg(windows)]
    type Angle = Flat;
    #[cfg(unix)]
    type Angle = Deep;
    #[cfg(windows)]
    const UNIT: Flat = Flat;
    #[cfg(unix)]
    const UNIT: Deep = Deep;
}
impl Deep {
    #[cfg(windows)]
    const LEAST: Flat = Flat;
    #[cfg(unix)]
    const LEAST: Deep = Deep;
}
fn f(angle: <f32 as Scalar>::Angle) {
    angle.turn();
        //^^^^ call: app::Deep::turn
    f32::UNIT.turn();
            //^^^^ call: app::Deep::turn
    Deep::LEAST.turn();
              //^^^^ call: app::Deep::turn
}
`,
  "traits that only inactive code imports": rust`
mod deep { pub trait Deep { fn dig(&self) {} } impl Deep for super::Sand {} }
mod flat { pub trait Flat { fn dig(&self) {} } impl Flat for super::Sand {} }
pub struct Sand;
#[cfg(feature = "deep")]
use deep::Deep;
use flat::Flat as _;
fn f(sand: Sand) { sand.dig() }
                      //^^^ call: app::flat::Flat::dig
#[cfg(feature = "deep")]
mod inner {
    use crate::deep::Deep as _;
    fn f(sand: crate::Sand) { sand.dig() }
                                 //^^^ call: app::deep::Deep::dig
}
`,
  "of two alternatives the one that goes with the code's own condition": rust`
mod slow { pub fn run() {} pub struct Clock; impl Clock { pub fn tick(&self) {} } }
mod fast { pub fn run() {} pub struct Clock; impl Clock { pub fn tick(&self) {} } }
#[cfg(feature = "fast")]
use fast as speed;
#[cfg(not(feature = "fast"))]
use slow as speed;
#[cfg(feature = "fast")]
type Watch = fast::Clock;
#[cfg(not(feature = "fast"))]
type Watch = slow::Clock;
struct Car { #[cfg(not(feature = "fast"))] clock: slow::Clock, #[cfg(feature = "fast")] clock: fast::Clock }
impl Car {
    #[cfg(feature = "fast")]
    fn start(&self) -> fast::Clock { loop {} }
    #[cfg(not(feature = "fast"))]
    fn start(&self) -> slow::Clock { loop {} }
}
#[cfg(feature = "fast")]
fn quick(car: Car, watch: Watch) {
    speed::run();
         //^^^ call: app::fast::run
    watch.tick();
        //^^^^ call: app::fast::Clock::tick
    car.clock.tick();
            //^^^^ call: app::fast::Clock::tick
    car.start().tick();
              //^^^^ call: app::fast::Clock::tick
}
fn steady(car: Car, watch: Watch) {
    speed::run();
         //^^^ call: app::slow::run
    watch.tick();
        //^^^^ call: app::slow::Clock::tick
    car.clock.tick();
            //^^^^ call: app::slow::Clock::tick
    car.start().tick();
              //^^^^ call: app::slow::Clock::tick
}
`,
  "conditions inside of inactive code hold as if its own did": rust`
#[cfg(windows)]
fn open() {
    #[cfg(windows)]
    here();
  //^^^^ call: app::here
    #[cfg(unix)]
    there();
  //^^^^^ none
    #[cfg(target_os = "windows")]
    here();
  //^^^^ call: app::here
}
#[cfg(windows)]
fn here() {}
fn there() {}
`,
  "items of macros and modules in inactive code": rust`
macro_rules! make { ($name:ident) => { fn $name() { helper() } }; }
#[cfg(feature = "x")]
fn helper() {}
#[cfg(feature = "x")]
make!(made);
//<- call: app::helper
#[cfg(feature = "x")]
mod m { pub fn g() { super::helper(); made() } use super::made; }
                          //^^^^^^ call: app::helper
                                    //^^^^ call: app::made
#[cfg(feature = "x")]
fn f() { m::g() }
          //^ call: app::m::g
`,
  "what inactive code alone depends on is not read": rust`
//- /app/src/lib.rs crate:app deps:faraway
#[cfg(feature = "x")]
fn f() { faraway::make().left().right() }
                              //^^^^^ unresolved: inactive-code
//- /faraway/src/lib.rs crate:faraway origin:dependency
pub struct Made;
pub fn make() -> Made { Made }
impl Made { pub fn left(&self) -> Made { Made } pub fn right(&self) {} }
`,
  "a crate of the workspace that is an optional dependency": rust`
//- /app/src/lib.rs crate:app deps:helper
#[cfg(feature = "x")]
fn f(tool: helper::Tool) { tool.work() }
                              //^^^^ call: helper::Tool::work
#[cfg(feature = "x")]
impl helper::Job for u8 { fn job(&self) { helper::run() } }
                                                //^^^ call: helper::run
//- /helper/src/lib.rs crate:helper
pub struct Tool;
impl Tool { pub fn work(&self) {} }
pub trait Job { fn job(&self); }
pub fn run() {}
`,
  "parameters of generic items": rust`
struct Fast;
struct Slow;
struct Item;
impl Item { fn go(&self) {} }
struct Table<K, #[cfg(feature = "fast")] S = Fast, #[cfg(not(feature = "fast"))] S = Slow, V = Item>(K, S, V);
impl<K, #[cfg(feature = "fast")] F, S, V> Table<K, S, V> { fn first(&self) -> &V { &self.2 } }
fn f(table: &Table<u8>, other: &Table<u8, Slow, Vec<Item>>) {
    table.2.go();
          //^^ call: app::Item::go
    table.first().go();
                //^^ call: app::Item::go
    other.first()[0].go();
                   //^^ call: app::Item::go
}
`,
  "parameters under several attributes": rust`
struct Log;
struct Cache;
impl Log { fn add(&self) {} }
impl Cache { fn add(&self) {} }
fn note(#[allow(unused)] #[cfg(any())] log: Log, #[allow(unused)] #[cfg(all())] cache: Cache) {
    cache.add();
        //^^^ call: app::Cache::add
}
fn plain<T>(#[allow(unused)] #[cfg(all())] log: &Log, of: T) -> T { log.add(); of }
                                                                      //^^^ call: app::Log::add
fn f(log: Log) {
    plain(&log, Cache).add();
                     //^^^ call: app::Cache::add
    note(Cache);
  //^^^^ call: app::note
}
`,
};
