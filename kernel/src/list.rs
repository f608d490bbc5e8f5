//! Lists of any kind of record: words, filters, sort and pages by key, read within what the reader may see. Export and the JSON API read
//! the same list.

use crate::actor::{Stored, View};
use crate::db::Val;
use crate::id::Id;
use crate::problem::{Problem, Result};
use crate::record::{Holds, RecordType};
use crate::{search, vals};
use sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement, SqliteQueryBuilder, Value as SeaValue};
use std::collections::BTreeMap;

/// What a list is asked for; it stands in the address as plain words, so a view is a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub words: String,
    /// Field to values, any of which fits; `me` is the reader, `none` an empty field; `past`, `today`, `future` a moment seen from now.
    pub filters: BTreeMap<String, Vec<String>>,
    /// Field, and whether the greatest stands first.
    pub sort: Option<(String, bool)>,
    pub after: Option<String>,
    pub limit: usize,
}

/// A page of a list.
#[derive(Debug)]
pub struct Listed {
    pub rows: Vec<Stored>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are in all, counted up to `COUNTED`.
    pub total: i64,
}

/// Beyond this a list says "more than".
pub const COUNTED: i64 = 1_000;
/// Rows of a page on screen.
pub const PAGE_ROWS: usize = 50;
/// The most rows of one page of the JSON API.
pub const API_ROWS: usize = 500;
/// Finds that a list with words goes through.
const FOUND: usize = 1_000;

impl Asked {
    /// Reads the query part of an address: `q`, `sort`, `after`, `limit`, and any filter the kind offers.
    pub fn read(record: &RecordType, pairs: &[(String, String)]) -> Result<Self> {
        let mut asked = Self { limit: PAGE_ROWS, ..Self::default() };
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "q" => asked.words.clone_from(value),
                "after" => asked.after = Some(value.clone()),
                "limit" => asked.limit = value.parse::<usize>().map_err(|_| Problem::on("limit", "problem-number"))?.clamp(1, API_ROWS),
                "sort" => {
                    let (field, falling) = value.strip_prefix('-').map_or((value.as_str(), false), |field| (field, true));
                    if !record.has_column(field) {
                        return Err(Problem::on("sort", "problem-no-such-field"));
                    }
                    asked.sort = Some((field.to_owned(), falling));
                }
                name if record.filters.contains(&name) => asked.filters.entry(name.into()).or_default().extend(value.split(',').map(str::to_owned)),
                _ => {}
            }
        }
        Ok(asked)
    }

    fn order<'a>(&'a self, record: &'a RecordType) -> (&'a str, bool) {
        self.sort.as_ref().map_or(record.sort, |(field, falling)| (field.as_str(), *falling))
    }
}

/// Reads one page.
pub fn list(view: &View, kind: &str, asked: &Asked) -> Result<Listed> {
    let record = view.kind(kind)?;
    let Some(matching) = matching(view, record, asked)? else { return Ok(Listed { rows: Vec::new(), next: None, total: 0 }) };
    let (field, falling) = asked.order(record);
    let mut page = select(record, &matching);
    page.expr(Expr::cust("*"));
    if let Some(after) = &asked.after {
        page.cond_where(beyond(record, field, falling, after)?);
    }
    let order = if falling { Order::Desc } else { Order::Asc };
    page.order_by(field.to_owned(), order.clone()).order_by("key", order).limit(asked.limit as u64 + 1);
    let (sql, values) = build(&page);
    let mut keyed = view.rows(&sql, &values, |row| Ok((row.int("key")?, row.val(field)?, Stored::read(record, row)?)))?;
    let more = keyed.len() > asked.limit;
    keyed.truncate(asked.limit);
    let next = keyed.last().filter(|_| more).map(|(key, val, _)| cursor(val, *key));
    Ok(Listed { rows: keyed.into_iter().map(|(_, _, stored)| stored).collect(), next, total: count(view, record, &matching)? })
}

/// How many there are, up to `COUNTED + 1`.
fn count(view: &View, record: &RecordType, matching: &Condition) -> Result<i64> {
    let mut some = select(record, matching);
    some.expr(Expr::val(1)).limit(COUNTED.unsigned_abs() + 1);
    let (sql, values) = build(&some);
    view.number(&format!("SELECT count(*) FROM ({sql})"), &values)
}

/// Counts the records of a kind that fit, within what the reader sees.
pub fn how_many(view: &View, kind: &str, asked: &Asked) -> Result<i64> {
    let record = view.kind(kind)?;
    matching(view, record, asked)?.map_or(Ok(0), |matching| count(view, record, &matching))
}

/// All records of a kind that the reader may see, as a query with its values: `SELECT … FROM (<this>) WHERE …`. Its own marks are plain `?`,
/// and so must those be that follow it.
pub fn seen(view: &View, kind: &str) -> Result<(String, Vec<Val>)> {
    let record = view.kind(kind)?;
    let mut all = select(record, &Condition::all().add(view.actor().reach(kind).condition(record)));
    all.expr(Expr::cust("*"));
    Ok(build(&all))
}

fn select(record: &RecordType, matching: &Condition) -> SelectStatement {
    let mut select = Query::select();
    select.from(record.table()).cond_where(matching.clone());
    select
}

/// All conditions on a row; none when nothing can fit.
fn matching(view: &View, record: &RecordType, asked: &Asked) -> Result<Option<Condition>> {
    let mut all = Condition::all().add(view.actor().reach(record.kind).condition(record));
    if !asked.words.trim().is_empty() {
        let found = search::find(view, &asked.words, &[record.kind], FOUND)?;
        if found.is_empty() {
            return Ok(None);
        }
        all = all.add(Expr::col("id").is_in(found.into_iter().map(|hit| hit.id.to_string()).collect::<Vec<_>>()));
    }
    for (name, wanted) in &asked.filters {
        let mut any = Condition::any();
        for value in wanted {
            any = any.add(fits(view, record, name, value)?);
        }
        all = all.add(any);
    }
    Ok(Some(all))
}

fn fits(view: &View, record: &RecordType, name: &str, value: &str) -> Result<Expr> {
    let column = || Expr::col(name.to_owned());
    if value == "none" {
        return Ok(column().is_null());
    }
    Ok(match record.field(name).map(|field| field.holds) {
        Some(Holds::YesNo) if value == "yes" => column().eq(1),
        Some(Holds::YesNo) => column().eq(0).or(column().is_null()),
        Some(Holds::Moment) if value == "past" => column().lt(view.now()),
        Some(Holds::Moment) if value == "future" => column().gte(view.now()),
        Some(Holds::Moment) if value == "today" => {
            let (from, to) = crate::time::day_around(view.now());
            column().gte(from).and(column().lt(to))
        }
        Some(Holds::Number | Holds::Moment) => column().eq(value.parse::<i64>().map_err(|_| Problem::on(name, "problem-number"))?),
        Some(Holds::Link("person")) if value == "me" => column().eq(view.actor().person.id.to_string()),
        None if name == "class" => column().eq(crate::class::Class::parse(value).ok_or(Problem::on(name, "problem-choice"))?.number()),
        _ => column().eq(value),
    })
}

fn cursor(val: &Val, key: i64) -> String {
    match val {
        Val::Null => format!("{key}"),
        Val::Int(n) => format!("{key}~i{n}"),
        Val::Real(n) => format!("{key}~i{n}"),
        Val::Text(text) => format!("{key}~t{text}"),
        Val::Blob(_) => format!("{key}"),
    }
}

/// Rows after a cursor, in the list's order.
fn beyond(record: &RecordType, field: &str, falling: bool, after: &str) -> Result<Condition> {
    let bad = || Problem::on("after", "problem-number");
    let (key, val) = after.split_once('~').map_or((after, None), |(key, val)| (key, Some(val)));
    let key: i64 = key.parse().map_err(|_| bad())?;
    let column = || Expr::col(field.to_owned());
    let past_key = if falling { Expr::col("key").lt(key) } else { Expr::col("key").gt(key) };
    let Some(val) = val else {
        let mut rest = Condition::any().add(column().is_null().and(past_key));
        if !falling {
            rest = rest.add(column().is_not_null());
        }
        return Ok(rest);
    };
    let val: SeaValue = match val.split_at_checked(1) {
        Some(("i", n)) => n.parse::<i64>().map_err(|_| bad())?.into(),
        Some(("t", text)) => text.to_owned().into(),
        _ => return Err(bad()),
    };
    // A comparison of pairs is what lets the index on (field, key) be entered in the middle.
    let pair = Expr::tuple([column(), Expr::col("key")]);
    let bound = Expr::tuple([Expr::val(val), Expr::val(key)]);
    let past = if falling { pair.lt(bound) } else { pair.gt(bound) };
    let nullable = record.field(field).is_some_and(|field| !field.required);
    Ok(if falling && nullable { Condition::any().add(past).add(column().is_null()) } else { Condition::all().add(past) })
}

fn build(select: &SelectStatement) -> (String, Vec<Val>) {
    let (sql, values) = select.build(SqliteQueryBuilder);
    (sql, values.0.into_iter().map(from_sea).collect())
}

fn from_sea(value: SeaValue) -> Val {
    match value {
        SeaValue::BigInt(n) => n.into(),
        SeaValue::Int(n) => n.into(),
        SeaValue::Unsigned(n) => n.into(),
        SeaValue::BigUnsigned(n) => Val::from(n.and_then(|n| i64::try_from(n).ok())),
        SeaValue::Bool(yes) => yes.into(),
        SeaValue::String(text) => Val::from(text.map(|text| text.to_string())),
        other => unreachable!("lists are asked with numbers and texts only, not {other:?}"),
    }
}

/// Records of other kinds whose link fields point at this one, within what the reader sees; newest first.
pub fn linked_to(view: &View, id: Id, limit: usize) -> Result<Vec<(String, Stored)>> {
    let links = view.rows("SELECT DISTINCT kind, id, field FROM fact_link WHERE to_id = ?1 ORDER BY id DESC LIMIT ?2", vals![id, limit * 4], |row| {
        Ok((row.text("kind")?, row.text("id")?, row.text("field")?))
    })?;
    let mut out: Vec<(String, Stored)> = Vec::new();
    for (kind, id, field) in links {
        match view.find_stored(&kind, &id) {
            Ok(stored) if out.len() < limit && !out.iter().any(|(_, known)| known.head.id == stored.head.id) => out.push((field, stored)),
            Ok(_) | Err(Problem::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(out)
}
