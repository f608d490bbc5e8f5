//! The office's own register, from Excel or CSV, on the first morning: read, matched to fields, tried dry with every bad row named, then written.
//! Knows nothing of pages; the same file tried twice gives the same plan.

pub mod columns;
mod plan;
mod read;
pub mod sheet;
mod write;

pub use plan::{Bad, Line, Plan, plan};
pub use write::write;
