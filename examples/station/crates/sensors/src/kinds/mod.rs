pub mod barometer;
pub mod thermometer;

/// Keeps what a sensor needs to answer to its name.
#[derive(Clone)]
pub(super) struct Label(String);

impl Label {
    fn new(text: &str) -> Self {
        Label(text.to_owned())
    }
}

impl std::ops::Deref for Label {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}
