//! Title, headings and paragraphs. A heading never stands alone at the foot of
//! a page, and a paragraph never leaves one line behind or carries one over.

use crate::blocks::GAP;
use crate::face;
use crate::flow::{Flow, LEFT, WIDTH};
use crate::outline::Role;
use crate::pen::Pen;
use crate::stack::Stack;
use crate::words::Words;

/// What must still fit below a heading: about three lines.
const COMPANY: f32 = 46.0;

pub(crate) fn title(words: &Words, pen: &mut Pen, flow: &mut Flow) {
    flow.skip(6.0);
    let part = flow.outline.add(None, Role::Title(words.first.clone()));
    let faces = (face::TITLE, face::TITLE_SECOND);
    let stack = Stack::of_words(pen, flow, words, faces, WIDTH, part);
    pour(stack, flow);
    flow.skip(GAP);
}

pub(crate) fn heading(words: &Words, pen: &mut Pen, flow: &mut Flow) {
    flow.skip(GAP * 0.6);
    let part = flow.outline.add(None, Role::Heading(words.first.clone()));
    let faces = (face::HEADING, face::HEADING_SECOND);
    let stack = Stack::of_short_words(pen, flow, words, faces, WIDTH, part);
    flow.need(stack.height() + COMPANY);
    pour(stack, flow);
    flow.skip(4.0);
}

pub(crate) fn paragraph(words: &Words, pen: &mut Pen, flow: &mut Flow) {
    let part = flow.outline.add(None, Role::Paragraph);
    let faces = (face::BODY, face::BODY_SECOND);
    let stack = Stack::of_words(pen, flow, words, faces, WIDTH, part);
    if !stack.is_empty() {
        pour(stack, flow);
        flow.skip(GAP * 0.75);
    }
}

/// Puts a stack down over as many pages as it takes.
fn pour(mut stack: Stack, flow: &mut Flow) {
    while !stack.is_empty() {
        let lines = stack.len();
        let mut count = stack.fitting(flow.room());
        if count < lines {
            if lines - count < 2 {
                count = lines - 2.min(lines);
            }
            if count < 2 {
                count = 0;
            }
        }
        if count == 0 && !flow.is_at_top() {
            flow.turn();
            continue;
        }
        let rest = stack.part_after(count.max(1));
        let height = stack.height();
        let y = flow.y;
        stack.put(flow, LEFT, y, WIDTH);
        flow.y += height;
        stack = rest;
    }
}
