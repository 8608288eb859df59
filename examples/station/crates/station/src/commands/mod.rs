use std::error::Error;

use sensors::Registry;

mod now;
mod watch;

/// A command: its name and the function that carries it out.
type Command = (
    &'static str,
    fn(&Registry, &[String]) -> Result<String, Box<dyn Error>>,
);

/// All commands, reached through function pointers.
static COMMANDS: [Command; 3] = [
    ("now", now::run),
    ("watch", watch::run),
    ("mean", inline::run),
];

/// Runs the command of this name.
pub fn dispatch(
    name: &str,
    registry: &Registry,
    arguments: &[String],
) -> Result<String, Box<dyn Error>> {
    let (_, run) = COMMANDS
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| unknown(name))?;
    run(registry, arguments)
}

fn unknown(name: &str) -> String {
    let known: Vec<_> = COMMANDS.iter().map(|(name, _)| *name).collect();
    format!("no command `{name}`; there are {}", known.join(", "))
}

/// A module that needs no file.
mod inline {
    use super::{Error, Registry};

    pub(super) fn run(registry: &Registry, _: &[String]) -> Result<String, Box<dyn Error>> {
        let mut text = String::new();
        registry.each(|sensor| text += &super::row(sensor.name(), sensor.mean()));
        Ok(text)
    }
}

fn row(name: &str, value: f64) -> String {
    format!("{name:12} {value:.1}\n")
}
