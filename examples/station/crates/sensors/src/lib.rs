//! What measures: a trait with a supertrait, implementations in modules of every kind, a registry behind `dyn`.

pub mod kinds;
mod registry;

#[path = "platform/simulated.rs"]
pub mod platform;

pub use kinds::{barometer::Barometer, thermometer::Thermometer};
pub use registry::Registry;

/// Whatever has a name.
pub trait Named {
    fn name(&self) -> &str;
}

/// Something that gives a value at each hour of the day.
pub trait Sensor: Named {
    /// The value at this hour.
    fn read(&self, hour: u32) -> f64;

    /// The value as text.
    fn report(&self, hour: u32) -> String;

    /// Mean of the whole day.
    fn mean(&self) -> f64 {
        mean_of((0..24).map(|hour| self.read(hour)))
    }

    /// A line for people: calls through the supertrait too.
    fn line(&self, hour: u32) -> String {
        format!("{:12} {}", self.name(), self.report(hour))
    }
}

pub(crate) fn mean_of(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    sum / f64::from(count)
}
