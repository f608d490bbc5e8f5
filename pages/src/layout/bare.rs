//! Pages without the frame: signing in, and trouble before anybody is known. The office's name over one card.

use maud::{Markup, html};

use super::{Frame, document, preference};
use crate::icon::icon;
use crate::notice::flash;

/// A whole page with its content in one card, which opens with the title.
pub fn bare(frame: &Frame, content: Markup) -> Markup {
    let tongue = &frame.tongue;
    document(
        frame,
        &html! {
            body {
                div.waiting {}
                div.bare {
                    header.bare-top { (preference::language(frame)) }
                    main #sheet {
                        div.bare-office {
                            span.mark aria-hidden="true" { (frame.office.short) }
                            div { strong { (frame.office.unit) } span { (frame.office.name) } }
                        }
                        div.bare-card {
                            h1 { (frame.title) }
                            (content)
                        }
                    }
                    footer.bare-foot { @if frame.is_demo { (icon("info")) " " (tongue.say("frame-demo")) } }
                }
                (flash(tongue, frame.flash.as_ref()))
            }
        },
    )
}
