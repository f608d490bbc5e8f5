//! A court with an extract, the keys it wrote down, and no trust in anybody.

mod command;
mod court;
mod office;
