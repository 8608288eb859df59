// The macros of std that are written as rules. What they call and what type they have is as in std; what they print is
// not. Builtins of the compiler (`format_args!`, `cfg!`, `concat!`, ...) are not here: src/macros/builtin.ts has them.
//
// `ready!`, `pin!` and `join!` belong to std::task, std::pin and std::future, which re-export them.

// Panicking.

#[macro_export]
macro_rules! panic {
    () => { ::core::panicking::panic("explicit panic") };
    ($msg:literal $(,)?) => { ::core::panicking::panic_fmt($crate::format_args!($msg)) };
    ($msg:expr $(,)?) => { ::core::panicking::panic_display(&$msg) };
    ($fmt:expr, $($arg:tt)+) => { ::core::panicking::panic_fmt($crate::format_args!($fmt, $($arg)+)) };
}

#[macro_export]
macro_rules! todo {
    () => { ::core::panicking::panic("not yet implemented") };
    ($($arg:tt)+) => { ::core::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}

#[macro_export]
macro_rules! unimplemented {
    () => { ::core::panicking::panic("not implemented") };
    ($($arg:tt)+) => { ::core::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}

#[macro_export]
macro_rules! unreachable {
    () => { ::core::panicking::panic("entered unreachable code") };
    ($($arg:tt)+) => { ::core::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}

#[macro_export]
macro_rules! assert {
    ($condition:expr $(,)?) => { if $condition {} else { ::core::panicking::panic("assertion failed") } };
    ($condition:expr, $($arg:tt)+) => { if $condition {} else { $crate::panic!($($arg)+) } };
}

#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {} else {
                    ::core::panicking::assert_failed(::core::panicking::AssertKind::Eq, left_val, right_val, ::core::option::Option::None)
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {} else {
                    ::core::panicking::assert_failed(::core::panicking::AssertKind::Eq, left_val, right_val, ::core::option::Option::Some($crate::format_args!($($arg)+)))
                }
            }
        }
    };
}

#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    ::core::panicking::assert_failed(::core::panicking::AssertKind::Ne, left_val, right_val, ::core::option::Option::None)
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    ::core::panicking::assert_failed(::core::panicking::AssertKind::Ne, left_val, right_val, ::core::option::Option::Some($crate::format_args!($($arg)+)))
                }
            }
        }
    };
}

#[macro_export]
macro_rules! assert_matches {
    ($value:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $value {
            $pattern $(if $guard)? => {}
            ref left_val => ::core::panicking::assert_failed(::core::panicking::AssertKind::Match, left_val, "", ::core::option::Option::None),
        }
    };
    ($value:expr, $pattern:pat $(if $guard:expr)?, $($arg:tt)+) => {
        match $value {
            $pattern $(if $guard)? => {}
            ref left_val => ::core::panicking::assert_failed(::core::panicking::AssertKind::Match, left_val, "", ::core::option::Option::Some($crate::format_args!($($arg)+))),
        }
    };
}

#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert!($($arg)*); } };
}

#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_eq!($($arg)*); } };
}

#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_ne!($($arg)*); } };
}

#[macro_export]
macro_rules! debug_assert_matches {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_matches!($($arg)*); } };
}

// Formatting and output.

#[macro_export]
macro_rules! format {
    ($($arg:tt)*) => { $crate::fmt::format($crate::format_args!($($arg)*)) };
}

#[macro_export]
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args!($($arg)*)) };
}

#[macro_export]
macro_rules! writeln {
    ($dst:expr $(,)?) => { $dst.write_fmt($crate::format_args!("\n")) };
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args_nl!($($arg)*)) };
}

#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::io::_print($crate::format_args!($($arg)*)) };
}

#[macro_export]
macro_rules! println {
    () => { $crate::io::_print($crate::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::io::_print($crate::format_args_nl!($($arg)*)) };
}

#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => { $crate::io::_eprint($crate::format_args!($($arg)*)) };
}

#[macro_export]
macro_rules! eprintln {
    () => { $crate::io::_eprint($crate::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::io::_eprint($crate::format_args_nl!($($arg)*)) };
}

#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!() };
    ($value:expr $(,)?) => {
        match $value {
            tmp => {
                $crate::eprintln!("{:#?}", &tmp);
                tmp
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}

// Values and control flow.

#[macro_export]
macro_rules! vec {
    () => { $crate::vec::Vec::new() };
    ($elem:expr; $n:expr) => { $crate::vec::from_elem($elem, $n) };
    ($($x:expr),+ $(,)?) => { <[_]>::into_vec($crate::boxed::Box::new([$($x),+])) };
}

#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false,
        }
    };
}

#[macro_export]
macro_rules! r#try {
    ($result:expr $(,)?) => {
        match $result {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => return $crate::result::Result::Err($crate::convert::From::from(err)),
        }
    };
}

#[macro_export]
macro_rules! ready {
    ($poll:expr $(,)?) => {
        match $poll {
            $crate::task::Poll::Ready(t) => t,
            $crate::task::Poll::Pending => return $crate::task::Poll::Pending,
        }
    };
}

#[macro_export]
macro_rules! pin {
    ($value:expr $(,)?) => { $crate::pin::Pin { pointer: &mut { $value } } };
}

#[macro_export]
macro_rules! join {
    ($($future:expr),+ $(,)?) => { async { ($($future.await),+,) } };
}

// Thread-locals. A `const` initialiser is evaluated by the compiler, any other by a function when a thread first asks.

#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block; $($rest:tt)*) => {
        $crate::thread_local! { $(#[$attr])* $vis static $name: $t = const $init }
        $crate::thread_local! { $($rest)* }
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = {
            const __RUST_STD_INTERNAL_INIT: $t = $init;
            unsafe { $crate::thread::LocalKey::new(|_| &__RUST_STD_INTERNAL_INIT) }
        };
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $crate::thread_local! { $(#[$attr])* $vis static $name: $t = $init }
        $crate::thread_local! { $($rest)* }
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = {
            fn __rust_std_internal_init_fn() -> $t { $init }
            unsafe { $crate::thread::LocalKey::new(|_| &__rust_std_internal_init_fn()) }
        };
    };
}

// Features of the processor.

#[macro_export]
macro_rules! is_x86_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_aarch64_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_arm_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_riscv_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_loongarch_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_powerpc64_feature_detected {
    ($feature:tt $(,)?) => { false };
}

#[macro_export]
macro_rules! is_s390x_feature_detected {
    ($feature:tt $(,)?) => { false };
}
