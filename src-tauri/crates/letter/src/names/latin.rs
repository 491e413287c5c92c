//! Russian letters in Latin ones.

/// Russian letters in Latin ones, as in passports issued since 2014 (ICAO 9303).
pub fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let Some(plain) = latin_letter(lower) else {
            out.push(c);
            continue;
        };
        if c == lower {
            out.push_str(plain);
            continue;
        }
        // «Щукин» is Shchukin, but «ЩУКИН» is SHCHUKIN.
        let next_is_capital = chars.get(at + 1).is_some_and(|n| n.is_uppercase());
        if next_is_capital {
            out.push_str(&plain.to_uppercase());
        } else {
            out.push_str(&russian::amount::capitalised(plain));
        }
    }
    out
}

fn latin_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// Whether a text holds a Russian letter.
pub fn is_cyrillic(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stay_capitals() {
        assert_eq!(
            latin("Щукин ЩУКИН Подъячев"),
            "Shchukin SHCHUKIN Podieiachev"
        );
    }
}
