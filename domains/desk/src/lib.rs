//! Help for the office's people: requests, what is promised, and what became of it.

pub mod clock;
pub mod demo;
pub mod figures;
mod pages;
pub mod request;
pub mod rules;

use kernel::domain::{Domain, Group, RailLink, Verb};
use kernel::words::Source;

/// The desk as the rest of the house sees it.
pub fn domain() -> Domain {
    Domain {
        name: "desk",
        records: || vec![request::describe()],
        rules: rules::RULES,
        tables: INDEXES,
        projections: &[],
        routes: pages::routes,
        jobs: &[],
        words: Source { name: "desk", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") },
        rail: RAIL,
        today: pages::sections,
        palette: PALETTE,
    }
}

/// What the lists and figures of the desk are read by, so that two years of requests cost no more than a week of them.
const INDEXES: &[&str] = &[
    "CREATE INDEX IF NOT EXISTS rec_request_made_by ON rec_request (made_by, key)",
    "CREATE INDEX IF NOT EXISTS rec_request_made_at ON rec_request (made_at, key)",
    "CREATE INDEX IF NOT EXISTS rec_request_state_due ON rec_request (state, due_at, key)",
    "CREATE INDEX IF NOT EXISTS rec_request_state_closed ON rec_request (state, closed_at)",
    "CREATE INDEX IF NOT EXISTS rec_request_assignee_state ON rec_request (assignee, state, due_at)",
    "CREATE INDEX IF NOT EXISTS rec_request_requester_state ON rec_request (requester, state, key)",
];

const RAIL: &[RailLink] = &[RailLink {
    group: Group::Today,
    key: "rail-request",
    href: "/request?state=new,assigned,waiting",
    icon: "life-buoy",
    act: "request.see",
    count: Some(pages::waiting),
}];

const PALETTE: &[Verb] = &[
    Verb { key: "desk-act-ask", href: "/request/new", act: "request.open", on_today: true },
    Verb { key: "desk-act-mine", href: "/request?requester=me", act: "request.see", on_today: false },
    Verb { key: "desk-act-assigned", href: "/request?assignee=me&state=new,assigned,waiting", act: "request.work", on_today: false },
    Verb { key: "desk-act-unassigned", href: "/request?assignee=none&state=new,assigned,waiting", act: "request.assign", on_today: false },
    Verb { key: "desk-act-overdue", href: "/request?state=new,assigned&due_at=past&sort=due_at", act: "request.work", on_today: false },
];
