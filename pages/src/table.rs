//! A list of records: a table that is a form of checkboxes, with its filters above and its acts below. Every control is a
//! link or a GET form, so a view is an address; script only swaps the list instead of the page and adds keys.

mod foot;
mod toolbar;

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::action::Action;
use crate::cell::Cell;
use crate::empty::{Empty, empty};
use crate::form::Choice;
use crate::icon::icon;

/// The one htmx attribute: follow this link or form, and take only the list out of the answer.
pub(crate) const ONLY_THE_LIST: &str = "select:#list target:#list swap:outerHTML";

#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table lists, for readers: *Maombi yaliyo wazi*.
    pub caption: String,
    /// The list's address without its query.
    pub path: String,
    /// The parts of the present query that searching and filtering must keep, such as sort and filters.
    pub kept: Vec<(String, String)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub views: Vec<View>,
    /// What is searched for now; `None` leaves the box out.
    pub search: Option<String>,
    pub chips: Vec<Chip>,
    pub filters: Vec<Filter>,
    /// Forgets search and filters; offered when nothing matches.
    pub clear_href: Option<String>,
    /// How many, as a whole phrase: *Maombi 42*.
    pub count: Option<String>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Files of exactly what is shown.
    pub exports: Vec<Action>,
    pub bulk: Option<Bulk>,
    /// What to say when nothing is here at all.
    pub empty: Empty,
}

#[derive(Clone, Debug, Default)]
pub struct Column {
    pub title: String,
    pub is_number: bool,
    pub sort: Option<Sort>,
}

impl Column {
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    pub fn number(title: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::new(title) }
    }

    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Option<Direction>) -> Self {
        self.sort = Some(Sort { href: href.into(), now });
        self
    }
}

#[derive(Clone, Debug)]
pub struct Sort {
    /// Where a click leads: sorted by this column, or turned round.
    pub href: String,
    /// Set on the column that sorts the list now.
    pub now: Option<Direction>,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Direction {
    Up,
    Down,
}

#[derive(Clone, Debug)]
pub struct Row {
    /// Sent as `id` when the row is chosen.
    pub id: String,
    /// The first cell links here.
    pub href: Option<String>,
    pub cells: Vec<Cell>,
    /// Closed or withdrawn: shown in a quieter tone.
    pub is_done: bool,
}

impl Row {
    pub fn new(id: impl Into<String>, href: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self { id: id.into(), href: Some(href.into()), cells, is_done: false }
    }
}

/// A saved view: a name for an address.
#[derive(Clone, Debug)]
pub struct View {
    pub label: String,
    pub href: String,
    pub count: Option<i64>,
    pub is_current: bool,
}

/// A filter in force.
#[derive(Clone, Debug)]
pub struct Chip {
    pub label: String,
    pub value: String,
    pub remove_href: String,
}

/// A filter one can add; with no choices it takes text.
#[derive(Clone, Debug)]
pub struct Filter {
    pub name: String,
    pub label: String,
    pub choices: Vec<Choice>,
    pub value: String,
}

/// What can be done to the chosen rows: each is a button of one form that posts `id` (many) and the button's own name.
#[derive(Clone, Debug)]
pub struct Bulk {
    pub path: String,
    pub acts: Vec<BulkAct>,
}

#[derive(Clone, Debug)]
pub struct BulkAct {
    pub name: String,
    pub value: String,
    pub label: String,
    pub icon: &'static str,
}

/// The whole list, `<div id="list">`, which partial updates replace.
pub fn table(tongue: &Tongue, table: &Table) -> Markup {
    html! {
        div #list.list {
            (toolbar::views(tongue, table))
            (toolbar::toolbar(tongue, table))
            @if table.rows.is_empty() { (nothing(tongue, table)) } @else { (rows(tongue, table)) }
        }
    }
}

fn rows(tongue: &Tongue, table: &Table) -> Markup {
    let inside = html! {
        table.table {
            caption.sr { (table.caption) }
            (head(tongue, table))
            tbody { @for row in &table.rows { (drawn_row(tongue, table, row)) } }
        }
        @if let Some(bulk) = &table.bulk { (foot::selection(tongue, bulk)) }
    };
    html! {
        table-keys {
            @match &table.bulk {
                Some(bulk) => form method="post" action=(bulk.path) { (inside) },
                None => (inside),
            }
            (foot::pager(tongue, table))
        }
    }
}

fn head(tongue: &Tongue, table: &Table) -> Markup {
    html! {
        thead {
            tr {
                @if table.bulk.is_some() {
                    th.is-select scope="col" {
                        label { input.check.check-all type="checkbox" aria-label=(tongue.say("table-select-all")); }
                    }
                }
                @for column in &table.columns { (column_head(tongue, column)) }
            }
        }
    }
}

fn column_head(tongue: &Tongue, column: &Column) -> Markup {
    let now = column.sort.as_ref().and_then(|sort| sort.now);
    let (aria, arrow) = match now {
        Some(Direction::Up) => (Some("ascending"), "arrow-up"),
        Some(Direction::Down) => (Some("descending"), "arrow-down"),
        None => (None, "arrow-down"),
    };
    html! {
        th scope="col" class=[column.is_number.then_some("is-number")] aria-sort=[aria] {
            @match &column.sort {
                Some(sort) => a href=(sort.href) hx-boost=(ONLY_THE_LIST) title=(tongue.with("table-sort", &[("name", (&column.title).into())])) {
                    (column.title) (icon(arrow))
                },
                None => (column.title),
            }
        }
    }
}

fn drawn_row(tongue: &Tongue, table: &Table, row: &Row) -> Markup {
    let name = row.cells.first().map_or("", Cell::plain);
    html! {
        tr.is-done[row.is_done] {
            @if table.bulk.is_some() {
                td.is-select {
                    label {
                        input.check type="checkbox" name="id" value=(row.id)
                            aria-label=(tongue.with("table-select", &[("name", name.into())]));
                    }
                }
            }
            @for (at, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                (drawn_cell(tongue, row, cell, column, at == 0))
            }
        }
    }
}

fn drawn_cell(tongue: &Tongue, row: &Row, cell: &Cell, column: &Column, is_first: bool) -> Markup {
    let class = [
        (is_first, "is-lead"),
        (column.is_number || matches!(cell, Cell::Number(_) | Cell::Amount(_)), "is-number"),
        (cell.is_empty(), "is-empty"),
        (cell.speaks_alone(), "is-plain"),
    ];
    let class = class.iter().filter(|(is_so, _)| *is_so).map(|(_, class)| *class).collect::<Vec<_>>().join(" ");
    html! {
        td class=[(!class.is_empty()).then_some(class)] data-title=[(!is_first).then_some(&column.title)] {
            @match &row.href {
                Some(href) if is_first => (cell.show_as_link(tongue, href)),
                _ => (cell.show(tongue)),
            }
        }
    }
}

/// Nothing here at all is an invitation; nothing that matches is a remark with the way back.
fn nothing(tongue: &Tongue, table: &Table) -> Markup {
    let is_asked = table.search.as_deref().is_some_and(|search| !search.is_empty()) || !table.chips.is_empty();
    match &table.clear_href {
        Some(href) if is_asked => empty(&Empty {
            icon: Some("search"),
            sentence: tongue.say("table-nothing-matches"),
            action: Some(Action::link(tongue.say("table-clear"), href)),
            import: None,
        }),
        _ => empty(&table.empty),
    }
}
