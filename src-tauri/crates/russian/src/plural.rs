//! The three plural forms of Russian counting.

/// Chooses the form that agrees with `n`: `plural(1, "день", "дня", "дней")` is «день».
///
/// The sign of `n` does not matter. 11 to 14 always take `many`.
#[must_use]
pub fn plural<'a>(n: i64, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    let n = n.unsigned_abs();
    match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn days() {
        let day = |n| plural(n, "день", "дня", "дней");
        for n in [1, 21, 101, 1001, -1] {
            assert_eq!(day(n), "день", "{n}");
        }
        for n in [2, 3, 4, 22, 104, 1033, -22] {
            assert_eq!(day(n), "дня", "{n}");
        }
        for n in [
            0,
            5,
            9,
            10,
            11,
            12,
            13,
            14,
            19,
            20,
            100,
            111,
            1012,
            i64::MIN,
        ] {
            assert_eq!(day(n), "дней", "{n}");
        }
    }
}
