//! English word forms, made from the dictionary form.

use super::grammar::Grammar;

const IRREGULAR: &str = "be am is are was were been being|have has had|do does did done|go goes went gone|say says said|make made|take took taken|\
get got gotten|give gave given|know knew known|think thought|see saw seen|come came|find found|tell told|feel felt|leave left|keep kept|let let|\
begin began begun|show showed shown|hear heard|run ran|hold held|bring brought|write wrote written|sit sat|stand stood|lose lost|pay paid|meet met|\
set set|learn learnt learned|lead led|understand understood|speak spoke spoken|read read|spend spent|grow grew grown|win won|buy bought|send sent|\
build built|fall fell fallen|cut cut|sell sold|break broke broken|hit hit|eat ate eaten|catch caught|draw drew drawn|choose chose chosen|wear wore worn|\
hurt hurt|burn burnt burned|spill spilt spilled|spoil spoilt spoiled|steal stole stolen|swear swore sworn|tear tore torn|throw threw thrown|forget forgot forgotten|\
fight fought|deal dealt|drive drove driven|hide hid hidden|lie lies lied lying|mislead misled|withdraw withdrew withdrawn|withhold withheld|overcharge overcharged|\
mishear misheard|misread misread|overlook overlooked|shrink shrank shrunk|bend bent|shut shut|put put|seek sought|teach taught|ride rode ridden|\
drink drank drunk|sleep slept|dream dreamt dreamed|ring rang rung|strike struck|undo undid undone|overdo overdid overdone|blow blew blown|bear bore borne|\
foot feet|child children|man men|woman women|person people|wife wives|knife knives|bad worse worst|good better best|misplace misplaced|mistake mistook mistaken|\
fly flew flown|freeze froze frozen|rise rose risen|shoot shot|cost cost|quit quit|admit admitted admitting|refer referred referring|defer deferred deferring|\
commit committed committing|omit omitted omitting|permit permitted permitting|cancel cancelled canceled cancelling|travel travelled travelling|label labelled labelling|incur incurred incurring";

/// Every spelling that an English dictionary word takes in a text, each with its marks.
pub fn forms(lemma: &str) -> Vec<(String, Grammar)> {
    let mut out = vec![(lemma.to_owned(), Grammar::BASE)];
    let past = Grammar::PAST.and(Grammar::PARTICIPLE);
    let irregular = IRREGULAR
        .split('|')
        .find(|forms| forms.split(' ').next() == Some(lemma));
    for form in irregular.into_iter().flat_map(|f| f.split(' ').skip(1)) {
        let mark = if form.ends_with("ing") {
            Grammar::GERUND
        } else {
            past
        };
        out.push((form.to_owned(), mark));
    }
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let last = lemma.chars().last();
    let before = lemma.chars().rev().nth(1);
    let third = lemma.chars().rev().nth(2);
    let y = last == Some('y') && !vowel(before);
    let root = if y || last == Some('e') {
        &lemma[..lemma.len() - 1]
    } else {
        lemma
    };
    let hissing = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|e| lemma.ends_with(e));
    let s = if y {
        format!("{root}ies")
    } else if hissing {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    };
    out.push((s, Grammar::THIRD));
    if irregular.is_none() {
        let ed = if y {
            format!("{root}ied")
        } else {
            format!("{root}ed")
        };
        out.push((ed, past));
    }
    let keeps = y || lemma.ends_with("ee");
    let ing = format!("{}ing", if keeps { lemma } else { root });
    out.push((ing, Grammar::GERUND));
    if let (Some(end), true, false) = (last, vowel(before), vowel(third))
        && !vowel(last)
        && !"wxy".contains(end)
        && lemma.len() <= 6
    {
        out.push((format!("{lemma}{end}ed"), past));
        out.push((format!("{lemma}{end}ing"), Grammar::GERUND));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_the_language() {
        for (lemma, expected) in [
            ("deny", "denied denying denies"),
            ("ship", "shipped shipping ships"),
            ("break", "broke broken breaking"),
            ("refuse", "refused refusing"),
            ("receipt", "receipts"),
            ("box", "boxes"),
            ("agree", "agreed agreeing"),
        ] {
            let forms: Vec<String> = forms(lemma).into_iter().map(|f| f.0).collect();
            for form in expected.split(' ') {
                assert!(
                    forms.iter().any(|f| f == form),
                    "{lemma}: {form} in {forms:?}"
                );
            }
        }
    }
}
