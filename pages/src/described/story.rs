//! A record's story read back from the ledger: changes, comments and files in one line of time, each with its place in the ledger.

use super::values::{Values, field_label, show};
use crate::cell::When;
use crate::timeline::{Diff, Event, File};
use kernel::actor::Stored;
use kernel::attached;
use kernel::history::{self, Told};
use kernel::id::Id;
use kernel::list::shows;
use kernel::problem::Result;
use kernel::record::RecordType;
use kernel::time::moment;
use std::collections::BTreeMap;

/// Changes told on one page; older ones are in the ledger.
const TOLD: usize = 100;

/// The story, newest last. A verb `request.assign` is told by the words `verb-request-assign`.
pub fn story(values: &mut Values, record: &RecordType, stored: &Stored) -> Result<Vec<Event>> {
    let view = values.view;
    let (comments, files) = attached::on(view, stored)?;
    let comments: BTreeMap<Id, attached::Comment> = comments.into_iter().map(|comment| (comment.head.id, comment)).collect();
    let files: BTreeMap<Id, attached::File> = files.into_iter().map(|file| (file.head.id, file)).collect();
    let mut events = Vec::new();
    for told in history::of(view, stored, TOLD)?.into_iter().rev() {
        let comment = told.others.iter().find_map(|other| comments.get(&other.id));
        let hidden = told.others.iter().any(|other| other.kind == "comment") && comment.is_none();
        let attached: Vec<File> = told.others.iter().filter_map(|other| files.get(&other.id)).map(|file| file_line(values, file)).collect();
        // An internal comment is not even hinted at to those it is not for.
        if hidden && told.fields.is_empty() && attached.is_empty() {
            continue;
        }
        let mut event = Event::new(view.person_name(told.actor)?, sentence(values, &told)?, When::new(view.tongue(), moment(told.at), moment(values.now)));
        event.comment = comment.map(|comment| comment.text.clone()).or_else(|| Some(told.why.clone()).filter(|why| !why.is_empty()));
        event.is_internal = comment.is_some_and(|comment| comment.internal);
        event.files = attached;
        event.icon = icon_of(&told);
        event.proof = view.actor().may("ledger.see").then(|| format!("/ledger/change/{}", told.seq));
        if !told.made {
            event.diffs = diffs(values, record, stored, &told)?;
        }
        events.push(event);
    }
    Ok(events)
}

fn sentence(values: &Values, told: &Told) -> Result<String> {
    let tongue = values.view.tongue();
    let key = format!("verb-{}", told.verb.replace('.', "-"));
    let mut said = match (tongue.has(&key), told.made) {
        (true, _) => tongue.say(&key),
        (false, true) => tongue.say("verb-made"),
        (false, false) => tongue.say("verb-changed"),
    };
    if let Some(person) = told.on_behalf_of {
        said = tongue.with("story-on-behalf", &[("said", said.into()), ("name", values.view.person_name(person)?.into())]);
    }
    if let Some(at) = told.happened_at {
        said = tongue.with("story-entered-later", &[("said", said.into()), ("at", tongue.time(moment(at)).into())]);
    }
    Ok(said)
}

fn icon_of(told: &Told) -> &'static str {
    let has = |kind: &str| told.others.iter().any(|other| other.kind == kind);
    match () {
        () if has("comment") => "message-square",
        () if has("file") => "paperclip",
        () if told.made => "plus",
        () if !told.facts.is_empty() => "refresh-cw",
        () => "pencil",
    }
}

fn diffs(values: &mut Values, record: &RecordType, stored: &Stored, told: &Told) -> Result<Vec<Diff>> {
    let mut diffs = Vec::new();
    for (name, before, after) in &told.fields {
        let Some(field) = record.field(name) else { continue };
        if field.holds == kernel::record::Holds::Json && name != "roles" {
            continue;
        }
        if !shows(values.view, record, stored, name) {
            continue;
        }
        let erased = kernel::change::is_erased(after);
        let (before, after) = if erased {
            (None, Some(values.view.tongue().say("erased-by-order")))
        } else {
            (show(&values.value(record, name, before)?), show(&values.value(record, name, after)?))
        };
        diffs.push(Diff { field: field_label(values.view.tongue(), record, name), before, after });
    }
    Ok(diffs)
}

/// Files that hang on a record, for the side of its page.
pub fn attachments(values: &Values, stored: &Stored) -> Result<Vec<File>> {
    Ok(attached::on(values.view, stored)?.1.iter().map(|file| file_line(values, file)).collect())
}

fn file_line(values: &Values, file: &attached::File) -> File {
    File { name: file.name.clone(), size: size(values, file.size_bytes), href: format!("/file/{}", file.head.id) }
}

fn size(values: &Values, bytes: i64) -> String {
    let tongue = values.view.tongue();
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} kB", tongue.number(bytes / 1_024)),
        _ => format!("{}.{} MB", tongue.number(bytes / 1_048_576), bytes % 1_048_576 * 10 / 1_048_576),
    }
}
