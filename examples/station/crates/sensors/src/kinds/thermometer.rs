use units::{shown, Celsius, Quantity};

use super::Label;
use crate::{platform, Named, Sensor};

/// Measures temperature.
pub struct Thermometer {
    label: Label,
    offset: Celsius,
}

impl Thermometer {
    pub fn new(name: &str) -> Self {
        Self::calibrated(name, Celsius::new(0.0))
    }

    pub fn calibrated(name: &str, offset: Celsius) -> Self {
        Thermometer {
            label: Label::new(name),
            offset,
        }
    }

    fn at(&self, hour: u32) -> Celsius {
        Celsius::new(platform::wave(hour, 12.0, 6.0)) + self.offset
    }
}

impl Named for Thermometer {
    fn name(&self) -> &str {
        &self.label
    }
}

impl Sensor for Thermometer {
    fn read(&self, hour: u32) -> f64 {
        self.at(hour).value()
    }

    fn report(&self, hour: u32) -> String {
        shown(self.at(hour))
    }
}
