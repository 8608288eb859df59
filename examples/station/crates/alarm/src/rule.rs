use std::str::FromStr;

use crate::parser::{self, ParseRuleError};

/// A condition on the values of sensors.
#[derive(Debug, PartialEq)]
pub enum Rule {
    Below(String, f64),
    Above(String, f64),
    All(Vec<Rule>),
    Any(Vec<Rule>),
}

impl Rule {
    /// Evaluates the rule; a sensor that is not known counts as quiet.
    pub fn holds<F>(&self, value: &F) -> bool
    where
        F: Fn(&str) -> Option<f64>,
    {
        match self {
            Rule::Below(name, limit) => compare(value(name), |v| v < *limit),
            Rule::Above(name, limit) => compare(value(name), |v| v > *limit),
            Rule::All(rules) => rules.iter().all(|rule| rule.holds(value)),
            Rule::Any(rules) => rules.iter().any(|rule| rule.holds(value)),
        }
    }
}

impl FromStr for Rule {
    type Err = ParseRuleError;

    fn from_str(text: &str) -> Result<Self, ParseRuleError> {
        parser::parse(text)
    }
}

fn compare(value: Option<f64>, test: impl FnOnce(f64) -> bool) -> bool {
    value.is_some_and(test)
}
