use proptest::prelude::*;
use vault::{Cost, KeyFile, Password, RecoveryKey, RecoveryTypo};

fn printed() -> String {
    let password = Password::new("x").unwrap();
    KeyFile::create(&password, Cost::NONE)
        .unwrap()
        .2
        .to_string()
}

const DIGITS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn it_is_read_as_people_type_it() {
    let printed = printed();
    assert_eq!(printed.len(), 8 * 5 + 7);
    let cyrillic: String = printed
        .chars()
        .map(|c| match c {
            'A' => 'А',
            'B' => 'в',
            'C' => 'С',
            'H' => 'н',
            'X' => 'Х',
            '0' => 'О',
            '1' => 'l',
            other => other,
        })
        .collect();
    let bare = printed.replace('-', "");
    let forms = [
        printed.clone(),
        printed.to_lowercase(),
        printed.replace('-', ""),
        printed.replace('-', "  "),
        format!("{} {}", &bare[..17], &bare[17..]),
        format!("\n {} \n", printed.replace('-', " – ")),
        cyrillic,
    ];
    for form in forms {
        let read = RecoveryKey::parse(&form).map(|key| key.to_string());
        assert_eq!(read, Ok(printed.clone()), "{form}");
    }
}

#[test]
fn any_one_wrong_digit_is_told_by_its_group() {
    let printed: Vec<char> = printed().chars().collect();
    for at in 0..printed.len() {
        for digit in DIGITS.chars().filter(|_| printed[at] != '-') {
            let mut typed = printed.clone();
            typed[at] = digit;
            let read = RecoveryKey::parse(&typed.iter().collect::<String>()).err();
            let expected = (digit != printed[at]).then_some(RecoveryTypo::Group(at / 6 + 1));
            assert_eq!(read, expected, "{digit} at {at}");
        }
    }
}

#[test]
fn digits_and_groups_that_changed_places_are_told() {
    let printed: Vec<char> = printed().chars().collect();
    for at in 0..printed.len() - 1 {
        if printed[at] != '-' && printed[at + 1] != '-' && printed[at] != printed[at + 1] {
            let mut typed = printed.clone();
            typed.swap(at, at + 1);
            let read = RecoveryKey::parse(&typed.iter().collect::<String>()).err();
            assert_eq!(read, Some(RecoveryTypo::Group(at / 6 + 1)), "at {at}");
        }
    }
    let text: String = printed.iter().collect();
    let mut groups: Vec<&str> = text.split('-').collect();
    groups.swap(2, 5);
    let read = RecoveryKey::parse(&groups.join("-")).err();
    assert_eq!(read, Some(RecoveryTypo::Group(3)));
}

#[test]
fn a_missing_digit_or_group_is_told() {
    let printed = printed();
    let mut groups: Vec<&str> = printed.split('-').collect();
    groups[4] = &groups[4][..4];
    assert_eq!(
        RecoveryKey::parse(&groups.join("-")).err(),
        Some(RecoveryTypo::Group(5))
    );
    groups.pop();
    for wrong in [groups.join("-"), String::new(), format!("{printed}-00000")] {
        assert_eq!(RecoveryKey::parse(&wrong).err(), Some(RecoveryTypo::Length));
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_upsets_it(typed in "\\PC{0,120}") {
        let _ = RecoveryKey::parse(&typed);
    }
}
