//! Why a body from an agent is not read at all. An odd value is no reason: it is quarantined
//! inside a report (`quarantine`). This module knows no HTTP status and no language but English.

use crate::body::{INFLATED_BYTES_MAX, JSON_DEPTH_MAX, NODES_MAX, XML_DEPTH_MAX};

/// A body that cannot become a message. Nothing of the body's content is repeated in the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the body is empty")]
    Empty,
    #[error("the body unpacks to more than {} MiB", INFLATED_BYTES_MAX / (1024 * 1024))]
    TooLarge,
    #[error("the {packing} body is damaged or cut short")]
    BrokenPacking { packing: &'static str },
    #[error("the body is neither XML nor JSON")]
    UnknownShape,
    #[error("a DTD or an entity declaration is not accepted")]
    Dtd,
    #[error("the XML is nested deeper than {XML_DEPTH_MAX} levels")]
    XmlTooDeep,
    #[error("the JSON is nested deeper than {JSON_DEPTH_MAX} levels")]
    JsonTooDeep,
    #[error("the body has more than {NODES_MAX} values")]
    TooMany,
    #[error("the XML is broken at byte {at}: {why}")]
    BrokenXml { at: u64, why: String },
    #[error("the JSON is broken at line {line}, column {column}")]
    BrokenJson { line: usize, column: usize },
    #[error("the XML has no REQUEST as its outermost element")]
    NotARequest,
    #[error("the JSON is not one object with an action or a deviceid")]
    NotAnAction,
    #[error("an inventory without {missing}")]
    Incomplete { missing: &'static str },
}
