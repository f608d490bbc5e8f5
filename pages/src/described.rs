//! Pages made from a record's description: the list with its filters, the fact sheet, the story, the links. A domain uses those it wants
//! and designs the rest. Words follow the kind: `<kind>-many`, `<kind>-field-<field>`, `<kind>-<field>-<choice>`.

mod facts;
mod house;
mod list;
mod story;
mod values;

pub use facts::{field_facts, head_facts, linked};
pub use house::{done, frame, see_other, tone_of_class};
pub use list::{ListPage, export, list_page, list_page_with};
pub use story::{attachments, story};
pub use values::{Values, class_band, field_label, show};
