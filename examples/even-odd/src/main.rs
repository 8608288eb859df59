//! Two functions that call each other: the smallest program whose call graph has a cycle of two.

fn is_even(n: u32) -> bool {
    if n == 0 {
        true
    } else {
        is_odd(n - 1)
    }
}

fn is_odd(n: u32) -> bool {
    if n == 0 {
        false
    } else {
        is_even(n - 1)
    }
}

fn main() {
    let n = std::env::args()
        .nth(1)
        .and_then(|argument| argument.parse().ok())
        .unwrap_or(10);
    println!("{n} is {}", if is_even(n) { "even" } else { "odd" });
}
