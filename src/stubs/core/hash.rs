// Hashing.
use crate::fmt;
use crate::marker::PhantomData;

pub trait Hash {
    fn hash<H: Hasher>(&self, state: &mut H);
    fn hash_slice<H: Hasher>(data: &[Self], state: &mut H) where Self: Sized { data[0].hash(state) }
}
pub trait Hasher {
    fn finish(&self) -> u64;
    fn write(&mut self, bytes: &[u8]);
    fn write_u8(&mut self, i: u8) { self.write(loop {}) }
    fn write_u16(&mut self, i: u16) { self.write(loop {}) }
    fn write_u32(&mut self, i: u32) { self.write(loop {}) }
    fn write_u64(&mut self, i: u64) { self.write(loop {}) }
    fn write_u128(&mut self, i: u128) { self.write(loop {}) }
    fn write_usize(&mut self, i: usize) { self.write(loop {}) }
    fn write_i8(&mut self, i: i8) { self.write(loop {}) }
    fn write_i16(&mut self, i: i16) { self.write(loop {}) }
    fn write_i32(&mut self, i: i32) { self.write(loop {}) }
    fn write_i64(&mut self, i: i64) { self.write(loop {}) }
    fn write_i128(&mut self, i: i128) { self.write(loop {}) }
    fn write_isize(&mut self, i: isize) { self.write(loop {}) }
}
impl<H: Hasher + ?Sized> Hasher for &mut H { fn finish(&self) -> u64 { (**self).finish() } fn write(&mut self, bytes: &[u8]) { (**self).write(bytes) } }
pub trait BuildHasher {
    type Hasher: Hasher;
    fn build_hasher(&self) -> Self::Hasher;
    fn hash_one<T: Hash>(&self, x: T) -> u64 where Self: Sized, Self::Hasher: Hasher { x.hash(&mut self.build_hasher()); loop {} }
}
#[derive(Clone, Default, PartialEq, Eq)] pub struct BuildHasherDefault<H>(PhantomData<H>);
impl<H> BuildHasherDefault<H> { pub fn new() -> Self; }
impl<H> fmt::Debug for BuildHasherDefault<H> {}
impl<H: Default + Hasher> BuildHasher for BuildHasherDefault<H> { type Hasher = H; fn build_hasher(&self) -> H { H::default() } }
#[derive(Clone, Debug)] pub struct SipHasher(u64);
impl SipHasher { pub fn new() -> SipHasher; pub fn new_with_keys(key0: u64, key1: u64) -> SipHasher; }
impl Hasher for SipHasher {}
impl Default for SipHasher {}
#[callmap::each(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool, char, str)] impl<T> Hash for T {}
impl Hash for ! {}
impl Hash for () {}
impl<T: ?Sized + Hash> Hash for &T { fn hash<H: Hasher>(&self, state: &mut H) { (**self).hash(state) } }
impl<T: ?Sized + Hash> Hash for &mut T { fn hash<H: Hasher>(&self, state: &mut H) { (**self).hash(state) } }
impl<T: ?Sized> Hash for *const T {}
impl<T: ?Sized> Hash for *mut T {}
