// Pin.
use crate::fmt;
use crate::ops::{Deref, DerefMut};

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)] pub struct Pin<Ptr> { pointer: Ptr }
impl<Ptr: Deref> Pin<Ptr> {
    pub fn new(pointer: Ptr) -> Pin<Ptr>;
    pub unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr>;
    pub fn into_inner(pin: Pin<Ptr>) -> Ptr;
    pub unsafe fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr;
    pub fn as_ref(&self) -> Pin<&Ptr::Target>;
}
impl<Ptr: DerefMut> Pin<Ptr> {
    pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target>;
    pub fn as_deref_mut(self: Pin<&mut Pin<Ptr>>) -> Pin<&mut Ptr::Target>;
    pub fn set(&mut self, value: Ptr::Target) where Ptr::Target: Sized;
}
impl<'a, T: ?Sized> Pin<&'a T> {
    pub unsafe fn map_unchecked<U: ?Sized, F: FnOnce(&T) -> &U>(self, func: F) -> Pin<&'a U> { func(self.pointer); loop {} }
    pub fn get_ref(self) -> &'a T;
    pub fn static_ref(r: &'static T) -> Pin<&'static T>;
}
impl<'a, T: ?Sized> Pin<&'a mut T> {
    pub fn into_ref(self) -> Pin<&'a T>;
    pub fn get_mut(self) -> &'a mut T;
    pub unsafe fn get_unchecked_mut(self) -> &'a mut T;
    pub unsafe fn map_unchecked_mut<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(self, func: F) -> Pin<&'a mut U> { func(self.pointer); loop {} }
    pub fn static_mut(r: &'static mut T) -> Pin<&'static mut T>;
}
impl<Ptr: Deref> Deref for Pin<Ptr> { type Target = Ptr::Target; }
impl<Ptr: DerefMut> DerefMut for Pin<Ptr> {}
impl<Ptr: fmt::Debug> fmt::Debug for Pin<Ptr> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.pointer.fmt(f) } }
impl<Ptr: fmt::Display> fmt::Display for Pin<Ptr> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.pointer.fmt(f) } }
impl<Ptr: fmt::Pointer> fmt::Pointer for Pin<Ptr> {}
pub use crate::pin;
