// The primitive types by path, for macros that must not be fooled by shadowing. Where an alias of the same name is in
// scope the type itself can't be named, so it takes two steps.
mod builtin { pub type Bool = bool; pub type Char = char; pub type F32 = f32; pub type F64 = f64; pub type I8 = i8; pub type I16 = i16; pub type I32 = i32; pub type I64 = i64; pub type I128 = i128; pub type Isize = isize; pub type Str = str; pub type U8 = u8; pub type U16 = u16; pub type U32 = u32; pub type U64 = u64; pub type U128 = u128; pub type Usize = usize; }
pub type bool = builtin::Bool;
pub type char = builtin::Char;
pub type f32 = builtin::F32;
pub type f64 = builtin::F64;
pub type i8 = builtin::I8;
pub type i16 = builtin::I16;
pub type i32 = builtin::I32;
pub type i64 = builtin::I64;
pub type i128 = builtin::I128;
pub type isize = builtin::Isize;
pub type str = builtin::Str;
pub type u8 = builtin::U8;
pub type u16 = builtin::U16;
pub type u32 = builtin::U32;
pub type u64 = builtin::U64;
pub type u128 = builtin::U128;
pub type usize = builtin::Usize;
