//! The head of the first page after the form of an official letter: crest,
//! government, office and unit centred, a rule, then reference and date.

use crate::blocks::GAP;
use crate::face;
use crate::flow::{BOTTOM, Flow, Ink, LEFT, TOP, WIDTH};
use crate::label;
use crate::outline::Role;
use crate::paper::{Align, Head};
use crate::pen::Pen;
use crate::problem::Problem;
use crate::stack::Stack;

const CREST_HEIGHT: f32 = 54.0;
/// The reference takes the left part, the date what is left.
const REFERENCE_SHARE: f32 = 0.62;

pub(crate) fn lay(head: &Head, pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    crest(head, pen, flow)?;
    let part = flow.outline.add(None, Role::Paragraph);
    let mut names = Stack::of(pen, &head.government.to_uppercase(), face::GOVERNMENT, WIDTH, part);
    names.add(pen, &head.office, face::OFFICE, WIDTH, part);
    names.add(pen, &head.unit, face::UNIT, WIDTH, part);
    let height = names.height();
    if height > (BOTTOM - TOP) / 2.0 {
        return Err(Problem::Tall { part: "the head" });
    }
    let y = flow.y;
    names.put(flow, LEFT, y, WIDTH);
    flow.y += height + 9.0;
    flow.rule(LEFT, WIDTH, 0.75, face::BLACK);
    flow.y += 7.0;
    reference(head, pen, flow)
}

fn crest(head: &Head, pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    let Some(png) = &head.crest else {
        return Ok(());
    };
    let image = super::signatures::picture(png)?;
    let (across, down) = image.size();
    let width = (CREST_HEIGHT * across as f32 / down.max(1) as f32).min(WIDTH / 2.0);
    let words = pen.language.pick("Nembo", "Crest");
    let part = flow.outline.add(None, Role::Figure(words.to_owned()));
    let ink = Ink::Picture { x: LEFT + (WIDTH - width) / 2.0, y: flow.y, width, height: CREST_HEIGHT, image };
    flow.put(part, ink);
    flow.y += CREST_HEIGHT + 6.0;
    Ok(())
}

fn reference(head: &Head, pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    let part = flow.outline.add(None, Role::Paragraph);
    let left_width = WIDTH * REFERENCE_SHARE;
    let right_width = WIDTH - left_width;
    let number = head.reference.as_deref().unwrap_or_default();
    let left = match number {
        "" => Stack::default(),
        number => {
            let text = format!("{}: {number}", label::REFERENCE.on(pen.language));
            Stack::of(pen, &text, face::REFERENCE, left_width, part)
        }
    };
    let right = match head.date.as_str() {
        "" => Stack::default(),
        date => {
            let text = format!("{}: {date}", label::DATE.on(pen.language));
            let face = face::REFERENCE.aligned(Align::End);
            Stack::of(pen, &text, face, right_width, part)
        }
    };
    let height = left.height().max(right.height());
    if height > flow.room() / 2.0 {
        return Err(Problem::Tall { part: "the reference" });
    }
    let y = flow.y;
    left.put(flow, LEFT, y, left_width);
    right.put(flow, LEFT + left_width, y, right_width);
    flow.y += height + GAP;
    Ok(())
}
