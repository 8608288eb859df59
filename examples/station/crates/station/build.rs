use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=STATION_BUILT_FOR={}", describe(&target()));
}

fn target() -> String {
    env::var("TARGET").unwrap_or_default()
}

fn describe(target: &str) -> String {
    target.split('-').next().unwrap_or("unknown").to_owned()
}
