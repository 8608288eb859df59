// Re-exports of the primitive types, for macros that must not be fooled by shadowing.
pub type bool = bool;
pub type char = char;
pub type f32 = f32;
pub type f64 = f64;
pub type i8 = i8;
pub type i16 = i16;
pub type i32 = i32;
pub type i64 = i64;
pub type i128 = i128;
pub type isize = isize;
pub type u8 = u8;
pub type u16 = u16;
pub type u32 = u32;
pub type u64 = u64;
pub type u128 = u128;
pub type usize = usize;
pub type str = str;
