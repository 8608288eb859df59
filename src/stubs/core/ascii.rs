// Escaping of ASCII bytes.
use crate::fmt;
#[derive(Clone)] pub struct EscapeDefault(u8);
impl EscapeDefault { pub fn as_str(&self) -> &str; }
impl Iterator for EscapeDefault { type Item = u8; }
impl DoubleEndedIterator for EscapeDefault {}
impl ExactSizeIterator for EscapeDefault {}
impl fmt::Display for EscapeDefault {}
impl fmt::Debug for EscapeDefault {}
pub fn escape_default(c: u8) -> EscapeDefault;
