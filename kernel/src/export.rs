//! A list as CSV or Excel: exactly the rows and columns shown. A cell that a spreadsheet would take for a formula gets an apostrophe before it,
//! which the import takes off again.

use crate::actor::{Actor, Stored, View};
use crate::id::{Id, Link};
use crate::list::{API_ROWS, Asked, list, shows};
use crate::problem::{Problem, Result};
use crate::record::{Holds, RecordType};
use crate::time::evidence;
use serde_json::Value;
use std::collections::BTreeMap;

/// The most rows in one export; a larger list is narrowed first.
pub const MAX_ROWS: usize = 100_000;

/// Columns, and rows of cells as text.
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Reads the whole list that is asked for.
pub fn sheet(view: &View, kind: &str, asked: &Asked) -> Result<Sheet> {
    let record = view.kind(kind)?;
    let columns = columns(view.actor(), record);
    let mut names = Names::default();
    let mut rows = Vec::new();
    let mut asked = Asked { limit: API_ROWS, after: None, whole: true, ..asked.clone() };
    loop {
        let page = list(view, kind, &asked)?;
        crate::look::at_all(view.actor(), crate::look::secret(&page.rows))?;
        for stored in &page.rows {
            rows.push(columns.iter().map(|column| cell(view, record, stored, column, &mut names)).collect::<Result<_>>()?);
        }
        match page.next {
            Some(next) if rows.len() < MAX_ROWS => asked.after = Some(next),
            Some(_) => return Err(Problem::refused("problem-export-too-large")),
            None => break,
        }
    }
    Ok(Sheet { columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows })
}

/// Number first, then every field but JSON that the reader may read somewhere, then the head's stamps.
pub fn columns(actor: &Actor, record: &RecordType) -> Vec<&'static str> {
    let readable = record.fields.iter().filter(|field| field.only_for.is_none_or(|act| actor.may(act)));
    let fields = readable.filter(|field| field.holds != Holds::Json).map(|field| field.name);
    let number = (!record.letters.is_empty()).then_some("number");
    number.into_iter().chain(fields).chain(["class", "made_at", "changed_at"]).collect()
}

/// Names of linked records, asked for once each.
#[derive(Default)]
pub struct Names(BTreeMap<Id, String>);

impl Names {
    pub fn of(&mut self, view: &View, kind: &str, id: Id) -> Result<String> {
        if let Some(name) = self.0.get(&id) {
            return Ok(name.clone());
        }
        let name = match kind {
            "person" => view.person_name(id)?,
            _ => view.name_of(&Link::new(kind, id))?.map_or_else(String::new, |name| if name.number.is_empty() { name.title } else { name.number }),
        };
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

/// One cell as a person or a spreadsheet reads it; empty where the reader may not read it.
pub fn cell(view: &View, record: &RecordType, stored: &Stored, column: &str, names: &mut Names) -> Result<String> {
    if !shows(view, record, stored, column) {
        return Ok(String::new());
    }
    let Some(field) = record.field(column) else {
        return Ok(match column {
            "number" => stored.head.number.clone(),
            "class" => stored.head.class.name().into(),
            "made_at" => evidence(stored.head.made_at),
            "changed_at" => evidence(stored.head.changed_at),
            _ => String::new(),
        });
    };
    Ok(match (field.holds, stored.fields.get(column)) {
        (_, None) => String::new(),
        (Holds::Moment, Some(at)) => at.as_i64().map(evidence).unwrap_or_default(),
        (Holds::Link(kind), Some(id)) => match id.as_str().and_then(Id::parse) {
            Some(id) => names.of(view, kind, id)?,
            None => String::new(),
        },
        (Holds::YesNo, Some(yes)) => if yes.as_bool() == Some(true) { "yes" } else { "no" }.into(),
        (_, Some(Value::String(text))) => text.clone(),
        (_, Some(other)) => other.to_string(),
    })
}

/// Whether a spreadsheet would read the cell as a formula.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) && cell.parse::<f64>().is_err()
}

pub fn escape(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Takes the apostrophe off that `escape` has put on.
pub fn unescape(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

pub fn to_csv(sheet: &Sheet) -> Result<Vec<u8>> {
    // Excel reads UTF-8 only when the mark stands in front.
    let mut writer = csv::Writer::from_writer(b"\xEF\xBB\xBF".to_vec());
    let failed = |error: csv::Error| Problem::Store(error.to_string());
    writer.write_record(&sheet.columns).map_err(failed)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| escape(cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Problem::Store(error.to_string()))
}

pub fn to_xlsx(sheet: &Sheet) -> Result<Vec<u8>> {
    let failed = |error: rust_xlsxwriter::XlsxError| Problem::Store(error.to_string());
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    for (column, name) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(0, column, name, &bold).map_err(failed)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            page.write_string(row, column, cell).map_err(failed)?;
        }
    }
    page.set_freeze_panes(1, 0).map_err(failed)?;
    page.autofit();
    book.save_to_buffer().map_err(failed)
}
