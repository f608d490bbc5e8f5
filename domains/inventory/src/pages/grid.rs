//! A plain table inside a page: what is known of memory, disks, cards. Columns in which no row says anything are left out.

use kernel::words::Tongue;
use maud::{Markup, html};
use pages::cell::Cell;

/// Titles and rows; cells as text.
pub struct Grid {
    pub titles: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// A title stands over its numbers, at the right.
    fn is_number(&self, column: usize) -> bool {
        self.rows.iter().filter_map(|row| row.get(column)).any(|cell| matches!(cell, Cell::Number(_) | Cell::Amount(_)))
    }
}

/// The most rows shown of one section: a switch has hundreds of ports, and a page must stay small.
const MOST: usize = 60;

pub fn grid(tongue: &Tongue, grid: &Grid) -> Markup {
    let kept: Vec<usize> =
        (0..grid.titles.len()).filter(|column| grid.rows.iter().any(|row| row.get(*column).is_some_and(|cell| !matches!(cell, Cell::Empty)))).collect();
    html! {
        table.table {
            thead { tr { @for column in &kept {
                th scope="col" class=[grid.is_number(*column).then_some("is-number")] { (grid.titles[*column]) }
            } } }
            tbody {
                @for row in grid.rows.iter().take(MOST) {
                    tr {
                        @for column in &kept {
                            @let cell = row.get(*column).unwrap_or(&Cell::Empty);
                            @let class = match cell { Cell::Empty => Some("is-empty"), Cell::Number(_) | Cell::Amount(_) => Some("is-number"), _ => None };
                            td class=[class] data-title=(grid.titles[*column]) { (cell.show(tongue)) }
                        }
                    }
                }
            }
        }
        @if grid.rows.len() > MOST { p.none { (tongue.with("device-grid-more", &[("count", (grid.rows.len() - MOST).into())])) } }
    }
}
