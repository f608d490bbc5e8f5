//! One change and its proof: what exactly was committed to, part by part, the leaf made of it, and the way from that leaf to the signed root.
//! A court recomputes all of it without this program.

use super::ledger::did;
use super::visible::{Visible, links};
use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::change::{Change, items};
use kernel::erasure::hex;
use kernel::log::Leaves;
use kernel::look;
use kernel::problem::{Problem, Result};
use kernel::time::evidence;
use kernel::vals;
use kernel::verify::parts_of;
use kernel::web::Asking;
use ledger::leaf::{Part, parts};
use ledger::note::Note;
use ledger::proof::LogProof;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::described::frame;
use pages::record::{Fact, facts, section};
use pages::table::{Column, Row, Table, table};
use std::sync::Arc;

/// Parts shown of one change; an inventory's first report has thousands, and an extract holds them all.
const PARTS: usize = 60;
/// Signs shown of one value.
const SIGNS: usize = 160;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/ledger/change/{seq}", get(show)).route("/ledger/change/{seq}/proof", get(download))
}

/// A row of the ledger that the reader may read.
struct Written {
    seq: i64,
    change: Change,
    parts: Vec<Part>,
    entry: Vec<u8>,
    leaf: Vec<u8>,
}

async fn open(actor: &Actor, seq: i64) -> Result<Written> {
    if !actor.may("ledger.see") {
        return Err(Problem::NotFound);
    }
    let written = actor.read(move |view| read(view, seq)).await?;
    if written.change.class().is_look_recorded() {
        let (actor, links) = (actor.clone(), links(&written.change));
        off_the_loop(move || look::at_all(&actor, links)).await?;
    }
    Ok(written)
}

fn read(view: &View, seq: i64) -> Result<Written> {
    let columns = "SELECT body, nonce, parts, entry, leaf FROM ledger_change WHERE seq = ?1";
    let row =
        view.one(columns, vals![seq], |row| Ok((row.text("body")?, row.opt_blob("nonce")?, row.opt_text("parts")?, row.blob("entry")?, row.blob("leaf")?)))?;
    let (body, nonce, kept, entry, leaf) = row.ok_or(Problem::NotFound)?;
    let broken = |error: &dyn std::fmt::Display| Problem::Store(format!("change {seq}: {error}"));
    let change = Change::from_body(&body).map_err(|error| broken(&error))?;
    if !Visible::new(view)?.shows(&change)? {
        return Err(Problem::NotFound);
    }
    let value = serde_json::from_str(&body).map_err(|error| broken(&error))?;
    let parts = match (kept, nonce.and_then(|nonce| nonce.try_into().ok())) {
        (Some(kept), _) => parts_of(&value, &kept).map_err(|error| broken(&error))?,
        (None, Some(nonce)) => parts(&nonce, &items(&value)).map_err(|error| broken(&error))?,
        (None, None) => return Err(broken(&"its nonce is gone")),
    };
    Ok(Written { seq, change, parts, entry, leaf })
}

/// The proof under the root signed now.
async fn proof(actor: &Actor, seq: i64) -> Result<String> {
    let app = Arc::clone(&actor.app);
    off_the_loop(move || {
        let store = |error: &dyn std::fmt::Display| Problem::Store(error.to_string());
        let checkpoint = Note::parse(&app.checkpoint()?).map_err(|error| store(&error))?;
        let size = ledger::checkpoint::Checkpoint::from_text(&checkpoint.text).map_err(|error| store(&error))?.size;
        let conn = app.readers.snapshot()?;
        let leaves = Leaves(&conn);
        let tree = ledger::tiles::View::new(&leaves, &app.log.tiles).map_err(|error| store(&error))?;
        let index = u64::try_from(seq).map_err(|_| Problem::NotFound)?;
        let path = tree.inclusion(index, size).map_err(|error| store(&error))?;
        Ok(LogProof { extra: None, index, path, checkpoint }.to_string())
    })
    .await
}

async fn show(asking: Asking, actor: Actor, Path(seq): Path<i64>) -> Result<Markup> {
    let written = open(&actor, seq).await?;
    let proof = proof(&actor, seq).await?;
    actor.read(move |view| page(&asking, view, &written, &proof)).await
}

async fn download(actor: Actor, Path(seq): Path<i64>) -> Result<Response> {
    open(&actor, seq).await?;
    let name = format!("attachment; filename=\"badiliko-{seq}.tlog-proof\"");
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], proof(&actor, seq).await?).into_response())
}

fn page(asking: &Asking, view: &View, written: &Written, proof: &str) -> Result<Markup> {
    let tongue = view.tongue();
    let title = tongue.with("ledger-change", &[("seq", written.seq.to_string().into())]);
    let mut frame = frame(asking, Some(view), title)?.crumb(tongue.say("rail-ledger"), "/ledger");
    frame.actions.push(Action::download(tongue.say("ledger-proof-download"), format!("/ledger/change/{}/proof", written.seq)).icon("download").primary());
    Ok(pages::layout::page(
        &frame,
        html! {
            (facts(tongue, &header_facts(view, written)?))
            (section(&tongue.say("ledger-parts"), parts_table(view, &written.parts)))
            (section(&tongue.say("ledger-proof"), html! { p { (tongue.say("ledger-proof-about")) } pre.proof tabindex="0" role="region" aria-label=(tongue.say("ledger-proof")) { (proof) } }))
        },
    ))
}

fn header_facts(view: &View, written: &Written) -> Result<Vec<Fact>> {
    let tongue = view.tongue();
    let change = &written.change;
    let via = serde_json::to_value(change.via).ok().and_then(|via| via.as_str().map(|via| tongue.say(&format!("via-{via}")))).unwrap_or_default();
    let mut shown = vec![
        Fact::new(tongue.say("ledger-at"), Cell::text(evidence(change.at))),
        Fact::new(tongue.say("ledger-who"), Cell::person(view.person_name(change.actor)?)),
        Fact::new(tongue.say("ledger-what"), Cell::text(did(tongue, &change.verb))),
        Fact::new(tongue.say("ledger-via"), Cell::text(format!("{via} {}", change.from))),
    ];
    if !change.why.is_empty() {
        shown.push(Fact::new(tongue.say("ledger-why"), Cell::text(&change.why)).wide());
    }
    for link in links(change).iter().take(PARTS) {
        if let Some(name) = view.name_of(link)? {
            let text = format!("{} {}", name.number, name.title);
            shown.push(Fact::new(tongue.say(&link.kind), Cell::Link { text: text.trim().into(), href: name.path }));
        }
    }
    shown.push(Fact::new(tongue.say("ledger-entry"), Cell::Code(hex(&written.entry))).wide());
    shown.push(Fact::new(tongue.say("ledger-leaf"), Cell::Code(hex(&written.leaf))).wide());
    Ok(shown)
}

fn parts_table(view: &View, parts: &[Part]) -> Markup {
    let tongue = view.tongue();
    let row = |(at, part): (usize, &Part)| {
        let (tag, value, salt) = match part {
            Part::Shown { salt, tag, value } => (tag.clone(), short(&String::from_utf8_lossy(value)), hex(salt)),
            Part::Withheld { .. } => (String::new(), tongue.say("erased-by-order"), String::new()),
        };
        let cells = vec![Cell::text(tag), Cell::text(value), Cell::text(salt), Cell::text(hex(&part.digest()))];
        Row { id: at.to_string(), href: None, cells, is_done: false }
    };
    let list = Table {
        caption: tongue.say("ledger-parts"),
        columns: ["ledger-part-tag", "ledger-part-value", "ledger-part-salt", "ledger-part-digest"].map(|key| Column::new(tongue.say(key))).to_vec(),
        rows: parts.iter().take(PARTS).enumerate().map(row).collect(),
        ..Table::default()
    };
    let more = parts.len().saturating_sub(PARTS);
    html! {
        div.parts { (table(tongue, &list)) }
        @if more > 0 { p { (tongue.with("ledger-more", &[("count", more.into())])) } }
    }
}

fn short(value: &str) -> String {
    match value.char_indices().nth(SIGNS) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
