use crate::Sensor;

/// Owns sensors of any kind.
#[derive(Default)]
pub struct Registry {
    sensors: Vec<Box<dyn Sensor>>,
}

impl Registry {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sensor; calls can be chained.
    pub fn with(mut self, sensor: impl Sensor + 'static) -> Self {
        self.sensors.push(Box::new(sensor));
        self
    }

    /// Calls `visit` for each sensor.
    pub fn each<'a>(&'a self, mut visit: impl FnMut(&'a dyn Sensor)) {
        for sensor in self {
            visit(sensor);
        }
    }

    /// The sensor of this name.
    pub fn find(&self, name: &str) -> Option<&dyn Sensor> {
        self.into_iter().find(|sensor| sensor.name() == name)
    }
}

impl<'a> IntoIterator for &'a Registry {
    type Item = &'a dyn Sensor;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        Iter {
            rest: &self.sensors,
        }
    }
}

/// Walks over the sensors of a registry.
pub struct Iter<'a> {
    rest: &'a [Box<dyn Sensor>],
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a dyn Sensor;

    fn next(&mut self) -> Option<&'a dyn Sensor> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first.as_ref())
    }
}
