//! Who may do what: roles of the office, rules as data, and what a person's rules together reach. A rule names an act (`request.assign`,
//! `device.see`), a role, how far it reaches and up to which class. What no rule permits is refused.

use crate::class::Class;
use crate::id::Id;
use crate::record::{Head, RecordType};
use sea_query::{Condition, Expr, ExprTrait};
use serde::{Deserialize, Serialize};

/// Roles of DOMAIN 3.1. Everybody with an account is staff.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Staff,
    /// Head of a department or region, or the Pemba coordinator.
    DepartmentHead,
    /// ICT officer or technician.
    Officer,
    /// Head of the ICT unit.
    Head,
    /// Director or Deputy.
    Director,
    /// Registry, HR, planning, procurement, accounts, stores.
    Clerk,
    Auditor,
    Administrator,
}

impl Role {
    pub const ALL: [Role; 8] = [Role::Staff, Role::DepartmentHead, Role::Officer, Role::Head, Role::Director, Role::Clerk, Role::Auditor, Role::Administrator];

    pub fn name(self) -> &'static str {
        match self {
            Role::Staff => "staff",
            Role::DepartmentHead => "department_head",
            Role::Officer => "officer",
            Role::Head => "head",
            Role::Director => "director",
            Role::Clerk => "clerk",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// How far a rule reaches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Scope {
    /// Records that name the person.
    Own,
    /// Records of the person's organisation unit and those below it.
    Unit,
    /// Records of the person's site.
    Site,
    All,
}

/// One permission, as data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rule {
    pub act: &'static str,
    pub role: Role,
    pub scope: Scope,
    pub up_to: Class,
}

impl Rule {
    pub const fn new(act: &'static str, role: Role, scope: Scope, up_to: Class) -> Self {
        Self { act, role, scope, up_to }
    }
}

/// One rule made concrete for one person.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Part {
    pub everything: bool,
    pub persons: Vec<Id>,
    pub units: Vec<Id>,
    pub sites: Vec<Id>,
    pub up_to: Class,
}

/// What a person reaches by one act: any of the parts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reach {
    pub parts: Vec<Part>,
}

impl Reach {
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The reach as a condition on the record's own columns. A constant stands in it that keeps a database from entering the table by the persons
    /// or units named here: a reach that holds for many rows is a sieve, and no way in.
    pub fn condition(&self, record: &RecordType) -> Condition {
        self.said(record, || Condition::any().add(Expr::val(1).eq(0)))
    }

    /// The same condition without that constant: each part is a look-up, for a reach that is known to hold for few rows.
    pub fn way_in(&self, record: &RecordType) -> Condition {
        self.said(record, Condition::any)
    }

    fn said(&self, record: &RecordType, any_of: impl Fn() -> Condition) -> Condition {
        let mut any = Condition::any();
        for part in &self.parts {
            let mut all = Condition::all().add(Expr::col("class").lte(part.up_to.number()));
            let near = part.near(record);
            if !part.everything {
                all = all.add(if near.is_empty() { Condition::all().add(Expr::val(1).eq(0)) } else { within(any_of(), &near) });
            }
            any = any.add(all);
        }
        if self.parts.is_empty() { Condition::all().add(Expr::val(1).eq(0)) } else { any }
    }

    /// What of the reach can hold at all for records of one of these classes.
    pub fn among(mut self, classes: &[Class]) -> Self {
        self.parts.retain(|part| classes.iter().any(|class| *class <= part.up_to));
        self
    }

    /// The columns, and what may stand in them, that a record of this reach is found by; none when some part reaches everything.
    pub fn columns(&self, record: &RecordType) -> Option<Vec<(&'static str, Vec<String>)>> {
        let bounded = self.parts.iter().all(|part| !part.everything);
        bounded.then(|| self.parts.iter().flat_map(|part| part.near(record)).collect())
    }

    /// The same question for a record already in hand: `named` are the persons it names, `unit` its unit.
    pub fn holds(&self, head: &Head, named: &[Id], unit: Option<Id>) -> bool {
        self.parts.iter().any(|part| {
            head.class <= part.up_to
                && (part.everything
                    || part.persons.iter().any(|person| named.contains(person))
                    || unit.is_some_and(|unit| part.units.contains(&unit))
                    || head.site.is_some_and(|site| part.sites.contains(&site)))
        })
    }
}

impl Part {
    /// Columns that may name who or what this part is about, with the names.
    fn near(&self, record: &RecordType) -> Vec<(&'static str, Vec<String>)> {
        let texts = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>();
        let persons = record.persons.iter().map(|column| (*column, texts(&self.persons)));
        let unit = record.unit.map(|column| (column, texts(&self.units)));
        persons.chain(unit).chain([("site", texts(&self.sites))]).filter(|(_, ids)| !ids.is_empty()).collect()
    }
}

fn within(any: Condition, near: &[(&'static str, Vec<String>)]) -> Condition {
    near.iter().fold(any, |any, (column, ids)| any.add(Expr::col(*column).is_in(ids.clone())))
}
