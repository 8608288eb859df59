use std::process::ExitCode;

use station::{commands::dispatch, default_registry};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(default_command);
    let rest: Vec<String> = arguments.collect();
    match dispatch(&command, &default_registry(), &rest) {
        Ok(text) => print(&text),
        Err(error) => fail(&error.to_string()),
    }
}

fn default_command() -> String {
    "now".to_owned()
}

fn print(text: &str) -> ExitCode {
    println!("{text}");
    ExitCode::SUCCESS
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message} (built for {})", env!("STATION_BUILT_FOR"));
    ExitCode::FAILURE
}
