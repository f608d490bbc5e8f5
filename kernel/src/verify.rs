//! What `tehama verify` and `tehama rebuild --check` find: every change recomputed from its body to its leaf, the tree against everything ever
//! signed, and every derived row against a replay from nothing. Each fault is named; silence means none.

use crate::app::DATABASE;
use crate::change::{Change, is_erased, items};
use crate::db::{Applied, Conn, DERIVED_PREFIXES, Val, apply, build, tables_with_prefix};
use crate::erasure::{hex, unhex};
use crate::log::{Leaves, read_last, read_verifier};
use crate::problem::{Problem, Result};
use crate::registry::Registry;
use crate::{search, vals};
use ledger::checkpoint::Checkpoint;
use ledger::leaf::{Entry, Part, commitment_of_parts};
use ledger::leaf_hash;
use ledger::note::Note;
use ledger::tiles::{LeafSource, TileCache, View};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The change's body, salts or entry do not give its leaf.
    Change { seq: i64, what: String },
    /// The sequence of changes has a hole or stands in another order.
    Order { seq: i64, what: String },
    /// The tree is not a continuation of what was signed.
    Signed { size: u64, what: String },
    /// A derived row differs from what the changes make of it.
    Row { table: String, what: String },
    /// The database file itself.
    Pages { what: String },
    /// An attached file is missing or has other bytes.
    File { what: String },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Change { seq, what } => write!(f, "badiliko {seq} / change {seq}: {what}"),
            Fault::Order { seq, what } => write!(f, "mpangilio {seq} / order at {seq}: {what}"),
            Fault::Signed { size, what } => write!(f, "saini {size} / checkpoint of size {size}: {what}"),
            Fault::Row { table, what } => write!(f, "jedwali {table} / table {table}: {what}"),
            Fault::Pages { what } => write!(f, "kanzidata / database: {what}"),
            Fault::File { what } => write!(f, "faili / file: {what}"),
        }
    }
}

/// What was checked, and what was wrong.
#[derive(Debug, Default)]
pub struct Finding {
    pub changes: u64,
    pub checkpoints: u64,
    pub rows: u64,
    pub files: u64,
    pub root: String,
    pub faults: Vec<Fault>,
}

/// Opens an office's database for reading, in a process that need not be the server's.
pub fn open(data: &Path) -> Result<Conn> {
    let path = data.join(DATABASE);
    if !path.exists() {
        return Err(Problem::Store(format!("there is no office in {}", data.display())));
    }
    let conn = Conn::open_reader(&path)?;
    conn.batch("BEGIN")?;
    Ok(conn)
}

/// Checks the ledger: bodies, leaves, order, everything signed, attached files.
pub fn ledger(conn: &Conn, data: &Path, keys: &Path) -> Result<Finding> {
    let mut finding = Finding::default();
    finding.faults.extend(conn.page_faults()?.into_iter().map(|what| Fault::Pages { what }));
    changes(conn, &mut finding)?;
    signed(conn, keys, &mut finding)?;
    files(conn, data, &mut finding)?;
    Ok(finding)
}

fn changes(conn: &Conn, finding: &mut Finding) -> Result<()> {
    const BATCH: i64 = 4_096;
    let (mut from, mut expected) = (i64::MIN, 0);
    loop {
        let rows = conn.rows(
            "SELECT seq, id, at, actor, verb, class, body, nonce, parts, entry, leaf FROM ledger_change WHERE seq > ?1 ORDER BY seq LIMIT ?2",
            vals![from, BATCH],
            |row| Ok((row.int("seq")?, change_faults(row)?)),
        )?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        from = *last;
        for (seq, faults) in rows {
            if seq != expected {
                finding.faults.push(Fault::Order { seq, what: format!("expected change {expected}") });
                expected = seq;
            }
            expected += 1;
            finding.changes += 1;
            finding.faults.extend(faults.into_iter().map(|what| Fault::Change { seq, what }));
        }
    }
}

/// Everything about one row of the ledger that does not fit the rest of it.
fn change_faults(row: &crate::db::Row) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let (seq, entry, leaf) = (row.int("seq")?, row.blob("entry")?, row.blob("leaf")?);
    if leaf_hash(&entry)[..] != leaf[..] {
        faults.push("the leaf is not the hash of its entry".to_owned());
    }
    let Ok(entry) = Entry::from_bytes(&entry) else {
        faults.push("the entry cannot be read".into());
        return Ok(faults);
    };
    if i64::try_from(entry.seq) != Ok(seq) {
        faults.push(format!("its entry was written as change {}", entry.seq));
    }
    if entry.at_us != row.int("at")? {
        faults.push("the time beside it is not the time committed to".into());
    }
    let body = row.text("body")?;
    let Ok(value) = serde_json::from_str::<Value>(&body) else {
        faults.push("the body is not JSON".into());
        return Ok(faults);
    };
    match commitment(&value, row.opt_blob("nonce")?.as_deref(), row.opt_text("parts")?.as_deref()) {
        Ok(commitment) if commitment == entry.commitment => {}
        Ok(_) => faults.push("the body is not what was committed to".into()),
        Err(what) => faults.push(what),
    }
    match Change::from_body(&body) {
        Ok(change) => {
            let beside = (row.text("id")?, row.text("actor")?, row.text("verb")?, row.int("class")?);
            if beside != (change.id.to_string(), change.actor.to_string(), change.verb.clone(), change.class().number()) {
                faults.push("the columns beside the body differ from it".into());
            }
        }
        Err(error) => faults.push(format!("the body cannot be read as a change: {error}")),
    }
    Ok(faults)
}

fn commitment(body: &Value, nonce: Option<&[u8]>, parts: Option<&str>) -> std::result::Result<ledger::Hash, String> {
    match (nonce.map(<[u8; 16]>::try_from), parts) {
        (Some(Ok(nonce)), None) => ledger::leaf::commit(&nonce, &items(body)).map_err(|error| error.to_string()),
        (None, Some(parts)) => Ok(commitment_of_parts(&parts_of(body, parts)?)),
        _ => Err("its nonce is missing or has a wrong length".into()),
    }
}

/// The parts of a change whose nonce an erasure has taken: what is still there with its salt, the rest by its digest.
pub fn parts_of(body: &Value, parts: &str) -> std::result::Result<Vec<Part>, String> {
    let unreadable = || "the kept digests cannot be read".to_owned();
    let kept: Vec<Value> = serde_json::from_str(parts).map_err(|_| unreadable())?;
    let items = items(body);
    if kept.len() != items.len() {
        return Err("the body has other parts than were committed to".into());
    }
    items
        .into_iter()
        .zip(&kept)
        .map(|(item, kept)| {
            if kept["tag"] != item.tag.as_str() {
                return Err("the body has other parts than were committed to".to_owned());
            }
            let erased = serde_json::from_slice(&item.value).is_ok_and(|value: Value| is_erased(&value));
            let bytes = |name: &str| kept[name].as_str().and_then(unhex).ok_or_else(unreadable);
            if erased {
                Ok(Part::Withheld { digest: bytes("digest")?.try_into().map_err(|_| unreadable())? })
            } else {
                Ok(Part::Shown { salt: bytes("salt")?.try_into().map_err(|_| unreadable())?, tag: item.tag, value: item.value })
            }
        })
        .collect()
}

/// Every checkpoint kept here, and the one noted beside the key, against the tree as it is.
fn signed(conn: &Conn, keys: &Path, finding: &mut Finding) -> Result<()> {
    let (tiles, leaves) = (TileCache::in_memory(), Leaves(conn));
    let store = |error: &dyn fmt::Display| Problem::Store(error.to_string());
    let size = leaves.size().map_err(|e| store(&e))?;
    let view = match View::new(&leaves, &tiles) {
        Ok(view) => view,
        Err(error) => {
            finding.faults.push(Fault::Signed { size, what: format!("no tree can be built: {error}") });
            return Ok(());
        }
    };
    finding.root = hex(&view.root().map_err(|e| store(&e))?);
    let verifier = read_verifier(keys)?;
    let mut notes = conn.rows("SELECT size, note FROM ledger_checkpoint ORDER BY size", &[], |row| Ok((row.int("size")?.unsigned_abs(), row.text("note")?)))?;
    if let Some(last) = read_last(keys)? {
        notes.push((last.checkpoint.size, last.note));
    }
    for (at, note) in notes {
        finding.checkpoints += 1;
        if let Some(what) = note_fault(&view, size, &note, verifier.as_ref()) {
            finding.faults.push(Fault::Signed { size: at, what });
        }
    }
    Ok(())
}

fn note_fault(view: &View, size: u64, note: &str, verifier: Option<&ledger::note::VerifierKey>) -> Option<String> {
    let note = match Note::parse(note) {
        Ok(note) => note,
        Err(error) => return Some(format!("the signed note cannot be read: {error}")),
    };
    let checkpoint = match Checkpoint::from_text(&note.text) {
        Ok(checkpoint) => checkpoint,
        Err(error) => return Some(format!("the signed note is no checkpoint: {error}")),
    };
    // A checkpoint of an earlier log (before a restore) was signed with a key that is put aside; its root is still compared.
    if let Some(key) = verifier.filter(|key| key.name() == checkpoint.origin)
        && let Err(error) = Checkpoint::open(&note, key, &[])
    {
        return Some(format!("the signature is not the log's: {error}"));
    }
    if checkpoint.size > size {
        return Some(format!("{} changes were signed and {size} are here: the end is missing, or an older database was put back", checkpoint.size));
    }
    match view.root_at(checkpoint.size) {
        Ok(root) if root == checkpoint.root => None,
        Ok(_) => Some("the changes here are not those that were signed".into()),
        Err(error) => Some(error.to_string()),
    }
}

fn files(conn: &Conn, data: &Path, finding: &mut Finding) -> Result<()> {
    use sha2::{Digest, Sha256};
    let named =
        conn.rows("SELECT sha256, kind, id FROM fact_kept", &[], |row| Ok((row.text("sha256")?, format!("{} {}", row.text("kind")?, row.text("id")?))))?;
    for (sha256, name) in named {
        finding.files += 1;
        let path = data.join("files").join(sha256.get(..2).unwrap_or_default()).join(&sha256);
        let what = match std::fs::read(&path) {
            Ok(bytes) if hex(&Sha256::digest(&bytes)) == sha256 => continue,
            Ok(_) => format!("{name} ({sha256}) has other bytes than were attached"),
            Err(error) => format!("{name} ({sha256}) cannot be read: {error}"),
        };
        finding.faults.push(Fault::File { what });
    }
    Ok(())
}

/// Replays all changes into empty tables and compares `rec_` and `fact_` with what is here.
pub fn replay(conn: &Conn, registry: &Registry) -> Result<Finding> {
    let mut finding = Finding::default();
    let fresh = Conn::scratch()?;
    build(&fresh, registry)?;
    fresh.batch("BEGIN")?;
    replay_into(conn, &fresh, registry, &mut finding)?;
    let misshapen = shape(conn, &fresh, &mut finding)?;
    for prefix in DERIVED_PREFIXES {
        for table in tables_with_prefix(&fresh, prefix)?.into_iter().filter(|table| !misshapen.contains(table)) {
            compare(conn, &fresh, &table, &mut finding)?;
        }
    }
    if let Some(what) = search::gap(conn)? {
        finding.faults.push(Fault::Row { table: "fact_search_index".into(), what });
    }
    Ok(finding)
}

/// Carries every change out again, in order; one that cannot be is a fault and the rest go on.
pub fn replay_into(conn: &Conn, fresh: &Conn, registry: &Registry, finding: &mut Finding) -> Result<()> {
    const BATCH: i64 = 1_024;
    let mut from = -1;
    loop {
        let bodies = conn.rows("SELECT seq, body FROM ledger_change WHERE seq > ?1 ORDER BY seq LIMIT ?2", vals![from, BATCH], |row| {
            Ok((row.int("seq")?, row.text("body")?))
        })?;
        let Some((last, _)) = bodies.last() else { return Ok(()) };
        from = *last;
        for (seq, body) in bodies {
            finding.changes += 1;
            let carried = Change::from_body(&body)
                .map_err(|error| Problem::Store(error.to_string()))
                .and_then(|change| apply(fresh, &Applied { registry, seq }, &change));
            if let Err(problem) = carried {
                finding.faults.push(Fault::Change { seq, what: format!("cannot be carried out again: {problem}") });
            }
        }
    }
}

/// Tables, columns, triggers and views that this program would not have made, or that are missing. Gives the tables that cannot be compared.
fn shape(here: &Conn, fresh: &Conn, finding: &mut Finding) -> Result<Vec<String>> {
    let columns = |conn: &Conn| -> Result<BTreeMap<String, Vec<String>>> {
        let sql = "SELECT m.name AS name, c.name AS of FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.name";
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in conn.rows(sql, &[], |row| Ok((row.text("name")?, row.text("of")?)))? {
            tables.entry(table).or_default().push(column);
        }
        Ok(tables)
    };
    let (ours, theirs) = (columns(here)?, columns(fresh)?);
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).filter(|name| !name.starts_with("sqlite_")).collect();
    let mut misshapen = Vec::new();
    for name in names {
        let what = match (ours.get(name), theirs.get(name)) {
            (Some(ours), Some(theirs)) if ours == theirs => continue,
            (Some(ours), Some(theirs)) => format!("it has the columns {} and should have {}", ours.join(", "), theirs.join(", ")),
            (None, _) => "the table is missing".into(),
            (Some(_), None) => "no such table is made by this program".into(),
        };
        finding.faults.push(Fault::Row { table: name.clone(), what });
        misshapen.push(name.clone());
    }
    for (kind, name) in
        here.rows("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')", &[], |row| Ok((row.text("type")?, row.text("name")?)))?
    {
        finding.faults.push(Fault::Row { table: name, what: format!("a {kind} that this program never makes") });
    }
    Ok(misshapen)
}

/// The most differences named in one table; more tell nothing new.
const NAMED: usize = 20;

fn compare(here: &Conn, fresh: &Conn, table: &str, finding: &mut Finding) -> Result<()> {
    let columns = here.rows(&format!("SELECT name, pk FROM pragma_table_info('{table}') ORDER BY cid"), &[], |row| Ok((row.text("name")?, row.int("pk")?)))?;
    let keys: Vec<&str> = columns.iter().filter(|(_, pk)| *pk > 0).map(|(name, _)| name.as_str()).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let sql = format!("SELECT {} FROM {table} ORDER BY {}", names.join(", "), if keys.is_empty() { "1".into() } else { keys.join(", ") });
    let (mut ours, mut theirs) = (Pages::new(here, &sql), Pages::new(fresh, &sql));
    let mut named = 0;
    loop {
        let (left, right) = (ours.next()?, theirs.next()?);
        finding.rows += 1;
        let what = match (left, right) {
            (None, None) => return Ok(()),
            (Some(left), Some(right)) if left == right => continue,
            (Some(left), Some(right)) => difference(&names, &left, &right),
            (Some(left), None) => format!("a row that no change made: {}", shown(&left)),
            (None, Some(right)) => format!("a row is missing: {}", shown(&right)),
        };
        finding.faults.push(Fault::Row { table: table.into(), what });
        named += 1;
        if named == NAMED {
            return Ok(());
        }
    }
}

fn difference(names: &[&str], here: &[Val], fresh: &[Val]) -> String {
    let differing: Vec<String> = names
        .iter()
        .zip(here.iter().zip(fresh))
        .filter(|(_, (a, b))| a != b)
        .map(|(name, (a, b))| format!("{name} is {} and should be {}", shown_val(a), shown_val(b)))
        .collect();
    format!("row {}: {}", shown(&here[..here.len().min(3)]), differing.join("; "))
}

fn shown(row: &[Val]) -> String {
    row.iter().take(4).map(shown_val).collect::<Vec<_>>().join(" ")
}

fn shown_val(val: &Val) -> String {
    match val {
        Val::Null => "nothing".into(),
        Val::Int(n) => n.to_string(),
        Val::Real(n) => n.to_string(),
        Val::Text(text) => format!("“{}”", text.chars().take(60).collect::<String>()),
        Val::Blob(bytes) => hex(&bytes[..bytes.len().min(8)]),
    }
}

/// Reads a table a page at a time, so that comparing millions of rows needs little memory.
struct Pages<'a> {
    conn: &'a Conn,
    sql: &'a str,
    waiting: std::vec::IntoIter<Vec<Val>>,
    offset: i64,
}

impl<'a> Pages<'a> {
    fn new(conn: &'a Conn, sql: &'a str) -> Self {
        Self { conn, sql, waiting: Vec::new().into_iter(), offset: 0 }
    }

    fn next(&mut self) -> Result<Option<Vec<Val>>> {
        const PAGE: i64 = 65_536;
        if let Some(row) = self.waiting.next() {
            return Ok(Some(row));
        }
        let rows = self.conn.rows(&format!("{} LIMIT ?1 OFFSET ?2", self.sql), vals![PAGE, self.offset], |row| row.all())?;
        self.offset += PAGE;
        self.waiting = rows.into_iter();
        Ok(self.waiting.next())
    }
}
