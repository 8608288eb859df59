// Cells.
use crate::cmp::Ordering;
use crate::error::Error;
use crate::fmt;
use crate::ops::{Deref, DerefMut};

pub struct Cell<T: ?Sized> { value: T }
impl<T> Cell<T> {
    pub fn new(value: T) -> Cell<T>;
    pub fn set(&self, val: T);
    pub fn swap(&self, other: &Self);
    pub fn replace(&self, val: T) -> T;
    pub fn into_inner(self) -> T;
    pub fn get(&self) -> T where T: Copy;
    pub fn update(&self, f: impl FnOnce(T) -> T) where T: Copy { f(self.get()); }
    pub fn take(&self) -> T where T: Default { T::default() }
}
impl<T: ?Sized> Cell<T> {
    pub fn as_ptr(&self) -> *mut T;
    pub fn get_mut(&mut self) -> &mut T;
    pub fn from_mut(t: &mut T) -> &Cell<T>;
}
impl<T> Cell<[T]> { pub fn as_slice_of_cells(&self) -> &[Cell<T>]; }
impl<T, const N: usize> Cell<[T; N]> { pub fn as_array_of_cells(&self) -> &[Cell<T>; N]; }
impl<T: Copy> Clone for Cell<T> {}
impl<T: Default> Default for Cell<T> { fn default() -> Cell<T> { Cell::new(T::default()) } }
impl<T: PartialEq + Copy> PartialEq for Cell<T> { fn eq(&self, other: &Cell<T>) -> bool { self.get().eq(&other.get()) } }
impl<T: Eq + Copy> Eq for Cell<T> {}
impl<T: PartialOrd + Copy> PartialOrd for Cell<T> { fn partial_cmp(&self, other: &Cell<T>) -> Option<Ordering> { self.get().partial_cmp(&other.get()) } }
impl<T: Ord + Copy> Ord for Cell<T> { fn cmp(&self, other: &Cell<T>) -> Ordering { self.get().cmp(&other.get()) } }
impl<T> From<T> for Cell<T> {}

pub struct RefCell<T: ?Sized> { value: T }
impl<T> RefCell<T> {
    pub fn new(value: T) -> RefCell<T>;
    pub fn into_inner(self) -> T;
    pub fn replace(&self, t: T) -> T;
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T { f(loop {}) }
    pub fn swap(&self, other: &Self);
    pub fn take(&self) -> T where T: Default { T::default() }
}
impl<T: ?Sized> RefCell<T> {
    pub fn borrow(&self) -> Ref<T>;
    pub fn try_borrow(&self) -> Result<Ref<T>, BorrowError>;
    pub fn borrow_mut(&self) -> RefMut<T>;
    pub fn try_borrow_mut(&self) -> Result<RefMut<T>, BorrowMutError>;
    pub fn as_ptr(&self) -> *mut T;
    pub fn get_mut(&mut self) -> &mut T;
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError>;
}
impl<T: Clone> Clone for RefCell<T> { fn clone(&self) -> Self { RefCell::new(self.borrow().clone()) } }
impl<T: Default> Default for RefCell<T> { fn default() -> Self { RefCell::new(T::default()) } }
impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> { fn eq(&self, other: &RefCell<T>) -> bool { self.value.eq(&other.value) } }
impl<T: ?Sized + Eq> Eq for RefCell<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> { fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> { self.value.partial_cmp(&other.value) } }
impl<T: ?Sized + Ord> Ord for RefCell<T> { fn cmp(&self, other: &RefCell<T>) -> Ordering { self.value.cmp(&other.value) } }
impl<T> From<T> for RefCell<T> {}
#[derive(Debug)] pub struct BorrowError(());
#[derive(Debug)] pub struct BorrowMutError(());
impl fmt::Display for BorrowError {}
impl fmt::Display for BorrowMutError {}
impl Error for BorrowError {}
impl Error for BorrowMutError {}

pub struct Ref<'b, T: ?Sized> { value: &'b T }
impl<'b, T: ?Sized> Ref<'b, T> {
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T>;
    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> { f(orig.value); loop {} }
    pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Self> { f(orig.value); loop {} }
    pub fn map_split<U: ?Sized, V: ?Sized, F: FnOnce(&T) -> (&U, &V)>(orig: Ref<'b, T>, f: F) -> (Ref<'b, U>, Ref<'b, V>) { f(orig.value); loop {} }
}
impl<T: ?Sized> Deref for Ref<T> { type Target = T; }
impl<T: ?Sized + fmt::Display> fmt::Display for Ref<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }
pub struct RefMut<'b, T: ?Sized> { value: &'b mut T }
impl<'b, T: ?Sized> RefMut<'b, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> { f(orig.value); loop {} }
    pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(orig: RefMut<'b, T>, f: F) -> Result<RefMut<'b, U>, Self> { f(orig.value); loop {} }
    pub fn map_split<U: ?Sized, V: ?Sized, F: FnOnce(&mut T) -> (&mut U, &mut V)>(orig: RefMut<'b, T>, f: F) -> (RefMut<'b, U>, RefMut<'b, V>) { f(orig.value); loop {} }
}
impl<T: ?Sized> Deref for RefMut<T> { type Target = T; }
impl<T: ?Sized> DerefMut for RefMut<T> {}
impl<T: ?Sized + fmt::Display> fmt::Display for RefMut<T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.value.fmt(f) } }

pub struct UnsafeCell<T: ?Sized> { value: T }
impl<T> UnsafeCell<T> { pub fn new(value: T) -> UnsafeCell<T>; pub fn into_inner(self) -> T; pub unsafe fn replace(&self, value: T) -> T; }
impl<T: ?Sized> UnsafeCell<T> {
    pub fn from_mut(value: &mut T) -> &mut UnsafeCell<T>;
    pub fn get(&self) -> *mut T;
    pub fn get_mut(&mut self) -> &mut T;
    pub fn raw_get(this: *const Self) -> *mut T;
}
impl<T: Default> Default for UnsafeCell<T> {}
impl<T> From<T> for UnsafeCell<T> {}

#[derive(Clone, PartialEq, Eq, Debug)] pub struct OnceCell<T> { inner: Option<T> }
impl<T> OnceCell<T> {
    pub fn new() -> OnceCell<T>;
    pub fn get(&self) -> Option<&T>;
    pub fn get_mut(&mut self) -> Option<&mut T>;
    pub fn set(&self, value: T) -> Result<(), T>;
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T { f(); loop {} }
    pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E> { f(); loop {} }
    pub fn into_inner(self) -> Option<T>;
    pub fn take(&mut self) -> Option<T>;
}
impl<T> Default for OnceCell<T> {}
impl<T> From<T> for OnceCell<T> {}
pub struct LazyCell<T, F = fn() -> T> { value: T, init: F }
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub fn new(f: F) -> LazyCell<T, F> { f(); loop {} }
    pub fn force(this: &LazyCell<T, F>) -> &T;
    pub fn force_mut(this: &mut LazyCell<T, F>) -> &mut T;
    pub fn get(this: &LazyCell<T, F>) -> Option<&T>;
    pub fn get_mut(this: &mut LazyCell<T, F>) -> Option<&mut T>;
}
impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> { type Target = T; }
impl<T, F: FnOnce() -> T> DerefMut for LazyCell<T, F> {}
impl<T: Default> Default for LazyCell<T> {}
impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {}
impl<T> AsRef<[Cell<T>]> for Cell<[T]> {}
