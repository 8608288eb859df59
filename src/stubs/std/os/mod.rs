// Platform-specific parts. All platforms are present, whatever the target, so that code under any cfg resolves.
pub mod fd;
pub mod linux;
pub mod raw { pub use ::core::ffi::{c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void}; }
pub mod unix;
pub mod wasi { pub mod ffi { pub use crate::os::unix::ffi::*; } pub mod io { pub use crate::os::fd::*; } }
pub mod windows;
