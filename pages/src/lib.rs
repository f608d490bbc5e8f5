//! The components of every page: what the office's people see, in one quiet style, working before any script loads.
//! Each is a function from plain, already translated values to markup. Knows nothing of records, rights, addresses of
//! domains or the database; a caller resolves those first.

pub mod action;
pub mod assets;
pub mod cell;
pub mod chart;
pub mod described;
pub mod empty;
pub mod form;
pub mod icon;
pub mod layout;
pub mod notice;
pub mod palette;
pub mod problem;
pub mod record;
pub mod table;
pub mod timeline;
pub mod today;
pub mod tone;

use kernel::words::Source;

/// The fixed words of the components, for the program's list of texts.
pub fn words() -> Source {
    Source { name: "pages", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") }
}
