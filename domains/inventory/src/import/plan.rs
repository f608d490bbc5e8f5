//! The dry run: what each row of a register would make or change, and every row that cannot be taken in, with its column, value and reason.
//! An empty cell never empties a field, and a device never changes hands here: that takes a hand-over.

use super::read;
use super::sheet::Sheet;
use crate::device::{Device, evidence_of};
use crate::report::standing;
use kernel::actor::View;
use kernel::id::Id;
use kernel::problem::Result;
use kernel::record::Head;
use kernel::search::fold;
use kernel::vals;
use std::collections::{BTreeMap, BTreeSet};

/// A row that cannot be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Bad {
    pub row: usize,
    /// The heading of the column; empty for the row as a whole.
    pub column: String,
    pub value: String,
    /// Key of the sentence that says why.
    pub key: &'static str,
}

/// A row that would be written.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: usize,
    /// As it is now; none for a device that would be made.
    pub before: Option<Device>,
    pub after: Device,
    /// Fields that would change.
    pub fields: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Plan {
    pub lines: Vec<Line>,
    /// Rows that say what is known.
    pub same: usize,
    pub bad: Vec<Bad>,
}

impl Plan {
    pub fn made(&self) -> usize {
        self.lines.iter().filter(|line| line.before.is_none()).count()
    }

    pub fn changed(&self) -> usize {
        self.lines.len() - self.made()
    }

    /// How many rows have something wrong with them.
    pub fn bad_rows(&self) -> usize {
        self.bad.iter().map(|bad| bad.row).collect::<BTreeSet<_>>().len()
    }
}

/// Tries every row. `fields` names the field of each column.
pub fn plan(view: &View, sheet: &Sheet, fields: &[Option<&'static str>]) -> Result<Plan> {
    let known = Known::read(view)?;
    let mut plan = Plan::default();
    let (mut tags, mut serials, mut devices) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (number, cells) in &sheet.rows {
        let mut row = Row { number: *number, sheet, fields, cells, bad: Vec::new() };
        let before = row.device(view)?;
        let twice = [("tag", &mut tags), ("serial", &mut serials)]
            .into_iter()
            .find_map(|(field, seen)| (!row.cell(field).is_empty() && !seen.insert(plain(row.cell(field)))).then_some(field));
        if let Some(field) = twice {
            row.refuse(field, "problem-import-twice");
        } else if before.as_ref().is_some_and(|before| !devices.insert(before.head.id)) {
            row.refuse("serial", "problem-import-twice");
        }
        let after = row.filled(before.as_ref(), &known);
        if row.bad.is_empty() {
            let fields = differing(before.as_ref(), &after);
            if fields.is_empty() { plan.same += 1 } else { plan.lines.push(Line { row: *number, before, after, fields }) }
        }
        plan.bad.append(&mut row.bad);
    }
    Ok(plan)
}

fn differing(before: Option<&Device>, after: &Device) -> Vec<String> {
    let (old, new) = (kernel::record::fields_of(before.unwrap_or(&Device::default())), kernel::record::fields_of(after));
    let mut fields: Vec<String> =
        new.iter().filter(|(name, value)| *name != "evidence" && old.get(*name) != Some(value)).map(|(name, _)| name.clone()).collect();
    if before.is_some_and(|before| before.head.site != after.head.site) {
        fields.push("site".into());
    }
    fields
}

/// As serials are compared: letters and digits, lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// People, units and sites by what a register calls them.
struct Known {
    people: BTreeMap<String, Vec<(Id, Option<Id>)>>,
    units: BTreeMap<String, Id>,
    sites: BTreeMap<String, Id>,
}

impl Known {
    fn read(view: &View) -> Result<Self> {
        let mut people: BTreeMap<String, Vec<(Id, Option<Id>)>> = BTreeMap::new();
        let rows = view.rows("SELECT id, name, staff_number, unit FROM rec_person WHERE state = 'active'", vals![], |row| {
            Ok((row.id("id")?.unwrap_or_default(), row.text("name")?, row.opt_text("staff_number")?, row.id("unit")?))
        })?;
        for (id, name, staff_number, unit) in rows {
            for key in [Some(name), staff_number].into_iter().flatten().map(|text| fold(&text)) {
                people.entry(key).or_default().push((id, unit));
            }
        }
        let mut units = BTreeMap::new();
        for (id, name, name_en) in
            view.rows("SELECT id, name, name_en FROM rec_unit", vals![], |row| Ok((row.id("id")?, row.text("name")?, row.text("name_en")?)))?
        {
            let Some(id) = id else { continue };
            units.extend([name, name_en].into_iter().filter(|name| !name.is_empty()).map(|name| (fold(&name), id)));
        }
        let mut sites = BTreeMap::new();
        for (id, name, letter) in
            view.rows("SELECT id, name, letter FROM rec_site", vals![], |row| Ok((row.id("id")?, row.text("name")?, row.text("letter")?)))?
        {
            let Some(id) = id else { continue };
            sites.extend([name, letter].into_iter().filter(|name| !name.is_empty()).map(|name| (fold(&name), id)));
        }
        Ok(Self { people, units, sites })
    }
}

struct Row<'a> {
    number: usize,
    sheet: &'a Sheet,
    fields: &'a [Option<&'static str>],
    cells: &'a [String],
    bad: Vec<Bad>,
}

impl Row<'_> {
    fn at(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|given| *given == Some(field))
    }

    fn cell(&self, field: &str) -> &str {
        self.at(field).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn opt(&self, field: &str) -> Option<String> {
        Some(self.cell(field).to_owned()).filter(|text| !text.is_empty())
    }

    fn refuse(&mut self, field: &str, key: &'static str) {
        let column = self.at(field).and_then(|at| self.sheet.columns.get(at)).cloned().unwrap_or_default();
        self.bad.push(Bad { row: self.number, column, value: self.cell(field).to_owned(), key });
    }

    /// A cell read by `read`; what it cannot read is told and left.
    fn read<T>(&mut self, field: &'static str, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.cell(field).to_owned();
        if cell.is_empty() {
            return None;
        }
        let value = read(&cell);
        if value.is_none() {
            self.refuse(field, key);
        }
        value
    }

    /// The device that the tag, or else the serial, names.
    fn device(&mut self, view: &View) -> Result<Option<Device>> {
        let (tag, serial) = (self.cell("tag").to_owned(), self.cell("serial").to_owned());
        if tag.is_empty() && serial.is_empty() {
            self.refuse("tag", "problem-import-no-key");
            return Ok(None);
        }
        let mut by_tag: Vec<Device> = if tag.is_empty() { Vec::new() } else { view.all("tag = ?1", vals![&tag])? };
        let mut by_serial: Vec<Device> = Vec::new();
        if !serial.is_empty() {
            for device in
                view.all::<Device>("id IN (SELECT device FROM fact_evidence WHERE kind = 'serial' AND value = ?1) ORDER BY key", vals![plain(&serial)])?
            {
                let device = standing(view, &device)?;
                if !by_serial.iter().any(|other| other.head.id == device.head.id) {
                    by_serial.push(device);
                }
            }
        }
        match (by_tag.pop(), by_serial.as_mut_slice()) {
            (Some(tagged), []) => Ok(Some(tagged)),
            (Some(tagged), others) if others.iter().any(|other| other.head.id == tagged.head.id) => Ok(Some(tagged)),
            (Some(_), _) => {
                self.refuse("serial", "problem-import-two-devices");
                Ok(None)
            }
            (None, []) => Ok(None),
            // A found machine gets its tag; one that has another tag is not this one.
            (None, [one]) if one.tag.is_none() || tag.is_empty() => Ok(Some(one.clone())),
            (None, [_]) => {
                self.refuse("tag", "problem-import-other-tag");
                Ok(None)
            }
            (None, _) => {
                self.refuse("serial", "problem-import-two-devices");
                Ok(None)
            }
        }
    }

    fn filled(&mut self, before: Option<&Device>, known: &Known) -> Device {
        let old = before.cloned().unwrap_or_default();
        if old.is_gone() {
            self.refuse("tag", "problem-device-gone");
        }
        for field in ["name", "tag", "serial", "manufacturer", "model", "place", "funder", "supplier"] {
            if self.cell(field).len() > MAX_CELL_BYTES {
                self.refuse(field, "problem-too-long");
            }
        }
        let held = self.holder(&old, known);
        let kind = self.read("kind", "problem-import-kind", |cell| read::kind(cell).map(str::to_owned));
        let state = self.read("state", "problem-import-state", |cell| read::state(cell).map(str::to_owned));
        let condition = self.read("condition", "problem-import-condition", |cell| read::condition(cell).map(str::to_owned));
        let unit = self.read("unit", "problem-import-no-unit", |cell| known.units.get(&fold(cell)).copied());
        let site = self.read("site", "problem-import-no-site", |cell| known.sites.get(&fold(cell)).copied());
        let bought_on = self.read("bought_on", "problem-day", read::day);
        let warranty_until = self.read("warranty_until", "problem-day", read::day);
        let price_tzs = self.read("price_tzs", "problem-number", read::money);
        let name = self.opt("name").or_else(|| Some(old.name.clone()).filter(|name| !name.is_empty()));
        let name = name.or_else(|| self.opt("tag")).or_else(|| self.opt("serial")).unwrap_or_default();
        let guessed = || read::kind_within(&format!("{name} {} {}", self.cell("model"), self.cell("manufacturer"))).to_owned();
        let holder = held.map(|(holder, _)| holder).or(old.holder);
        let serial = self.opt("serial").or_else(|| old.serial.clone());
        let is_reported = old.reporter.is_some();
        let or = |new: Option<String>, old: &Option<String>| new.or_else(|| old.clone());
        Device {
            head: Head { site: site.or(old.head.site), ..old.head.clone() },
            kind: kind.or_else(|| Some(old.kind.clone()).filter(|kind| !kind.is_empty())).unwrap_or_else(guessed),
            state: state.unwrap_or_else(|| state_of(&old, holder.is_some())),
            holder,
            unit: unit.or(held.and_then(|(_, unit)| unit)).or(old.unit),
            tag: or(self.opt("tag"), &old.tag),
            place: or(self.opt("place"), &old.place),
            // What the machine itself has told of its make stands before a person's word.
            manufacturer: if is_reported { or(old.manufacturer.clone(), &self.opt("manufacturer")) } else { or(self.opt("manufacturer"), &old.manufacturer) },
            model: if is_reported { or(old.model.clone(), &self.opt("model")) } else { or(self.opt("model"), &old.model) },
            serial: if is_reported { or(old.serial.clone(), &serial) } else { serial.clone() },
            bought_on: or(bought_on, &old.bought_on),
            price_tzs: price_tzs.or(old.price_tzs),
            funder: or(self.opt("funder"), &old.funder),
            supplier: or(self.opt("supplier"), &old.supplier),
            warranty_until: or(warranty_until, &old.warranty_until),
            condition: or(condition, &old.condition),
            note: or(self.opt("note"), &old.note),
            evidence: if is_reported { old.evidence.clone() } else { evidence_of(&serial, &name).or_else(|| old.evidence.clone()) },
            name: if is_reported { old.name.clone() } else { name },
            ..old
        }
    }

    /// The person of the row and the unit they are of. One who is not found, or whose name two share, is told.
    fn holder(&mut self, old: &Device, known: &Known) -> Option<(Id, Option<Id>)> {
        let cell = fold(self.cell("holder"));
        if cell.is_empty() {
            return None;
        }
        match known.people.get(&cell).map(Vec::as_slice) {
            Some([one]) if old.holder.is_none_or(|holder| holder == one.0) => Some(*one),
            Some([_]) => {
                self.refuse("holder", "problem-import-other-holder");
                None
            }
            Some(_) => {
                self.refuse("holder", "problem-import-many-persons");
                None
            }
            None => {
                self.refuse("holder", "problem-import-no-person");
                None
            }
        }
    }
}

const MAX_CELL_BYTES: usize = 500;

/// In whose hands it is says where it is, when the register does not.
fn state_of(old: &Device, is_held: bool) -> String {
    match old.state.as_str() {
        "" | "found" | "in_store" if is_held => "in_use".into(),
        "" | "found" => "in_store".into(),
        other => other.into(),
    }
}
