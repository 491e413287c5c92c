//! Mending a sentence without losing what it says of facts: the risky clause goes, the finding stays.

use crate::check::finding::Finding;
use crate::words::folded::folded;
use crate::words::pattern::Pattern;
use crate::words::sentence::sentence;

/// Where one clause ends and another begins, with the words that join them.
static JOINT: Pattern = Pattern::new(&[
    r"\s*;\s*|\s*:\s*|\s+[—–]\s+|,\s+(?:и|но|а|поэтому|однако|так что|and|but|so|therefore)\s+",
]);

/// Words by which a clause tells what was found.
static FACT: Pattern = Pattern::new(&[
    r"\b(?:провер|установ|показал|выяв|обнаруж|подтверд|осмотр|экспертиз|диагност|замер|измер|акт\b|акте\b|заключени|трещин|треснул|сломал|лопнул|протек|found|shows?\b|showed|confirm|inspect|examin|test|report|crack)|\d",
]);

/// Where a better wording stands for a whole sentence, lets it stand for the risky clause alone and keeps the
/// clauses that tell what was found.
pub fn keep_facts(text: &[char], finding: &mut Finding) {
    let (Some((from, to)), Some(better)) = (finding.mend, &finding.suggestion) else {
        return;
    };
    let (Some(joint), true) = (JOINT.regex(), from < to) else {
        return;
    };
    let Some(whole) = text.get(from as usize..to as usize) else {
        return;
    };
    let whole: String = whole.iter().collect();
    let at = |byte: usize| from + crate::words::pattern::chars(&whole, byte);
    let mut clauses = Vec::new();
    let mut start = 0;
    for gap in joint.find_iter(&whole) {
        clauses.push((start, gap.start()));
        start = gap.end();
    }
    clauses.push((start, whole.len()));
    let risky = |&(start, end): &(usize, usize)| at(start) < finding.end && finding.start < at(end);
    let kept: Vec<&str> = clauses
        .iter()
        .filter(|clause| !risky(clause))
        .map(|&(start, end)| whole[start..end].trim_end_matches(['.', '!', ' ']))
        .filter(|clause| FACT.fits(&folded(clause)))
        .collect();
    if kept.is_empty() || clauses.len() < 2 {
        return;
    }
    let told = sentence(&kept.join("; "));
    finding.suggestion = Some(if better.is_empty() {
        told
    } else {
        format!("{told} {better}")
    });
}

#[cfg(test)]
mod tests {
    use crate::check::finding::Findings;
    use crate::check::wording::check;
    use complaint::Language;

    fn mended(text: &str) -> String {
        let mut found = Findings::default();
        check(text, Language::Ru, None, &mut found);
        let finding = found.into_list().into_iter().find(|f| f.mend.is_some());
        let finding = finding.expect("a sentence to mend");
        let (from, to) = finding.mend.expect("its place");
        let all: Vec<char> = text.chars().collect();
        let part = |from: usize, to: usize| all[from..to].iter().collect::<String>();
        let better = finding.suggestion.expect("a better wording");
        part(0, from as usize) + &better + &part(to as usize, all.len())
    }

    #[test]
    fn what_was_found_stays_when_the_admission_goes() {
        assert_eq!(
            mended(
                "Проверка показала трещину по шву корпуса, и мы виноваты в этом. Вернём деньги."
            ),
            "Проверка показала трещину по шву корпуса. Нам жаль, что так вышло. Вернём деньги."
        );
        assert_eq!(
            mended("Мы виноваты в этом: осмотр 12.11.2026 выявил трещину."),
            "Осмотр 12.11.2026 выявил трещину. Нам жаль, что так вышло."
        );
    }

    #[test]
    fn a_sentence_that_tells_nothing_else_is_mended_whole() {
        assert_eq!(
            mended("Мы виноваты в этом. Вернём деньги."),
            "Нам жаль, что так вышло. Вернём деньги."
        );
    }
}
