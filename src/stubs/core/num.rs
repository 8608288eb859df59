// Methods of the numeric primitives (written once per family), NonZero, Wrapping, Saturating and the parse errors.
use crate::cmp::Ordering;
use crate::convert::Infallible;
use crate::error::Error;
use crate::fmt;
use crate::iter::{Product, Sum};
use crate::ops::{Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign, Mul, MulAssign, Neg, Not, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign};
use crate::str::FromStr;
use crate::ascii;

#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)]
impl<T> T {
    pub const MIN: T;
    pub const MAX: T;
    pub const BITS: u32;
    pub fn count_ones(self) -> u32;
    pub fn count_zeros(self) -> u32;
    pub fn leading_zeros(self) -> u32;
    pub fn trailing_zeros(self) -> u32;
    pub fn leading_ones(self) -> u32;
    pub fn trailing_ones(self) -> u32;
    pub fn swap_bytes(self) -> T;
    pub fn reverse_bits(self) -> T;
    pub fn to_be(self) -> T;
    pub fn to_le(self) -> T;
    pub fn isqrt(self) -> T;
    pub fn from_be(x: T) -> T;
    pub fn from_le(x: T) -> T;
    pub fn rotate_left(self, n: u32) -> T;
    pub fn rotate_right(self, n: u32) -> T;
    pub fn wrapping_shl(self, n: u32) -> T;
    pub fn wrapping_shr(self, n: u32) -> T;
    pub fn pow(self, n: u32) -> T;
    pub fn wrapping_pow(self, n: u32) -> T;
    pub fn saturating_pow(self, n: u32) -> T;
    pub fn checked_add(self, rhs: T) -> Option<T>;
    pub fn checked_sub(self, rhs: T) -> Option<T>;
    pub fn checked_mul(self, rhs: T) -> Option<T>;
    pub fn checked_div(self, rhs: T) -> Option<T>;
    pub fn checked_rem(self, rhs: T) -> Option<T>;
    pub fn checked_div_euclid(self, rhs: T) -> Option<T>;
    pub fn checked_rem_euclid(self, rhs: T) -> Option<T>;
    pub fn checked_neg(self) -> Option<T>;
    pub fn checked_shl(self, rhs: u32) -> Option<T>;
    pub fn checked_shr(self, rhs: u32) -> Option<T>;
    pub fn checked_pow(self, rhs: u32) -> Option<T>;
    pub fn strict_add(self, rhs: T) -> T;
    pub fn strict_sub(self, rhs: T) -> T;
    pub fn strict_mul(self, rhs: T) -> T;
    pub fn strict_div(self, rhs: T) -> T;
    pub fn strict_rem(self, rhs: T) -> T;
    pub fn strict_div_euclid(self, rhs: T) -> T;
    pub fn strict_rem_euclid(self, rhs: T) -> T;
    pub fn wrapping_add(self, rhs: T) -> T;
    pub fn wrapping_sub(self, rhs: T) -> T;
    pub fn wrapping_mul(self, rhs: T) -> T;
    pub fn wrapping_div(self, rhs: T) -> T;
    pub fn wrapping_rem(self, rhs: T) -> T;
    pub fn wrapping_div_euclid(self, rhs: T) -> T;
    pub fn wrapping_rem_euclid(self, rhs: T) -> T;
    pub fn saturating_add(self, rhs: T) -> T;
    pub fn saturating_sub(self, rhs: T) -> T;
    pub fn saturating_mul(self, rhs: T) -> T;
    pub fn saturating_div(self, rhs: T) -> T;
    pub fn div_euclid(self, rhs: T) -> T;
    pub fn rem_euclid(self, rhs: T) -> T;
    pub fn strict_neg(self) -> T;
    pub fn wrapping_neg(self) -> T;
    pub fn strict_shl(self, rhs: u32) -> T;
    pub fn strict_shr(self, rhs: u32) -> T;
    pub fn strict_pow(self, rhs: u32) -> T;
    pub fn unbounded_shl(self, rhs: u32) -> T;
    pub fn unbounded_shr(self, rhs: u32) -> T;
    pub unsafe fn unchecked_add(self, rhs: T) -> T;
    pub unsafe fn unchecked_sub(self, rhs: T) -> T;
    pub unsafe fn unchecked_mul(self, rhs: T) -> T;
    pub unsafe fn unchecked_shl(self, rhs: u32) -> T;
    pub unsafe fn unchecked_shr(self, rhs: u32) -> T;
    pub unsafe fn unchecked_neg(self) -> T;
    pub fn overflowing_add(self, rhs: T) -> (T, bool);
    pub fn overflowing_sub(self, rhs: T) -> (T, bool);
    pub fn overflowing_mul(self, rhs: T) -> (T, bool);
    pub fn overflowing_div(self, rhs: T) -> (T, bool);
    pub fn overflowing_rem(self, rhs: T) -> (T, bool);
    pub fn overflowing_div_euclid(self, rhs: T) -> (T, bool);
    pub fn overflowing_rem_euclid(self, rhs: T) -> (T, bool);
    pub fn overflowing_neg(self) -> (T, bool);
    pub fn overflowing_shl(self, rhs: u32) -> (T, bool);
    pub fn overflowing_shr(self, rhs: u32) -> (T, bool);
    pub fn overflowing_pow(self, rhs: u32) -> (T, bool);
    pub fn ilog(self, base: T) -> u32;
    pub fn ilog2(self) -> u32;
    pub fn ilog10(self) -> u32;
    pub fn checked_ilog(self, base: T) -> Option<u32>;
    pub fn checked_ilog2(self) -> Option<u32>;
    pub fn checked_ilog10(self) -> Option<u32>;
    pub fn from_str_radix(src: &str, radix: u32) -> Result<T, ParseIntError>;
    pub fn midpoint(self, rhs: T) -> T;
    pub fn min_value() -> T;
    pub fn max_value() -> T;
}
#[callmap::each(i8, u8)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 1]; pub fn to_le_bytes(self) -> [u8; 1]; pub fn to_ne_bytes(self) -> [u8; 1]; pub fn from_be_bytes(bytes: [u8; 1]) -> T; pub fn from_le_bytes(bytes: [u8; 1]) -> T; pub fn from_ne_bytes(bytes: [u8; 1]) -> T; pub fn abs_diff(self, other: T) -> u8; }
impl i8 { pub fn unsigned_abs(self) -> u8; pub fn cast_unsigned(self) -> u8; pub fn checked_add_unsigned(self, rhs: u8) -> Option<i8>; pub fn wrapping_add_unsigned(self, rhs: u8) -> i8; pub fn saturating_add_unsigned(self, rhs: u8) -> i8; pub fn overflowing_add_unsigned(self, rhs: u8) -> (i8, bool); pub fn strict_add_unsigned(self, rhs: u8) -> i8; pub fn checked_sub_unsigned(self, rhs: u8) -> Option<i8>; pub fn wrapping_sub_unsigned(self, rhs: u8) -> i8; pub fn saturating_sub_unsigned(self, rhs: u8) -> i8; pub fn overflowing_sub_unsigned(self, rhs: u8) -> (i8, bool); pub fn strict_sub_unsigned(self, rhs: u8) -> i8; }
impl u8 { pub fn cast_signed(self) -> i8; pub fn checked_signed_diff(self, rhs: u8) -> Option<i8>; pub fn checked_add_signed(self, rhs: i8) -> Option<u8>; pub fn wrapping_add_signed(self, rhs: i8) -> u8; pub fn saturating_add_signed(self, rhs: i8) -> u8; pub fn overflowing_add_signed(self, rhs: i8) -> (u8, bool); pub fn strict_add_signed(self, rhs: i8) -> u8; pub fn checked_sub_signed(self, rhs: i8) -> Option<u8>; pub fn wrapping_sub_signed(self, rhs: i8) -> u8; pub fn saturating_sub_signed(self, rhs: i8) -> u8; pub fn overflowing_sub_signed(self, rhs: i8) -> (u8, bool); pub fn strict_sub_signed(self, rhs: i8) -> u8; }
#[callmap::each(i16, u16)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 2]; pub fn to_le_bytes(self) -> [u8; 2]; pub fn to_ne_bytes(self) -> [u8; 2]; pub fn from_be_bytes(bytes: [u8; 2]) -> T; pub fn from_le_bytes(bytes: [u8; 2]) -> T; pub fn from_ne_bytes(bytes: [u8; 2]) -> T; pub fn abs_diff(self, other: T) -> u16; }
impl i16 { pub fn unsigned_abs(self) -> u16; pub fn cast_unsigned(self) -> u16; pub fn checked_add_unsigned(self, rhs: u16) -> Option<i16>; pub fn wrapping_add_unsigned(self, rhs: u16) -> i16; pub fn saturating_add_unsigned(self, rhs: u16) -> i16; pub fn overflowing_add_unsigned(self, rhs: u16) -> (i16, bool); pub fn strict_add_unsigned(self, rhs: u16) -> i16; pub fn checked_sub_unsigned(self, rhs: u16) -> Option<i16>; pub fn wrapping_sub_unsigned(self, rhs: u16) -> i16; pub fn saturating_sub_unsigned(self, rhs: u16) -> i16; pub fn overflowing_sub_unsigned(self, rhs: u16) -> (i16, bool); pub fn strict_sub_unsigned(self, rhs: u16) -> i16; }
impl u16 { pub fn cast_signed(self) -> i16; pub fn checked_signed_diff(self, rhs: u16) -> Option<i16>; pub fn checked_add_signed(self, rhs: i16) -> Option<u16>; pub fn wrapping_add_signed(self, rhs: i16) -> u16; pub fn saturating_add_signed(self, rhs: i16) -> u16; pub fn overflowing_add_signed(self, rhs: i16) -> (u16, bool); pub fn strict_add_signed(self, rhs: i16) -> u16; pub fn checked_sub_signed(self, rhs: i16) -> Option<u16>; pub fn wrapping_sub_signed(self, rhs: i16) -> u16; pub fn saturating_sub_signed(self, rhs: i16) -> u16; pub fn overflowing_sub_signed(self, rhs: i16) -> (u16, bool); pub fn strict_sub_signed(self, rhs: i16) -> u16; }
#[callmap::each(i32, u32)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 4]; pub fn to_le_bytes(self) -> [u8; 4]; pub fn to_ne_bytes(self) -> [u8; 4]; pub fn from_be_bytes(bytes: [u8; 4]) -> T; pub fn from_le_bytes(bytes: [u8; 4]) -> T; pub fn from_ne_bytes(bytes: [u8; 4]) -> T; pub fn abs_diff(self, other: T) -> u32; }
impl i32 { pub fn unsigned_abs(self) -> u32; pub fn cast_unsigned(self) -> u32; pub fn checked_add_unsigned(self, rhs: u32) -> Option<i32>; pub fn wrapping_add_unsigned(self, rhs: u32) -> i32; pub fn saturating_add_unsigned(self, rhs: u32) -> i32; pub fn overflowing_add_unsigned(self, rhs: u32) -> (i32, bool); pub fn strict_add_unsigned(self, rhs: u32) -> i32; pub fn checked_sub_unsigned(self, rhs: u32) -> Option<i32>; pub fn wrapping_sub_unsigned(self, rhs: u32) -> i32; pub fn saturating_sub_unsigned(self, rhs: u32) -> i32; pub fn overflowing_sub_unsigned(self, rhs: u32) -> (i32, bool); pub fn strict_sub_unsigned(self, rhs: u32) -> i32; }
impl u32 { pub fn cast_signed(self) -> i32; pub fn checked_signed_diff(self, rhs: u32) -> Option<i32>; pub fn checked_add_signed(self, rhs: i32) -> Option<u32>; pub fn wrapping_add_signed(self, rhs: i32) -> u32; pub fn saturating_add_signed(self, rhs: i32) -> u32; pub fn overflowing_add_signed(self, rhs: i32) -> (u32, bool); pub fn strict_add_signed(self, rhs: i32) -> u32; pub fn checked_sub_signed(self, rhs: i32) -> Option<u32>; pub fn wrapping_sub_signed(self, rhs: i32) -> u32; pub fn saturating_sub_signed(self, rhs: i32) -> u32; pub fn overflowing_sub_signed(self, rhs: i32) -> (u32, bool); pub fn strict_sub_signed(self, rhs: i32) -> u32; }
#[callmap::each(i64, u64)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 8]; pub fn to_le_bytes(self) -> [u8; 8]; pub fn to_ne_bytes(self) -> [u8; 8]; pub fn from_be_bytes(bytes: [u8; 8]) -> T; pub fn from_le_bytes(bytes: [u8; 8]) -> T; pub fn from_ne_bytes(bytes: [u8; 8]) -> T; pub fn abs_diff(self, other: T) -> u64; }
impl i64 { pub fn unsigned_abs(self) -> u64; pub fn cast_unsigned(self) -> u64; pub fn checked_add_unsigned(self, rhs: u64) -> Option<i64>; pub fn wrapping_add_unsigned(self, rhs: u64) -> i64; pub fn saturating_add_unsigned(self, rhs: u64) -> i64; pub fn overflowing_add_unsigned(self, rhs: u64) -> (i64, bool); pub fn strict_add_unsigned(self, rhs: u64) -> i64; pub fn checked_sub_unsigned(self, rhs: u64) -> Option<i64>; pub fn wrapping_sub_unsigned(self, rhs: u64) -> i64; pub fn saturating_sub_unsigned(self, rhs: u64) -> i64; pub fn overflowing_sub_unsigned(self, rhs: u64) -> (i64, bool); pub fn strict_sub_unsigned(self, rhs: u64) -> i64; }
impl u64 { pub fn cast_signed(self) -> i64; pub fn checked_signed_diff(self, rhs: u64) -> Option<i64>; pub fn checked_add_signed(self, rhs: i64) -> Option<u64>; pub fn wrapping_add_signed(self, rhs: i64) -> u64; pub fn saturating_add_signed(self, rhs: i64) -> u64; pub fn overflowing_add_signed(self, rhs: i64) -> (u64, bool); pub fn strict_add_signed(self, rhs: i64) -> u64; pub fn checked_sub_signed(self, rhs: i64) -> Option<u64>; pub fn wrapping_sub_signed(self, rhs: i64) -> u64; pub fn saturating_sub_signed(self, rhs: i64) -> u64; pub fn overflowing_sub_signed(self, rhs: i64) -> (u64, bool); pub fn strict_sub_signed(self, rhs: i64) -> u64; }
#[callmap::each(i128, u128)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 16]; pub fn to_le_bytes(self) -> [u8; 16]; pub fn to_ne_bytes(self) -> [u8; 16]; pub fn from_be_bytes(bytes: [u8; 16]) -> T; pub fn from_le_bytes(bytes: [u8; 16]) -> T; pub fn from_ne_bytes(bytes: [u8; 16]) -> T; pub fn abs_diff(self, other: T) -> u128; }
impl i128 { pub fn unsigned_abs(self) -> u128; pub fn cast_unsigned(self) -> u128; pub fn checked_add_unsigned(self, rhs: u128) -> Option<i128>; pub fn wrapping_add_unsigned(self, rhs: u128) -> i128; pub fn saturating_add_unsigned(self, rhs: u128) -> i128; pub fn overflowing_add_unsigned(self, rhs: u128) -> (i128, bool); pub fn strict_add_unsigned(self, rhs: u128) -> i128; pub fn checked_sub_unsigned(self, rhs: u128) -> Option<i128>; pub fn wrapping_sub_unsigned(self, rhs: u128) -> i128; pub fn saturating_sub_unsigned(self, rhs: u128) -> i128; pub fn overflowing_sub_unsigned(self, rhs: u128) -> (i128, bool); pub fn strict_sub_unsigned(self, rhs: u128) -> i128; }
impl u128 { pub fn cast_signed(self) -> i128; pub fn checked_signed_diff(self, rhs: u128) -> Option<i128>; pub fn checked_add_signed(self, rhs: i128) -> Option<u128>; pub fn wrapping_add_signed(self, rhs: i128) -> u128; pub fn saturating_add_signed(self, rhs: i128) -> u128; pub fn overflowing_add_signed(self, rhs: i128) -> (u128, bool); pub fn strict_add_signed(self, rhs: i128) -> u128; pub fn checked_sub_signed(self, rhs: i128) -> Option<u128>; pub fn wrapping_sub_signed(self, rhs: i128) -> u128; pub fn saturating_sub_signed(self, rhs: i128) -> u128; pub fn overflowing_sub_signed(self, rhs: i128) -> (u128, bool); pub fn strict_sub_signed(self, rhs: i128) -> u128; }
#[callmap::each(isize, usize)] impl<T> T { pub fn to_be_bytes(self) -> [u8; 8]; pub fn to_le_bytes(self) -> [u8; 8]; pub fn to_ne_bytes(self) -> [u8; 8]; pub fn from_be_bytes(bytes: [u8; 8]) -> T; pub fn from_le_bytes(bytes: [u8; 8]) -> T; pub fn from_ne_bytes(bytes: [u8; 8]) -> T; pub fn abs_diff(self, other: T) -> usize; }
impl isize { pub fn unsigned_abs(self) -> usize; pub fn cast_unsigned(self) -> usize; pub fn checked_add_unsigned(self, rhs: usize) -> Option<isize>; pub fn wrapping_add_unsigned(self, rhs: usize) -> isize; pub fn saturating_add_unsigned(self, rhs: usize) -> isize; pub fn overflowing_add_unsigned(self, rhs: usize) -> (isize, bool); pub fn strict_add_unsigned(self, rhs: usize) -> isize; pub fn checked_sub_unsigned(self, rhs: usize) -> Option<isize>; pub fn wrapping_sub_unsigned(self, rhs: usize) -> isize; pub fn saturating_sub_unsigned(self, rhs: usize) -> isize; pub fn overflowing_sub_unsigned(self, rhs: usize) -> (isize, bool); pub fn strict_sub_unsigned(self, rhs: usize) -> isize; }
impl usize { pub fn cast_signed(self) -> isize; pub fn checked_signed_diff(self, rhs: usize) -> Option<isize>; pub fn checked_add_signed(self, rhs: isize) -> Option<usize>; pub fn wrapping_add_signed(self, rhs: isize) -> usize; pub fn saturating_add_signed(self, rhs: isize) -> usize; pub fn overflowing_add_signed(self, rhs: isize) -> (usize, bool); pub fn strict_add_signed(self, rhs: isize) -> usize; pub fn checked_sub_signed(self, rhs: isize) -> Option<usize>; pub fn wrapping_sub_signed(self, rhs: isize) -> usize; pub fn saturating_sub_signed(self, rhs: isize) -> usize; pub fn overflowing_sub_signed(self, rhs: isize) -> (usize, bool); pub fn strict_sub_signed(self, rhs: isize) -> usize; }
#[callmap::each(i8, i16, i32, i64, i128, isize)]
impl<T> T {
    pub fn abs(self) -> T;
    pub fn signum(self) -> T;
    pub fn wrapping_abs(self) -> T;
    pub fn saturating_abs(self) -> T;
    pub fn saturating_neg(self) -> T;
    pub fn strict_abs(self) -> T;
    pub fn checked_abs(self) -> Option<T>;
    pub fn checked_isqrt(self) -> Option<T>;
    pub fn overflowing_abs(self) -> (T, bool);
    pub fn is_positive(self) -> bool;
    pub fn is_negative(self) -> bool;
}
#[callmap::each(u8, u16, u32, u64, u128, usize)]
impl<T> T {
    pub fn is_power_of_two(self) -> bool;
    pub fn is_multiple_of(self, rhs: T) -> bool;
    pub fn next_power_of_two(self) -> T;
    pub fn checked_next_power_of_two(self) -> Option<T>;
    pub fn div_ceil(self, rhs: T) -> T;
    pub fn next_multiple_of(self, rhs: T) -> T;
    pub fn checked_next_multiple_of(self, rhs: T) -> Option<T>;
    pub fn carrying_add(self, rhs: T, carry: bool) -> (T, bool);
    pub fn borrowing_sub(self, rhs: T, borrow: bool) -> (T, bool);
    pub fn carrying_mul(self, rhs: T, carry: T) -> (T, T);
    pub fn carrying_mul_add(self, rhs: T, carry: T, add: T) -> (T, T);
}
impl u8 {
    pub fn is_ascii(&self) -> bool;
    pub fn to_ascii_uppercase(&self) -> u8;
    pub fn to_ascii_lowercase(&self) -> u8;
    pub fn eq_ignore_ascii_case(&self, other: &u8) -> bool;
    pub fn make_ascii_uppercase(&mut self);
    pub fn make_ascii_lowercase(&mut self);
    pub fn escape_ascii(self) -> ascii::EscapeDefault;
    pub fn is_ascii_alphabetic(&self) -> bool;
    pub fn is_ascii_uppercase(&self) -> bool;
    pub fn is_ascii_lowercase(&self) -> bool;
    pub fn is_ascii_alphanumeric(&self) -> bool;
    pub fn is_ascii_digit(&self) -> bool;
    pub fn is_ascii_octdigit(&self) -> bool;
    pub fn is_ascii_hexdigit(&self) -> bool;
    pub fn is_ascii_punctuation(&self) -> bool;
    pub fn is_ascii_graphic(&self) -> bool;
    pub fn is_ascii_whitespace(&self) -> bool;
    pub fn is_ascii_control(&self) -> bool;
}
#[callmap::each(f32, f64)]
impl<T> T {
    pub const EPSILON: T;
    pub const MIN: T;
    pub const MIN_POSITIVE: T;
    pub const MAX: T;
    pub const NAN: T;
    pub const INFINITY: T;
    pub const NEG_INFINITY: T;
    pub const RADIX: u32;
    pub const MANTISSA_DIGITS: u32;
    pub const DIGITS: u32;
    pub const MIN_EXP: i32;
    pub const MAX_EXP: i32;
    pub const MIN_10_EXP: i32;
    pub const MAX_10_EXP: i32;
    pub fn is_nan(self) -> bool;
    pub fn is_infinite(self) -> bool;
    pub fn is_finite(self) -> bool;
    pub fn is_subnormal(self) -> bool;
    pub fn is_normal(self) -> bool;
    pub fn is_sign_positive(self) -> bool;
    pub fn is_sign_negative(self) -> bool;
    pub fn classify(self) -> FpCategory;
    pub fn next_up(self) -> T;
    pub fn next_down(self) -> T;
    pub fn recip(self) -> T;
    pub fn to_degrees(self) -> T;
    pub fn to_radians(self) -> T;
    pub fn floor(self) -> T;
    pub fn ceil(self) -> T;
    pub fn round(self) -> T;
    pub fn round_ties_even(self) -> T;
    pub fn trunc(self) -> T;
    pub fn fract(self) -> T;
    pub fn abs(self) -> T;
    pub fn signum(self) -> T;
    pub fn sqrt(self) -> T;
    pub fn exp(self) -> T;
    pub fn exp2(self) -> T;
    pub fn ln(self) -> T;
    pub fn log2(self) -> T;
    pub fn log10(self) -> T;
    pub fn cbrt(self) -> T;
    pub fn sin(self) -> T;
    pub fn cos(self) -> T;
    pub fn tan(self) -> T;
    pub fn asin(self) -> T;
    pub fn acos(self) -> T;
    pub fn atan(self) -> T;
    pub fn exp_m1(self) -> T;
    pub fn ln_1p(self) -> T;
    pub fn sinh(self) -> T;
    pub fn cosh(self) -> T;
    pub fn tanh(self) -> T;
    pub fn asinh(self) -> T;
    pub fn acosh(self) -> T;
    pub fn atanh(self) -> T;
    pub fn max(self, other: T) -> T;
    pub fn min(self, other: T) -> T;
    pub fn maximum(self, other: T) -> T;
    pub fn minimum(self, other: T) -> T;
    pub fn midpoint(self, other: T) -> T;
    pub fn copysign(self, other: T) -> T;
    pub fn div_euclid(self, other: T) -> T;
    pub fn rem_euclid(self, other: T) -> T;
    pub fn powf(self, other: T) -> T;
    pub fn log(self, other: T) -> T;
    pub fn abs_sub(self, other: T) -> T;
    pub fn hypot(self, other: T) -> T;
    pub fn atan2(self, other: T) -> T;
    pub fn mul_add(self, a: T, b: T) -> T;
    pub fn powi(self, n: i32) -> T;
    pub fn sin_cos(self) -> (T, T);
    pub fn clamp(self, min: T, max: T) -> T;
    pub fn total_cmp(&self, other: &T) -> Ordering;
    pub unsafe fn to_int_unchecked<Int>(self) -> Int;
}
impl f32 { pub fn to_bits(self) -> u32; pub fn from_bits(v: u32) -> f32; pub fn to_be_bytes(self) -> [u8; 4]; pub fn to_le_bytes(self) -> [u8; 4]; pub fn to_ne_bytes(self) -> [u8; 4]; pub fn from_be_bytes(bytes: [u8; 4]) -> f32; pub fn from_le_bytes(bytes: [u8; 4]) -> f32; pub fn from_ne_bytes(bytes: [u8; 4]) -> f32; }
impl f64 { pub fn to_bits(self) -> u64; pub fn from_bits(v: u64) -> f64; pub fn to_be_bytes(self) -> [u8; 8]; pub fn to_le_bytes(self) -> [u8; 8]; pub fn to_ne_bytes(self) -> [u8; 8]; pub fn from_be_bytes(bytes: [u8; 8]) -> f64; pub fn from_le_bytes(bytes: [u8; 8]) -> f64; pub fn from_ne_bytes(bytes: [u8; 8]) -> f64; }
#[derive(Copy, Clone, PartialEq, Eq, Debug)] pub enum FpCategory { Nan, Infinite, Zero, Subnormal, Normal }
#[derive(Debug, Clone, PartialEq, Eq)] pub struct ParseIntError { kind: IntErrorKind }
impl ParseIntError { pub fn kind(&self) -> &IntErrorKind; }
#[derive(Debug, Clone, PartialEq, Eq, Copy, Hash)] pub enum IntErrorKind { Empty, InvalidDigit, PosOverflow, NegOverflow, Zero }
#[derive(Debug, Copy, Clone, PartialEq, Eq)] pub struct TryFromIntError(());
impl From<Infallible> for TryFromIntError {}
#[derive(Debug, Clone, PartialEq, Eq)] pub struct ParseFloatError(());
impl fmt::Display for ParseIntError {}
impl fmt::Display for TryFromIntError {}
impl fmt::Display for ParseFloatError {}
impl Error for ParseIntError {}
impl Error for TryFromIntError {}
impl Error for ParseFloatError {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> FromStr for T { type Err = ParseIntError; }
#[callmap::each(f32, f64)] impl<T> FromStr for T { type Err = ParseFloatError; }

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct NonZero<T>(T);
pub type NonZeroI8 = NonZero<i8>;
pub type NonZeroI16 = NonZero<i16>;
pub type NonZeroI32 = NonZero<i32>;
pub type NonZeroI64 = NonZero<i64>;
pub type NonZeroI128 = NonZero<i128>;
pub type NonZeroIsize = NonZero<isize>;
pub type NonZeroU8 = NonZero<u8>;
pub type NonZeroU16 = NonZero<u16>;
pub type NonZeroU32 = NonZero<u32>;
pub type NonZeroU64 = NonZero<u64>;
pub type NonZeroU128 = NonZero<u128>;
pub type NonZeroUsize = NonZero<usize>;
pub trait ZeroablePrimitive: Copy {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, char)] impl<T> ZeroablePrimitive for T {}
impl<T: ZeroablePrimitive> NonZero<T> {
    pub const MIN: NonZero<T>;
    pub const MAX: NonZero<T>;
    pub const BITS: u32;
    pub fn new(n: T) -> Option<Self>;
    pub unsafe fn new_unchecked(n: T) -> Self;
    pub fn get(self) -> T;
    pub fn leading_zeros(self) -> u32;
    pub fn trailing_zeros(self) -> u32;
    pub fn ilog2(self) -> u32;
    pub fn ilog10(self) -> u32;
    pub fn count_ones(self) -> NonZero<u32>;
    pub fn checked_add(self, other: T) -> Option<Self>;
    pub fn saturating_add(self, other: T) -> Self;
    pub fn checked_mul(self, other: Self) -> Option<Self>;
    pub fn saturating_mul(self, other: Self) -> Self;
    pub fn checked_pow(self, other: u32) -> Option<Self>;
    pub fn saturating_pow(self, other: u32) -> Self;
    pub fn checked_next_power_of_two(self) -> Option<Self>;
    pub fn is_power_of_two(self) -> bool;
    pub fn div_ceil(self, rhs: Self) -> Self;
    pub fn midpoint(self, rhs: Self) -> Self;
    pub fn isqrt(self) -> Self;
    pub fn abs(self) -> Self;
    pub fn checked_abs(self) -> Option<Self>;
    pub fn wrapping_abs(self) -> Self;
    pub fn saturating_abs(self) -> Self;
    pub fn is_positive(self) -> bool;
    pub fn is_negative(self) -> bool;
    pub fn checked_neg(self) -> Option<Self>;
    pub fn wrapping_neg(self) -> Self;
    pub fn saturating_neg(self) -> Self;
    pub fn overflowing_abs(self) -> (Self, bool);
    pub fn overflowing_neg(self) -> (Self, bool);
}
impl<T: fmt::Debug> fmt::Debug for NonZero<T> {}
impl<T: fmt::Display> fmt::Display for NonZero<T> {}
impl<T: fmt::Binary> fmt::Binary for NonZero<T> {}
impl<T: fmt::Octal> fmt::Octal for NonZero<T> {}
impl<T: fmt::LowerHex> fmt::LowerHex for NonZero<T> {}
impl<T: fmt::UpperHex> fmt::UpperHex for NonZero<T> {}
impl<T: FromStr> FromStr for NonZero<T> { type Err = ParseIntError; }
impl<T: ZeroablePrimitive> BitOr for NonZero<T> { type Output = NonZero<T>; }
impl<T: ZeroablePrimitive> BitOr<T> for NonZero<T> { type Output = NonZero<T>; }
impl<T: ZeroablePrimitive> BitOrAssign for NonZero<T> {}
impl<T: ZeroablePrimitive> BitOrAssign<T> for NonZero<T> {}
impl<T: Neg> Neg for NonZero<T> { type Output = NonZero<T>; }
impl NonZero<i8> { pub fn unsigned_abs(self) -> NonZero<u8>; pub fn cast_unsigned(self) -> NonZero<u8>; }
impl NonZero<u8> { pub fn cast_signed(self) -> NonZero<i8>; }
impl From<NonZero<i8>> for i8 {}
impl TryFrom<i8> for NonZero<i8> { type Error = TryFromIntError; }
impl From<NonZero<u8>> for u8 {}
impl TryFrom<u8> for NonZero<u8> { type Error = TryFromIntError; }
impl Div<NonZero<u8>> for u8 { type Output = u8; }
impl Rem<NonZero<u8>> for u8 { type Output = u8; }
impl NonZero<i16> { pub fn unsigned_abs(self) -> NonZero<u16>; pub fn cast_unsigned(self) -> NonZero<u16>; }
impl NonZero<u16> { pub fn cast_signed(self) -> NonZero<i16>; }
impl From<NonZero<i16>> for i16 {}
impl TryFrom<i16> for NonZero<i16> { type Error = TryFromIntError; }
impl From<NonZero<u16>> for u16 {}
impl TryFrom<u16> for NonZero<u16> { type Error = TryFromIntError; }
impl Div<NonZero<u16>> for u16 { type Output = u16; }
impl Rem<NonZero<u16>> for u16 { type Output = u16; }
impl NonZero<i32> { pub fn unsigned_abs(self) -> NonZero<u32>; pub fn cast_unsigned(self) -> NonZero<u32>; }
impl NonZero<u32> { pub fn cast_signed(self) -> NonZero<i32>; }
impl From<NonZero<i32>> for i32 {}
impl TryFrom<i32> for NonZero<i32> { type Error = TryFromIntError; }
impl From<NonZero<u32>> for u32 {}
impl TryFrom<u32> for NonZero<u32> { type Error = TryFromIntError; }
impl Div<NonZero<u32>> for u32 { type Output = u32; }
impl Rem<NonZero<u32>> for u32 { type Output = u32; }
impl NonZero<i64> { pub fn unsigned_abs(self) -> NonZero<u64>; pub fn cast_unsigned(self) -> NonZero<u64>; }
impl NonZero<u64> { pub fn cast_signed(self) -> NonZero<i64>; }
impl From<NonZero<i64>> for i64 {}
impl TryFrom<i64> for NonZero<i64> { type Error = TryFromIntError; }
impl From<NonZero<u64>> for u64 {}
impl TryFrom<u64> for NonZero<u64> { type Error = TryFromIntError; }
impl Div<NonZero<u64>> for u64 { type Output = u64; }
impl Rem<NonZero<u64>> for u64 { type Output = u64; }
impl NonZero<i128> { pub fn unsigned_abs(self) -> NonZero<u128>; pub fn cast_unsigned(self) -> NonZero<u128>; }
impl NonZero<u128> { pub fn cast_signed(self) -> NonZero<i128>; }
impl From<NonZero<i128>> for i128 {}
impl TryFrom<i128> for NonZero<i128> { type Error = TryFromIntError; }
impl From<NonZero<u128>> for u128 {}
impl TryFrom<u128> for NonZero<u128> { type Error = TryFromIntError; }
impl Div<NonZero<u128>> for u128 { type Output = u128; }
impl Rem<NonZero<u128>> for u128 { type Output = u128; }
impl NonZero<isize> { pub fn unsigned_abs(self) -> NonZero<usize>; pub fn cast_unsigned(self) -> NonZero<usize>; }
impl NonZero<usize> { pub fn cast_signed(self) -> NonZero<isize>; }
impl From<NonZero<isize>> for isize {}
impl TryFrom<isize> for NonZero<isize> { type Error = TryFromIntError; }
impl From<NonZero<usize>> for usize {}
impl TryFrom<usize> for NonZero<usize> { type Error = TryFromIntError; }
impl Div<NonZero<usize>> for usize { type Output = usize; }
impl Rem<NonZero<usize>> for usize { type Output = usize; }
impl From<NonZero<u8>> for NonZero<u16> {}
impl From<NonZero<u8>> for NonZero<u32> {}
impl From<NonZero<u8>> for NonZero<u64> {}
impl From<NonZero<u8>> for NonZero<u128> {}
impl From<NonZero<u8>> for NonZero<usize> {}
impl From<NonZero<u8>> for NonZero<i16> {}
impl From<NonZero<u8>> for NonZero<i32> {}
impl From<NonZero<u8>> for NonZero<i64> {}
impl From<NonZero<u8>> for NonZero<i128> {}
impl From<NonZero<u8>> for NonZero<isize> {}
impl From<NonZero<u16>> for NonZero<u32> {}
impl From<NonZero<u16>> for NonZero<u64> {}
impl From<NonZero<u16>> for NonZero<u128> {}
impl From<NonZero<u16>> for NonZero<usize> {}
impl From<NonZero<u16>> for NonZero<i32> {}
impl From<NonZero<u16>> for NonZero<i64> {}
impl From<NonZero<u16>> for NonZero<i128> {}
impl From<NonZero<u32>> for NonZero<u64> {}
impl From<NonZero<u32>> for NonZero<u128> {}
impl From<NonZero<u32>> for NonZero<i64> {}
impl From<NonZero<u32>> for NonZero<i128> {}
impl From<NonZero<u64>> for NonZero<u128> {}
impl From<NonZero<u64>> for NonZero<i128> {}
impl From<NonZero<i32>> for NonZero<i64> {}
impl From<NonZero<i32>> for NonZero<i128> {}
impl From<NonZero<i64>> for NonZero<i128> {}
impl TryFrom<NonZero<u16>> for NonZero<u8> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u32>> for NonZero<u8> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u32>> for NonZero<u16> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u32>> for NonZero<usize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u64>> for NonZero<u8> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u64>> for NonZero<u16> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u64>> for NonZero<u32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u64>> for NonZero<usize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u128>> for NonZero<u8> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u128>> for NonZero<u16> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u128>> for NonZero<u32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u128>> for NonZero<u64> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u128>> for NonZero<usize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<u8> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<u16> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<u32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<u64> { type Error = TryFromIntError; }
impl From<NonZero<i8>> for NonZero<i16> {}
impl From<NonZero<i8>> for NonZero<i32> {}
impl From<NonZero<i8>> for NonZero<i64> {}
impl From<NonZero<i8>> for NonZero<i128> {}
impl From<NonZero<i8>> for NonZero<isize> {}
impl From<NonZero<i16>> for NonZero<i32> {}
impl From<NonZero<i16>> for NonZero<i64> {}
impl From<NonZero<i16>> for NonZero<i128> {}
impl From<NonZero<i16>> for NonZero<isize> {}
impl TryFrom<NonZero<i32>> for NonZero<isize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<i64>> for NonZero<isize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<i64>> for NonZero<i32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<isize>> for NonZero<i64> { type Error = TryFromIntError; }
impl TryFrom<NonZero<isize>> for NonZero<i32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<i64>> for NonZero<u64> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u64>> for NonZero<i64> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<u128> { type Error = TryFromIntError; }
impl TryFrom<NonZero<i32>> for NonZero<u32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<u32>> for NonZero<i32> { type Error = TryFromIntError; }
impl TryFrom<NonZero<usize>> for NonZero<isize> { type Error = TryFromIntError; }
impl TryFrom<NonZero<isize>> for NonZero<usize> { type Error = TryFromIntError; }

#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Default, Hash, Debug)] pub struct Wrapping<T>(pub T);
impl<T> Wrapping<T> {
    pub const MIN: Self;
    pub const MAX: Self;
    pub const BITS: u32;
    pub fn count_ones(self) -> u32;
    pub fn count_zeros(self) -> u32;
    pub fn leading_zeros(self) -> u32;
    pub fn trailing_zeros(self) -> u32;
    pub fn rotate_left(self, n: u32) -> Self;
    pub fn rotate_right(self, n: u32) -> Self;
    pub fn swap_bytes(self) -> Self;
    pub fn reverse_bits(self) -> Self;
    pub fn to_be(self) -> Self;
    pub fn to_le(self) -> Self;
    pub fn from_be(x: Self) -> Self;
    pub fn from_le(x: Self) -> Self;
    pub fn pow(self, exp: u32) -> Self;
    pub fn abs(self) -> Self;
    pub fn signum(self) -> Self;
    pub fn is_positive(self) -> bool;
    pub fn is_negative(self) -> bool;
    pub fn is_power_of_two(self) -> bool;
}
impl<T: fmt::Display> fmt::Display for Wrapping<T> {}
impl<T: fmt::Binary> fmt::Binary for Wrapping<T> {}
impl<T: fmt::Octal> fmt::Octal for Wrapping<T> {}
impl<T: fmt::LowerHex> fmt::LowerHex for Wrapping<T> {}
impl<T: fmt::UpperHex> fmt::UpperHex for Wrapping<T> {}
impl<T> Add for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Add<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> AddAssign for Wrapping<T> {}
impl<T> AddAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> AddAssign<T> for Wrapping<T> {}
impl<T> Sub for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Sub<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> SubAssign for Wrapping<T> {}
impl<T> SubAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> SubAssign<T> for Wrapping<T> {}
impl<T> Mul for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Mul<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> MulAssign for Wrapping<T> {}
impl<T> MulAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> MulAssign<T> for Wrapping<T> {}
impl<T> Div for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Div<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> DivAssign for Wrapping<T> {}
impl<T> DivAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> DivAssign<T> for Wrapping<T> {}
impl<T> Rem for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Rem<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> RemAssign for Wrapping<T> {}
impl<T> RemAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> RemAssign<T> for Wrapping<T> {}
impl<T> BitAnd for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitAnd<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitAndAssign for Wrapping<T> {}
impl<T> BitAndAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> BitAndAssign<T> for Wrapping<T> {}
impl<T> BitOr for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitOr<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitOrAssign for Wrapping<T> {}
impl<T> BitOrAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> BitOrAssign<T> for Wrapping<T> {}
impl<T> BitXor for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitXor<&Wrapping<T>> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> BitXorAssign for Wrapping<T> {}
impl<T> BitXorAssign<&Wrapping<T>> for Wrapping<T> {}
impl<T> BitXorAssign<T> for Wrapping<T> {}
impl<T> Shl<usize> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> ShlAssign<usize> for Wrapping<T> {}
impl<T> Shr<usize> for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> ShrAssign<usize> for Wrapping<T> {}
impl<T> Neg for Wrapping<T> { type Output = Wrapping<T>; }
impl<T> Not for Wrapping<T> { type Output = Wrapping<T>; }
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Default, Hash, Debug)] pub struct Saturating<T>(pub T);
impl<T> Saturating<T> {
    pub const MIN: Self;
    pub const MAX: Self;
    pub const BITS: u32;
    pub fn count_ones(self) -> u32;
    pub fn count_zeros(self) -> u32;
    pub fn leading_zeros(self) -> u32;
    pub fn trailing_zeros(self) -> u32;
    pub fn rotate_left(self, n: u32) -> Self;
    pub fn rotate_right(self, n: u32) -> Self;
    pub fn swap_bytes(self) -> Self;
    pub fn reverse_bits(self) -> Self;
    pub fn to_be(self) -> Self;
    pub fn to_le(self) -> Self;
    pub fn from_be(x: Self) -> Self;
    pub fn from_le(x: Self) -> Self;
    pub fn pow(self, exp: u32) -> Self;
    pub fn abs(self) -> Self;
    pub fn signum(self) -> Self;
    pub fn is_positive(self) -> bool;
    pub fn is_negative(self) -> bool;
    pub fn is_power_of_two(self) -> bool;
}
impl<T: fmt::Display> fmt::Display for Saturating<T> {}
impl<T: fmt::Binary> fmt::Binary for Saturating<T> {}
impl<T: fmt::Octal> fmt::Octal for Saturating<T> {}
impl<T: fmt::LowerHex> fmt::LowerHex for Saturating<T> {}
impl<T: fmt::UpperHex> fmt::UpperHex for Saturating<T> {}
impl<T> Add for Saturating<T> { type Output = Saturating<T>; }
impl<T> Add<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> AddAssign for Saturating<T> {}
impl<T> AddAssign<&Saturating<T>> for Saturating<T> {}
impl<T> AddAssign<T> for Saturating<T> {}
impl<T> Sub for Saturating<T> { type Output = Saturating<T>; }
impl<T> Sub<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> SubAssign for Saturating<T> {}
impl<T> SubAssign<&Saturating<T>> for Saturating<T> {}
impl<T> SubAssign<T> for Saturating<T> {}
impl<T> Mul for Saturating<T> { type Output = Saturating<T>; }
impl<T> Mul<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> MulAssign for Saturating<T> {}
impl<T> MulAssign<&Saturating<T>> for Saturating<T> {}
impl<T> MulAssign<T> for Saturating<T> {}
impl<T> Div for Saturating<T> { type Output = Saturating<T>; }
impl<T> Div<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> DivAssign for Saturating<T> {}
impl<T> DivAssign<&Saturating<T>> for Saturating<T> {}
impl<T> DivAssign<T> for Saturating<T> {}
impl<T> Rem for Saturating<T> { type Output = Saturating<T>; }
impl<T> Rem<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> RemAssign for Saturating<T> {}
impl<T> RemAssign<&Saturating<T>> for Saturating<T> {}
impl<T> RemAssign<T> for Saturating<T> {}
impl<T> BitAnd for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitAnd<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitAndAssign for Saturating<T> {}
impl<T> BitAndAssign<&Saturating<T>> for Saturating<T> {}
impl<T> BitAndAssign<T> for Saturating<T> {}
impl<T> BitOr for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitOr<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitOrAssign for Saturating<T> {}
impl<T> BitOrAssign<&Saturating<T>> for Saturating<T> {}
impl<T> BitOrAssign<T> for Saturating<T> {}
impl<T> BitXor for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitXor<&Saturating<T>> for Saturating<T> { type Output = Saturating<T>; }
impl<T> BitXorAssign for Saturating<T> {}
impl<T> BitXorAssign<&Saturating<T>> for Saturating<T> {}
impl<T> BitXorAssign<T> for Saturating<T> {}
impl<T> Neg for Saturating<T> { type Output = Saturating<T>; }
impl<T> Not for Saturating<T> { type Output = Saturating<T>; }
impl<T> Sum for Wrapping<T> {}
impl<T> Product for Wrapping<T> {}
