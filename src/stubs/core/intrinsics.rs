// The intrinsics that public functions re-export or that expansions name.
pub use crate::ptr::{copy, copy_nonoverlapping, write_bytes};
pub unsafe fn transmute<Src, Dst>(src: Src) -> Dst;
pub fn discriminant_value<T>(v: &T) -> isize;
pub fn unreachable() -> !;
pub fn likely(b: bool) -> bool;
pub fn unlikely(b: bool) -> bool;
pub fn abort() -> !;
