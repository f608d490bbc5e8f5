//! Markup that a strict content policy and a screen reader can live with.

use std::collections::HashSet;

use kernel::words::Lang;
use pages::cell::Cell;
use pages::form::{Choice, lookup_options};
use pages::layout::{self, Theme};
use pages::notice::Flash;
use pages::palette::{Group, Item, results};
use pages::record::{CommentBox, comment_box, prose};
use pages::table::{Table, table};
use pages::tone::Tone;

use crate::parts::{form_page, frame, list, list_page, tongue};

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn nothing_is_inline() {
    for page in [list_page(3), form_page()] {
        assert!(!page.contains(" style=") && !page.contains("<style"), "a style is inline");
        assert!(!page.contains(" onclick") && !page.contains("javascript:"), "a script is inline");
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains("defer></script>"), "the one script comes from a file");
    }
}

#[test]
fn what_people_write_stays_text() {
    let sw = tongue(Lang::Sw);
    assert!(Cell::text("<b>Asha</b>").show(&sw).into_string().contains("&lt;b&gt;Asha"));
    assert!(prose("a <script>\n\nb & c").into_string().contains("<p>a &lt;script&gt;</p><p>b &amp; c</p>"));
    let typed = CommentBox { text: "</textarea><script>".to_owned(), ..CommentBox::default() };
    assert!(!comment_box(&sw, &typed).into_string().contains("</textarea><script>"));
    let options = lookup_options(&sw, &[Choice::new("\"><x", "<i>")]).into_string();
    assert!(options.contains("data-value=\"&quot;&gt;&lt;x\"") && options.contains("&lt;i&gt;"), "{options}");
}

#[test]
fn ids_are_used_once_and_references_lead_somewhere() {
    for page in [list_page(3), form_page()] {
        let ids = values(&page, "id");
        let known: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an id stands twice: {ids:?}");
        let references = ["for", "aria-describedby", "aria-labelledby", "aria-controls"].into_iter().flat_map(|name| values(&page, name));
        for id in references.flat_map(str::split_whitespace) {
            assert!(known.contains(id), "#{id} leads nowhere");
        }
        for href in values(&page, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(known.contains(href), "#{href} leads nowhere");
        }
    }
}

#[test]
fn problems_stand_on_top_and_beside_their_fields() {
    let page = form_page();
    assert!(page.contains("role=\"alert\"") && page.contains("Kuna mambo 3 ya kurekebisha"));
    assert!(page.contains("<a href=\"#field-title\">Ni ndefu mno.</a>"));
    assert!(page.contains("aria-describedby=\"field-title-problem field-title-help\" aria-invalid=\"true\""));
    assert_eq!(page.matches("aria-invalid=\"true\"").count(), 2);
}

#[test]
fn nothing_typed_is_lost_but_passwords() {
    let page = form_page();
    for kept in [
        "value=\"&lt;printa&gt;\"",
        "mstari &amp; mwengine",
        "value=\"2026-13-45\"",
        "value=\"14:05\"",
        "value=\"3\" selected",
        "value=\"urgent\" checked",
        "name=\"revision\" value=\"4\"",
    ] {
        assert!(page.contains(kept), "{kept} was lost");
    }
    let password = page.split("type=\"password\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(!password.contains("value="));
    assert!(page.contains("enctype=\"multipart/form-data\""), "files need it");
}

#[test]
fn a_list_works_by_links_and_plain_forms() {
    let page = list_page(2);
    assert!(page.contains("<a class=\"lead\" href=\"/desk/requests/OMB-U-2026-0001\">"), "the first column links");
    assert!(page.contains("aria-sort=\"ascending\""));
    assert!(page.contains("aria-label=\"Chagua Printa 1 haichapishi\""));
    assert!(page.contains("<form method=\"post\" action=\"/desk/requests/many\">"));
    let search = page.split("toolbar-search").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(search.contains("name=\"view\" value=\"mine\""), "searching keeps the view");
    assert_eq!(search.matches("name=\"q\"").count(), 1, "and asks for one thing");
    assert_eq!(page.matches("id=\"list\"").count(), 1);
}

#[test]
fn nothing_that_matches_differs_from_nothing_at_all() {
    let sw = tongue(Lang::Sw);
    let asked = Table { clear_href: Some("/desk/requests".to_owned()), ..list(0) };
    assert!(table(&sw, &asked).into_string().contains("Ondoa vichujio vyote"));
    let fresh = Table { search: Some(String::new()), ..asked };
    assert!(!table(&sw, &fresh).into_string().contains("Ondoa vichujio vyote"));
}

#[test]
fn the_frame_says_who_where_and_how_secret() {
    let mut frame = frame();
    frame.class = Some(("Ya siri".to_owned(), Tone::Warn));
    frame.theme = Theme::Dark;
    frame.flash = Some(Flash { text: "Imehifadhiwa".to_owned(), tone: Tone::Good, undo: None });
    let page = layout::page(&frame, maud::html! {}).into_string();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"sw\" data-theme=\"dark\" data-density=\"roomy\">"), "{page}");
    assert!(page.contains("<strong>Asha Juma</strong>"));
    assert_eq!(page.matches("Daraja la usiri: Ya siri").count(), 2, "at top, and at the foot of paper");
    assert!(page.contains("aria-current=\"page\" ") || page.contains("aria-current=\"page\">"));
    assert!(page.contains("name=\"back\" value=\"/desk/requests?view=mine\""), "a switch comes back to this page");
    assert!(page.contains("role=\"status\""));
    assert!(page.contains("jambo 1 linakusubiri"));
}

#[test]
fn the_palette_answers_with_options() {
    let item = Item { label: "Vifaa".to_owned(), href: "/inventory/devices".to_owned(), icon: "laptop", ..Item::default() };
    let some = results(&tongue(Lang::Sw), &[Group { title: "Sehemu".to_owned(), items: vec![item] }, Group::default()]).into_string();
    assert!(some.contains("role=\"option\"") && some.contains("role=\"group\" aria-label=\"Sehemu\""));
    assert!(!some.contains("Hakuna kinacholingana"));
    assert!(results(&tongue(Lang::Sw), &[]).into_string().contains("Hakuna kinacholingana"));
}
