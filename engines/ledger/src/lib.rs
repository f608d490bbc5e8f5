//! The provable record: leaves that commit to a change without holding it, the Merkle tree over
//! them, tiles, signed checkpoints, witnesses, and the extract that a court checks offline.
//! It knows nothing of an office, a database, a network or a clock: the caller brings rows, bytes,
//! the time and the entropy, and every function here is pure or writes only the folder it is given.
//!
//! | module | what it answers |
//! |---|---|
//! | [`leaf`] | what exactly is committed to, and how parts of it are shown or withheld |
//! | [`tree`] | the root at any size, inclusion and consistency proofs, and their checks |
//! | [`tiles`] | the same tree as files of 256 hashes, computed from the caller's leaf rows |
//! | [`note`] | keys, signatures and cosignatures over a text |
//! | [`checkpoint`] | the signed root of the tree |
//! | [`witness`] | another institution's promise that the log was only ever appended to |
//! | [`proof`] | one entry's proof as a text file |
//! | [`extract`] | the answer to a question, with all proofs, as one JSON document |

pub mod checkpoint;
mod durable;
pub mod extract;
mod hash;
pub mod leaf;
pub mod note;
pub mod proof;
pub mod tiles;
pub mod tree;
mod wire;
pub mod witness;

pub use hash::{Hash, empty_root, leaf_hash, node_hash};
