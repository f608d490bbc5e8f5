//! How busy each day of the demo is, and on which days something broke for everybody.

use kernel::seed::Seed;

use super::hours::weekday;
use super::template::Storm;

const STORMS: &[Storm] = &[Storm::PowerCut, Storm::PembaLink, Storm::Internet, Storm::Mail, Storm::CaseSystem];

/// A day of the demo: how much is asked, and whether something broke for everybody.
pub(super) struct Day {
    /// Days since 1970-01-01.
    pub number: i32,
    pub weight: u32,
    pub storm: Option<Storm>,
}

impl Day {
    /// `past` of `all` open days lie before it: an office asks more once it trusts the desk.
    pub fn draw(seed: &mut Seed, number: i32, past: usize, all: usize) -> Self {
        const BY_WEEKDAY: [u32; 5] = [125, 110, 100, 100, 62];
        let storm = seed.chance(5).then(|| *seed.pick(STORMS));
        let growth = 80 + 40 * past as u32 / all.max(1) as u32;
        let court = if is_court_week(number) { 140 } else { 100 };
        let broken = if storm.is_some() { 190 } else { 100 };
        let weight = BY_WEEKDAY[weekday(number)] * growth * court / 100 * broken / 100;
        Self { number, weight, storm }
    }
}

/// One week in four is full of hearings.
pub(super) fn is_court_week(day: i32) -> bool {
    (day + 3).div_euclid(7).rem_euclid(4) == 1
}
