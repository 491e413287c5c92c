//! The production calendar: which days are working days.
//!
//! A year is described by what differs from Monday to Friday: weekdays off, and Saturdays or Sundays
//! worked. The government moves days every year, so a year must be loaded before it can be asked.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use ts_rs::TS;

/// One year of the calendar, as its file and the editor hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    /// The year, for example 2027.
    pub year: i32,
    /// The act that moved its days.
    pub act: String,
    /// When the entry was last compared with a source.
    pub checked_on: NaiveDate,
    /// Days from Monday to Friday that are not worked.
    pub weekday_off: Vec<NaiveDate>,
    /// Saturdays and Sundays that are worked.
    pub working_weekend: Vec<NaiveDate>,
    /// How many working days the year has: a check on the two lists.
    pub working_days: u32,
}

/// Days of the week that are off unless a calendar has them worked: ТК РФ, ст. 111, for a week of
/// five days.
pub const WEEKEND: &[Weekday] = &[Weekday::Sat, Weekday::Sun];

/// Days that are off in every year, as month and day: ТК РФ, ст. 112. The
/// government only moves those that fall on a weekend.
pub const HOLIDAYS: &[(u32, u32)] = &[
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// Why a calendar can't answer or can't be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The year is not loaded, so nobody knows its holidays yet.
    #[error("the calendar of {year} is not loaded")]
    MissingYear { year: i32 },
    #[error("not a calendar file: {0}")]
    NotACalendar(String),
    /// A day stands in the wrong list: of another year, a week-end among weekdays, or twice.
    #[error("{0} does not belong where it stands")]
    MisplacedDay(NaiveDate),
    /// The lists give another number of working days than the entry says.
    #[error("the lists of {year} give {counted} working days, the entry says {said}")]
    WrongTotal {
        year: i32,
        /// What the lists give.
        counted: u32,
        /// What the entry says.
        said: u32,
    },
}

#[derive(Serialize, Deserialize)]
struct CalendarFile {
    years: Vec<CalendarYear>,
}

/// The years that are loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, Loaded>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Loaded {
    entry: CalendarYear,
    /// By day of the year, from zero.
    working: Vec<bool>,
}

static BUILTIN: LazyLock<Calendar> = LazyLock::new(|| {
    let mut calendar = Calendar::empty();
    calendar
        .load_json(include_str!("../data/calendar.json"))
        .expect("the calendar that ships is well-formed: a test reads it");
    calendar
});

impl Calendar {
    /// A calendar that covers no year.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            years: BTreeMap::new(),
        }
    }

    /// The calendar that ships with the program.
    #[must_use]
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// Loads a year, or replaces it. Nothing changes when the entry is refused.
    ///
    /// # Errors
    /// [`CalendarError::MisplacedDay`], [`CalendarError::WrongTotal`], [`CalendarError::NotACalendar`]
    /// for a year outside 1992 to 2999.
    pub fn load(&mut self, entry: CalendarYear) -> Result<(), CalendarError> {
        let year = entry.year;
        let first = (1992..3000)
            .contains(&year)
            .then(|| NaiveDate::from_yo_opt(year, 1))
            .flatten()
            .ok_or_else(|| CalendarError::NotACalendar(format!("year {year}")))?;
        let mut working: Vec<bool> = first
            .iter_days()
            .take_while(|day| day.year() == year)
            .map(|day| !is_weekend(day))
            .collect();
        for (list, becomes) in [(&entry.weekday_off, false), (&entry.working_weekend, true)] {
            for &day in list {
                if day.year() != year {
                    return Err(CalendarError::MisplacedDay(day));
                }
                let slot = &mut working[day.ordinal0() as usize];
                if *slot == becomes {
                    return Err(CalendarError::MisplacedDay(day));
                }
                *slot = becomes;
            }
        }
        let counted = u32::try_from(working.iter().filter(|&&w| w).count()).unwrap_or(0);
        if counted != entry.working_days {
            return Err(CalendarError::WrongTotal {
                year,
                counted,
                said: entry.working_days,
            });
        }
        self.years.insert(year, Loaded { entry, working });
        Ok(())
    }

    /// The entry with its number of working days counted from its lists, as an editor needs it.
    #[must_use]
    pub fn tallied(mut entry: CalendarYear) -> CalendarYear {
        let all = NaiveDate::from_yo_opt(entry.year, 1)
            .into_iter()
            .flat_map(|first| first.iter_days().take(366))
            .filter(|day| day.year() == entry.year && !is_weekend(*day))
            .count();
        let worked = all + entry.working_weekend.len();
        entry.working_days =
            u32::try_from(worked.saturating_sub(entry.weekday_off.len())).unwrap_or(0);
        entry
    }

    /// A year as it begins before the government has moved any of its days: of the fixed holidays
    /// those that fall on a weekday are off, and no act is named.
    #[must_use]
    pub fn unmoved(year: i32, checked_on: NaiveDate) -> CalendarYear {
        let holidays = HOLIDAYS
            .iter()
            .filter_map(|&(month, day)| NaiveDate::from_ymd_opt(year, month, day));
        Self::tallied(CalendarYear {
            year,
            act: String::new(),
            checked_on,
            weekday_off: holidays.filter(|day| !is_weekend(*day)).collect(),
            working_weekend: Vec::new(),
            working_days: 0,
        })
    }

    /// The years of a calendar file (JSON), each sound in itself.
    ///
    /// # Errors
    /// [`CalendarError`], see [`Calendar::load`].
    pub fn read_json(text: &str) -> Result<Vec<CalendarYear>, CalendarError> {
        let mut alone = Self::empty();
        alone.load_json(text)?;
        Ok(alone.entries().cloned().collect())
    }

    /// Loads every year of a calendar file (JSON), all of them or none; returns the years.
    ///
    /// # Errors
    /// [`CalendarError`], see [`Calendar::load`].
    pub fn load_json(&mut self, text: &str) -> Result<Vec<i32>, CalendarError> {
        let file: CalendarFile = serde_json::from_str(text)
            .map_err(|error| CalendarError::NotACalendar(error.to_string()))?;
        let mut next = self.clone();
        let mut years = Vec::new();
        for entry in file.years {
            years.push(entry.year);
            next.load(entry)?;
        }
        *self = next;
        Ok(years)
    }

    /// The loaded years as a calendar file, which [`Calendar::load_json`] reads back.
    #[must_use]
    pub fn to_json(&self) -> String {
        let file = CalendarFile {
            years: self.entries().cloned().collect(),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// The entries of the loaded years, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &CalendarYear> {
        self.years.values().map(|loaded| &loaded.entry)
    }

    /// Whether people work on that day.
    ///
    /// # Errors
    /// [`CalendarError::MissingYear`]
    pub fn is_working(&self, day: NaiveDate) -> Result<bool, CalendarError> {
        self.years
            .get(&day.year())
            .and_then(|loaded| loaded.working.get(day.ordinal0() as usize))
            .copied()
            .ok_or(CalendarError::MissingYear { year: day.year() })
    }

    /// The day itself if it is worked, else the first working day after it.
    ///
    /// # Errors
    /// [`CalendarError::MissingYear`]
    pub fn working_on_or_after(&self, day: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let mut day = day;
        while !self.is_working(day)? {
            day = step(day, 1)?;
        }
        Ok(day)
    }

    /// The day itself if it is worked, else the last working day before it.
    ///
    /// # Errors
    /// [`CalendarError::MissingYear`]
    pub fn working_on_or_before(&self, day: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let mut day = day;
        while !self.is_working(day)? {
            day = step(day, -1)?;
        }
        Ok(day)
    }

    /// The day `count` working days after `day` (before it, if negative); `day` itself isn't counted.
    ///
    /// # Errors
    /// [`CalendarError::MissingYear`]
    pub fn add_working_days(&self, day: NaiveDate, count: i64) -> Result<NaiveDate, CalendarError> {
        let mut day = day;
        let mut left = count.unsigned_abs();
        while left > 0 {
            day = step(day, count.signum())?;
            if self.is_working(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// How many working days lie after `from` up to and with `to`; negative when `to` is earlier.
    ///
    /// # Errors
    /// [`CalendarError::MissingYear`]
    pub fn working_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<i64, CalendarError> {
        if to < from {
            return self.working_days_between(to, from).map(|n| -n);
        }
        let mut day = from;
        let mut n = 0;
        while day < to {
            day = step(day, 1)?;
            n += i64::from(self.is_working(day)?);
        }
        Ok(n)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    WEEKEND.contains(&day.weekday())
}

fn step(day: NaiveDate, by: i64) -> Result<NaiveDate, CalendarError> {
    let next = if by < 0 {
        day.checked_sub_days(Days::new(1))
    } else {
        day.checked_add_days(Days::new(1))
    };
    next.ok_or(CalendarError::MissingYear { year: day.year() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
    }

    #[test]
    fn a_year_begins_with_the_holidays_that_fall_on_weekdays() {
        let year = Calendar::unmoved(2028, day(2026, 11, 30));
        // 1, 2 and 8 January 2028 are days of a weekend, 23 February is a Wednesday.
        assert!(!year.weekday_off.contains(&day(2028, 1, 1)));
        assert!(year.weekday_off.contains(&day(2028, 2, 23)));
        assert_eq!(year.working_weekend, []);
        let mut alone = Calendar::empty();
        alone.load(year).expect("sound in itself");
    }

    #[test]
    fn the_calendar_that_ships() {
        let c = Calendar::builtin();
        let years: Vec<i32> = c.entries().map(|y| y.year).collect();
        assert_eq!(years, [2023, 2024, 2025, 2026, 2027]);
        let totals: Vec<u32> = c.entries().map(|y| y.working_days).collect();
        assert_eq!(totals, [247, 248, 247, 247, 247]);
        assert!(c.entries().all(|y| y.act.contains('№')));
        assert_eq!(c.is_working(day(2026, 12, 31)), Ok(false));
        assert_eq!(c.is_working(day(2027, 2, 20)), Ok(true));
        assert_eq!(c.is_working(day(2026, 11, 22)), Ok(false));
        assert_eq!(
            c.working_on_or_after(day(2026, 12, 31)),
            Ok(day(2027, 1, 11))
        );
        assert_eq!(
            c.working_on_or_before(day(2027, 1, 10)),
            Ok(day(2026, 12, 30))
        );
    }

    #[test]
    fn no_year_that_ships_works_on_a_holiday() {
        let c = Calendar::builtin();
        for entry in c.entries() {
            for &(month, of_month) in HOLIDAYS {
                let holiday = day(entry.year, month, of_month);
                assert_eq!(c.is_working(holiday), Ok(false), "{holiday}");
            }
        }
    }

    #[test]
    fn a_year_not_loaded_is_said_not_guessed() {
        let c = Calendar::builtin();
        let missing = Err(CalendarError::MissingYear { year: 2028 });
        assert_eq!(c.is_working(day(2028, 6, 1)), missing.clone());
        assert_eq!(
            c.working_on_or_after(day(2027, 12, 31)),
            Err(CalendarError::MissingYear { year: 2028 })
        );
        assert_eq!(
            c.add_working_days(day(2027, 12, 25), 20).map(|_| true),
            missing
        );
        assert_eq!(
            c.working_on_or_before(day(2023, 1, 3)),
            Err(CalendarError::MissingYear { year: 2022 })
        );
    }

    #[test]
    fn working_days_add_and_measure() {
        let c = Calendar::builtin();
        let (thursday, monday) = (day(2026, 12, 30), day(2027, 1, 11));
        assert_eq!(c.add_working_days(thursday, 1), Ok(monday));
        assert_eq!(c.add_working_days(monday, -1), Ok(thursday));
        assert_eq!(c.working_days_between(thursday, monday), Ok(1));
        assert_eq!(c.working_days_between(monday, thursday), Ok(-1));
        assert_eq!(
            c.add_working_days(day(2026, 11, 22), 0),
            Ok(day(2026, 11, 22))
        );
    }

    #[test]
    fn another_year_is_loaded_whole_or_not_at_all() {
        let mut c = Calendar::builtin();
        let before = c.clone();
        let plain = |working_days| CalendarYear {
            year: 2028,
            act: "проверочный".to_owned(),
            checked_on: day(2026, 11, 21),
            weekday_off: vec![day(2028, 1, 3)],
            working_weekend: vec![day(2028, 1, 8)],
            working_days,
        };
        assert_eq!(
            c.load(plain(1)),
            Err(CalendarError::WrongTotal {
                year: 2028,
                counted: 260,
                said: 1
            })
        );
        let mut wrong = plain(260);
        wrong.weekday_off.push(day(2028, 1, 8));
        assert_eq!(
            c.load(wrong),
            Err(CalendarError::MisplacedDay(day(2028, 1, 8)))
        );
        let mut other = plain(260);
        other.weekday_off.push(day(2027, 1, 8));
        assert_eq!(
            c.load(other),
            Err(CalendarError::MisplacedDay(day(2027, 1, 8)))
        );
        assert!(matches!(
            c.load_json("{}"),
            Err(CalendarError::NotACalendar(_))
        ));
        assert_eq!(c, before);
        assert_eq!(c.load(plain(260)), Ok(()));
        assert_eq!(c.is_working(day(2028, 1, 8)), Ok(true));
        let mut again = Calendar::empty();
        assert_eq!(
            again.load_json(&c.to_json()),
            Ok(vec![2023, 2024, 2025, 2026, 2027, 2028])
        );
        assert_eq!(again, c);
    }
}
