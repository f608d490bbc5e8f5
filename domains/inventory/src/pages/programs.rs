//! All programs of one device, a page at a time, with a search by name or publisher.

use super::band;
use super::grid::{Grid, grid};
use crate::program::of_device;
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::problem::Result;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::cell::Cell;
use pages::described::frame;
use pages::layout::page;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/device/{name}/programs", get(programs))
}

/// Programs as rows.
pub fn program_grid(view: &View, programs: &[agents::sections::Program]) -> Markup {
    let tongue = view.tongue();
    let titles = ["hw-name", "hw-version", "program-publisher", "program-installed-on"].map(|key| tongue.say(key)).to_vec();
    let cell = |text: &Option<String>| Cell::maybe(text.clone());
    let rows =
        programs.iter().map(|program| vec![cell(&program.name), cell(&program.version), cell(&program.publisher), cell(&program.install_date)]).collect();
    grid(tongue, &Grid { titles, rows })
}

async fn programs(asking: Asking, actor: Actor, Path(name): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    const SHOWN: usize = 60;
    let (stored, page) = actor
        .read(move |view| {
            let tongue = view.tongue();
            let stored = view.find_stored("device", &name)?;
            let asked = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone()).unwrap_or_default();
            let (words, from) = (asked("q"), asked("from").parse::<usize>().unwrap_or(0));
            let folded = kernel::search::fold(&words);
            let says = |text: &Option<String>| text.as_deref().is_some_and(|text| kernel::search::fold(text).contains(&folded));
            let all: Vec<_> = of_device(view, stored.head.id)?
                .into_iter()
                .filter(|program| says(&program.name) || (!folded.is_empty() && says(&program.publisher)))
                .collect();
            let shown = &all[from.min(all.len())..(from + SHOWN).min(all.len()).max(from.min(all.len()))];
            let mut frame =
                frame(&asking, Some(view), tongue.with("device-programs", &[("count", all.len().into())]))?.crumb(tongue.say("device-many"), "/device");
            frame = frame.crumb(stored.text("name"), stored.path());
            frame.class = band(tongue, stored.head.class);
            let address = |from: usize| {
                format!("{}/programs?{}", stored.path(), serde_urlencoded::to_string([("q", words.clone()), ("from", from.to_string())]).unwrap_or_default())
            };
            let content = html! {
                form.toolbar-search action={ (stored.path()) "/programs" } {
                    input type="search" name="q" value=(words) placeholder=(tongue.say("table-search")) aria-label=(tongue.say("table-search"));
                }
                (program_grid(view, shown))
                nav.pager aria-label=(tongue.say("table-pages")) {
                    @if from > 0 { a.button.is-small rel="prev" href=(address(from.saturating_sub(SHOWN))) { (tongue.say("table-previous")) } }
                    @if from + SHOWN < all.len() { a.button.is-small rel="next" href=(address(from + SHOWN)) { (tongue.say("table-next")) } }
                }
            };
            let page = page(&frame, content);
            Ok((stored, page))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    Ok(page)
}
