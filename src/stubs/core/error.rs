// The Error trait.
use crate::fmt::{Debug, Display};

pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> { None }
    fn description(&self) -> &str { loop {} }
    fn cause(&self) -> Option<&dyn Error> { self.source() }
}
impl dyn Error {
    pub fn is<T: Error>(&self) -> bool;
    pub fn downcast_ref<T: Error>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Error>(&mut self) -> Option<&mut T>;
}
impl dyn Error + Send {
    pub fn is<T: Error>(&self) -> bool;
    pub fn downcast_ref<T: Error>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Error>(&mut self) -> Option<&mut T>;
}
impl dyn Error + Send + Sync {
    pub fn is<T: Error>(&self) -> bool;
    pub fn downcast_ref<T: Error>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Error>(&mut self) -> Option<&mut T>;
}
impl<T: Error + ?Sized> Error for &T { fn source(&self) -> Option<&dyn Error> { (**self).source() } }
impl Error for ! {}
#[derive(Debug)] pub struct Request<'a>(&'a ());
impl<'a> Request<'a> {
    pub fn provide_value<T>(&mut self, value: T) -> &mut Self;
    pub fn provide_ref<T: ?Sized>(&mut self, value: &'static T) -> &mut Self;
}
