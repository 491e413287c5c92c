//! The lines of a Russian address in the order that the post asks for.

use crate::words::clean::clean_line;
use complaint::AddressOrder;

/// What a part of an address is, the nearest to the door first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Street, house, flat, and whatever nobody knows.
    Door,
    Settlement,
    District,
    Region,
    Country,
    Index,
}

const SETTLEMENTS: [&str; 15] = [
    "г.",
    "г",
    "город",
    "пгт",
    "пос.",
    "посёлок",
    "поселок",
    "с.",
    "село",
    "дер.",
    "деревня",
    "рп",
    "р.п.",
    "ст-ца",
    "хутор",
];
const DISTRICTS: [&str; 3] = ["р-н", "район", "м.р-н"];
const REGIONS: [&str; 8] = [
    "обл.",
    "обл",
    "область",
    "край",
    "республика",
    "респ.",
    "округ",
    "ао",
];
const COUNTRIES: [&str; 3] = ["россия", "российская федерация", "рф"];

fn place(part: &str) -> Place {
    let low = part.to_lowercase();
    let mut words = low.split_whitespace();
    let (first, last) = (words.next().unwrap_or(""), words.next_back().unwrap_or(""));
    let either = |known: &[&str]| known.contains(&first) || known.contains(&last);
    let glued = low.starts_with("г.") && low.len() > "г.".len();
    if part.len() == 6 && part.bytes().all(|b| b.is_ascii_digit()) {
        Place::Index
    } else if COUNTRIES.contains(&low.as_str()) {
        Place::Country
    } else if either(&REGIONS) {
        Place::Region
    } else if either(&DISTRICTS) {
        Place::District
    } else if SETTLEMENTS.contains(&first) || glued || last == "г." || last == "г" {
        Place::Settlement
    } else {
        Place::Door
    }
}

/// The lines of an address in that order. One that can't be told apart (no index, no settlement,
/// another country's) stays as it is written.
pub fn in_order(address: &str, order: AddressOrder) -> Vec<String> {
    let written: Vec<String> = address
        .lines()
        .map(clean_line)
        .filter(|l| !l.is_empty())
        .collect();
    if order == AddressOrder::AsWritten {
        return written;
    }
    let parts: Vec<&str> = written
        .iter()
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let of = |wanted: &[Place]| -> String {
        let mut found: Vec<(Place, &str)> = parts
            .iter()
            .map(|part| (place(part), *part))
            .filter(|(place, _)| wanted.contains(place))
            .collect();
        complaint::order::by_key(&mut found, |(place, _)| *place);
        let words: Vec<&str> = found.into_iter().map(|(_, part)| part).collect();
        words.join(", ")
    };
    let once = |wanted| parts.iter().filter(|part| place(part) == wanted).count() == 1;
    let settled = once(Place::Settlement) && once(Place::Index);
    let door = of(&[Place::Door]);
    if !settled || door.is_empty() {
        return written;
    }
    let mut lines = vec![
        door,
        of(&[Place::Settlement, Place::District]),
        of(&[Place::Region, Place::Country]),
        of(&[Place::Index]),
    ];
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_from_the_street_to_the_index() {
        let post = |address| in_order(address, AddressOrder::StreetFirst).join(" | ");
        for (written, ordered) in [
            (
                "190000, г. Санкт-Петербург,\nул. Садовая, д. 12, кв. 7",
                "ул. Садовая, д. 12, кв. 7 | г. Санкт-Петербург | 190000",
            ),
            (
                "Россия, 301000, Тульская обл., Киреевский р-н, дер. Выселки, д. 5",
                "д. 5 | дер. Выселки, Киреевский р-н | Тульская обл., Россия | 301000",
            ),
            (
                "628300, Ханты-Мансийский автономный округ, г. Нефтеюганск, 3-й мкр., д. 1",
                "3-й мкр., д. 1 | г. Нефтеюганск | Ханты-Мансийский автономный округ | 628300",
            ),
        ] {
            assert_eq!(post(written), ordered);
        }
        for kept in [
            "г. Тула, ул. Мира, д. 1",
            "10 Downing Street, London",
            "190000, г. Тула",
            "",
        ] {
            assert_eq!(post(kept), kept);
        }
        let written = in_order("190000, г. Тула,\nул. Мира, д. 1", AddressOrder::AsWritten);
        assert_eq!(written, ["190000, г. Тула,", "ул. Мира, д. 1"]);
    }
}
