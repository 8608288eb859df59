// Waking through Arc.
use core::task::{RawWaker, Waker};
use crate::sync::Arc;
pub trait Wake {
    fn wake(self: Arc<Self>);
    fn wake_by_ref(self: &Arc<Self>) { self.clone().wake() }
}
impl<W: Wake> From<Arc<W>> for Waker { fn from(waker: Arc<W>) -> Waker { waker.wake(); waker.wake_by_ref(); loop {} } }
impl<W: Wake> From<Arc<W>> for RawWaker { fn from(waker: Arc<W>) -> RawWaker { waker.wake(); waker.wake_by_ref(); loop {} } }
