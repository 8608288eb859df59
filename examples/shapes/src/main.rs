use shapes::{larger, total, Circle, Labelled, Rectangle, Shape};

/// Runs `visit` for every shape.
fn each(shapes: &[Box<dyn Shape>], visit: impl Fn(&dyn Shape)) {
    for shape in shapes {
        visit(shape.as_ref());
    }
}

fn print(shape: &dyn Shape) {
    println!("- {}", shape.describe());
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![
        Box::new(Circle::new(1.0)),
        Box::new(Rectangle::square(2.0)),
        Box::new(Labelled::new("table", Rectangle::new(2.0, 3.0))),
    ];
    each(&shapes, print);
    println!("total {:.2}", total(&shapes));

    let (small, large) = (Circle::new(1.0), Circle::new(2.0));
    let scale = |factor: f64| factor * larger(&small, &large).area();
    println!("twice the larger {:.2}", scale(2.0));
}
