/** Drops: where values go out of scope whose type, or what it owns, has a `Drop` of the workspace. */
import { rust } from "../../support/calls.ts";

export const drops: Readonly<Record<string, string>> = {
  "bindings, parameters and temporaries that are kept": rust`
pub struct Guard;
impl Guard { fn look(&self) {} }
impl Drop for Guard { fn drop(&mut self) {} }
fn make() -> Guard { Guard }
fn bound() {
    let guard = make();
      //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
    guard.look();
}
fn taken(guard: Guard) {}
       //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
fn borrowed(guard: &Guard) { guard.look() }
          //^^^^^ none
fn temporary() {
    make();
  //^^^^ call: app::make
  //^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
    make().look();
  //^^^^ call: app::make
  //^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
    let _ = make();
          //^^^^ call: app::make
          //^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
}
fn overwritten(slot: &mut Guard) {
    *slot = Guard;
  //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
}
`,
  "a value that is moved away is another's to drop": rust`
pub struct Guard;
impl Guard { fn end(self) {} }
           //^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
impl Drop for Guard { fn drop(&mut self) {} }
pub struct Holder { guard: Guard }
fn returned() -> Guard {
    let guard = Guard;
      //^^^^^ none
    guard
}
fn passed(guard: Guard) -> Holder { Holder { guard } }
        //^^^^^ none
fn rebound(guard: Guard) {
         //^^^^^ none
    let other = guard;
      //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
}
fn consumed(guard: Guard) { guard.end() }
          //^^^^^ none
fn perhaps(guard: Guard, keep: bool) -> Option<Guard> {
         //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
    if keep { return Some(guard); }
    None
}
fn matched(guard: Option<Guard>) -> Guard {
         //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
    match guard {
        Some(guard) => guard,
           //^^^^^ none
        None => Guard,
    }
}
`,
  "what a value owns is dropped with it": rust`
use std::rc::Rc;
pub struct Guard;
impl Drop for Guard { fn drop(&mut self) {} }
pub struct Inner<T> { value: T, next: Option<Box<Inner<T>>> }
pub struct Outer { inner: Inner<Guard>, name: String }
impl Drop for Outer { fn drop(&mut self) {} }
pub struct View<'a> { guard: &'a Guard, raw: *const Guard }
fn fields(outer: Outer) {}
        //^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
        //^^^^^ implicit (likely): <app::Outer as core::ops::Drop>::drop
fn containers(all: Vec<Rc<(u8, Guard)>>) {}
            //^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
fn variants(result: Result<Guard, u8>) {}
          //^^^^^^ implicit (likely): <app::Guard as core::ops::Drop>::drop
fn references(view: View<'_>, all: &[Guard]) {}
            //^^^^ none
                            //^^^ none
fn kept(guard: std::mem::ManuallyDrop<Guard>) {}
      //^^^^^ none
fn other(inner: Inner<u8>) {}
       //^^^^^ none
`,
};
