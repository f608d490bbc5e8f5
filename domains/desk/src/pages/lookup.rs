//! Requests as a field finds them while someone types: `GET /lookup/request?q=`.

use axum::extract::Query;
use kernel::actor::Actor;
use kernel::list::{Asked, list};
use kernel::problem::Result;
use maud::Markup;
use pages::form::{Choice, lookup_options};

const OFFERED: usize = 10;

pub async fn requests(actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    let words = pairs.into_iter().find(|(name, _)| name == "q").map(|(_, words)| words).unwrap_or_default();
    actor
        .read(move |view| {
            let listed = list(view, "request", &Asked { words, limit: OFFERED, ..Asked::default() })?;
            let choices: Vec<Choice> =
                listed.rows.iter().map(|stored| Choice::new(stored.head.id.to_string(), stored.text("subject")).detail(&stored.head.number)).collect();
            Ok(lookup_options(view.tongue(), &choices))
        })
        .await
}
