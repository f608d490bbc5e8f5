//! The one file that names all domains.

use kernel::domain::Domain;
use kernel::words::Source;

pub fn domains() -> Vec<Domain> {
    vec![office::domain(), desk::domain(), inventory::domain()]
}

/// Words that belong to no domain.
pub fn words() -> Vec<Source> {
    vec![kernel::words(), pages::words(), crate::words()]
}

/// The one-time link for the first account, while nobody can sign in.
pub fn first_link(app: &std::sync::Arc<kernel::app::App>) -> kernel::problem::Result<Option<String>> {
    office::first_link(app)
}
