// The ordinary macros of `core`: what they call and which type they have, not what they print.
#[macro_export]
macro_rules! panic {
    () => { $crate::panicking::panic("") };
    ($($arg:tt)+) => { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}
#[macro_export]
macro_rules! unreachable {
    () => { $crate::panicking::panic("") };
    ($($arg:tt)+) => { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}
#[macro_export]
macro_rules! unimplemented {
    () => { $crate::panicking::panic("") };
    ($($arg:tt)+) => { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}
#[macro_export]
macro_rules! todo {
    () => { $crate::panicking::panic("") };
    ($($arg:tt)+) => { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}
#[macro_export]
macro_rules! assert {
    ($cond:expr $(,)?) => { if !$cond { $crate::panicking::panic("") } };
    ($cond:expr, $($arg:tt)+) => { if !$cond { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) } };
}
#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) { (left_val, right_val) => if !(*left_val == *right_val) { $crate::panicking::panic("") } }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => if !(*left_val == *right_val) { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) }
        }
    };
}
#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) { (left_val, right_val) => if *left_val == *right_val { $crate::panicking::panic("") } }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => if *left_val == *right_val { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) }
        }
    };
}
#[macro_export]
macro_rules! assert_matches {
    ($left:expr, $(|)? $($pattern:pat_param)|+ $(if $guard:expr)? $(, $($arg:tt)*)?) => {
        match $left { $($pattern)|+ $(if $guard)? => {} _ => $crate::panicking::panic("") }
    };
}
#[macro_export]
macro_rules! debug_assert { ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert!($($arg)*); } }; }
#[macro_export]
macro_rules! debug_assert_eq { ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_eq!($($arg)*); } }; }
#[macro_export]
macro_rules! debug_assert_ne { ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_ne!($($arg)*); } }; }
#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => { match $expression { $pattern $(if $guard)? => true, _ => false } };
}
#[macro_export]
macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => return $crate::result::Result::Err($crate::convert::From::from(err)),
        }
    };
}
#[macro_export]
macro_rules! write { ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args!($($arg)*)) }; }
#[macro_export]
macro_rules! writeln {
    ($dst:expr $(,)?) => { $dst.write_fmt($crate::format_args!("")) };
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args!($($arg)*)) };
}
#[macro_export]
macro_rules! ready {
    ($e:expr $(,)?) => { match $e { $crate::task::Poll::Ready(t) => t, $crate::task::Poll::Pending => return $crate::task::Poll::Pending } };
}
#[macro_export]
macro_rules! pin { ($value:expr $(,)?) => { unsafe { $crate::pin::Pin::new_unchecked(&mut { $value }) } }; }
