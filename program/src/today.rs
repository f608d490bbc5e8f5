//! The first page of whoever signs in: what every domain has to show them, in the order of what cannot wait.

use axum::Router;
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::domain::{FigureCard, Line, Section, Weight};
use kernel::problem::Result;
use kernel::time::moment;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::frame;
use pages::today::{Figure, Work, WorkItem, board, figures};
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(today))
}

async fn today(asking: Asking, actor: Actor) -> Result<Markup> {
    actor
        .read(move |view| {
            let mut sections = Vec::new();
            for domain in &view.actor().app.domains {
                sections.extend((domain.today)(view)?);
            }
            sections.sort_by_key(|section| section.order);
            draw(&asking, view, &sections)
        })
        .await
}

fn draw(asking: &Asking, view: &View, sections: &[Section]) -> Result<Markup> {
    let tongue = &asking.tongue;
    let title = tongue.with("today-greeting", &[("name", first_names(&view.actor().person.name).into())]);
    let mut frame = frame(asking, Some(view), title)?;
    frame.is_today = true;
    for domain in &view.actor().app.domains {
        for verb in domain.palette.iter().filter(|verb| verb.on_today && view.actor().may(verb.act)) {
            let action = Action::link(tongue.say(verb.key), verb.href);
            frame.actions.push(if frame.actions.is_empty() { action.primary() } else { action });
        }
    }
    let cards: Vec<Figure> = sections.iter().flat_map(|section| &section.figures).map(figure).collect();
    let works: Vec<Work> = sections.iter().filter(|section| section.figures.is_empty()).map(|section| work(view, section)).collect();
    let body = html! {
        p.today-date { (tongue.long_date(moment(view.now()))) }
        @if !cards.is_empty() { (figures(tongue, &cards)) }
        @if !works.is_empty() { (board(&works)) }
    };
    Ok(pages::layout::page(&frame, body))
}

/// The first two names: what people are called by.
fn first_names(name: &str) -> String {
    name.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

fn tone(weight: Weight) -> Tone {
    match weight {
        Weight::Quiet => Tone::Quiet,
        Weight::Good => Tone::Good,
        Weight::Warn => Tone::Warn,
        Weight::Bad => Tone::Bad,
    }
}

fn figure(card: &FigureCard) -> Figure {
    Figure {
        label: card.label.clone(),
        value: card.value.clone(),
        href: Some(card.href.clone()).filter(|href| !href.is_empty()),
        trend: card.trend.clone(),
        note: card.note.clone().map(|note| (note, tone(card.weight))),
        ..Figure::default()
    }
}

fn work(view: &View, section: &Section) -> Work {
    let tongue = view.tongue();
    let more = (!section.href.is_empty()).then(|| (tongue.say("today-all"), section.href.clone()));
    Work {
        title: section.title.clone(),
        icon: if section.icon.is_empty() { "clipboard-list" } else { section.icon },
        items: section.lines.iter().map(|line| item(view, line)).collect(),
        nothing: section.empty.clone(),
        more,
    }
}

fn item(view: &View, line: &Line) -> WorkItem {
    let tongue = view.tongue();
    WorkItem {
        title: line.title.clone(),
        number: if line.who.is_empty() { line.number.clone() } else { format!("{} · {}", line.number, line.who) },
        href: line.href.clone(),
        tone: tone(line.weight),
        state: line.state.clone(),
        due: line.at.map(|at| tongue.relative(moment(at), moment(view.now()))).unwrap_or_default(),
        due_tone: tone(line.weight),
    }
}
