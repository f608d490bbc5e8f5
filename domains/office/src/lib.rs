//! People, units and sites of the office, its settings, and the pages by which people come in.

pub mod demo;
pub mod person;
pub mod unit;
