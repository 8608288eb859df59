// Where the panicking macros end.
use crate::fmt;
pub fn panic_fmt(fmt: fmt::Arguments) -> !;
pub fn panic(expr: &'static str) -> !;
pub fn panic_explicit() -> !;
pub fn panic_display<T: fmt::Display>(x: &T) -> ! { x.fmt(loop {}); loop {} }
pub fn unreachable_display<T: fmt::Display>(x: &T) -> ! { x.fmt(loop {}); loop {} }
pub enum AssertKind { Eq, Ne, Match }
pub fn assert_failed<T: fmt::Debug + ?Sized, U: fmt::Debug + ?Sized>(kind: AssertKind, left: &T, right: &U, args: Option<fmt::Arguments>) -> ! { left.fmt(loop {}); right.fmt(loop {}); loop {} }
