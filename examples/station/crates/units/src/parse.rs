use std::fmt;

/// Why a text is no quantity.
#[derive(Debug)]
pub struct ParseQuantityError {
    text: String,
}

impl ParseQuantityError {
    fn new(text: &str) -> Self {
        ParseQuantityError {
            text: text.to_owned(),
        }
    }
}

impl fmt::Display for ParseQuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no number", self.text)
    }
}

impl std::error::Error for ParseQuantityError {}

/// Reads a number, and makes a quantity of it.
pub fn parse_quantity<Q>(text: &str, make: impl Fn(f64) -> Q) -> Result<Q, ParseQuantityError> {
    number(text).map(make)
}

fn number(text: &str) -> Result<f64, ParseQuantityError> {
    text.trim()
        .parse()
        .map_err(|_| ParseQuantityError::new(text))
}
