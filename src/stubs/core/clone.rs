// Clone. References, fn pointers, closures, tuples and arrays are known to the inference engine; primitives are listed here.
pub trait Clone: Sized {
    fn clone(&self) -> Self;
    fn clone_from(&mut self, source: &Self) { *self = source.clone() }
}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char)]
impl<T> Clone for T {}
impl<T: ?Sized> Clone for *const T {}
impl<T: ?Sized> Clone for *mut T {}
impl<T: ?Sized> Clone for &T {}
impl Clone for ! {}
