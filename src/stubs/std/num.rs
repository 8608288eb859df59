// Numbers.
pub use ::core::num::*;
