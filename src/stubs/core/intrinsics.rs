// The intrinsics that public functions re-export or that expansions name.
pub unsafe fn transmute<Src, Dst>(src: Src) -> Dst;
pub unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize);
pub unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize);
pub unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize);
pub fn discriminant_value<T>(v: &T) -> isize;
pub fn unreachable() -> !;
pub fn likely(b: bool) -> bool;
pub fn unlikely(b: bool) -> bool;
pub fn abort() -> !;
