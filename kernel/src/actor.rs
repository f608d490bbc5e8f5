//! Whoever acts: a person signed in, a token, an agent, a job. Finding a record and being allowed to see it are one call; what may not be seen
//! is not found.

use crate::app::App;
use crate::change::Via;
use crate::class::Class;
use crate::db::{Row, Snapshot, Val};
use crate::id::{Id, Link};
use crate::permission::{Part, Reach, Role, Scope};
use crate::problem::{Problem, Result};
use crate::record::{Head, Holds, Record, RecordType};
use crate::registry::Registry;
use crate::vals;
use crate::words::{Lang, Tongue};
use crate::work::Work;
use serde_json::{Map, Value};
use std::sync::Arc;

/// What the kernel reads of a person; the record itself is the office domain's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    pub id: Id,
    pub name: String,
    pub post: String,
    pub roles: Vec<Role>,
    pub unit: Option<Id>,
    pub site: Option<Id>,
    /// Units below a head, its own among them.
    pub units: Vec<Id>,
}

#[derive(Clone)]
pub struct Actor {
    pub app: Arc<App>,
    pub person: Person,
    pub tongue: Tongue,
    pub via: Via,
    pub from: String,
    /// The program itself, held by no rule.
    is_program: bool,
    /// May read and nothing else.
    is_read_only: bool,
}

impl Actor {
    pub(crate) fn program(app: Arc<App>, via: Via, from: &str) -> Self {
        let tongue = app.tongue(Lang::Sw);
        Self { app, person: Person::default(), tongue, via, from: from.into(), is_program: true, is_read_only: false }
    }

    pub fn of(app: &Arc<App>, person: Person, lang: Lang, via: Via, from: &str) -> Self {
        let tongue = app.tongue(lang);
        Self { app: Arc::clone(app), person, tongue, via, from: from.into(), is_program: false, is_read_only: false }
    }

    pub fn read_only(mut self) -> Self {
        self.is_read_only = true;
        self
    }

    pub fn has(&self, role: Role) -> bool {
        self.person.roles.contains(&role)
    }

    /// Does the unit's own work: an officer, or the head.
    pub fn is_of_the_unit(&self) -> bool {
        self.has(Role::Officer) || self.has(Role::Head)
    }

    /// What may be seen of a kind.
    pub fn reach(&self, kind: &str) -> Reach {
        self.reach_of(&format!("{kind}.see"))
    }

    /// What an act may be done to.
    pub fn reach_of(&self, act: &str) -> Reach {
        if self.is_program {
            return Reach { parts: vec![Part { everything: true, up_to: Class::TopSecret, ..Part::default() }] };
        }
        if self.is_read_only && !act.ends_with(".see") {
            return Reach::default();
        }
        let rules = self.app.registry.rules().iter().filter(|rule| rule.act == act && self.has(rule.role));
        let parts = rules.map(|rule| match rule.scope {
            Scope::All => Part { everything: true, up_to: rule.up_to, ..Part::default() },
            Scope::Own => Part { persons: vec![self.person.id], up_to: rule.up_to, ..Part::default() },
            Scope::Unit => Part { units: self.person.units.clone(), up_to: rule.up_to, ..Part::default() },
            Scope::Site => Part { sites: self.person.site.into_iter().collect(), up_to: rule.up_to, ..Part::default() },
        });
        Reach { parts: parts.collect() }
    }

    /// Whether the act may be done to anything at all.
    pub fn may(&self, act: &str) -> bool {
        !self.reach_of(act).is_empty()
    }

    pub fn view(&self) -> Result<View> {
        Ok(View { actor: self.clone(), snapshot: self.app.readers.snapshot()? })
    }

    /// Opens a unit of work; nothing is written before its `commit`.
    pub fn work(&self, verb: &str) -> Result<Work> {
        self.work_at(verb, self.app.now())
    }

    /// The same, at a moment that is not now: the demo's past.
    pub fn work_at(&self, verb: &str, at_us: i64) -> Result<Work> {
        if self.is_read_only {
            return Err(Problem::Forbidden { act: verb.into() });
        }
        Ok(Work::new(self.view()?, verb, at_us))
    }

    /// Reads on a thread that may wait for the disk.
    pub async fn read<T: Send + 'static>(&self, read: impl FnOnce(&View) -> Result<T> + Send + 'static) -> Result<T> {
        let actor = self.clone();
        off_the_loop(move || read(&actor.view()?)).await
    }

    /// Works and commits on a thread that may wait for the disk; gives what the verb gave, and what the writer gave.
    pub async fn act<T: Send + 'static>(
        &self,
        verb: &'static str,
        act: impl FnOnce(&mut Work) -> Result<T> + Send + 'static,
    ) -> Result<(T, crate::db::Committed)> {
        let actor = self.clone();
        off_the_loop(move || {
            let mut work = actor.work(verb)?;
            let made = act(&mut work)?;
            Ok((made, work.commit()?))
        })
        .await
    }
}

/// Runs what waits for the disk away from the threads that answer the network.
pub async fn off_the_loop<T: Send + 'static>(wait: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(wait).await.map_err(|error| Problem::Store(error.to_string()))?
}

/// A moment of the office as one actor sees it.
pub struct View {
    actor: Actor,
    snapshot: Snapshot,
}

impl std::ops::Deref for View {
    type Target = crate::db::Conn;
    fn deref(&self) -> &Self::Target {
        &self.snapshot
    }
}

impl View {
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn registry(&self) -> &Registry {
        &self.actor.app.registry
    }

    pub fn tongue(&self) -> &Tongue {
        &self.actor.tongue
    }

    pub fn now(&self) -> i64 {
        self.actor.app.now()
    }

    /// Finds a record by id or number, if the actor may see it.
    pub fn find<R: Record>(&self, name: &str) -> Result<R> {
        let stored = self.stored(R::KIND, name)?;
        if !self.reaches(&stored, &self.actor.reach(R::KIND)) {
            return Err(Problem::NotFound);
        }
        stored.typed()
    }

    /// A record's row whatever the rights: for verbs that follow a link of a record in hand.
    pub fn fetch<R: Record>(&self, id: Id) -> Result<R> {
        self.stored(R::KIND, &id.to_string())?.typed()
    }

    /// Finds a record of a kind named at run time, if the actor may see it.
    pub fn find_stored(&self, kind: &str, name: &str) -> Result<Stored> {
        let stored = self.stored(kind, name)?;
        if self.reaches(&stored, &self.actor.reach(kind)) { Ok(stored) } else { Err(Problem::NotFound) }
    }

    fn stored(&self, kind: &str, name: &str) -> Result<Stored> {
        let record = self.kind(kind)?;
        let column = if Id::parse(name).is_some() { "id" } else { "number" };
        self.one(&format!("SELECT * FROM {} WHERE {column} = ?1", record.table()), vals![name], |row| Stored::read(record, row))?.ok_or(Problem::NotFound)
    }

    pub fn kind(&self, kind: &str) -> Result<&RecordType> {
        self.registry().record(kind).ok_or(Problem::NotFound)
    }

    /// All records of a type that satisfy a condition of our own text, rights aside.
    pub fn all<R: Record>(&self, condition: &str, vals: &[Val]) -> Result<Vec<R>> {
        let record = self.kind(R::KIND)?;
        let rows = self.rows(&format!("SELECT * FROM {} WHERE {condition}", record.table()), vals, |row| Stored::read(record, row))?;
        rows.into_iter().map(|stored| stored.typed()).collect()
    }

    /// Whether an act is permitted on a record in hand.
    pub fn may<R: Record>(&self, act: &str, record: &R) -> bool {
        let Ok(described) = self.kind(R::KIND) else { return false };
        let fields = crate::record::fields_of(record);
        self.reaches(&Stored { kind: described.kind, head: record.head().clone(), fields }, &self.actor.reach_of(act))
    }

    /// Whether a reach holds for a stored record.
    pub fn reaches(&self, stored: &Stored, reach: &Reach) -> bool {
        let Some(record) = self.registry().record(stored.kind) else { return false };
        let named: Vec<Id> = record.persons.iter().filter_map(|name| stored.id(name)).collect();
        reach.holds(&stored.head, &named, record.unit.and_then(|unit| stored.id(unit)))
    }

    /// What a record is called: number and title, or the title alone; empty when it is not there or may not be seen.
    pub fn name_of(&self, link: &Link) -> Result<Option<Name>> {
        match self.find_stored(&link.kind, &link.id.to_string()) {
            Ok(stored) => Ok(Some(self.name(&stored)?)),
            Err(Problem::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn name(&self, stored: &Stored) -> Result<Name> {
        let record = self.kind(stored.kind)?;
        let title = stored.fields.get(record.title).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Name { number: stored.head.number.clone(), title, path: stored.path() })
    }

    /// A person's name, whoever asks: names stand on every page of the office.
    pub fn person_name(&self, id: Id) -> Result<String> {
        if id == Id::nobody() {
            return Ok(self.tongue().say("kernel-program-itself"));
        }
        Ok(self.one("SELECT name FROM rec_person WHERE id = ?1", vals![id], |row| row.text("name"))?.unwrap_or_default())
    }
}

/// What a record is called and where its page is.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    pub number: String,
    pub title: String,
    pub path: String,
}

/// A record's row: its head, and its fields as JSON without nulls.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub kind: &'static str,
    pub head: Head,
    pub fields: Map<String, Value>,
}

impl Stored {
    pub fn read(record: &RecordType, row: &Row) -> Result<Self> {
        let head = Head {
            id: row.id("id")?.unwrap_or_default(),
            number: row.text("number")?,
            site: row.id("site")?,
            class: Class::from_number(row.int("class")?),
            duties: row.text("duties")?,
            made_at: row.int("made_at")?,
            made_by: row.id("made_by")?.unwrap_or_default(),
            changed_at: row.int("changed_at")?,
            changed_by: row.id("changed_by")?.unwrap_or_default(),
            revision: row.int("revision")?,
            happened_at: row.opt_int("happened_at")?,
            on_behalf_of: row.id("on_behalf_of")?,
            erased: row.text("erased")?,
        };
        let mut fields = Map::new();
        for field in &record.fields {
            let value = to_json(field.holds, row.val(field.name)?);
            if !value.is_null() {
                fields.insert(field.name.to_owned(), value);
            } else if field.required && head.erased.split(',').any(|name| name == field.name) {
                // Erased by order: the emptiest value it can hold, so that the record can still be read; the head says what happened.
                fields.insert(field.name.to_owned(), emptiest(field.holds));
            }
        }
        Ok(Self { kind: record.kind, head, fields })
    }

    pub fn typed<R: Record>(self) -> Result<R> {
        let mut record: R = serde_json::from_value(Value::Object(self.fields))
            .map_err(|error| Problem::Store(format!("{} {} cannot be read: {error}", R::KIND, self.head.id)))?;
        *record.head_mut() = self.head;
        Ok(record)
    }

    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub fn id(&self, name: &str) -> Option<Id> {
        match name {
            "id" => Some(self.head.id),
            "made_by" => Some(self.head.made_by),
            "on_behalf_of" => self.head.on_behalf_of,
            _ => self.fields.get(name).and_then(Value::as_str).and_then(Id::parse),
        }
    }

    /// The address of its page.
    pub fn path(&self) -> String {
        if self.head.number.is_empty() { format!("/{}/{}", self.kind, self.head.id) } else { format!("/{}/{}", self.kind, self.head.number) }
    }
}

fn emptiest(holds: Holds) -> Value {
    match holds {
        Holds::Text | Holds::Prose | Holds::Day => "".into(),
        Holds::Number | Holds::Moment => 0.into(),
        Holds::YesNo => false.into(),
        Holds::Choice(choices) => choices.first().copied().unwrap_or_default().into(),
        Holds::Link(_) => Id::nobody().to_string().into(),
        Holds::Json => Value::Array(Vec::new()),
    }
}

/// A stored value as JSON, by what the field holds.
pub fn to_json(holds: Holds, val: Val) -> Value {
    match (holds, val) {
        (_, Val::Null | Val::Blob(_)) => Value::Null,
        (Holds::YesNo, Val::Int(n)) => Value::Bool(n != 0),
        (_, Val::Int(n)) => n.into(),
        (_, Val::Real(n)) => n.into(),
        (Holds::Json, Val::Text(text)) => serde_json::from_str(&text).unwrap_or(Value::Null),
        (_, Val::Text(text)) => text.into(),
    }
}
