//! Articles of law in English. The packs cite acts in Russian, as letters and
//! courts do; who reads the program in English reads the same act and article.

use std::borrow::Cow;

/// Acts and set phrases of the packs.
const KNOWN: &[(&str, &str)] = &[
    (
        "Цель офиса, не норма закона",
        "An office goal, not a rule of law",
    ),
    ("Правило офиса", "A rule of the office"),
    ("ЗоЗПП № 2300-1", "Consumer Protection Act No. 2300-1"),
    ("Воздушный кодекс РФ", "Air Code"),
    ("КоАП РФ", "Code of Administrative Offences"),
    ("ГПК РФ", "Civil Procedure Code"),
    ("НК РФ", "Tax Code"),
    ("АПК РФ", "Commercial Procedure Code"),
    ("ГК РФ", "Civil Code"),
    ("ПП РФ", "Government Decree"),
    (
        "Закон РФ о прокуратуре № 2202-1",
        "Public Prosecution Act No. 2202-1",
    ),
    (
        "Основы законодательства о культуре № 3612-1",
        "Fundamentals of Culture Legislation No. 3612-1",
    ),
    (
        "Правила автосервиса с 01.09.2025",
        "Rules of car service from 01.09.2025",
    ),
    ("договор", "the contract"),
];

/// Remarks that stand within a citation.
const REMARKS: &[(&str, &str)] = &[
    (
        "(срок возврата в статье не назван)",
        "(the article names no term for the refund)",
    ),
    ("при недостатках —", "for defects"),
    ("«д»", "(d)"),
    ("«е(2)»", "(f-2)"),
    ("«к»", "(k)"),
    ("в ред.", "as amended by"),
];

/// «ЗоЗПП № 2300-1, ст. 20 п. 1» as "Consumer Protection Act No. 2300-1,
/// art. 20 para. 1". What does not begin with an act known here, an office's
/// own words above all, stays as it is.
#[must_use]
pub fn in_english(citation: &str) -> Cow<'_, str> {
    let starts = |known: &str| citation.starts_with(known);
    if !KNOWN.iter().any(|(known, _)| starts(known)) && !federal(citation) {
        return Cow::Borrowed(citation);
    }
    let mut text = citation.to_owned();
    for (ru, en) in KNOWN.iter().chain(REMARKS) {
        text = text.replace(ru, en);
    }
    let law = federal(citation).then_some("Federal Law No.");
    let words = text.split(' ').map(|word| match word {
        "ст." => "art.".to_owned(),
        "п." => "para.".to_owned(),
        "ч." => "part".to_owned(),
        "№" => "No.".to_owned(),
        "от" => "of".to_owned(),
        "и" => "and".to_owned(),
        word => word.replace("-ФЗ", "-FZ"),
    });
    let words: Vec<String> = law.map(str::to_owned).into_iter().chain(words).collect();
    Cow::Owned(words.join(" "))
}

/// «152-ФЗ, ст. 20»: a federal law by its number.
fn federal(citation: &str) -> bool {
    let number = citation.trim_start_matches(|c: char| c.is_ascii_digit());
    number.len() < citation.len() && number.starts_with("-ФЗ")
}

#[cfg(test)]
mod tests {
    use super::in_english;

    #[test]
    fn an_article_keeps_its_place_and_own_words_stay() {
        for (ru, en) in [
            (
                "ЗоЗПП № 2300-1, ст. 20 п. 1",
                "Consumer Protection Act No. 2300-1, art. 20 para. 1",
            ),
            ("152-ФЗ, ст. 20, 21", "Federal Law No. 152-FZ, art. 20, 21"),
            (
                "ПП РФ № 416 от 15.05.2013, п. 36",
                "Government Decree No. 416 of 15.05.2013, para. 36",
            ),
            (
                "ГК РФ, ст. 405 п. 3 и ст. 406",
                "Civil Code, art. 405 para. 3 and art. 406",
            ),
            (
                "ЗоЗПП № 2300-1, ст. 23 п. 1 в ред. 500-ФЗ от 28.12.2025",
                "Consumer Protection Act No. 2300-1, art. 23 para. 1 as amended by 500-FZ of 28.12.2025",
            ),
            ("Приказ по магазину от 1 мая", "Приказ по магазину от 1 мая"),
            ("", ""),
        ] {
            assert_eq!(in_english(ru), en);
        }
    }
}
