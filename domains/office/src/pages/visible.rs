//! Which changes a reader of the ledger may read: those whose every record, as it was and as it is, they may see. One record too secret hides
//! the whole change, for its body holds all of them.

use kernel::actor::View;
use kernel::attached::{Comment, File};
use kernel::change::Change;
use kernel::class::Class;
use kernel::id::{Id, Link};
use kernel::problem::{Problem, Result};
use std::collections::BTreeMap;

pub struct Visible<'a> {
    view: &'a View,
    up_to: Class,
    known: BTreeMap<Link, bool>,
}

impl<'a> Visible<'a> {
    /// `Forbidden` for whoever reads no ledger at all.
    pub fn new(view: &'a View) -> Result<Self> {
        let parts = view.actor().reach_of("ledger.see").parts;
        let up_to = parts.iter().map(|part| part.up_to).max().ok_or(Problem::Forbidden { act: "ledger.see".into() })?;
        Ok(Self { view, up_to, known: BTreeMap::new() })
    }

    pub fn shows(&mut self, change: &Change) -> Result<bool> {
        if change.class() > self.up_to {
            return Ok(false);
        }
        for link in links(change) {
            if !self.sees(&link)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn sees(&mut self, link: &Link) -> Result<bool> {
        if let Some(known) = self.known.get(link) {
            return Ok(*known);
        }
        let seen = found(match link.kind.as_str() {
            "comment" => self.view.fetch::<Comment>(link.id).and_then(|comment| self.hung(&comment.on_kind, comment.on_id, comment.internal)),
            "file" => self.view.fetch::<File>(link.id).and_then(|file| self.hung(&file.on_kind, file.on_id, file.internal)),
            kind => self.view.find_stored(kind, &link.id.to_string()).map(|_| ()),
        })?;
        self.known.insert(link.clone(), seen);
        Ok(seen)
    }

    /// What hangs on a record is seen with it; the unit's own remarks by the unit and by whoever checks it.
    fn hung(&self, kind: &str, id: Id, internal: bool) -> Result<()> {
        let actor = self.view.actor();
        if internal && !actor.is_of_the_unit() && !actor.may("audit.see") {
            return Err(Problem::NotFound);
        }
        self.view.find_stored(kind, &id.to_string()).map(|_| ())
    }
}

fn found(result: Result<()>) -> Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(Problem::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Every record that a change alters or mentions.
pub fn links(change: &Change) -> Vec<Link> {
    let altered = change.entries.iter().map(|entry| Link::new(&entry.kind, entry.id));
    let mut links: Vec<Link> = altered.chain(change.mentions.iter().map(|mention| mention.link.clone())).collect();
    links.dedup();
    links
}
