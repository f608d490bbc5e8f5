//! One box that finds everything: records of all kinds, acts and places. The palette asks while someone types; the page serves where no script
//! is. What may not be seen is not found, and what may not be done is not offered.

use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::problem::Result;
use kernel::search::{Hit, find, fold};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::described::frame;
use pages::icon::icon;
use pages::palette::{Group, Item, found, results};
use std::sync::Arc;

/// Records that the palette shows; more is what the page is for.
const IN_PALETTE: usize = 12;
const ON_PAGE: usize = 100;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/palette", get(palette)).route("/search", get(search))
}

/// What stands in an address after `?`.
type Pairs = Query<Vec<(String, String)>>;

fn asked(pairs: &[(String, String)]) -> String {
    pairs.iter().find(|(name, _)| name == "q").map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

async fn palette(actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor.read(move |view| Ok(results(view.tongue(), &groups(view, &asked(&pairs), IN_PALETTE)?))).await
}

async fn search(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let (tongue, words) = (view.tongue(), asked(&pairs));
            let frame = frame(&asking, Some(view), tongue.say("search-title"))?;
            let groups = groups(view, &words, ON_PAGE)?;
            let body = html! {
                form.toolbar-search action="/search" {
                    (icon("search"))
                    input type="search" name="q" value=(words) aria-label=(tongue.say("frame-search-label")) placeholder=(tongue.say("frame-search-hint"));
                }
                (found(tongue, &groups))
            };
            Ok(pages::layout::page(&frame, body))
        })
        .await
}

/// Records by kind, then acts, then places. Nothing asked for: the acts and places alone, as a menu.
fn groups(view: &View, words: &str, limit: usize) -> Result<Vec<Group>> {
    let tongue = view.tongue();
    let mut groups: Vec<Group> = Vec::new();
    for hit in find(view, words, &[], limit)? {
        let title = tongue.say(&format!("{}-many", hit.kind));
        let item = record(&hit);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { title, items: vec![item] }),
        }
    }
    groups.push(Group { title: tongue.say("search-acts"), items: acts(view, words) });
    groups.push(Group { title: tongue.say("search-places"), items: places(view, words) });
    Ok(groups)
}

fn record(hit: &Hit) -> Item {
    let name = if hit.number.is_empty() { hit.id.to_string() } else { hit.number.clone() };
    Item { label: hit.title.clone(), detail: hit.number.clone(), href: format!("/{}/{name}", hit.kind), icon: icon_of(&hit.kind), ..Item::default() }
}

fn icon_of(kind: &str) -> &'static str {
    match kind {
        "person" => "user-round",
        "unit" => "building-2",
        "site" => "map-pin",
        "device" => "laptop",
        "request" => "inbox",
        "program" => "package",
        "handover" => "handshake",
        _ => "file-text",
    }
}

fn acts(view: &View, words: &str) -> Vec<Item> {
    let verbs = view.actor().app.domains.iter().flat_map(|domain| domain.palette).filter(|verb| view.actor().may(verb.act));
    verbs.filter(|verb| is_meant(view, verb.key, words)).map(|verb| item(view, verb.key, verb.href, "zap")).collect()
}

fn places(view: &View, words: &str) -> Vec<Item> {
    let links = view.actor().app.domains.iter().flat_map(|domain| domain.rail).filter(|link| view.actor().may(link.act));
    links.filter(|link| is_meant(view, link.key, words)).map(|link| item(view, link.key, link.href, link.icon)).collect()
}

fn item(view: &View, key: &str, href: &str, icon: &'static str) -> Item {
    Item { label: view.tongue().say(key), href: href.to_owned(), icon, ..Item::default() }
}

/// Whether every word asked for begins a word of the name, in either language: people switch between them as they type.
fn is_meant(view: &View, key: &str, words: &str) -> bool {
    let tongue = view.tongue();
    let names = fold(&format!("{} {}", tongue.say(key), tongue.in_lang(tongue.lang.other()).say(key)));
    fold(words).split_whitespace().all(|word| names.split_whitespace().any(|name| name.starts_with(word)))
}
