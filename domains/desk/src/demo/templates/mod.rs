//! The sorts of requests an ICT unit in Zanzibar meets, in the words people use there: about eighty,
//! one file for each part of the work, every seventh in English.

mod accounts;
mod computers;
mod hearings;
mod network;
mod people;
mod printing;
mod programs;
mod safety;

use super::template::Template;

/// All templates in a fixed order.
pub fn all() -> Vec<&'static Template> {
    [computers::ALL, printing::ALL, accounts::ALL, network::ALL, hearings::ALL, programs::ALL, safety::ALL, people::ALL].into_iter().flatten().collect()
}
