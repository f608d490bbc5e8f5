//! The people a request speaks of: who may ask, who may be given it, and which devices are theirs. Other domains own these records; the desk
//! reads their rows and names no type of theirs.

use kernel::actor::View;
use kernel::id::{Id, Link};
use kernel::list::seen;
use kernel::problem::{Problem, Result};
use kernel::record::Head;
use kernel::vals;
use pages::form::Choice;

/// Up to so many people stand in the page itself, for browsers without scripts; beyond it a name is typed and looked up.
const NAMED: usize = 400;

/// The unit's own people, who can be given a request.
pub fn officers(view: &View) -> Result<Vec<Choice>> {
    let sql = "SELECT id, name, post FROM rec_person WHERE state = 'active' AND (roles LIKE '%\"officer\"%' OR roles LIKE '%\"head\"%') ORDER BY name";
    view.rows(sql, vals![], |row| Ok(Choice::new(row.text("id")?, row.text("name")?)))
}

/// Those who may ask: everybody in a small office, else only the one chosen already.
pub fn requesters(view: &View, chosen: &str) -> Result<Vec<Choice>> {
    let sql = "SELECT id, name FROM rec_person WHERE state = 'active' ORDER BY name LIMIT ?1";
    let all = view.rows(sql, vals![NAMED + 1], |row| Ok(Choice::new(row.text("id")?, row.text("name")?)))?;
    if all.len() <= NAMED {
        return Ok(all);
    }
    match Id::parse(chosen) {
        Some(id) => Ok(vec![Choice::new(chosen, view.person_name(id)?)]),
        None => Ok(Vec::new()),
    }
}

/// A person by id, name or staff number.
pub fn person(view: &View, text: &str) -> Result<Id> {
    let sql = match Id::parse(text) {
        Some(_) => "SELECT id FROM rec_person WHERE id = ?1 AND state = 'active'",
        None => "SELECT id FROM rec_person WHERE (name = ?1 COLLATE NOCASE OR staff_number = ?1) AND state = 'active' LIMIT 2",
    };
    match view.rows(sql, vals![text], |row| row.id("id"))?.as_slice() {
        [Some(id)] => Ok(*id),
        [] => Err(Problem::on("requester", "problem-no-such-person")),
        _ => Err(Problem::on("requester", "problem-which-person")),
    }
}

/// Whose devices may be spoken of: the requester's, where the reader may ask in that person's name; else the reader's own.
pub fn asking_for(view: &View, requester: Option<Id>) -> Result<Id> {
    let me = view.actor().person.id;
    let Some(other) = requester.filter(|id| *id != me) else { return Ok(me) };
    let found = view.one("SELECT unit, site FROM rec_person WHERE id = ?1", vals![other], |row| Ok((row.id("unit")?, row.id("site")?)))?;
    let Some((unit, site)) = found else { return Ok(me) };
    let head = Head { site, ..Head::default() };
    let is_reached = view.actor().reach_of("request.open_for_others").holds(&head, &[other], unit);
    Ok(if is_reached { other } else { me })
}

/// The devices in a person's hands that the reader may see; none where no domain keeps devices.
pub fn devices(view: &View, holder: Id) -> Result<Vec<Choice>> {
    if view.kind("device").is_err() {
        return Ok(Vec::new());
    }
    let (seen, mut values) = seen(view, "device")?;
    values.push(holder.into());
    let sql = format!(
        "SELECT id, name, tag, number FROM ({seen}) WHERE holder = ? AND state IN ('found', 'in_use', 'in_store', 'under_repair') ORDER BY name LIMIT 20"
    );
    view.rows(&sql, &values, |row| {
        let tag = row.opt_text("tag")?.map_or_else(|| row.text("number"), Ok)?;
        Ok(Choice::new(row.text("id")?, row.text("name")?).detail(tag))
    })
}

/// A device by its id, if there is one; whoever stands before a machine may name it.
pub fn device(view: &View, text: &str) -> Result<Id> {
    let id = Id::parse(text).ok_or_else(|| Problem::on("device", "problem-choice"))?;
    let found = view.kind("device").is_ok() && view.one("SELECT id FROM rec_device WHERE id = ?1", vals![id], |row| row.id("id"))?.is_some();
    if found { Ok(id) } else { Err(Problem::on("device", "problem-choice")) }
}

/// A device by what is written on it: the office's tag, its number here, or the maker's serial number. Only among those that the reader may
/// see or `holder` holds: to a stranger no other tag exists.
pub fn device_by_tag(view: &View, typed: &str, holder: Id) -> Result<Id> {
    if view.kind("device").is_err() {
        return Err(Problem::on("device_tag", "problem-no-such-device"));
    }
    let (seen, mut values) = seen(view, "device")?;
    let upper = typed.to_uppercase();
    values.extend([holder.into(), typed.into(), (&upper).into(), typed.into(), (&upper).into(), typed.into(), (&upper).into()]);
    let sql = format!(
        "SELECT id FROM rec_device WHERE (id IN (SELECT id FROM ({seen})) OR holder = ?) AND (tag IN (?, ?) OR number IN (?, ?) OR serial IN (?, ?)) \
         AND state <> 'merged' LIMIT 2"
    );
    match view.rows(&sql, &values, |row| row.id("id"))?.as_slice() {
        [Some(id)] => Ok(*id),
        [] => Err(Problem::on("device_tag", "problem-no-such-device")),
        _ => Err(Problem::on("device_tag", "problem-which-device")),
    }
}

/// What a device is called to this reader; its bare mark where its page is not theirs to see.
pub fn device_choice(view: &View, id: Id) -> Result<Choice> {
    let name = view.name_of(&Link::new("device", id))?;
    let hidden = || view.tongue().say("request-device-named");
    Ok(name.map_or_else(|| Choice::new(id.to_string(), hidden()), |name| Choice::new(id.to_string(), name.title).detail(name.number)))
}
