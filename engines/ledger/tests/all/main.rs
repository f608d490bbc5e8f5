//! The ledger's stories: an office writes, proves, is witnessed, and whoever alters a byte is found.

mod extract;
mod leaf;
mod log;
mod note;
mod tiles;
mod tree;
mod witness;
