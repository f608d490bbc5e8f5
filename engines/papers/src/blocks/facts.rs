//! Facts: a label at the left, its value at the right, a hairline between two.

use crate::blocks::{GAP, grid};
use crate::face::{self, LINE};
use crate::flow::{Flow, LEFT, WIDTH};
use crate::outline::Role;
use crate::pen::Pen;
use crate::stack::Stack;
use crate::words::Words;

const SHARES: [f32; 2] = [0.36, 0.64];

pub(crate) fn lay(facts: &[(Words, String)], pen: &mut Pen, flow: &mut Flow) {
    if facts.is_empty() {
        return;
    }
    let table = flow.outline.add(None, Role::Table);
    let rooms = grid::rooms(&SHARES);
    flow.need(40.0);
    flow.rule(LEFT, WIDTH, 0.4, LINE);
    for (label, value) in facts {
        let row = flow.outline.add(Some(table), Role::Row);
        let left = flow.outline.add(Some(row), Role::RowHead);
        let right = flow.outline.add(Some(row), Role::Cell);
        let faces = (face::LABEL, face::LABEL_SECOND);
        let label = Stack::of_short_words(pen, flow, label, faces, rooms[0].width, left);
        let value = Stack::of(pen, value, face::VALUE, rooms[1].width, right);
        grid::row(flow, &rooms, vec![label, value], &|_| {});
    }
    flow.skip(GAP);
}
