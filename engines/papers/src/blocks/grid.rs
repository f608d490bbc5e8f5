//! Rows of cells beside each other, kept whole on a page where that is
//! possible. Facts and tables are both grids; only what repeats differs.

use crate::face::LINE;
use crate::flow::{Flow, LEFT, WIDTH};
use crate::stack::Stack;

/// Between a cell's words and the next column, at both sides.
pub(crate) const BESIDE: f32 = 5.0;
/// Above and below a cell's words.
const ABOVE: f32 = 3.5;
const HAIR: f32 = 0.4;

/// The room of one column's words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub x: f32,
    pub width: f32,
}

/// Parts the width of the page by shares. A share that is no positive number
/// counts as 1, and no column gets less than a few letters.
pub(crate) fn rooms(shares: &[f32]) -> Vec<Room> {
    const LEAST: f32 = 24.0;
    let sound = |share: &f32| share.is_finite() && *share > 0.0;
    let share_of = |share: &f32| if sound(share) { *share } else { 1.0 };
    let sum: f32 = shares.iter().map(share_of).sum();
    let spare = (WIDTH - LEAST * shares.len() as f32).max(0.0);
    let least = (WIDTH - spare) / shares.len().max(1) as f32;
    let wanted = shares.iter().map(|share| WIDTH * share_of(share) / sum);
    let raised: Vec<f32> = wanted.map(|width| width.max(least)).collect();
    let scale = WIDTH / raised.iter().sum::<f32>();
    let mut x = LEFT;
    let mut rooms = Vec::with_capacity(shares.len());
    for width in raised.iter().map(|width| width * scale) {
        rooms.push(Room { x: x + BESIDE, width: (width - 2.0 * BESIDE).max(4.0) });
        x += width;
    }
    rooms
}

/// The height of a row with its room above and below.
pub(crate) fn height(cells: &[Stack]) -> f32 {
    let tallest = cells.iter().map(Stack::height).fold(0.0, f32::max);
    tallest + 2.0 * ABOVE
}

/// Lays one row and a hairline below it. `turned` is called on each new page
/// before the row goes on.
pub(crate) fn row(flow: &mut Flow, rooms: &[Room], mut cells: Vec<Stack>, turned: &dyn Fn(&mut Flow)) {
    if height(&cells) > flow.room() && !flow.is_at_top() {
        flow.turn();
        turned(flow);
    }
    while height(&cells) > flow.room() {
        let free = flow.room() - 2.0 * ABOVE;
        let rest = cells
            .iter_mut()
            .map(|cell| {
                let fits = cell.fitting(free).max(1);
                cell.part_after(fits)
            })
            .collect::<Vec<_>>();
        let is_done = rest.iter().all(Stack::is_empty);
        put(flow, rooms, std::mem::replace(&mut cells, rest));
        if is_done {
            return;
        }
        flow.turn();
        turned(flow);
    }
    put(flow, rooms, cells);
}

/// Puts a row down where the flow stands.
pub(crate) fn put(flow: &mut Flow, rooms: &[Room], cells: Vec<Stack>) {
    let height = height(&cells);
    let y = flow.y + ABOVE;
    for (room, cell) in rooms.iter().zip(cells) {
        cell.put(flow, room.x, y, room.width);
    }
    flow.y += height;
    flow.rule(LEFT, WIDTH, HAIR, LINE);
}
