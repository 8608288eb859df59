use std::error::Error;

use sensors::Registry;

/// One line per sensor for the hour that is asked for.
pub(super) fn run(registry: &Registry, arguments: &[String]) -> Result<String, Box<dyn Error>> {
    let hour = arguments.first().map_or(Ok(12), |text| text.parse())?;
    Ok(registry
        .into_iter()
        .map(|sensor| sensor.line(hour))
        .collect::<Vec<_>>()
        .join("\n"))
}
