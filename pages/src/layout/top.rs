//! The top line: whose system this is, one box that finds anything, and who sits at the keyboard.

use maud::{Markup, html};

use super::{Frame, Office, Person, preference};
use crate::icon::icon;

pub(super) fn top(frame: &Frame) -> Markup {
    let tongue = &frame.tongue;
    html! {
        header.top {
            @if !frame.rail.is_empty() {
                a.menu-open."button"."is-plain"."is-icon" href="#menu" aria-label=(tongue.say("frame-menu")) { (icon("menu")) }
            }
            (office(&frame.office))
            @if frame.person.is_some() {
                form.top-search role="search" action="/search" {
                    (icon("search"))
                    input type="search" name="q" autocomplete="off" aria-label=(tongue.say("frame-search-label"))
                        placeholder=(tongue.say("frame-search-hint"));
                    span.keys aria-hidden="true" { kbd { "Ctrl K" } kbd { "/" } }
                }
            } @else {
                span.grow {}
            }
            div.top-person {
                (preference::language(frame))
                @if let Some(person) = &frame.person { (account(frame, person)) }
            }
        }
    }
}

fn office(office: &Office) -> Markup {
    html! {
        a.top-office href="/" {
            span.mark aria-hidden="true" { (office.short) }
            span { strong { (office.unit) } small { (office.name) } }
        }
    }
}

fn account(frame: &Frame, person: &Person) -> Markup {
    let tongue = &frame.tongue;
    html! {
        span.top-name { strong { (person.name) } small { (person.post) } }
        details.menu {
            summary."button"."is-plain"."is-icon" aria-label=(tongue.say("frame-person")) { (icon("chevron-down")) }
            div.menu-panel {
                div.menu-person { strong { (person.name) } small { (person.post) } }
                hr;
                div.menu-row { span { (tongue.say("frame-theme")) } (preference::theme(frame)) }
                div.menu-row { span { (tongue.say("frame-density")) } (preference::density(frame)) }
                hr;
                a href=(person.href) { (icon("user-round")) (tongue.say("frame-profile")) }
                form method="post" action="/sign-out" { button { (icon("log-out")) (tongue.say("frame-sign-out")) } }
            }
        }
        form method="post" action="/sign-out" {
            button."button"."is-plain"."is-icon" aria-label=(tongue.say("frame-sign-out")) title=(tongue.say("frame-sign-out")) { (icon("log-out")) }
        }
    }
}
