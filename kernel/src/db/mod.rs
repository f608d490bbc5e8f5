//! The database, seen by the rest of the house as rows and values. Only this folder and `search` know which database it is; on SQLite one
//! writer thread owns the only connection that can write, and readers are kept to `query_only`.

mod apply;
mod schema;
mod writer;

pub use apply::{Applied, apply};
pub use schema::{DERIVED_PREFIXES, build, tables_with_prefix};
pub use writer::{Committed, Draft, Note, Writer};

use crate::problem::{Problem, Result};
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// A value on its way into or out of the database.
#[derive(Clone, PartialEq, Debug)]
pub enum Val {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

macro_rules! val_from {
    ($($type:ty => |$name:ident| $make:expr),* $(,)?) => {
        $(impl From<$type> for Val { fn from($name: $type) -> Self { $make } })*
    };
}
val_from! {
    i64 => |n| Val::Int(n),
    i32 => |n| Val::Int(n.into()),
    u32 => |n| Val::Int(n.into()),
    usize => |n| Val::Int(i64::try_from(n).unwrap_or(i64::MAX)),
    bool => |yes| Val::Int(yes.into()),
    f64 => |n| Val::Real(n),
    &str => |text| Val::Text(text.to_owned()),
    String => |text| Val::Text(text),
    &String => |text| Val::Text(text.clone()),
    Vec<u8> => |bytes| Val::Blob(bytes),
    &[u8] => |bytes| Val::Blob(bytes.to_vec()),
    [u8; 32] => |bytes| Val::Blob(bytes.to_vec()),
    crate::id::Id => |id| Val::Text(id.to_string()),
}
impl<T: Into<Val>> From<Option<T>> for Val {
    fn from(value: Option<T>) -> Self {
        value.map_or(Val::Null, Into::into)
    }
}

/// Values for a statement's `?1, ?2, …`.
#[macro_export]
macro_rules! vals {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Val::from($value)),*][..] };
}

impl rusqlite::ToSql for Val {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Val::Null => ToSqlOutput::Owned(SqlValue::Null),
            Val::Int(n) => ToSqlOutput::Owned(SqlValue::Integer(*n)),
            Val::Real(n) => ToSqlOutput::Owned(SqlValue::Real(*n)),
            Val::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Val::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

/// One row of an answer; columns are asked for by name.
pub struct Row<'a>(&'a rusqlite::Row<'a>);

impl Row<'_> {
    pub fn val(&self, column: &str) -> Result<Val> {
        Ok(match self.0.get_ref(column)? {
            ValueRef::Null => Val::Null,
            ValueRef::Integer(n) => Val::Int(n),
            ValueRef::Real(n) => Val::Real(n),
            ValueRef::Text(text) => Val::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Val::Blob(bytes.to_vec()),
        })
    }
    pub fn text(&self, column: &str) -> Result<String> {
        Ok(self.0.get::<_, Option<String>>(column)?.unwrap_or_default())
    }
    pub fn opt_text(&self, column: &str) -> Result<Option<String>> {
        Ok(self.0.get(column)?)
    }
    pub fn int(&self, column: &str) -> Result<i64> {
        Ok(self.0.get::<_, Option<i64>>(column)?.unwrap_or_default())
    }
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>> {
        Ok(self.0.get(column)?)
    }
    pub fn blob(&self, column: &str) -> Result<Vec<u8>> {
        Ok(self.0.get::<_, Option<Vec<u8>>>(column)?.unwrap_or_default())
    }
    pub fn opt_blob(&self, column: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.0.get(column)?)
    }
    pub fn id(&self, column: &str) -> Result<Option<crate::id::Id>> {
        Ok(self.opt_text(column)?.as_deref().and_then(crate::id::Id::parse))
    }
    /// All columns in order, as values.
    pub fn all(&self) -> Result<Vec<Val>> {
        (0..self.0.as_ref().column_count())
            .map(|index| {
                Ok(match self.0.get_ref(index)? {
                    ValueRef::Null => Val::Null,
                    ValueRef::Integer(n) => Val::Int(n),
                    ValueRef::Real(n) => Val::Real(n),
                    ValueRef::Text(text) => Val::Text(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Blob(bytes) => Val::Blob(bytes.to_vec()),
                })
            })
            .collect()
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(code, Some(message)) = &error
            && code.code == rusqlite::ErrorCode::ConstraintViolation
            && let Some(column) = message.strip_prefix("UNIQUE constraint failed: rec_").and_then(|rest| rest.split(['.', ',']).nth(1))
        {
            return Problem::on(column, "problem-taken");
        }
        Problem::Store(error.to_string())
    }
}

/// One connection.
pub struct Conn(rusqlite::Connection);

/// How long a reader waits for a lock that only a checkpoint can hold.
const BUSY_MS: u64 = 10_000;

impl Conn {
    /// Opens the office's database for the writer; makes it when it is not there.
    pub fn open_writer(path: &Path) -> Result<Self> {
        let conn = rusqlite::Connection::open(path)?;
        conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
        conn.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32000; \
             PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864;",
        )?;
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self(conn))
    }

    /// Opens a connection that cannot write.
    pub fn open_reader(path: &Path) -> Result<Self> {
        let conn = rusqlite::Connection::open(path)?;
        conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
        conn.execute_batch("PRAGMA query_only=ON; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;")?;
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self(conn))
    }

    /// A database that is nowhere: for replay and tests of pure SQL.
    pub fn in_memory() -> Result<Self> {
        let conn = rusqlite::Connection::open_in_memory()?;
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self(conn))
    }

    /// A scratch database in a file that SQLite removes by itself, for replays larger than memory.
    pub fn scratch() -> Result<Self> {
        let conn = rusqlite::Connection::open("")?;
        conn.execute_batch("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;")?;
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self(conn))
    }

    pub fn rows<T>(&self, sql: &str, vals: &[Val], mut each: impl FnMut(&Row) -> Result<T>) -> Result<Vec<T>> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(vals))?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(each(&Row(row))?);
        }
        Ok(out)
    }

    /// The first row, if there is one.
    pub fn one<T>(&self, sql: &str, vals: &[Val], each: impl FnOnce(&Row) -> Result<T>) -> Result<Option<T>> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(vals))?;
        match rows.next()? {
            Some(row) => each(&Row(row)).map(Some),
            None => Ok(None),
        }
    }

    /// A single number, 0 when there is no row.
    pub fn number(&self, sql: &str, vals: &[Val]) -> Result<i64> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(vals))?;
        Ok(match rows.next()? {
            Some(row) => row.get::<_, Option<i64>>(0)?.unwrap_or_default(),
            None => 0,
        })
    }

    /// Runs a statement that answers nothing; gives the number of rows touched.
    pub fn run(&self, sql: &str, vals: &[Val]) -> Result<usize> {
        Ok(self.0.prepare_cached(sql)?.execute(rusqlite::params_from_iter(vals))?)
    }

    /// Several statements, of our own text only.
    pub fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.0.execute_batch(sql)?)
    }

    /// False once SQLite has rolled a transaction back by itself.
    pub fn is_in_transaction(&self) -> bool {
        !self.0.is_autocommit()
    }

    /// The key of the row inserted last on this connection.
    pub fn last_key(&self) -> i64 {
        self.0.last_insert_rowid()
    }

    /// Copies a consistent snapshot of the whole database into a new file, while others go on writing.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        self.run("VACUUM INTO ?1", vals![target.to_string_lossy().into_owned()])?;
        Ok(())
    }

    /// What SQLite itself says of the file's pages and indexes; empty when sound.
    pub fn page_faults(&self) -> Result<Vec<String>> {
        let said = self.rows("PRAGMA integrity_check(20)", &[], |row| row.text("integrity_check"))?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }
}

/// How many people's pages are read at once; two cores gain nothing from more.
const READERS: usize = 4;

/// The connections that read.
pub struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Conn>>,
    freed: Condvar,
}

impl Readers {
    pub fn open(path: &Path) -> Result<Self> {
        let idle = (0..READERS).map(|_| Conn::open_reader(path)).collect::<Result<Vec<_>>>()?;
        Ok(Self { path: path.to_owned(), idle: Mutex::new(idle), freed: Condvar::new() })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A snapshot: everything read through it is from one moment.
    pub fn snapshot(self: &Arc<Self>) -> Result<Snapshot> {
        let mut idle = self.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let conn = loop {
            match idle.pop() {
                Some(conn) => break conn,
                None => idle = self.freed.wait(idle).unwrap_or_else(|poisoned| poisoned.into_inner()),
            }
        };
        drop(idle);
        let snapshot = Snapshot { conn: Some(conn), home: Arc::clone(self) };
        snapshot.batch("BEGIN")?;
        Ok(snapshot)
    }
}

/// A connection lent out with a read transaction open; given back when dropped.
pub struct Snapshot {
    conn: Option<Conn>,
    home: Arc<Readers>,
}

impl std::ops::Deref for Snapshot {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn.as_ref().expect("a snapshot holds its connection until it is dropped")
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        // A failed ROLLBACK means no transaction was open: nothing is lost, the connection only read.
        let _ = conn.batch("ROLLBACK");
        self.home.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(conn);
        self.home.freed.notify_one();
    }
}
