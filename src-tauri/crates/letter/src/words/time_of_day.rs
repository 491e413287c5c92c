//! The time of day as a letter names it.

/// The hour and minute as they stand in a letter, or nothing for what is no time.
pub fn time_of_day(text: &str) -> Option<String> {
    let (hour, minute) = text.trim().split_once(':')?;
    let hour: u8 = hour.parse().ok().filter(|h| *h < 24)?;
    let minute: u8 = minute.get(..2)?.parse().ok().filter(|m| *m < 60)?;
    Some(format!("{hour}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_is_hours_and_minutes() {
        assert_eq!(time_of_day("09:05").as_deref(), Some("9:05"));
        assert_eq!(time_of_day("14:30:00").as_deref(), Some("14:30"));
        for wrong in ["", "14", "24:00", "14:60", "14:3", "x:y", "14:3я"] {
            assert_eq!(time_of_day(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_time_panics(text in any::<String>()) {
            let _ = time_of_day(&text);
        }
    }
}
