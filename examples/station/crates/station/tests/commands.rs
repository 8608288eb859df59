use station::{commands::dispatch, default_registry};

fn run(command: &str, arguments: &[&str]) -> String {
    let arguments: Vec<String> = arguments.iter().map(|a| a.to_string()).collect();
    dispatch(command, &default_registry(), &arguments).unwrap()
}

#[test]
fn now_has_a_line_for_each_sensor() {
    assert_eq!(run("now", &["6"]).lines().count(), 3);
}

#[test]
fn watch_rings_at_night() {
    assert!(run("watch", &["garden", "<", "7", "and", "(air", ">", "0)"]).contains("18"));
}
