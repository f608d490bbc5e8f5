//! What stands above a list: saved views, the search box, the filters in force as chips, and the files of what is shown.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::{Filter, ONLY_THE_LIST, Table};
use crate::form::options;
use crate::icon::icon;

pub(super) fn views(tongue: &Tongue, table: &Table) -> Markup {
    html! {
        @if !table.views.is_empty() {
            nav.views aria-label=(tongue.say("table-views")) {
                @for view in &table.views {
                    a href=(view.href) hx-boost=(ONLY_THE_LIST) aria-current=[view.is_current.then_some("page")] {
                        (view.label)
                        @if let Some(count) = view.count { small { (tongue.number(count)) } }
                    }
                }
            }
        }
    }
}

pub(super) fn toolbar(tongue: &Tongue, table: &Table) -> Markup {
    let is_bare = table.search.is_none() && table.chips.is_empty() && table.filters.is_empty() && table.exports.is_empty();
    html! {
        @if !is_bare {
            div.toolbar {
                @if let Some(search) = &table.search { (search_box(tongue, table, search)) }
                @for chip in &table.chips {
                    span.chip {
                        span { (chip.label) } (chip.value)
                        a href=(chip.remove_href) hx-boost=(ONLY_THE_LIST)
                            aria-label=(tongue.with("table-filter-remove", &[("name", (&chip.label).into())])) { (icon("x")) }
                    }
                }
                @if !table.filters.is_empty() { (filters(tongue, table)) }
                div.toolbar-end {
                    @if let Some(count) = &table.count { span.toolbar-count role="status" { (count) } }
                    @if !table.exports.is_empty() { (exports(tongue, table)) }
                }
            }
        }
    }
}

fn search_box(tongue: &Tongue, table: &Table, search: &str) -> Markup {
    html! {
        form.toolbar-search action=(table.path) hx-boost=(ONLY_THE_LIST) {
            @for (name, value) in table.kept.iter().filter(|(name, _)| name != "q") { input type="hidden" name=(name) value=(value); }
            (icon("search"))
            input type="search" name="q" value=(search) placeholder=(tongue.say("table-search"))
                aria-label=(tongue.say("table-search")) data-key="s" data-label=(tongue.say("table-search"));
        }
    }
}

fn filters(tongue: &Tongue, table: &Table) -> Markup {
    let own = |name: &str| table.filters.iter().any(|filter| filter.name == name);
    html! {
        details.menu.opens-start {
            summary.button.is-small data-key="f" { (icon("list-filter")) span { (tongue.say("table-filter-add")) } }
            div.menu-panel {
                form.filter-form action=(table.path) hx-boost=(ONLY_THE_LIST) {
                    @for (name, value) in table.kept.iter().filter(|(name, _)| !own(name)) { input type="hidden" name=(name) value=(value); }
                    @for filter in &table.filters { (filter_field(tongue, filter)) }
                    button.button.is-primary { (tongue.say("table-filter-apply")) }
                }
            }
        }
    }
}

fn filter_field(tongue: &Tongue, filter: &Filter) -> Markup {
    let id = format!("filter-{}", filter.name);
    html! {
        div.field {
            label for=(id) { (filter.label) }
            @if filter.choices.is_empty() {
                input.input #(id) name=(filter.name) value=(filter.value) autocomplete="off";
            } @else {
                div.select {
                    select.input #(id) name=(filter.name) {
                        option value="" { (tongue.say("table-filter-any")) }
                        (options(&filter.choices, &filter.value))
                    }
                    (icon("chevron-down"))
                }
            }
        }
    }
}

fn exports(tongue: &Tongue, table: &Table) -> Markup {
    html! {
        details.menu {
            summary.button.is-small.is-plain { (icon("download")) span { (tongue.say("table-export")) } }
            div.menu-panel { @for export in &table.exports { (export.menu_line()) } }
        }
    }
}
