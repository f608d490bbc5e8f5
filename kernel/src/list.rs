//! Lists of any kind of record: words, filters, sort and pages by key, read within what the reader may see. Export and the JSON API read
//! the same list.

use crate::actor::{Stored, View};
use crate::class::Class;
use crate::db::Val;
use crate::id::Id;
use crate::permission::Reach;
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
    /// Nothing may be left out: an export, a program that reads on.
    pub whole: bool,
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

impl Asked {
    /// How many finds of words a list goes through. A first page on screen is satisfied by the newest; once it is sieved, sorted, paged or carried
    /// away, all count.
    fn finds(&self) -> usize {
        let is_first_glance = !self.whole && self.filters.is_empty() && self.sort.is_none() && self.after.is_none();
        if is_first_glance { usize::try_from(COUNTED).unwrap_or(usize::MAX) + 1 } else { usize::MAX >> 1 }
    }

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

/// Whether the reader may read this field of a record they see.
pub fn shows(view: &View, record: &RecordType, stored: &Stored, field: &str) -> bool {
    let Some(act) = record.field(field).and_then(|field| field.only_for) else { return true };
    let me = view.actor().person.id;
    record.persons.iter().any(|person| stored.id(person) == Some(me)) || view.reaches(stored, &view.actor().reach_of(act))
}

/// Refuses to sort or sieve by what the reader may not read: the order of a list tells its values.
fn permit(view: &View, record: &RecordType, asked: &Asked) -> Result<()> {
    let is_kept = |name: &str| record.field(name).and_then(|field| field.only_for).is_some_and(|act| !view.actor().may(act));
    if asked.sort.as_ref().is_some_and(|(field, _)| is_kept(field)) {
        return Err(Problem::on("sort", "problem-no-such-field"));
    }
    match asked.filters.keys().find(|name| is_kept(name)) {
        Some(name) => Err(Problem::on(name, "problem-no-such-field")),
        None => Ok(()),
    }
}

/// Reads one page.
pub fn list(view: &View, kind: &str, asked: &Asked) -> Result<Listed> {
    let record = view.kind(kind)?;
    permit(view, record, asked)?;
    let question = Question { view, record, asked, reach: within_classes(view, record, asked) };
    let way = question.way()?;
    let page = if way == Way::Order { question.walk()? } else { question.gather(&way)? };
    let next = page.rows.last().filter(|_| page.more).map(|(key, val, _)| cursor(val, *key));
    Ok(Listed { rows: page.rows.into_iter().map(|(_, _, stored)| stored).collect(), next, total: page.total })
}

/// Counts the records of a kind that fit, within what the reader sees, up to `COUNTED + 1`.
pub fn how_many(view: &View, kind: &str, asked: &Asked) -> Result<i64> {
    let record = view.kind(kind)?;
    permit(view, record, asked)?;
    let question = Question { view, record, asked, reach: within_classes(view, record, asked) };
    question.count(&question.way()?)
}

/// All records of a kind that the reader may see, as a query with its values: `SELECT … FROM (<this>) WHERE …`. Its own marks are plain `?`,
/// and so must those be that follow it.
pub fn seen(view: &View, kind: &str) -> Result<(String, Vec<Val>)> {
    let record = view.kind(kind)?;
    let mut all = select(record, &Condition::all().add(view.actor().reach(kind).condition(record)));
    all.expr(Expr::cust("*"));
    Ok(build(&all))
}

/// The reader's reach, without what a filter by class leaves no room for.
fn within_classes(view: &View, record: &RecordType, asked: &Asked) -> Reach {
    let reach = view.actor().reach(record.kind);
    let Some(wanted) = asked.filters.get("class").filter(|_| record.field("class").is_none()) else { return reach };
    let classes: Vec<Class> = wanted.iter().filter_map(|name| Class::parse(name)).collect();
    if classes.len() == wanted.len() { reach.among(&classes) } else { reach }
}

fn select(record: &RecordType, matching: &Condition) -> SelectStatement {
    let mut select = Query::select();
    select.from(record.table()).cond_where(matching.clone());
    select
}

/// So few rows are sooner read whole and put in order than found one by one among the others. Measured: 4,000 look-ups are some 4 ms.
const FEW: i64 = 4_000;

/// How a question goes into the table. A narrow role's rows are few among many, and so are most filters' and words'; the database has no
/// statistics and would guess, so the fewest are counted first and entered by, while every other condition only sieves.
#[derive(Clone, Debug, PartialEq)]
enum Way {
    /// In the list's own order, sieving.
    Order,
    /// As the database likes: for a count, which has no order to keep.
    Any,
    /// By the persons, units and sites that the reader's rights name.
    Reach,
    /// By this filter's values.
    Filter(String),
    /// By the words.
    Words,
}

impl Way {
    /// A filter's column. Unless it is the way in, a plus keeps its index out of the plan.
    fn filtered(&self, column: &str) -> Expr {
        match self {
            Way::Any => Expr::col(column.to_owned()),
            Way::Filter(entered) if entered == column => Expr::col(column.to_owned()),
            _ => sieve(column),
        }
    }

    /// A column of the list's order.
    fn ordered(&self, column: &str) -> Expr {
        if *self == Way::Order { Expr::col(column.to_owned()) } else { sieve(column) }
    }
}

fn sieve(column: &str) -> Expr {
    Expr::cust(format!("+\"{column}\""))
}

fn in_order(select: &mut SelectStatement, way: &Way, field: &str, falling: bool) {
    let order = if falling { Order::Desc } else { Order::Asc };
    select.order_by_expr(way.ordered(field), order.clone()).order_by_expr(way.ordered("key"), order);
}

/// Rows with their key and the value they are ordered by.
#[derive(Default)]
struct Page {
    rows: Vec<(i64, Val, Stored)>,
    more: bool,
    total: i64,
}

fn counted(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX).clamp(0, COUNTED + 1)
}

/// A list that is asked for, by whom, and what of it they may see.
struct Question<'a> {
    view: &'a View,
    record: &'a RecordType,
    asked: &'a Asked,
    reach: Reach,
}

impl Question<'_> {
    /// The way in that meets the fewest rows.
    fn way(&self) -> Result<Way> {
        if !self.asked.words.trim().is_empty() {
            return Ok(Way::Words);
        }
        let mut best = (Way::Order, FEW);
        if let Some(columns) = self.reach.columns(self.record) {
            let met = self.meets(&columns, best.1)?;
            if met < best.1 {
                best = (Way::Reach, met);
            }
        }
        for (name, wanted) in &self.asked.filters {
            let Some(field) = self.record.field(name).filter(|field| matches!(field.holds, Holds::Text | Holds::Choice(_) | Holds::Link(_))) else { continue };
            if wanted.iter().any(|value| value == "none") {
                continue;
            }
            let me =
                |value: &String| if value == "me" && field.holds == Holds::Link("person") { self.view.actor().person.id.to_string() } else { value.clone() };
            let met = self.meets(&[(field.name, wanted.iter().map(me).collect())], best.1)?;
            if met < best.1 {
                best = (Way::Filter(name.clone()), met);
            }
        }
        Ok(best.0)
    }

    /// How many rows have one of these values in one of these columns, as far as `enough`; `enough` where a column has no index.
    fn meets(&self, columns: &[(&str, Vec<String>)], enough: i64) -> Result<i64> {
        let mut met = 0;
        for (column, values) in columns {
            if met >= enough || !self.is_indexed(column)? {
                return Ok(enough);
            }
            let mut rows = Query::select();
            rows.from(self.record.table()).expr(Expr::val(1)).and_where(Expr::col((*column).to_owned()).is_in(values.clone())).limit(enough.unsigned_abs());
            let (sql, values) = build(&rows);
            met += self.view.number(&format!("SELECT count(*) FROM ({sql})"), &values)?;
        }
        Ok(Ord::min(met, enough))
    }

    fn is_indexed(&self, column: &str) -> Result<bool> {
        if column == "id" || self.record.field(column).is_some_and(|field| field.indexed || field.unique) {
            return Ok(true);
        }
        let begins = "SELECT count(*) FROM pragma_index_list(?1) AS l JOIN pragma_index_info(l.name) AS i WHERE i.seqno = 0 AND i.name = ?2";
        Ok(self.view.number(begins, vals![self.record.table(), column])? > 0)
    }

    /// A page along the list's own order.
    fn walk(&self) -> Result<Page> {
        let Some(matching) = self.matching(&Way::Order)? else { return Ok(Page::default()) };
        let (field, falling) = self.asked.order(self.record);
        let mut page = select(self.record, &matching);
        page.expr(Expr::cust("*"));
        if let Some(after) = &self.asked.after {
            page.cond_where(beyond(self.record, field, falling, after, &Way::Order)?);
        }
        in_order(&mut page, &Way::Order, field, falling);
        page.limit(self.asked.limit as u64 + 1);
        let mut rows = self.rows(&page, field)?;
        let more = rows.len() > self.asked.limit;
        rows.truncate(self.asked.limit);
        // A first page that holds everything has been counted by being read.
        let total = if more || self.asked.after.is_some() { self.count(&Way::Order)? } else { counted(rows.len()) };
        Ok(Page { rows, more, total })
    }

    /// A page of few: all their keys are put in order, which counts them too, and only the page's rows are read.
    fn gather(&self, way: &Way) -> Result<Page> {
        let Some(matching) = self.matching(way)? else { return Ok(Page::default()) };
        let (field, falling) = self.asked.order(self.record);
        let past = match &self.asked.after {
            Some(after) => beyond(self.record, field, falling, after, way)?,
            None => Condition::all().add(Expr::val(1).eq(1)),
        };
        let mut keys = select(self.record, &matching);
        keys.column("key").expr_as(Expr::case(past, 1).finally(0), "past");
        in_order(&mut keys, way, field, falling);
        let (sql, values) = build(&keys);
        let keys = self.view.rows(&sql, &values, |row| Ok((row.int("key")?, row.int("past")? != 0)))?;
        let mut shown: Vec<i64> = keys.iter().filter(|(_, is_past)| *is_past).map(|(key, _)| *key).take(self.asked.limit + 1).collect();
        let more = shown.len() > self.asked.limit;
        shown.truncate(self.asked.limit);
        let mut page = Query::select();
        page.from(self.record.table()).expr(Expr::cust("*")).and_where(Expr::col("key").is_in(shown.iter().copied()));
        let places: BTreeMap<i64, usize> = shown.iter().copied().zip(0..).collect();
        let mut rows = self.rows(&page, field)?;
        rows.sort_by_key(|(key, _, _)| places.get(key).copied());
        Ok(Page { rows, more, total: counted(keys.len()) })
    }

    fn rows(&self, page: &SelectStatement, field: &str) -> Result<Vec<(i64, Val, Stored)>> {
        let (sql, values) = build(page);
        self.view.rows(&sql, &values, |row| Ok((row.int("key")?, row.val(field)?, Stored::read(self.record, row)?)))
    }

    /// All conditions on a row; none when nothing can fit.
    fn matching(&self, way: &Way) -> Result<Option<Condition>> {
        let reach = if *way == Way::Reach { self.reach.way_in(self.record) } else { self.reach.condition(self.record) };
        let mut all = Condition::all().add(reach);
        if !self.asked.words.trim().is_empty() {
            let limit = self.asked.finds();
            let Some((sql, values)) = search::ids(&self.asked.words, self.record.kind, &self.reach, limit) else { return Ok(None) };
            let values = values.into_iter().map(to_sea).collect::<Vec<_>>();
            all = all.add(Expr::cust_with_values(format!("\"id\" IN ({sql})"), values));
        }
        for (name, wanted) in &self.asked.filters {
            let mut any = Condition::any();
            for value in wanted {
                any = any.add(fits(self.view, self.record, name, value, way.filtered(name))?);
            }
            all = all.add(any);
        }
        Ok(Some(all))
    }

    /// How many there are, up to `COUNTED + 1`. A count has no order to keep, so the reach is a way in whenever it is bounded.
    fn count(&self, way: &Way) -> Result<i64> {
        let is_bounded = self.reach.columns(self.record).is_some_and(|columns| columns.iter().all(|(column, _)| self.is_indexed(column).unwrap_or(false)));
        let way = match way {
            Way::Order if is_bounded => &Way::Reach,
            Way::Order => &Way::Any,
            other => other,
        };
        let Some(matching) = self.matching(way)? else { return Ok(0) };
        let mut some = select(self.record, &matching);
        some.expr(Expr::val(1)).limit(COUNTED.unsigned_abs() + 1);
        let (sql, values) = build(&some);
        self.view.number(&format!("SELECT count(*) FROM ({sql})"), &values)
    }
}

fn fits(view: &View, record: &RecordType, name: &str, value: &str, column: Expr) -> Result<Expr> {
    if value == "none" {
        return Ok(column.is_null());
    }
    Ok(match record.field(name).map(|field| field.holds) {
        Some(Holds::YesNo) if value == "yes" => column.eq(1),
        Some(Holds::YesNo) => column.clone().eq(0).or(column.is_null()),
        Some(Holds::Moment) if value == "past" => column.lt(view.now()),
        Some(Holds::Moment) if value == "future" => column.gte(view.now()),
        Some(Holds::Moment) if value == "today" => {
            let (from, to) = crate::time::day_around(view.now());
            column.clone().gte(from).and(column.lt(to))
        }
        Some(Holds::Number | Holds::Moment) => column.eq(value.parse::<i64>().map_err(|_| Problem::on(name, "problem-number"))?),
        Some(Holds::Link("person")) if value == "me" => column.eq(view.actor().person.id.to_string()),
        None if name == "class" => column.eq(Class::parse(value).ok_or(Problem::on(name, "problem-choice"))?.number()),
        _ => column.eq(value),
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
fn beyond(record: &RecordType, field: &str, falling: bool, after: &str, way: &Way) -> Result<Condition> {
    let bad = || Problem::on("after", "problem-number");
    let (key, val) = after.split_once('~').map_or((after, None), |(key, val)| (key, Some(val)));
    let key: i64 = key.parse().map_err(|_| bad())?;
    let column = || way.ordered(field);
    let past_key = if falling { way.ordered("key").lt(key) } else { way.ordered("key").gt(key) };
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
    let pair = Expr::tuple([column(), way.ordered("key")]);
    let bound = Expr::tuple([Expr::val(val), Expr::val(key)]);
    let past = if falling { pair.lt(bound) } else { pair.gt(bound) };
    let nullable = record.field(field).is_some_and(|field| !field.required);
    Ok(if falling && nullable { Condition::any().add(past).add(column().is_null()) } else { Condition::all().add(past) })
}

fn build(select: &SelectStatement) -> (String, Vec<Val>) {
    let (sql, values) = select.build(SqliteQueryBuilder);
    (sql, values.0.into_iter().map(from_sea).collect())
}

fn to_sea(val: Val) -> SeaValue {
    match val {
        Val::Int(n) => n.into(),
        Val::Text(text) => text.into(),
        other => unreachable!("words are asked with a text and a number, not {other:?}"),
    }
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
