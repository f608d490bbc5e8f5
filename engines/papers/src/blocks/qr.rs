//! A QR code with its caption beside it: the way back from the paper to the
//! record. It is drawn as squares, not as a picture, so it stays sharp.

use qrcode::{Color, EcLevel, QrCode};

use crate::blocks::GAP;
use crate::face;
use crate::flow::{BOTTOM, Flow, Ink, LEFT, TOP, WIDTH};
use crate::outline::Role;
use crate::pen::Pen;
use crate::problem::Problem;
use crate::stack::Stack;
use crate::words::Words;

/// 24 mm: read by an old telephone from a folded paper.
const SIDE: f32 = 68.0;
const BESIDE: f32 = 16.0;

pub(crate) fn lay(text: &str, caption: &Words, pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    let rows = squares(text)?;
    let code = flow.outline.add(None, Role::Figure(format!("QR: {text}")));
    let part = flow.outline.add(None, Role::Paragraph);
    let width = WIDTH - SIDE - BESIDE;
    let faces = (face::VALUE, face::LABEL_SECOND);
    let mut words = Stack::of_words(pen, flow, caption, faces, width, part);
    words.add(pen, text, face::SMALL, width, part);
    let height = words.height().max(SIDE);
    if height > BOTTOM - TOP {
        return Err(Problem::Tall { part: "the caption of a QR code" });
    }
    flow.need(height);
    let y = flow.y;
    let ink = Ink::Squares { x: LEFT, y, side: SIDE, rows };
    flow.put(code, ink);
    let middle = y + (height - words.height()) / 2.0;
    words.put(flow, LEFT + SIDE + BESIDE, middle, width);
    flow.y += height;
    flow.skip(GAP);
    Ok(())
}

fn squares(text: &str) -> Result<Vec<Vec<bool>>, Problem> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| Problem::LongQr { bytes: text.len() })?;
    let dark: Vec<bool> = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(dark.chunks(code.width()).map(<[bool]>::to_vec).collect())
}
