use crate::Rule;

/// Why a text is no rule.
#[derive(Debug, PartialEq)]
pub enum ParseRuleError {
    Expected(&'static str),
    Number(String),
}

impl From<std::num::ParseFloatError> for ParseRuleError {
    fn from(error: std::num::ParseFloatError) -> Self {
        ParseRuleError::Number(error.to_string())
    }
}

/// Returns early unless the condition holds.
macro_rules! expect {
    ($condition:expr, $what:literal) => {
        if !$condition {
            return Err(ParseRuleError::Expected($what));
        }
    };
}

/// Reads a whole rule.
pub(crate) fn parse(text: &str) -> Result<Rule, ParseRuleError> {
    let spaced = text.replace('(', " ( ").replace(')', " ) ");
    let mut words = Words {
        words: spaced.split_whitespace().collect(),
        at: 0,
    };
    let rule = any(&mut words)?;
    expect!(words.is_done(), "the end");
    Ok(rule)
}

struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).copied()
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.at += usize::from(found);
        found
    }

    fn next_word(&mut self, what: &'static str) -> Result<&'a str, ParseRuleError> {
        let word = self.peek().ok_or(ParseRuleError::Expected(what))?;
        self.at += 1;
        Ok(word)
    }

    fn is_done(&self) -> bool {
        self.peek().is_none()
    }
}

fn any(words: &mut Words<'_>) -> Result<Rule, ParseRuleError> {
    chain(words, "or", all, Rule::Any)
}

fn all(words: &mut Words<'_>) -> Result<Rule, ParseRuleError> {
    chain(words, "and", atom, Rule::All)
}

/// Reads what `part` reads, one or more times with `separator` between.
fn chain(
    words: &mut Words<'_>,
    separator: &str,
    part: fn(&mut Words<'_>) -> Result<Rule, ParseRuleError>,
    join: fn(Vec<Rule>) -> Rule,
) -> Result<Rule, ParseRuleError> {
    let mut rules = vec![part(words)?];
    while words.take(separator) {
        rules.push(part(words)?);
    }
    Ok(if rules.len() == 1 {
        rules.remove(0)
    } else {
        join(rules)
    })
}

fn atom(words: &mut Words<'_>) -> Result<Rule, ParseRuleError> {
    if words.take("(") {
        let rule = any(words)?;
        expect!(words.take(")"), "a closing parenthesis");
        return Ok(rule);
    }
    comparison(words)
}

fn comparison(words: &mut Words<'_>) -> Result<Rule, ParseRuleError> {
    let name = words.next_word("a sensor")?.to_owned();
    let is_below = words.take("<");
    expect!(is_below || words.take(">"), "`<` or `>`");
    let limit = words.next_word("a number")?.parse()?;
    Ok(if is_below {
        Rule::Below(name, limit)
    } else {
        Rule::Above(name, limit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(name: &str, limit: f64) -> Rule {
        Rule::Below(name.to_owned(), limit)
    }

    #[test]
    fn and_binds_closer_than_or() {
        let rule = parse("a < 1 or b < 2 and c < 3").unwrap();
        assert_eq!(
            rule,
            Rule::Any(vec![
                below("a", 1.0),
                Rule::All(vec![below("b", 2.0), below("c", 3.0)])
            ])
        );
    }

    #[test]
    fn a_parenthesis_must_close() {
        assert_eq!(
            parse("(a < 1"),
            Err(ParseRuleError::Expected("a closing parenthesis"))
        );
    }
}
