//! Stands in for the hardware.

/// A value that rises and falls once a day around `middle`.
pub fn wave(hour: u32, middle: f64, swing: f64) -> f64 {
    middle + swing * phase(hour).sin()
}

fn phase(hour: u32) -> f64 {
    f64::from(hour % 24) / 24.0 * std::f64::consts::TAU
}
