// Formatting: the traits, Formatter and its builders, Arguments.
use crate::cell::{Cell, Ref, RefCell, RefMut, UnsafeCell};
use crate::error;

pub type Result = crate::result::Result<(), Error>;
#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)] pub struct Error;
impl Display for Error {}
impl error::Error for Error {}
#[derive(Copy, Clone, Debug, PartialEq, Eq)] pub enum Alignment { Left, Right, Center }

pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;
    fn write_char(&mut self, c: char) -> Result { self.write_str(loop {}) }
    fn write_fmt(&mut self, args: Arguments) -> Result { self.write_str(loop {}) }
}
impl<W: Write + ?Sized> Write for &mut W { fn write_str(&mut self, s: &str) -> Result { (**self).write_str(s) } }

#[derive(Copy, Clone)] pub struct Arguments<'a>(&'a str);
impl<'a> Arguments<'a> {
    pub fn as_str(&self) -> Option<&'static str>;
    pub fn new(template: &str) -> Arguments<'a>;
    pub fn from_str(s: &'static str) -> Arguments<'a>;
    pub fn from_str_nonconst(s: &'static str) -> Arguments<'a>;
}
impl Debug for Arguments {}
impl Display for Arguments {}

pub struct Formatter<'a>(&'a mut dyn Write);
impl<'a> Formatter<'a> {
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result;
    pub fn pad(&mut self, s: &str) -> Result;
    pub fn write_str(&mut self, data: &str) -> Result;
    pub fn write_fmt(&mut self, fmt: Arguments) -> Result;
    pub fn flags(&self) -> u32;
    pub fn fill(&self) -> char;
    pub fn align(&self) -> Option<Alignment>;
    pub fn width(&self) -> Option<usize>;
    pub fn precision(&self) -> Option<usize>;
    pub fn sign_plus(&self) -> bool;
    pub fn sign_minus(&self) -> bool;
    pub fn alternate(&self) -> bool;
    pub fn sign_aware_zero_pad(&self) -> bool;
    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a>;
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a>;
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a>;
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a>;
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a>;
    pub fn debug_struct_field1_finish(&mut self, name: &str, name1: &str, value1: &dyn Debug) -> Result;
    pub fn debug_struct_field2_finish(&mut self, name: &str, name1: &str, value1: &dyn Debug, name2: &str, value2: &dyn Debug) -> Result;
    pub fn debug_struct_field3_finish(&mut self, name: &str, name1: &str, value1: &dyn Debug, name2: &str, value2: &dyn Debug, name3: &str, value3: &dyn Debug) -> Result;
    pub fn debug_struct_field4_finish(&mut self, name: &str, name1: &str, value1: &dyn Debug, name2: &str, value2: &dyn Debug, name3: &str, value3: &dyn Debug, name4: &str, value4: &dyn Debug) -> Result;
    pub fn debug_struct_field5_finish(&mut self, name: &str, name1: &str, value1: &dyn Debug, name2: &str, value2: &dyn Debug, name3: &str, value3: &dyn Debug, name4: &str, value4: &dyn Debug, name5: &str, value5: &dyn Debug) -> Result;
    pub fn debug_struct_fields_finish(&mut self, name: &str, names: &[&str], values: &[&dyn Debug]) -> Result;
    pub fn debug_tuple_field1_finish(&mut self, name: &str, value1: &dyn Debug) -> Result;
    pub fn debug_tuple_field2_finish(&mut self, name: &str, value1: &dyn Debug, value2: &dyn Debug) -> Result;
    pub fn debug_tuple_field3_finish(&mut self, name: &str, value1: &dyn Debug, value2: &dyn Debug, value3: &dyn Debug) -> Result;
    pub fn debug_tuple_field4_finish(&mut self, name: &str, value1: &dyn Debug, value2: &dyn Debug, value3: &dyn Debug, value4: &dyn Debug) -> Result;
    pub fn debug_tuple_fields_finish(&mut self, name: &str, values: &[&dyn Debug]) -> Result;
}
impl Write for Formatter {}

pub struct DebugStruct<'a, 'b>(&'a mut Formatter<'b>);
impl<'a, 'b> DebugStruct<'a, 'b> {
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self { value.fmt(self.0); self }
    pub fn field_with<F: FnOnce(&mut Formatter) -> Result>(&mut self, name: &str, value_fmt: F) -> &mut Self { value_fmt(self.0); self }
    pub fn finish_non_exhaustive(&mut self) -> Result;
    pub fn finish(&mut self) -> Result;
}
pub struct DebugTuple<'a, 'b>(&'a mut Formatter<'b>);
impl<'a, 'b> DebugTuple<'a, 'b> {
    pub fn field(&mut self, value: &dyn Debug) -> &mut Self { value.fmt(self.0); self }
    pub fn field_with<F: FnOnce(&mut Formatter) -> Result>(&mut self, value_fmt: F) -> &mut Self { value_fmt(self.0); self }
    pub fn finish_non_exhaustive(&mut self) -> Result;
    pub fn finish(&mut self) -> Result;
}
pub struct DebugSet<'a, 'b>(&'a mut Formatter<'b>);
impl<'a, 'b> DebugSet<'a, 'b> {
    pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self { entry.fmt(self.0); self }
    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self { entries.into_iter().next().unwrap().fmt(self.0); self }
    pub fn finish_non_exhaustive(&mut self) -> Result;
    pub fn finish(&mut self) -> Result;
}
pub struct DebugList<'a, 'b>(&'a mut Formatter<'b>);
impl<'a, 'b> DebugList<'a, 'b> {
    pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self { entry.fmt(self.0); self }
    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self { entries.into_iter().next().unwrap().fmt(self.0); self }
    pub fn finish_non_exhaustive(&mut self) -> Result;
    pub fn finish(&mut self) -> Result;
}
pub struct DebugMap<'a, 'b>(&'a mut Formatter<'b>);
impl<'a, 'b> DebugMap<'a, 'b> {
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self { key.fmt(self.0); value.fmt(self.0); self }
    pub fn key(&mut self, key: &dyn Debug) -> &mut Self { key.fmt(self.0); self }
    pub fn value(&mut self, value: &dyn Debug) -> &mut Self { value.fmt(self.0); self }
    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self { entries.into_iter().next().unwrap().0.fmt(self.0); entries.into_iter().next().unwrap().1.fmt(self.0); self }
    pub fn finish_non_exhaustive(&mut self) -> Result;
    pub fn finish(&mut self) -> Result;
}
pub struct FromFn<F>(F);
impl<F: Fn(&mut Formatter) -> Result> Debug for FromFn<F> { fn fmt(&self, f: &mut Formatter) -> Result { (self.0)(f) } }
impl<F: Fn(&mut Formatter) -> Result> Display for FromFn<F> { fn fmt(&self, f: &mut Formatter) -> Result { (self.0)(f) } }
pub fn from_fn<F: Fn(&mut Formatter) -> Result>(f: F) -> FromFn<F>;
pub fn write(output: &mut dyn Write, args: Arguments) -> Result { output.write_str(loop {}) }

pub trait Debug { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait Display { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait Octal { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait Binary { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait LowerHex { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait UpperHex { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait Pointer { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait LowerExp { fn fmt(&self, f: &mut Formatter) -> Result; }
pub trait UpperExp { fn fmt(&self, f: &mut Formatter) -> Result; }
impl<T: ?Sized + Debug> Debug for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Debug> Debug for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Display> Display for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Display> Display for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Octal> Octal for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Octal> Octal for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Binary> Binary for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + Binary> Binary for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + LowerHex> LowerHex for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + LowerHex> LowerHex for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + UpperHex> UpperHex for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + UpperHex> UpperHex for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + LowerExp> LowerExp for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + LowerExp> LowerExp for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + UpperExp> UpperExp for &T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
impl<T: ?Sized + UpperExp> UpperExp for &mut T { fn fmt(&self, f: &mut Formatter) -> Result { (**self).fmt(f) } }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str)] impl<T> Debug for T {}
impl Debug for ! {}
impl Debug for () {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char, str)] impl<T> Display for T {}
impl Display for ! {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Octal for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> Binary for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> LowerHex for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize)] impl<T> UpperHex for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> LowerExp for T {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64)] impl<T> UpperExp for T {}
impl<T: ?Sized> Pointer for *const T {}
impl<T: ?Sized> Pointer for *mut T {}
impl<T: ?Sized> Pointer for &T {}
impl<T: ?Sized> Pointer for &mut T {}
impl<T: ?Sized> Debug for *const T {}
impl<T: ?Sized> Debug for *mut T {}
impl<T: Copy + Debug> Debug for Cell<T> {}
impl<T: ?Sized + Debug> Debug for RefCell<T> {}
impl<T: ?Sized + Debug> Debug for Ref<T> {}
impl<T: ?Sized + Debug> Debug for RefMut<T> {}
impl<T: ?Sized> Debug for UnsafeCell<T> {}
