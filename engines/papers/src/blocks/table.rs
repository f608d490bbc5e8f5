//! Tables: a head between two rules that comes again on each page, rows parted
//! by hairlines, numbers at the right.

use crate::blocks::GAP;
use crate::blocks::grid::{self, Room};
use crate::face::{self, BLACK};
use crate::flow::{BOTTOM, Flow, LEFT, TOP, WIDTH};
use crate::outline::Part;
use crate::outline::Role;
use crate::paper::Column;
use crate::pen::Pen;
use crate::problem::Problem;
use crate::stack::Stack;

pub(crate) fn lay(columns: &[Column], rows: &[Vec<String>], pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    if let Some((at, wide)) = rows.iter().enumerate().find(|(_, row)| row.len() > columns.len()) {
        return Err(Problem::WideRow { row: at + 1, cells: wide.len(), columns: columns.len() });
    }
    if columns.is_empty() {
        return Ok(());
    }
    let shares: Vec<f32> = columns.iter().map(|column| column.share).collect();
    let rooms = grid::rooms(&shares);
    let table = flow.outline.add(None, Role::Table);
    let head = head(columns, &rooms, table, pen, flow);
    let head_height = grid::height(&head);
    if head_height > (BOTTOM - TOP) / 2.0 {
        return Err(Problem::Tall { part: "the head of a table" });
    }
    let body = flow.outline.add(Some(table), Role::TableBody);
    let again: Vec<Stack> = head.iter().map(Stack::repeated).collect();
    // The head must not stand at the foot of a page without a row.
    flow.need(head_height + 30.0);
    put_head(flow, &rooms, head);
    for row in rows {
        let cells = cells(row, columns, &rooms, body, pen, flow);
        grid::row(flow, &rooms, cells, &|flow| put_head(flow, &rooms, again.clone()));
    }
    flow.skip(GAP);
    Ok(())
}

fn head(columns: &[Column], rooms: &[Room], table: Part, pen: &mut Pen, flow: &mut Flow) -> Vec<Stack> {
    let head = flow.outline.add(Some(table), Role::TableHead);
    let row = flow.outline.add(Some(head), Role::Row);
    let columns = columns.iter().zip(rooms);
    columns
        .map(|(column, room)| {
            let part = flow.outline.add(Some(row), Role::ColumnHead);
            let faces = (face::COLUMN.aligned(column.align), face::COLUMN_SECOND.aligned(column.align));
            Stack::of_words(pen, flow, &column.title, faces, room.width, part)
        })
        .collect()
}

fn cells(row: &[String], columns: &[Column], rooms: &[Room], body: Part, pen: &mut Pen, flow: &mut Flow) -> Vec<Stack> {
    let part = flow.outline.add(Some(body), Role::Row);
    let columns = columns.iter().zip(rooms).enumerate();
    columns
        .map(|(at, (column, room))| {
            let cell = flow.outline.add(Some(part), Role::Cell);
            let text = row.get(at).map_or("", String::as_str);
            let face = face::CELL.aligned(column.align);
            Stack::of(pen, text, face, room.width, cell)
        })
        .collect()
}

fn put_head(flow: &mut Flow, rooms: &[Room], head: Vec<Stack>) {
    flow.rule(LEFT, WIDTH, 0.9, BLACK);
    grid::put(flow, rooms, head);
    flow.rule(LEFT, WIDTH, 0.5, BLACK);
}
