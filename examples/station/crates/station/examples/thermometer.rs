//! One sensor alone.
use sensors::{Named, Sensor, Thermometer};

fn main() {
    let thermometer = Thermometer::new("window");
    println!("{} {:.1}", thermometer.name(), thermometer.mean());
}
