// Layout and the allocator traits.
use crate::error::Error;
use crate::fmt;
use crate::ptr::NonNull;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)] pub struct Layout(usize);
impl Layout {
    pub fn from_size_align(size: usize, align: usize) -> Result<Self, LayoutError>;
    pub unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Self;
    pub fn size(&self) -> usize;
    pub fn align(&self) -> usize;
    pub fn new<T>() -> Self;
    pub fn for_value<T: ?Sized>(t: &T) -> Self;
    pub fn dangling_ptr(&self) -> NonNull<u8>;
    pub fn align_to(&self, align: usize) -> Result<Self, LayoutError>;
    pub fn padding_needed_for(&self, align: usize) -> usize;
    pub fn pad_to_align(&self) -> Layout;
    pub fn repeat(&self, n: usize) -> Result<(Self, usize), LayoutError>;
    pub fn repeat_packed(&self, n: usize) -> Result<Self, LayoutError>;
    pub fn extend(&self, next: Self) -> Result<(Self, usize), LayoutError>;
    pub fn extend_packed(&self, next: Self) -> Result<Self, LayoutError>;
    pub fn array<T>(n: usize) -> Result<Self, LayoutError>;
}
#[derive(Clone, PartialEq, Eq, Debug)] pub struct LayoutError(());
impl fmt::Display for LayoutError {}
impl Error for LayoutError {}
pub unsafe trait GlobalAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8;
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout);
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 { self.alloc(layout) }
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 { self.dealloc(ptr, layout); self.alloc(layout) }
}
#[derive(Copy, Clone, PartialEq, Eq, Debug)] pub struct AllocError;
impl fmt::Display for AllocError {}
impl Error for AllocError {}
pub unsafe trait Allocator {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError>;
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout);
    fn allocate_zeroed(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> { loop {} }
    unsafe fn grow(&self, ptr: NonNull<u8>, old_layout: Layout, new_layout: Layout) -> Result<NonNull<[u8]>, AllocError> { loop {} }
    unsafe fn grow_zeroed(&self, ptr: NonNull<u8>, old_layout: Layout, new_layout: Layout) -> Result<NonNull<[u8]>, AllocError> { loop {} }
    unsafe fn shrink(&self, ptr: NonNull<u8>, old_layout: Layout, new_layout: Layout) -> Result<NonNull<[u8]>, AllocError> { loop {} }
    fn by_ref(&self) -> &Self where Self: Sized { self }
}
