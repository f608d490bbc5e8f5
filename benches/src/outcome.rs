//! What came out of a measurement, beside what was hoped for; and how a heap of times is told in four numbers.

/// One line of the last table.
pub struct Outcome {
    what: String,
    goal: String,
    measured: String,
    /// None where no goal was set.
    met: Option<bool>,
}

impl Outcome {
    /// At most `goal`, in `unit`.
    pub fn at_most(what: impl Into<String>, goal: f64, measured: f64, unit: &str) -> Self {
        let told = format!("{} {unit}", number(measured));
        Self { what: what.into(), goal: format!("<= {} {unit}", number(goal)), measured: told, met: Some(measured <= goal) }
    }

    /// At least `goal`, in `unit`.
    pub fn at_least(what: impl Into<String>, goal: f64, measured: f64, unit: &str) -> Self {
        let told = format!("{} {unit}", number(measured));
        Self { what: what.into(), goal: format!(">= {} {unit}", number(goal)), measured: told, met: Some(measured >= goal) }
    }

    /// Told beside the others, without a goal.
    pub fn beside(what: impl Into<String>, measured: impl Into<String>) -> Self {
        Self { what: what.into(), goal: "-".into(), measured: measured.into(), met: None }
    }

    /// The table that every run ends with.
    pub fn print(outcomes: &[Self], is_small: bool) {
        if outcomes.is_empty() {
            return;
        }
        let width = outcomes.iter().map(|outcome| outcome.what.chars().count()).max().unwrap_or(0).max(4);
        println!("\n{:<width$} | {:>14} | {:>22} | met", "what", "goal", "measured");
        println!("{}", "-".repeat(width + 50));
        for outcome in outcomes {
            let met = outcome.met.map_or("", |met| if met { "yes" } else { "NO" });
            println!("{:<width$} | {:>14} | {:>22} | {met}", outcome.what, outcome.goal, outcome.measured);
        }
        if is_small {
            println!("\nThis was --small, a twentieth of the office: it shows that the benches run, not that a goal is met.");
        }
    }
}

/// Three digits that matter, and thousands apart.
pub fn number(value: f64) -> String {
    if value >= 100.0 {
        return grouped(value.round() as u64);
    }
    if value >= 10.0 { format!("{value:.1}") } else { format!("{value:.2}") }
}

/// `100,000`
pub fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Times in milliseconds.
#[derive(Default, Clone)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn add(&mut self, ms: f64) {
        self.0.push(ms);
    }

    pub fn take_in(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time below which `part` of a hundred lie (nearest rank); 0 of none.
    pub fn percentile(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (part / 100.0 * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
    }

    /// `n`, median, p95, p99 and the longest, in columns.
    pub fn columns(&self) -> String {
        let [median, p95, p99, longest] = [50.0, 95.0, 99.0, 100.0].map(|part| self.percentile(part));
        format!("{:>7} {median:>9.2} {p95:>9.2} {p99:>9.2} {longest:>9.2}", self.count())
    }

    pub const HEADING: &str = "      n    p50 ms    p95 ms    p99 ms    max ms";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_ranks_of_what_was_measured() {
        let mut times = Times::default();
        (1..=200).rev().for_each(|n| times.add(f64::from(n)));
        assert_eq!([50.0, 99.0, 100.0].map(|part| times.percentile(part)), [100.0, 198.0, 200.0]);
        assert_eq!(Times::default().percentile(99.0), 0.0);
    }

    #[test]
    fn numbers_are_told_as_people_read_them() {
        assert_eq!([1_234.5, 56.78, 0.123].map(number), ["1,235", "56.8", "0.12"]);
        assert_eq!(grouped(15_000_000), "15,000,000");
    }
}
