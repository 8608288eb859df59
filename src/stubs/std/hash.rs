// Hashing, with the default hasher.
pub use ::core::hash::*;
#[derive(Clone, Debug, Default)] pub struct RandomState(u64);
impl RandomState { pub fn new() -> RandomState; }
impl BuildHasher for RandomState { type Hasher = DefaultHasher; }
#[derive(Clone, Debug, Default)] pub struct DefaultHasher(u64);
impl DefaultHasher { pub fn new() -> DefaultHasher; }
impl Hasher for DefaultHasher {}
