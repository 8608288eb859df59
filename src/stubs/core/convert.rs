// The conversion traits and the blanket and numeric impls among primitives.
use crate::error::Error;
use crate::fmt;
use crate::num::TryFromIntError;

pub trait AsRef<T: ?Sized> { fn as_ref(&self) -> &T; }
pub trait AsMut<T: ?Sized> { fn as_mut(&mut self) -> &mut T; }
pub trait Into<T>: Sized { fn into(self) -> T; }
pub trait From<T>: Sized { fn from(value: T) -> Self; }
pub trait TryInto<T>: Sized { type Error; fn try_into(self) -> Result<T, Self::Error>; }
pub trait TryFrom<T>: Sized { type Error; fn try_from(value: T) -> Result<Self, Self::Error>; }
pub trait FloatToInt<Int> {}

pub fn identity<T>(x: T) -> T;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Infallible {}
impl fmt::Display for Infallible {}
impl Error for Infallible {}
impl From<!> for Infallible {}

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T { fn as_ref(&self) -> &U { (**self).as_ref() } }
impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T { fn as_ref(&self) -> &U { (**self).as_ref() } }
impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T { fn as_mut(&mut self) -> &mut U { (**self).as_mut() } }
impl<T, U: From<T>> Into<U> for T { fn into(self) -> U { U::from(self) } }
impl<T> From<T> for T {}
impl<T, U: TryFrom<T>> TryInto<U> for T { type Error = U::Error; fn try_into(self) -> Result<U, U::Error> { U::try_from(self) } }
impl<T, U: Into<T>> TryFrom<U> for T { type Error = Infallible; }
impl<T> AsRef<[T]> for [T] {}
impl<T> AsMut<[T]> for [T] {}
impl AsRef<str> for str {}
impl AsRef<[u8]> for str {}
impl AsMut<str> for str {}

#[callmap::each(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize)] impl<T> From<bool> for T {}
#[callmap::each(u16, u32, u64, u128, usize, i16, i32, i64, i128, isize, f32, f64, char)] impl<T> From<u8> for T {}
#[callmap::each(u32, u64, u128, usize, i32, i64, i128, f32, f64)] impl<T> From<u16> for T {}
#[callmap::each(u64, u128, i64, i128, f64)] impl<T> From<u32> for T {}
#[callmap::each(u128, i128)] impl<T> From<u64> for T {}
#[callmap::each(i16, i32, i64, i128, isize, f32, f64)] impl<T> From<i8> for T {}
#[callmap::each(i32, i64, i128, isize, f32, f64)] impl<T> From<i16> for T {}
#[callmap::each(i64, i128, f64)] impl<T> From<i32> for T {}
#[callmap::each(i128)] impl<T> From<i64> for T {}
#[callmap::each(u32, u64, u128)] impl<T> From<char> for T {}
impl From<f32> for f64 {}
#[callmap::each(f32, f64)] impl<T> From<bool> for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize)] impl<T> TryFrom<u8> for T { type Error = TryFromIntError; }
#[callmap::each(u8, i8, i16, isize)] impl<T> TryFrom<u16> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, usize, i8, i16, i32, isize)] impl<T> TryFrom<u32> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, usize, i8, i16, i32, i64, isize)] impl<T> TryFrom<u64> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, usize, i8, i16, i32, i64, i128, isize)] impl<T> TryFrom<u128> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, i8, i16, i32, i64, i128, isize)] impl<T> TryFrom<usize> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize)] impl<T> TryFrom<i8> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize, i8)] impl<T> TryFrom<i16> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize, i8, i16, isize)] impl<T> TryFrom<i32> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize, i8, i16, i32, isize)] impl<T> TryFrom<i64> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, isize)] impl<T> TryFrom<i128> for T { type Error = TryFromIntError; }
#[callmap::each(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128)] impl<T> TryFrom<isize> for T { type Error = TryFromIntError; }
