//! The inventory as the office meets it: agents at the door, officers at the counter, a register on the first morning, staff who look at what they hold.

mod agents;
mod custody;
mod erasing;
mod office;
mod pages;
mod register;
