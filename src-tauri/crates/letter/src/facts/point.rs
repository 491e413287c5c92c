//! The values of one point of the complaint: what is stated, what was checked and what came of it.

use super::known::Facts;
use crate::case::AllegationForLetter;
use crate::names::latin::latin;
use crate::words::clean::clean_line;
use crate::words::figures::date;
use crate::words::phrases::phrases;
use crate::words::sentence::{fragment, in_mid_sentence, paragraphs};
use complaint::Language;

impl Facts<'_> {
    /// A value of the point that is spoken of.
    pub(super) fn point_value(&self, name: &str) -> Option<String> {
        let (number, point) = self.point?;
        let fields = &point.fields;
        match name {
            "no" => Some(number.to_string()),
            "text" => Some(self.stated(point)),
            "check" => Some(self.check(point)),
            "verdict" => fields.verdict.map(|v| phrases(self.language).verdict(v)),
            "found" => Some(paragraphs(&fields.found).replace('\n', " ")),
            "ground" => Some(self.ground(point)),
            "proofs" => self.enclosed(point),
            _ => None,
        }
    }

    /// What is stated: in quotation marks where it stands as it was written, for those words are not ours.
    fn stated(&self, point: &AllegationForLetter) -> String {
        let text = fragment(&clean_line(&point.fields.text));
        if point.is_quoted() || text.ends_with(['!', '?']) {
            let (open, close, inner) = match self.language {
                Language::Ru => ('«', '»', ['„', '“']),
                Language::En => ('“', '”', ['‘', '’']),
            };
            let within: String = text
                .chars()
                .map(|c| match c {
                    '«' | '“' => inner[0],
                    '»' | '”' => inner[1],
                    c => c,
                })
                .collect();
            return format!("{open}{within}{close}");
        }
        self.mid(&text)
    }

    /// What was checked, with who did it and when behind it.
    fn check(&self, point: &AllegationForLetter) -> String {
        let lines = point.fields.check.lines().map(clean_line);
        let steps: Vec<String> = lines
            .map(|line| fragment(&line))
            .filter(|line| !line.is_empty())
            .collect();
        let check = self.mid(&steps.join("; "));
        if check.is_empty() {
            return check;
        }
        // The full stop behind an initial is its own.
        let by = clean_line(&point.fields.checked_by);
        let by = match self.language {
            Language::Ru => by,
            Language::En => latin(&by),
        };
        let on = point.fields.checked_on.map(|day| date(day, self.language));
        let told: Vec<String> = [(!by.is_empty()).then_some(by), on]
            .into_iter()
            .flatten()
            .collect();
        if told.is_empty() {
            check
        } else {
            format!("{check} ({})", told.join(", "))
        }
    }

    /// The rule it is measured by, named as the office's own or the platform's where it does not say so itself.
    fn ground(&self, point: &AllegationForLetter) -> String {
        let ground = fragment(&clean_line(&point.fields.ground));
        let lead = point
            .fields
            .ground_kind
            .map_or("", |kind| phrases(self.language).ground_lead(kind));
        let low = ground.to_lowercase();
        let named = low
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with("правил") || ["rules", "terms"].contains(&word));
        if ground.is_empty() || lead.is_empty() || named {
            ground
        } else {
            format!("{lead}{ground}")
        }
    }

    /// Which enclosures prove it: «приложение 2», «приложения 1 и 3»; none where the reader gets none of them.
    fn enclosed(&self, point: &AllegationForLetter) -> Option<String> {
        let words = phrases(self.language);
        let all = &self.case.enclosures;
        let places: Vec<String> = point
            .exhibits
            .iter()
            .filter_map(|e| {
                all.iter()
                    .position(|enclosed| enclosed.exhibit == e.exhibit)
            })
            .map(|at| (at + 1).to_string())
            .collect();
        match places.as_slice() {
            [] => None,
            [_] if all.len() == 1 => Some(words.frame("the_enclosure").to_owned()),
            [one] => Some(format!("{} {one}", words.frame("in_enclosure_no"))),
            [before @ .., last] => Some(format!(
                "{} {}{}{last}",
                words.frame("in_enclosures"),
                before.join(", "),
                words.frame("and")
            )),
        }
    }

    fn mid(&self, text: &str) -> String {
        match self.language {
            Language::Ru => in_mid_sentence(text),
            Language::En => text.to_owned(),
        }
    }
}
