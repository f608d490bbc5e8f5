//! The blocks of a paper, each laid where the one before it ended. One file a
//! kind; this one is the list.

mod facts;
mod grid;
mod head;
mod qr;
mod signatures;
mod table;
mod text;

use crate::flow::Flow;
use crate::paper::{Block, Paper};
use crate::pen::Pen;
use crate::problem::Problem;

/// Between two blocks.
const GAP: f32 = 12.0;

pub(crate) fn lay(paper: &Paper, pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    head::lay(&paper.head, pen, flow)?;
    text::title(&paper.title, pen, flow);
    for block in &paper.blocks {
        match block {
            Block::Heading(words) => text::heading(words, pen, flow),
            Block::Paragraph(words) => text::paragraph(words, pen, flow),
            Block::Facts(facts) => facts::lay(facts, pen, flow),
            Block::Table { columns, rows } => table::lay(columns, rows, pen, flow)?,
            Block::Signatures(list) => signatures::lay(list, pen, flow)?,
            Block::Qr { text, caption } => qr::lay(text, caption, pen, flow)?,
            Block::Space(height) => flow.skip(*height),
        }
    }
    Ok(())
}
