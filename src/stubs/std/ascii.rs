// ASCII escapes.
pub use ::core::ascii::*;
