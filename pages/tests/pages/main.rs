//! What must hold for every page: nothing inline, nothing unescaped, readers served, words whole, little on the wire.

mod assets;
mod markup;
mod parts;
mod words;
