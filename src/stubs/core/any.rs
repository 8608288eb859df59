// Any and type names.
use crate::fmt;

pub trait Any { fn type_id(&self) -> TypeId; }
impl<T: ?Sized> Any for T {}
impl dyn Any {
    pub fn is<T: Any>(&self) -> bool;
    pub fn downcast_ref<T: Any>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T>;
}
impl dyn Any + Send {
    pub fn is<T: Any>(&self) -> bool;
    pub fn downcast_ref<T: Any>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T>;
}
impl dyn Any + Send + Sync {
    pub fn is<T: Any>(&self) -> bool;
    pub fn downcast_ref<T: Any>(&self) -> Option<&T>;
    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T>;
}
impl fmt::Debug for dyn Any {}
impl fmt::Debug for dyn Any + Send {}
impl fmt::Debug for dyn Any + Send + Sync {}
#[derive(Clone, Copy, Eq, PartialEq, PartialOrd, Ord, Hash, Debug)] pub struct TypeId(u128);
impl TypeId { pub fn of<T: ?Sized>() -> TypeId; }
pub fn type_name<T: ?Sized>() -> &'static str;
pub fn type_name_of_val<T: ?Sized>(val: &T) -> &'static str;
