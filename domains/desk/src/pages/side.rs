//! What stands beside a request: its device, its files, and what else was asked about the same device or by the same person.

use super::tone;
use crate::request::Request;
use kernel::actor::{Stored, View};
use kernel::id::{Id, Link};
use kernel::list::seen;
use kernel::problem::Result;
use kernel::record::RecordType;
use kernel::vals;
use maud::{Markup, html};
use pages::described::{Values, attachments, linked};
use pages::record::{LinkGroup, RecordLink, links, section};
use pages::timeline::files;

/// Others shown beside a request; the rest stand in the list.
const OTHERS: usize = 5;

pub fn side(values: &mut Values, record: &RecordType, stored: &Stored, request: &Request) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let mut groups = Vec::new();
    if let Some(device) = request.device {
        groups.extend(device_group(view, device)?);
        groups.extend(others(view, record, stored, "device", device, &[], "request-others-of-device")?);
    }
    // Each stands once, beside what it shares most closely.
    let shown: Vec<String> = groups.iter().flat_map(|group| &group.links).map(|link| link.href.clone()).collect();
    groups.extend(others(view, record, stored, "requester", request.requester, &shown, "request-others-of-requester")?);
    groups.extend(linked(values, stored, OTHERS, icon_of)?);
    let attached = attachments(values, stored)?;
    Ok(html! {
        (links(tongue, &groups))
        @if !attached.is_empty() { (section(&tongue.say("file-many"), files(&attached))) }
    })
}

fn icon_of(kind: &str) -> &'static str {
    match kind {
        "request" => "life-buoy",
        "device" => "laptop",
        _ => "link",
    }
}

fn device_group(view: &View, device: Id) -> Result<Option<LinkGroup>> {
    let Some(name) = view.name_of(&Link::new("device", device))? else { return Ok(None) };
    let link = RecordLink { href: name.path, icon: icon_of("device"), title: name.title, detail: name.number, state: None };
    Ok(Some(LinkGroup { title: view.tongue().say("request-field-device"), links: vec![link], add: None }))
}

/// Other requests with the same value in a field, newest first, without those shown already.
fn others(view: &View, record: &RecordType, stored: &Stored, field: &'static str, id: Id, shown: &[String], title: &str) -> Result<Option<LinkGroup>> {
    let (seen, mut values) = seen(view, record.kind)?;
    values.extend_from_slice(vals![id, OTHERS + shown.len() + 1]);
    let found = view.rows(&format!("SELECT * FROM ({seen}) WHERE {field} = ? ORDER BY key DESC LIMIT ?"), &values, |row| Stored::read(record, row))?;
    let is_new = |other: &&Stored| other.head.id != stored.head.id && !shown.contains(&other.path());
    let links: Vec<RecordLink> = found.iter().filter(is_new).take(OTHERS).map(|other| link(view, other)).collect();
    Ok((!links.is_empty()).then(|| LinkGroup { title: view.tongue().say(title), links, add: None }))
}

fn link(view: &View, other: &Stored) -> RecordLink {
    let state = other.text("state");
    RecordLink {
        href: other.path(),
        icon: icon_of(other.kind),
        title: other.text("subject").to_owned(),
        detail: other.head.number.clone(),
        state: Some((view.tongue().say(&format!("request-state-{state}")), tone("state", state))),
    }
}
