// callmap's own signatures of Rust's `alloc`; core/lib.rs explains the notation.
#[macro_use]
mod macros;
pub mod alloc;
pub mod borrow;
pub mod boxed;
pub mod collections;
pub mod ffi;
pub mod fmt;
pub mod rc;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod vec;
