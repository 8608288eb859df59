// Atomics. The integer atomics are one generic type, as the newest core has them.
pub mod atomic {
    use crate::fmt;
    #[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)] pub enum Ordering { Relaxed, Release, Acquire, AcqRel, SeqCst }
    pub struct Atomic<T> { v: T }
    pub type AtomicBool = Atomic<bool>;
    pub type AtomicPtr<T> = Atomic<*mut T>;
    pub type AtomicI8 = Atomic<i8>;
    pub type AtomicI16 = Atomic<i16>;
    pub type AtomicI32 = Atomic<i32>;
    pub type AtomicI64 = Atomic<i64>;
    pub type AtomicI128 = Atomic<i128>;
    pub type AtomicIsize = Atomic<isize>;
    pub type AtomicU8 = Atomic<u8>;
    pub type AtomicU16 = Atomic<u16>;
    pub type AtomicU32 = Atomic<u32>;
    pub type AtomicU64 = Atomic<u64>;
    pub type AtomicU128 = Atomic<u128>;
    pub type AtomicUsize = Atomic<usize>;
    impl<T> Atomic<T> {
        pub fn new(v: T) -> Self;
        pub unsafe fn from_ptr<'a>(ptr: *mut T) -> &'a Self;
        pub fn get_mut(&mut self) -> &mut T;
        pub fn into_inner(self) -> T;
        pub fn as_ptr(&self) -> *mut T;
        pub fn load(&self, order: Ordering) -> T;
        pub fn store(&self, val: T, order: Ordering);
        pub fn swap(&self, val: T, order: Ordering) -> T;
        pub fn compare_and_swap(&self, current: T, new: T, order: Ordering) -> T;
        pub fn compare_exchange(&self, current: T, new: T, success: Ordering, failure: Ordering) -> Result<T, T>;
        pub fn compare_exchange_weak(&self, current: T, new: T, success: Ordering, failure: Ordering) -> Result<T, T>;
        pub fn fetch_add(&self, val: T, order: Ordering) -> T;
        pub fn fetch_sub(&self, val: T, order: Ordering) -> T;
        pub fn fetch_and(&self, val: T, order: Ordering) -> T;
        pub fn fetch_nand(&self, val: T, order: Ordering) -> T;
        pub fn fetch_or(&self, val: T, order: Ordering) -> T;
        pub fn fetch_xor(&self, val: T, order: Ordering) -> T;
        pub fn fetch_not(&self, order: Ordering) -> T;
        pub fn fetch_max(&self, val: T, order: Ordering) -> T;
        pub fn fetch_min(&self, val: T, order: Ordering) -> T;
        pub fn fetch_update<F: FnMut(T) -> Option<T>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<T, T> { f(self.load(set_order)); loop {} }
        pub fn try_update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(T) -> Option<T>) -> Result<T, T> { f(self.load(set_order)); loop {} }
        pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(T) -> T) -> T { f(self.load(set_order)) }
    }
    impl<T> Atomic<*mut T> {
        pub fn fetch_ptr_add(&self, val: usize, order: Ordering) -> *mut T;
        pub fn fetch_ptr_sub(&self, val: usize, order: Ordering) -> *mut T;
        pub fn fetch_byte_add(&self, val: usize, order: Ordering) -> *mut T;
        pub fn fetch_byte_sub(&self, val: usize, order: Ordering) -> *mut T;
    }
    impl<T: Default> Default for Atomic<T> {}
    impl<T> fmt::Pointer for Atomic<*mut T> {}
    impl<T> From<T> for Atomic<T> {}
    impl<T> fmt::Debug for Atomic<T> {}
    pub fn fence(order: Ordering);
    pub fn compiler_fence(order: Ordering);
    pub fn spin_loop_hint();
}
