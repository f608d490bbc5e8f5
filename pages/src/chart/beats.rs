//! A heartbeat strip: one small bar for each hour or day a service was watched, its height saying what its colour says.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::scale::percent;
use crate::tone::Tone;

#[derive(Clone, Debug)]
pub struct Beat {
    pub tone: Tone,
    /// When, and what was: *23/11/2026: imekatika dakika 40*.
    pub label: String,
}

/// `title` names the service and the time; readers hear how many beats were how.
pub fn heartbeat(tongue: &Tongue, title: &str, beats: &[Beat]) -> Markup {
    let count = beats.len().max(1) as f64;
    html! {
        svg.beat-strip width="100%" height="24" role="img" aria-label=(told(tongue, title, beats)) {
            @for (at, beat) in beats.iter().enumerate() {
                // Trouble stands taller, so the strip speaks in black and white too.
                @let (y, tall) = match beat.tone {
                    Tone::Good => (6, 12),
                    Tone::Quiet => (10, 4),
                    Tone::Accent => (8, 8),
                    Tone::Warn => (3, 18),
                    Tone::Bad => (0, 24),
                };
                rect class={ "beat-" (word(beat.tone)) } x=(percent((at as f64 + 0.15) / count)) width=(percent(0.7 / count)) y=(y) height=(tall) rx="1" {
                    title { (beat.label) }
                }
            }
        }
    }
}

fn told(tongue: &Tongue, title: &str, beats: &[Beat]) -> String {
    let parts: Vec<String> = [Tone::Good, Tone::Warn, Tone::Bad, Tone::Accent, Tone::Quiet]
        .into_iter()
        .map(|tone| (tone, beats.iter().filter(|beat| beat.tone == tone).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(tone, count)| format!("{} {count}", tongue.say(&format!("chart-{}", word(tone)))))
        .collect();
    format!("{title}: {}", parts.join(", "))
}

const fn word(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
        Tone::Accent => "accent",
        Tone::Quiet => "quiet",
    }
}
