//! The station itself: its sensors, and what one can ask of it.

pub mod commands;

use sensors::{Barometer, Registry, Thermometer};
use units::Celsius;

/// The sensors that stand in the garden.
pub fn default_registry() -> Registry {
    Registry::new()
        .with(Thermometer::new("garden"))
        .with(Thermometer::calibrated("roof", Celsius::new(1.5)))
        .with(Barometer::new("air"))
}
