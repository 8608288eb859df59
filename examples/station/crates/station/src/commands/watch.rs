use std::error::Error;

use rules::{rings, Rule};
use sensors::{Registry, Sensor, Thermometer};
use units::{parse, Celsius};

/// Reads a rule and says at which hours it rings; a number instead of a rule watches for frost below it.
pub(super) fn run(registry: &Registry, arguments: &[String]) -> Result<String, Box<dyn Error>> {
    let text = arguments.join(" ");
    let rule = match parse(&text, Celsius::new) {
        Ok(limit) => return Ok(frost(limit)),
        Err(_) => text.parse::<Rule>().map_err(|error| format!("{error:?}"))?,
    };
    Ok(format!(
        "rings at {:?}",
        hours(|hour| rings(&rule, registry, hour))
    ))
}

fn frost(limit: Celsius) -> String {
    let garden = Thermometer::new("garden");
    let coldest = (0..24)
        .map(|hour| garden.read(hour))
        .fold(f64::MAX, f64::min);
    format!("frost: {}", Celsius::new(coldest) < limit)
}

/// The hours of the day for which the test holds.
fn hours(test: impl Fn(u32) -> bool) -> Vec<u32> {
    (0..24).filter(|&hour| test(hour)).collect()
}
