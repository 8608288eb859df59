// The macros that std adds to those of core and alloc: what they call and what type they have, not what they print.
// Builtins of the compiler (`format_args!`, `cfg!`, `concat!`, ...) are in src/macros/builtin.ts.
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
// A `const` initialiser is evaluated by the compiler, any other by a function when a thread first asks.
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
#[macro_export]
macro_rules! is_x86_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_aarch64_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_arm_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_riscv_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_loongarch_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_powerpc_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_powerpc64_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_mips_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_mips64_feature_detected { ($feature:tt $(,)?) => { false }; }
#[macro_export]
macro_rules! is_s390x_feature_detected { ($feature:tt $(,)?) => { false }; }
