//! Rules such as `garden < 8 and (roof > 17 or air < 1010)`: read by recursive descent, then evaluated.

mod parser;
mod rule;

pub use parser::ParseRuleError;
pub use rule::Rule;

use sensors::Registry;

/// True when the rule holds at this hour.
pub fn rings(rule: &Rule, registry: &Registry, hour: u32) -> bool {
    rule.holds(&|name: &str| registry.find(name).map(|sensor| sensor.read(hour)))
}
