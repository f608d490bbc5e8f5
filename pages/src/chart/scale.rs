//! Round numbers for an axis, and numbers as short text.

/// The steps of an axis from zero that holds `largest`: two to five, at round numbers.
pub(super) fn steps(largest: f64) -> Vec<f64> {
    let largest = if largest > 0.0 { largest } else { 1.0 };
    let rough = largest / 4.0;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|round| round * power).find(|step| *step >= rough).unwrap_or(power);
    let mut at = 0.0;
    let mut steps = vec![at];
    while at < largest - step * 1e-9 {
        at += step;
        steps.push(at);
    }
    steps
}

/// A number for a label: whole when it is, else one decimal.
pub(super) fn short(value: f64) -> String {
    if (value - value.round()).abs() < 0.05 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// A place along an axis for an SVG attribute.
pub(super) fn percent(part: f64) -> String {
    format!("{:.2}%", part * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_stands_on_round_numbers() {
        assert_eq!(steps(42.0), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(steps(100.0), [0.0, 50.0, 100.0]);
        assert_eq!(steps(7.0), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(steps(0.0).last(), Some(&1.0));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([short(3.0), short(3.04), short(3.25), short(0.5)], ["3", "3", "3.2", "0.5"]);
    }
}
