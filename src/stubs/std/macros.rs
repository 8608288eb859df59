// The ordinary macros of `std`.
#[macro_export]
macro_rules! print { ($($arg:tt)*) => { $crate::io::_print($crate::format_args!($($arg)*)) }; }
#[macro_export]
macro_rules! println {
    () => { $crate::io::_print($crate::format_args!("")) };
    ($($arg:tt)*) => { $crate::io::_print($crate::format_args!($($arg)*)) };
}
#[macro_export]
macro_rules! eprint { ($($arg:tt)*) => { $crate::io::_eprint($crate::format_args!($($arg)*)) }; }
#[macro_export]
macro_rules! eprintln {
    () => { $crate::io::_eprint($crate::format_args!("")) };
    ($($arg:tt)*) => { $crate::io::_eprint($crate::format_args!($($arg)*)) };
}
#[macro_export]
macro_rules! dbg {
    () => { $crate::io::_eprint($crate::format_args!("")) };
    ($val:expr $(,)?) => { match $val { tmp => { $crate::io::_eprint($crate::format_args!("{:?}", &tmp)); tmp } } };
    ($($val:expr),+ $(,)?) => { ($($crate::dbg!($val)),+,) };
}
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block; $($rest:tt)*) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = { fn __init() -> $t { $init } unsafe { $crate::thread::LocalKey::new(loop {}) } };
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = { fn __init() -> $t { $init } unsafe { $crate::thread::LocalKey::new(loop {}) } };
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = { fn __init() -> $t { $init } unsafe { $crate::thread::LocalKey::new(loop {}) } };
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = { fn __init() -> $t { $init } unsafe { $crate::thread::LocalKey::new(loop {}) } };
    };
}
#[macro_export]
macro_rules! is_x86_feature_detected { ($($feature:tt)*) => { true }; }
#[macro_export]
macro_rules! is_aarch64_feature_detected { ($($feature:tt)*) => { true }; }
