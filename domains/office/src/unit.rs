//! Units of the organisation and the sites they sit at. Both are data: the office's public description contradicts itself, and it changes.

use kernel::class::Class;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, Record, RecordType};
use kernel::work::Work;
use serde::{Deserialize, Serialize};

/// A department, unit or regional office.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Unit {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub name_en: Option<String>,
    pub parent: Option<Id>,
    /// Who answers for it.
    pub chief: Option<Id>,
}
kernel::record!(Unit, "unit");

/// A place where the office sits. Its letter stands in every number made there.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Site {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub letter: String,
    pub island: String,
}
kernel::record!(Site, "site");

pub fn describe_unit() -> RecordType {
    RecordType {
        kind: "unit",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("name_en", Holds::Text),
            Field::new("parent", Holds::Link("unit")).indexed(),
            Field::new("chief", Holds::Link("person")),
        ],
        title: "name",
        list: &["name", "name_en", "parent", "chief"],
        search: &["name", "name_en"],
        filters: &["parent"],
        sort: ("name", false),
        persons: &["chief"],
        unit: Some("id"),
        class: Class::Open,
        duties: &["D4"],
        keeps: &[Keeps::History],
    }
}

pub fn describe_site() -> RecordType {
    RecordType {
        kind: "site",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("letter", Holds::Text).required(),
            Field::new("island", Holds::Choice(&["unguja", "pemba"])),
        ],
        title: "name",
        list: &["name", "letter", "island"],
        search: &["name"],
        filters: &["island"],
        sort: ("name", false),
        persons: &[],
        unit: None,
        class: Class::Open,
        duties: &["D4"],
        keeps: &[Keeps::History],
    }
}

impl Unit {
    /// Makes a unit under its parent, or at the top.
    pub fn enter(self, work: &mut Work) -> Result<Self> {
        allowed(work, "unit.edit")?;
        work.make(self)
    }

    pub fn correct(&self, work: &mut Work, now: Unit) -> Result<Self> {
        work.allow("unit.edit", self)?;
        self.refuse_loop(work, now.parent)?;
        work.save(self, Unit { head: self.head.clone(), ..now })
    }

    /// A unit under itself, however far down, would belong to nobody.
    fn refuse_loop(&self, work: &Work, parent: Option<Id>) -> Result<()> {
        let mut above = parent;
        while let Some(id) = above {
            if id == self.id() {
                return Err(Problem::on("parent", "problem-unit-under-itself"));
            }
            above = work.fetch::<Unit>(id)?.parent;
        }
        Ok(())
    }
}

impl Site {
    /// Makes a site. Several sites may share a letter: numbers count by letter.
    pub fn enter(self, work: &mut Work) -> Result<Self> {
        allowed(work, "site.edit")?;
        self.check_letter()?;
        work.make(self)
    }

    pub fn correct(&self, work: &mut Work, now: Site) -> Result<Self> {
        work.allow("site.edit", self)?;
        now.check_letter()?;
        work.save(self, Site { head: self.head.clone(), ..now })
    }

    fn check_letter(&self) -> Result<()> {
        let is_letter = self.letter.len() == 1 && self.letter.chars().all(|c| c.is_ascii_uppercase());
        if is_letter { Ok(()) } else { Err(Problem::on("letter", "problem-site-letter")) }
    }
}

fn allowed(work: &Work, act: &str) -> Result<()> {
    if work.actor().may(act) { Ok(()) } else { Err(Problem::Forbidden { act: act.into() }) }
}
