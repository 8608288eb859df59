// Default, with the impls of the primitive and built-in types.
pub trait Default: Sized { fn default() -> Self; }
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char)] impl<T> Default for T {}
impl Default for () {}
impl Default for &str {}
impl<T> Default for &[T] {}
impl<T> Default for &mut [T] {}
impl Default for &mut str {}
impl<T: Default, const N: usize> Default for [T; N] { fn default() -> [T; N] { T::default(); loop {} } }
