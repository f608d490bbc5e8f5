//! Help for the office's people: requests, what is promised, and what became of it.

pub mod clock;
pub mod demo;
pub mod request;
