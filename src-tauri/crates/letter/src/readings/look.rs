//! How each point is looked for.

use super::points::{Known, Look};
use super::subject::{Place, Subject, place_of};
use crate::check::says_decision;
use crate::words::named_dates::A_DAY;
use crate::words::pattern::Pattern;

impl Subject<'_> {
    /// The place of what is looked for, or the place where it is missing.
    pub fn look(&self, known: &Known) -> Result<Option<Place>, Option<Place>> {
        let part = |name: &str| Some((Some(name.to_owned()), 0, 0));
        let filled = |text: &str| !text.trim().is_empty();
        match known.raw.look {
            // What the office typed itself may stand in the other language.
            Look::Text => self
                .first(known.ru.as_ref())
                .or_else(|| self.first(known.en.as_ref()))
                .map(Some)
                .ok_or(None),
            Look::Clean => self
                .spoilt(&known.raw.spoilt_by)
                .map_or(Ok(None), |f| Err(Some((f.block.clone(), f.start, f.end)))),
            Look::Name => {
                let anonymous = self.spoilt(&["greeting.".to_owned(), "salutation.".to_owned()]);
                if anonymous.is_none() && filled(&self.letter.salutation) {
                    Ok(part("salutation"))
                } else {
                    Err(part("salutation"))
                }
            }
            Look::Demands if self.letter.kind.is_final() => self.each(|text| RESTATES.fits(text)),
            Look::Demands => self.first(RESTATES.regex()).map(Some).ok_or(None),
            Look::Subject => self
                .words(&self.case.matter.subject)
                .or_else(|| self.words(&self.case.number))
                .or_else(|| self.words(&self.case.matter.order))
                .or_else(|| self.their_date())
                .map(Some)
                .ok_or(None),
            Look::Decided => self.each(says_decision),
            Look::EachDemand => self.each(|text| !text.trim().is_empty()),
            Look::Promised => self
                .first(PROMISE.regex())
                .map(Some)
                .ok_or_else(|| self.block_named("next")),
            Look::InTime => {
                if self
                    .case
                    .answer_due
                    .is_none_or(|due| self.case.today <= due)
                {
                    Ok(None)
                } else {
                    Err(None)
                }
            }
            Look::Reference => self
                .words(&self.case.number)
                .or_else(|| self.words(&self.case.matter.their_number))
                .or_else(|| self.their_date())
                .or_else(|| self.received())
                .map(Some)
                .ok_or_else(|| self.block_named("intro")),
            Look::Received => self
                .received()
                .map(Some)
                .ok_or_else(|| self.block_named("intro")),
            Look::Signatory => {
                let by = &self.letter.signatory;
                if filled(&by.name) && filled(&by.post) {
                    Ok(part("signatory"))
                } else {
                    Err(part("signatory"))
                }
            }
            Look::Addressee => {
                if self.letter.addressee.iter().filter(|l| filled(l)).count() > 1 {
                    Ok(part("addressee"))
                } else {
                    Err(part("addressee"))
                }
            }
            Look::DatedFacts => self
                .blocks
                .iter()
                .filter(|(_, role, _)| *role != "intro")
                .find_map(|(id, _, text)| place_of(&DAY, id, text))
                .map(Some)
                .ok_or(None),
            Look::Evidence => {
                if !self.letter.enclosures.is_empty() {
                    return Ok(part("enclosures"));
                }
                self.first(DOCUMENT.regex())
                    .map(Some)
                    .ok_or_else(|| part("enclosures"))
            }
            Look::Grounds => {
                let mut demands = self.case.demands.iter();
                let bare = demands.find(|d| d.is_refused() && !GROUND.fits(&self.answer(d)));
                match bare {
                    None => Ok(self.block_named("ground")),
                    Some(d) => Err(self.block_named(&format!("demand:{}/", d.id))),
                }
            }
            Look::Order => self.words(&self.case.matter.order).map(Some).ok_or(None),
        }
    }
}

static DAY: Pattern = Pattern::new(&A_DAY);
static PROMISE: Pattern = Pattern::new(&[
    r"(?:(?:не позднее|не позже|\bдо\b|в срок до|к|\bс|no later than|\bby|until|before|\bon)\s+",
    r"|(?:перевели|вернули|выплатили|отправили|заменили|передали|исправили)\b[^.]{0,60})(?:",
    A_DAY[0],
    A_DAY[1],
    A_DAY[2],
    A_DAY[3],
    A_DAY[4],
    ")",
]);
static RESTATES: Pattern = Pattern::new(&[
    r"\bвы (?:\w+ )?(?:проси|требу|отказыва|хот|жела|предлага)\w*|ваше требование|вы поставили",
    r"|you (?:ask|asked|demand|request|want|cancel|withdraw|terminate)|your (?:demand|request)",
]);
static GROUND: Pattern = Pattern::new(&[
    r"\bст\. ?\d|стать\w+ \d|закон|\bп\. ?\d|пункт\w* \d|договор|\bгк\b|правил|оферт",
    r"|article \d|\bact\b|\blaw\b|clause \d|\bcode\b|contract|\brules\b",
]);
static DOCUMENT: Pattern = Pattern::new(&[
    r"\bакт(?:а|е|у|ом|ы)?\b|заключени|экспертиз|запис[ьи] (?:камеры|разговора|в журнале)|фотографи|накладн|квитанци|журнал|выписк",
    r"|\bact\b|report|record|photograph|log\b|statement|invoice",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_builds() {
        for pattern in [&DAY, &PROMISE, &RESTATES, &GROUND, &DOCUMENT] {
            assert!(pattern.regex().is_some());
        }
    }
}
