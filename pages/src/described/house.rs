//! The frame of this office's pages: who asks, what the rail offers them, what has just been done.

use crate::layout::{Density, Frame, Office, Person, RailGroup, RailLink, Theme};
use crate::notice::Flash;
use crate::tone::Tone;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::actor::View;
use kernel::class::Class;
use kernel::domain::Group;
use kernel::problem::Result;
use kernel::web::Asking;

const GROUPS: [(Group, &str); 5] = [
    (Group::Today, "group-today"),
    (Group::Systems, "group-systems"),
    (Group::Communication, "group-communication"),
    (Group::Security, "group-security"),
    (Group::Leadership, "group-leadership"),
];

/// The frame for a page of `title`. Without a view (nobody signed in) the rail is empty.
pub fn frame(asking: &Asking, view: Option<&View>, title: impl Into<String>) -> Result<Frame> {
    let app = asking.actor.as_ref().map(|actor| &actor.app);
    let setting = |name: &str, key: &str| app.and_then(|app| app.settings.text(name)).unwrap_or_else(|| asking.tongue.say(key));
    let office =
        Office { name: setting("office.name", "office-name"), unit: setting("office.unit", "office-unit"), short: setting("office.short", "office-short") };
    let mut frame = Frame::new(asking.tongue.clone(), office, asking.path.clone(), title);
    frame.theme = Theme::parse(&asking.looks.theme).unwrap_or_default();
    frame.density = if asking.looks.compact { Density::Compact } else { Density::Roomy };
    frame.is_demo = app.is_some_and(|app| app.demo);
    frame.flash = flash(asking);
    if let Some(actor) = &asking.actor {
        frame.person = Some(Person { name: actor.person.name.clone(), post: actor.person.post.clone(), href: "/me".into() });
    }
    if let Some(view) = view {
        frame.rail = rail(asking, view)?;
    }
    Ok(frame)
}

fn rail(asking: &Asking, view: &View) -> Result<Vec<RailGroup>> {
    let (tongue, actor) = (&asking.tongue, view.actor());
    let here = asking.path.split('?').next().unwrap_or_default();
    let mut groups = Vec::new();
    for (group, key) in GROUPS {
        let mut links = Vec::new();
        let offered = actor.app.domains.iter().flat_map(|domain| domain.rail).filter(|link| link.group == group && actor.may(link.act));
        for link in offered {
            let waiting = link.count.map_or(Ok(0), |count| count(view))?;
            let path = link.href.split('?').next().unwrap_or_default();
            let is_current = here == path || here.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
            links.push(RailLink::new(tongue.say(link.key), link.href, link.icon).waiting(usize::try_from(waiting).unwrap_or(0)).current(is_current));
        }
        if group == Group::Today {
            links.insert(0, RailLink::new(tongue.say("today"), "/", "house").key("g l").current(here == "/"));
        }
        if !links.is_empty() {
            let label = if group == Group::Today { String::new() } else { tongue.say(key) };
            groups.push(RailGroup { label, links });
        }
    }
    Ok(groups)
}

/// What was just done, told once after the redirect that carried its key.
fn flash(asking: &Asking) -> Option<Flash> {
    let query = asking.path.split_once('?')?.1;
    let key = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
    let key = format!("done-{key}");
    asking.tongue.has(&key).then(|| Flash { text: asking.tongue.say(&key), tone: Tone::Good, undo: None })
}

/// An address that tells `done-<key>` when it is shown.
pub fn done(path: &str, key: &str) -> String {
    format!("{path}{}done={key}", if path.contains('?') { '&' } else { '?' })
}

/// After something was done: the browser asks for this page anew (303).
pub fn see_other(path: &str) -> Response {
    // Paths are made of our own words, numbers and ids; anything else goes to the first page.
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// How loud a class of secrecy is.
pub fn tone_of_class(class: Class) -> Tone {
    match class {
        Class::Open | Class::Internal => Tone::Quiet,
        Class::Confidential => Tone::Warn,
        Class::Secret | Class::TopSecret => Tone::Bad,
    }
}
