//! What can be wrong with a paper. Each is said before anything is printed: a
//! paper for a court is refused rather than shortened.

/// Why a paper could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A table row holds more cells than the table has columns.
    #[error("row {row} of a table has {cells} cells for {columns} columns")]
    WideRow {
        /// Counted from 1, without the header.
        row: usize,
        cells: usize,
        columns: usize,
    },
    /// A part that is kept whole does not fit its room on the page.
    #[error("{part} is too tall for the page")]
    Tall { part: &'static str },
    /// The text does not fit into a QR code (about 2,300 bytes).
    #[error("the text of the QR code is too long: {bytes} bytes")]
    LongQr { bytes: usize },
    /// A picture is not a PNG that can be read.
    #[error("a picture on the paper is no readable PNG: {why}")]
    Picture { why: String },
    /// The PDF writer refused, usually on a rule of PDF/A.
    #[error("the PDF/A file could not be written")]
    Format(#[source] Box<krilla::error::KrillaError>),
}
