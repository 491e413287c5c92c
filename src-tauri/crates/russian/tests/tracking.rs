//! Tracking numbers of the post: whatever one digit is mistaken for, it shows.

use proptest::prelude::*;
use russian::requisites::{Problem, Tracking, tracking};

/// The number with the last digit that the others ask for.
fn domestic(body: &[u8]) -> String {
    let weighted: u32 = body
        .iter()
        .enumerate()
        .map(|(at, &d)| u32::from(d) * if at % 2 == 0 { 3 } else { 1 })
        .sum();
    let mut text: String = body.iter().map(|d| char::from(b'0' + d)).collect();
    text.push_str(&((10 - weighted % 10) % 10).to_string());
    text
}

fn international(body: &[u8], letters: &str) -> String {
    let weights = [8u32, 6, 4, 2, 3, 5, 9, 7];
    let sum: u32 = body
        .iter()
        .zip(weights)
        .map(|(&d, w)| u32::from(d) * w)
        .sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    };
    let digits: String = body.iter().map(|d| char::from(b'0' + d)).collect();
    format!("{}{digits}{check}{}", &letters[..2], &letters[2..])
}

#[test]
fn the_numbers_of_the_fact_pack() {
    assert_eq!(tracking("62009147017544"), Ok(Tracking::Domestic));
    assert_eq!(tracking("RB123456785GB"), Ok(Tracking::International));
    assert_eq!(tracking("RD025500807SE"), Ok(Tracking::International));
    assert_eq!(tracking("RR123456789EE"), Err(Problem::WrongCheckDigit));
    assert_eq!(tracking(" rb 123 456 785 gb "), Ok(Tracking::International));
}

proptest! {
    #[test]
    fn every_right_number_is_taken_and_every_slip_of_one_digit_shows(
        body in proptest::collection::vec(0u8..10, 13),
        at in 0usize..14,
        by in 1u8..10,
    ) {
        let number = domestic(&body);
        prop_assert_eq!(tracking(&number), Ok(Tracking::Domestic));
        let mut slipped: Vec<u8> = number.bytes().collect();
        slipped[at] = b'0' + (slipped[at] - b'0' + by) % 10;
        let slipped = String::from_utf8(slipped).unwrap();
        prop_assert_eq!(tracking(&slipped), Err(Problem::WrongCheckDigit));
    }

    #[test]
    fn international_numbers_too(
        body in proptest::collection::vec(0u8..10, 8),
        letters in "[A-Z]{4}",
        at in 0usize..9,
        by in 1u8..10,
    ) {
        let number = international(&body, &letters);
        prop_assume!(tracking(&number) != Err(Problem::ImpossiblePart));
        prop_assert_eq!(tracking(&number), Ok(Tracking::International));
        let mut slipped: Vec<u8> = number.bytes().collect();
        slipped[at + 2] = b'0' + (slipped[at + 2] - b'0' + by) % 10;
        let slipped = String::from_utf8(slipped).unwrap();
        // Two remainders share the check digits 0 and 5, so a slip of a digit
        // before them may stay hidden; nothing else may.
        if tracking(&slipped).is_ok() {
            prop_assert!(matches!(number.as_bytes()[10], b'0' | b'5'));
        }
    }

    #[test]
    fn no_text_makes_it_panic_and_wrong_lengths_are_told(text in ".{0,40}", digits in "[0-9]{1,30}") {
        let _ = tracking(&text);
        if digits.len() != 14 {
            prop_assert_eq!(tracking(&digits), Err(Problem::WrongLength));
        }
    }
}
