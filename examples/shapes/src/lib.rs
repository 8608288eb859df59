//! A trait with a default method, implemented for plain and for generic types.

/// Something with an area.
pub trait Shape {
    fn area(&self) -> f64;

    fn name(&self) -> String;

    /// Calls the two methods above, whichever type they belong to.
    fn describe(&self) -> String {
        format!("{} of {:.2}", self.name(), self.area())
    }
}

pub struct Circle {
    radius: f64,
}

impl Circle {
    pub fn new(radius: f64) -> Self {
        Circle { radius }
    }
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * square(self.radius)
    }

    fn name(&self) -> String {
        "circle".to_string()
    }
}

pub struct Rectangle {
    width: f64,
    height: f64,
}

impl Rectangle {
    pub fn new(width: f64, height: f64) -> Self {
        Rectangle { width, height }
    }

    pub fn square(side: f64) -> Self {
        Self::new(side, side)
    }
}

impl Shape for Rectangle {
    fn area(&self) -> f64 {
        self.width * self.height
    }

    fn name(&self) -> String {
        if self.width == self.height {
            "square"
        } else {
            "rectangle"
        }
        .to_string()
    }

    // Overrides the default.
    fn describe(&self) -> String {
        format!("{} by {} {}", self.width, self.height, self.name())
    }
}

/// A shape with a label, whatever the label is.
pub struct Labelled<L, S> {
    label: L,
    shape: S,
}

impl<L: ToString, S: Shape> Labelled<L, S> {
    pub fn new(label: L, shape: S) -> Self {
        Labelled { label, shape }
    }
}

impl<L: ToString, S: Shape> Shape for Labelled<L, S> {
    fn area(&self) -> f64 {
        self.shape.area()
    }

    fn name(&self) -> String {
        self.label.to_string()
    }
}

/// Total area, through dynamic dispatch.
pub fn total(shapes: &[Box<dyn Shape>]) -> f64 {
    shapes.iter().map(|shape| shape.area()).sum()
}

/// The larger of two, through static dispatch.
pub fn larger<'a, S: Shape>(a: &'a S, b: &'a S) -> &'a S {
    if a.area() < b.area() {
        b
    } else {
        a
    }
}

fn square(x: f64) -> f64 {
    x * x
}
