// Collections: those of alloc and the hashed ones.
pub mod hash_map;
pub mod hash_set;
pub use ::alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};
pub use ::alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, TryReserveError, VecDeque};
pub use ::core::ops::Bound;
pub use hash_map::HashMap;
pub use hash_set::HashSet;
