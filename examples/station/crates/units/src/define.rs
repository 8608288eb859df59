/// Defines the trait of all quantities, and for each a type with its constructor and operators.
macro_rules! quantities {
    ($($name:ident, $symbol:literal => $convert:ident, $foreign:literal;)*) => {
        /// A value with a unit.
        pub trait Quantity: Copy {
            const SYMBOL: &'static str;
            const FOREIGN: &'static str;

            fn value(self) -> f64;

            /// The value in the unit that is used elsewhere.
            fn foreign(self) -> f64;
        }

        $(quantity!($name, $symbol, $convert, $foreign);)*
    };
}

macro_rules! quantity {
    ($name:ident, $symbol:literal, $convert:ident, $foreign:literal) => {
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            pub const fn new(value: f64) -> Self {
                $name(value)
            }
        }

        impl Quantity for $name {
            const SYMBOL: &'static str = $symbol;
            const FOREIGN: &'static str = $foreign;

            fn value(self) -> f64 {
                self.0
            }

            fn foreign(self) -> f64 {
                $convert(self.0)
            }
        }

        impl std::ops::Add for $name {
            type Output = Self;

            fn add(self, other: Self) -> Self {
                Self::new(self.0 + other.0)
            }
        }

        impl std::ops::Div<f64> for $name {
            type Output = Self;

            fn div(self, divisor: f64) -> Self {
                Self::new(self.0 / divisor)
            }
        }
    };
}
