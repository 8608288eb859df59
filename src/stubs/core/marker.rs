// Marker traits. Auto traits hold for every type here: nobody asks which types they exclude.
use crate::fmt;
use crate::hash::Hash;
pub unsafe trait Send {}
unsafe impl<T: ?Sized> Send for T {}
pub unsafe trait Sync {}
unsafe impl<T: ?Sized> Sync for T {}
pub trait Sized {}
impl<T> Sized for T {}
pub trait Unsize<T: ?Sized> {}
pub trait Copy: Clone {}
pub trait Unpin {}
impl<T: ?Sized> Unpin for T {}
pub trait Destruct {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char)]
impl<T> Copy for T {}
impl<T: ?Sized> Copy for *const T {}
impl<T: ?Sized> Copy for *mut T {}
impl<T: ?Sized> Copy for &T {}
impl Copy for ! {}

pub struct PhantomData<T: ?Sized>;
impl<T: ?Sized> Clone for PhantomData<T> {}
impl<T: ?Sized> Copy for PhantomData<T> {}
impl<T: ?Sized> PartialEq for PhantomData<T> {}
impl<T: ?Sized> Eq for PhantomData<T> {}
impl<T: ?Sized> PartialOrd for PhantomData<T> {}
impl<T: ?Sized> Ord for PhantomData<T> {}
impl<T: ?Sized> fmt::Debug for PhantomData<T> {}
impl<T: ?Sized> Default for PhantomData<T> {}
impl<T: ?Sized> Hash for PhantomData<T> {}
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub struct PhantomPinned;
