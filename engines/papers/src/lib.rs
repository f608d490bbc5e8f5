//! A4 papers as PDF/A: the slips, sheets, letters and reports that leave the
//! office signed and may lie before a court ten years on. A paper comes in as
//! plain words, facts and tables and goes out as bytes that any reader opens.
//! It refuses to know what a device, a request or a custody is, and the clock:
//! equal input gives equal bytes.

mod blocks;
mod face;
mod flow;
mod furniture;
mod label;
mod outline;
mod paper;
mod pdf;
mod pen;
mod problem;
mod stack;
mod words;

pub use paper::{Align, Block, Column, Foot, Head, Moment, Paper, Signature};
pub use problem::Problem;
pub use words::{Language, Words};

/// The licence under which the embedded letters travel; it must go with every
/// copy of the program.
pub const FONT_LICENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/licence.txt"));

/// Sets a paper and returns it as a tagged PDF/A-2a file.
///
/// The bytes depend on the paper alone. A character the letters lack (Source
/// Sans 3 has Latin, Greek, Cyrillic) is printed as an empty box, U+25A1, and
/// never fails the paper; control characters are left out.
///
/// # Errors
/// Whatever would otherwise be silently cut: a row with more cells than
/// columns, a part too tall for its room, a QR text too long, a picture that is
/// no PNG; and the writer's own refusals.
pub fn write(paper: &Paper) -> Result<Vec<u8>, Problem> {
    let mut pen = pen::Pen::new(paper.language);
    let mut flow = flow::Flow::new();
    blocks::lay(paper, &mut pen, &mut flow)?;
    let (mut sheets, outline) = flow.finish();
    furniture::lay(paper, &mut pen, &mut sheets)?;
    pdf::draw(paper, &sheets, outline)
}
