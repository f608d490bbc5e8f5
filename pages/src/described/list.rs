//! The list of a kind: what is asked stands in the address, so a view is a link and an export is exactly what is shown.

use super::values::{Values, field_label};
use crate::action::Action;
use crate::cell::Cell;
use crate::empty::Empty;
use crate::form::Choice;
use crate::table::{Bulk, Chip, Column, Direction, Filter, Row, Table, View as Saved};
use crate::tone::Tone;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::actor::{Stored, View};
use kernel::class::Class;
use kernel::export::{sheet, to_csv, to_xlsx};
use kernel::list::{Asked, COUNTED, Listed, list};
use kernel::problem::Result;
use kernel::record::{Holds, RecordType};

/// What a domain says about its list beyond the description.
pub struct ListPage {
    pub kind: &'static str,
    /// Named views: words and query.
    pub views: Vec<(String, &'static str)>,
    pub tone: fn(&str, &str) -> Tone,
    /// Closed, withdrawn, disposed: drawn quieter.
    pub is_done: fn(&Stored) -> bool,
    pub bulk: Option<Bulk>,
    pub empty: Empty,
}

/// Reads the list that the address asks for and draws it.
pub fn list_page(view: &View, page: ListPage, pairs: &[(String, String)]) -> Result<Table> {
    list_page_with(view, page, pairs, |_, _, _, cell| cell)
}

/// The same, with a domain's own look at each cell (column, record, as described) before it is drawn.
pub fn list_page_with(view: &View, page: ListPage, pairs: &[(String, String)], dress: fn(&Values, &str, &Stored, Cell) -> Cell) -> Result<Table> {
    let record = view.kind(page.kind)?.clone();
    let asked = Asked::read(&record, pairs)?;
    let listed = list(view, page.kind, &asked)?;
    let tongue = view.tongue();
    let here = Address { path: format!("/{}", page.kind), pairs };
    let mut values = Values::new(view, page.tone);
    let mut rows = Vec::new();
    let columns = columns(&record);
    for stored in &listed.rows {
        let mut cells = Vec::with_capacity(columns.len());
        for column in &columns {
            let cell = values.cell(&record, stored, column)?;
            cells.push(dress(&values, column, stored, cell));
        }
        rows.push(Row { is_done: (page.is_done)(stored), ..Row::new(stored.head.id.to_string(), stored.path(), cells) });
    }
    let query = here.query_without(&["after"]);
    Ok(Table {
        caption: tongue.say(&format!("{}-many", page.kind)),
        path: here.path.clone(),
        kept: here.pairs.iter().filter(|(name, _)| name != "q" && name != "after" && name != "done").cloned().collect(),
        columns: columns.iter().map(|column| heading(view, &record, column, &asked, &here)).collect(),
        rows,
        views: page
            .views
            .iter()
            .map(|(label, wanted)| Saved { label: label.clone(), href: format!("{}?{wanted}", here.path), count: None, is_current: query == *wanted })
            .collect(),
        search: (!record.search.is_empty()).then(|| asked.words.clone()),
        chips: chips(&mut values, &record, &asked, &here)?,
        filters: filters(view, &record, &asked),
        clear_href: (!query.is_empty()).then(|| here.path.clone()),
        count: Some(counted(view, page.kind, &listed)),
        previous: asked.after.as_ref().map(|_| here.with("after", "")),
        next: listed.next.as_ref().map(|next| here.with("after", next)),
        exports: exports(view, &here, page.kind),
        bulk: page.bulk,
        empty: page.empty,
    })
}

/// The list's columns, with the title first and the number within it.
fn columns(record: &RecordType) -> Vec<&'static str> {
    std::iter::once(record.title).chain(record.list.iter().copied().filter(|name| *name != record.title && *name != "number")).collect()
}

fn heading(view: &View, record: &RecordType, column: &str, asked: &Asked, here: &Address) -> Column {
    let title = field_label(view.tongue(), record, column);
    let holds = record.field(column).map(|field| field.holds);
    let plain = if holds == Some(Holds::Number) { Column::number(title) } else { Column::new(title) };
    let sortable = matches!(column, "changed_at" | "made_at") || record.field(column).is_some_and(|field| field.indexed || field.unique);
    if !sortable || matches!(holds, Some(Holds::Link(_) | Holds::Json)) {
        return plain;
    }
    let (field, falling) = asked.sort.clone().unwrap_or((record.sort.0.to_owned(), record.sort.1));
    let now = (field == column).then_some(if falling { Direction::Down } else { Direction::Up });
    let turned = if now == Some(Direction::Up) { format!("-{column}") } else { column.to_owned() };
    plain.sort(here.with("sort", &turned), now)
}

fn chips(values: &mut Values, record: &RecordType, asked: &Asked, here: &Address) -> Result<Vec<Chip>> {
    let mut chips = Vec::new();
    for (name, wanted) in &asked.filters {
        let mut words = Vec::new();
        for value in wanted {
            let tongue = values.view.tongue();
            let word = match value.as_str() {
                "none" => tongue.say("none"),
                "me" => tongue.say("filter-me"),
                "yes" | "no" => tongue.say(value),
                "past" | "today" | "future" => tongue.say(&format!("filter-{value}")),
                _ if name == "class" => tongue.say(&format!("class-{value}")),
                _ => super::values::show(&values.value(record, name, &value.clone().into())?).unwrap_or_else(|| value.clone()),
            };
            words.push(word);
        }
        chips.push(Chip { label: field_label(values.view.tongue(), record, name), value: words.join(", "), remove_href: here.with(name, "") });
    }
    Ok(chips)
}

/// How a moment is filtered: as it is seen from now.
const MOMENTS: [&str; 3] = ["past", "today", "future"];

/// Filters with few values are offered as choices; people and devices are filtered from their own pages.
fn filters(view: &View, record: &RecordType, asked: &Asked) -> Vec<Filter> {
    let tongue = view.tongue();
    let mut filters = Vec::new();
    for name in record.filters {
        let choices: Vec<Choice> = match record.field(name).map(|field| field.holds) {
            Some(Holds::Choice(choices)) => {
                choices.iter().map(|choice| Choice::new(*choice, tongue.say(&format!("{}-{name}-{choice}", record.kind)))).collect()
            }
            Some(Holds::Moment) => MOMENTS.into_iter().map(|choice| Choice::new(choice, tongue.say(&format!("filter-{choice}")))).collect(),
            Some(Holds::YesNo) => ["yes", "no"].into_iter().map(|choice| Choice::new(choice, tongue.say(choice))).collect(),
            Some(Holds::Link("person")) => vec![Choice::new("me", tongue.say("filter-me")), Choice::new("none", tongue.say("none"))],
            None if *name == "class" => Class::ALL.iter().map(|class| Choice::new(class.name(), tongue.say(&format!("class-{}", class.name())))).collect(),
            _ => continue,
        };
        let value = asked.filters.get(*name).map(|values| values.join(",")).unwrap_or_default();
        filters.push(Filter { name: (*name).into(), label: field_label(tongue, record, name), choices, value });
    }
    filters
}

fn counted(view: &View, kind: &str, listed: &Listed) -> String {
    let many = view.tongue().say(&format!("{kind}-many"));
    if listed.total > COUNTED {
        return view.tongue().with("list-more-than", &[("many", many.into()), ("count", view.tongue().number(COUNTED).into())]);
    }
    format!("{many} {}", view.tongue().number(listed.total))
}

fn exports(view: &View, here: &Address, kind: &str) -> Vec<Action> {
    let query = here.query_without(&["after", "done"]);
    ["csv", "xlsx"].into_iter().map(|form| Action::download(view.tongue().say(&format!("export-{form}")), format!("/{kind}/export.{form}?{query}"))).collect()
}

/// An address taken apart, to make its neighbours from.
struct Address<'a> {
    path: String,
    pairs: &'a [(String, String)],
}

impl Address<'_> {
    /// The same with one part set, or taken away when empty; a page further on is left.
    fn with(&self, name: &str, value: &str) -> String {
        let kept = self.pairs.iter().filter(|(other, _)| other != name && other != "after" && other != "done").map(|(n, v)| (n.as_str(), v.as_str()));
        let added = (!value.is_empty()).then_some((name, value));
        let query = encode(kept.chain(added));
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    fn query_without(&self, names: &[&str]) -> String {
        encode(self.pairs.iter().filter(|(name, value)| !names.contains(&name.as_str()) && !value.is_empty()).map(|(n, v)| (n.as_str(), v.as_str())))
    }
}

fn encode<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<(&str, &str)> = pairs.collect();
    serde_urlencoded::to_string(pairs).unwrap_or_default().replace("%2C", ",")
}

/// The list as a file, `csv` or `xlsx`.
pub fn export(view: &View, kind: &'static str, pairs: &[(String, String)], form: &str) -> Result<Response> {
    let record = view.kind(kind)?;
    let sheet = sheet(view, kind, &Asked::read(record, pairs)?)?;
    let (bytes, media_type) = match form {
        "csv" => (to_csv(&sheet)?, "text/csv; charset=utf-8"),
        _ => (to_xlsx(&sheet)?, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    };
    let name = format!("attachment; filename=\"{kind}-{}.{form}\"", kernel::time::day_of(view.now()));
    Ok(([(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
