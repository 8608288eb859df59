use shapes::{larger, total, Circle, Labelled, Rectangle, Shape};

#[test]
fn a_square_has_the_area_of_its_sides() {
    assert_eq!(Rectangle::square(3.0).area(), 9.0);
}

#[test]
fn a_label_does_not_change_the_area() {
    let plain = total(&[Box::new(Rectangle::new(1.0, 2.0))]);
    let labelled = total(&[Box::new(Labelled::new(7, Rectangle::new(1.0, 2.0)))]);
    assert_eq!(plain, labelled);
}

#[test]
fn the_larger_circle_wins() {
    let (small, large) = (Circle::new(1.0), Circle::new(2.0));
    assert_eq!(larger(&small, &large).area(), large.area());
}
