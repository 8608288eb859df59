//! Quantities: types, their operators and their conversions are all defined by one macro.

#[macro_use]
mod define;
mod parse;

pub use parse::{parse_quantity as parse, ParseQuantityError};

quantities! {
    Celsius, "°C" => celsius_to_fahrenheit, "°F";
    Hectopascal, "hPa" => hectopascal_to_inches, "inHg";
}

fn celsius_to_fahrenheit(value: f64) -> f64 {
    scale(value, 1.8) + 32.0
}

fn hectopascal_to_inches(value: f64) -> f64 {
    scale(value, 0.02953)
}

fn scale(value: f64, factor: f64) -> f64 {
    value * factor
}

/// The text of a value as the people of the place read it.
#[cfg(feature = "imperial")]
pub fn shown<Q: Quantity>(quantity: Q) -> String {
    write_value(quantity.foreign(), Q::FOREIGN)
}

/// The text of a value as the people of the place read it.
#[cfg(not(feature = "imperial"))]
pub fn shown<Q: Quantity>(quantity: Q) -> String {
    write_value(quantity.value(), Q::SYMBOL)
}

fn write_value(value: f64, symbol: &str) -> String {
    format!("{value:.1} {symbol}")
}
