//! The days on which the demo's office is closed: Zanzibar's public holidays with fixed dates, and
//! the feasts that follow the moon for the years a demo is likely to show. A real office edits its
//! own calendar; moon feasts are announced, so these dates are near and not law.

/// A day on which nobody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Days since 1970-01-01.
    pub day: i32,
    pub name_sw: &'static str,
    pub name_en: &'static str,
}

const FIXED: &[(u32, u32, &str, &str)] = &[
    (1, 1, "Mwaka Mpya", "New Year's Day"),
    (1, 12, "Siku ya Mapinduzi", "Revolution Day"),
    (4, 7, "Siku ya Karume", "Karume Day"),
    (4, 26, "Siku ya Muungano", "Union Day"),
    (5, 1, "Siku ya Wafanyakazi", "Workers' Day"),
    (7, 7, "Saba Saba", "Saba Saba"),
    (8, 8, "Nane Nane", "Nane Nane"),
    (10, 14, "Siku ya Nyerere", "Nyerere Day"),
    (12, 9, "Siku ya Uhuru", "Independence Day"),
    (12, 25, "Krismasi", "Christmas Day"),
    (12, 26, "Siku ya kufungua zawadi", "Boxing Day"),
];

/// (Swahili, English)
type Name = (&'static str, &'static str);

const FITR: Name = ("Idd el Fitr", "Eid al-Fitr");
const ADHA: Name = ("Idd el Adh-ha", "Eid al-Adha");
const MAULID: Name = ("Maulid", "Prophet's Birthday");

/// (year, month, first day, days, name)
#[rustfmt::skip] // a table reads as a table
const MOON: &[(i32, u32, u32, u32, Name)] = &[
    (2023, 4, 21, 2, FITR), (2023, 6, 28, 1, ADHA), (2023, 9, 28, 1, MAULID),
    (2024, 4, 10, 2, FITR), (2024, 6, 17, 1, ADHA), (2024, 9, 16, 1, MAULID),
    (2025, 3, 31, 2, FITR), (2025, 6, 7, 1, ADHA), (2025, 9, 5, 1, MAULID),
    (2026, 3, 20, 2, FITR), (2026, 5, 27, 1, ADHA), (2026, 8, 26, 1, MAULID),
    (2027, 3, 10, 2, FITR), (2027, 5, 17, 1, ADHA), (2027, 8, 15, 1, MAULID),
    (2028, 2, 27, 2, FITR), (2028, 5, 5, 1, ADHA), (2028, 8, 4, 1, MAULID),
];

/// The holidays from `from_day` to `to_day`, both included, in days since 1970-01-01 and in order.
pub fn holidays(from_day: i32, to_day: i32) -> Vec<Holiday> {
    // A year is never shorter than 365 days, so these bounds hold every year the span touches.
    let years = 1970 + from_day.div_euclid(366)..=1971 + to_day.div_euclid(365);
    let fixed =
        years.flat_map(|year| FIXED.iter().map(move |(month, day, name_sw, name_en)| Holiday { day: day_number(year, *month, *day), name_sw, name_en }));
    let moon = MOON.iter().flat_map(|(year, month, first, days, (name_sw, name_en))| {
        (0..*days).map(move |later| Holiday { day: day_number(*year, *month, *first) + later as i32, name_sw, name_en })
    });
    let mut found: Vec<Holiday> = fixed.chain(moon).filter(|holiday| (from_day..=to_day).contains(&holiday.day)).collect();
    found.sort_by_key(|holiday| holiday.day);
    found
}

/// Days from 1970-01-01 to a date of the common calendar (Hinnant, "chrono-compatible low-level date algorithms").
pub fn day_number(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970_over_leap_years() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2000, 3, 1), 11_017);
        assert_eq!(day_number(2026, 11, 24), 20_781);
    }

    #[test]
    fn a_year_brings_its_fixed_and_its_moon_feasts_once() {
        let year = holidays(day_number(2026, 1, 1), day_number(2026, 12, 31));
        assert_eq!(year.len(), FIXED.len() + 4);
        assert_eq!(year[1].name_sw, "Siku ya Mapinduzi");
        assert!(year.windows(2).all(|pair| pair[0].day <= pair[1].day));
        let one_day = holidays(day_number(2026, 3, 21), day_number(2026, 3, 21));
        assert_eq!(one_day.len(), 1);
    }
}
