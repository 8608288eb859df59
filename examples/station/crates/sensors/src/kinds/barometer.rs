use units::{shown, Hectopascal, Quantity};

use super::Label;
use crate::{platform, Named, Sensor};

/// Measures air pressure.
pub struct Barometer {
    label: Label,
}

impl Barometer {
    pub fn new(name: &str) -> Self {
        Barometer {
            label: Label::new(name),
        }
    }

    fn at(&self, hour: u32) -> Hectopascal {
        Hectopascal::new(platform::wave(hour, 1013.0, 4.0))
    }
}

impl Named for Barometer {
    fn name(&self) -> &str {
        &self.label
    }
}

impl Sensor for Barometer {
    fn read(&self, hour: u32) -> f64 {
        self.at(hour).value()
    }

    fn report(&self, hour: u32) -> String {
        shown(self.at(hour))
    }

    // Pressure moves slowly: two readings do.
    fn mean(&self) -> f64 {
        ((self.at(0) + self.at(12)) / 2.0).value()
    }
}
