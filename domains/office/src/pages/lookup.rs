//! What a lookup field asks while someone types: a few people, units or sites that match, as ready choices.

use super::{Pairs, asked};
use crate::person::Person;
use crate::unit::{Site, Unit};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use kernel::actor::{Actor, Stored, View};
use kernel::app::App;
use kernel::id::Id;
use kernel::list::{Asked, list};
use kernel::problem::Result;
use kernel::record::Record;
use maud::Markup;
use pages::form::{Choice, lookup_options};
use std::sync::Arc;

/// More than a person reads through while typing is no help.
const SHOWN: usize = 10;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/lookup/person", get(|actor: Actor, pairs: Pairs| found(actor, pairs, Person::KIND)))
        .route("/lookup/unit", get(|actor: Actor, pairs: Pairs| found(actor, pairs, Unit::KIND)))
        .route("/lookup/site", get(|actor: Actor, pairs: Pairs| found(actor, pairs, Site::KIND)))
}

async fn found(actor: Actor, Query(pairs): Pairs, kind: &'static str) -> Result<Markup> {
    actor
        .read(move |view| {
            let mut wanted = Asked { words: asked(&pairs, "q").to_owned(), limit: SHOWN, ..Asked::default() };
            if kind == Person::KIND {
                wanted.filters.insert("state".into(), vec!["active".into()]);
            }
            let choices = list(view, kind, &wanted)?.rows.iter().map(|stored| choice(view, stored)).collect::<Result<Vec<_>>>()?;
            Ok(lookup_options(view.tongue(), &choices))
        })
        .await
}

fn choice(view: &View, stored: &Stored) -> Result<Choice> {
    let choice = Choice::new(stored.head.id.to_string(), stored.text("name"));
    let unit = stored.fields.get("unit").and_then(|id| id.as_str()).and_then(Id::parse);
    let detail = match unit {
        Some(unit) => {
            [stored.text("post").to_owned(), view.fetch::<Unit>(unit)?.name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        None => stored.text("post").to_owned(),
    };
    Ok(if detail.is_empty() { choice } else { choice.detail(detail) })
}
