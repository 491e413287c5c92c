//! Words that agree: whatever came in, a letter calls it by its own noun, in its gender and number.

use crate::cases::ready_for;
use complaint::{Channel, Kind, Language, LetterKind, Regime};
use letter::{CaseForLetter, compose, plain_text};
use regex::Regex;

/// Of what gender the word is by which a message of that kind is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Gender {
    Masculine,
    Feminine,
}

/// The noun of a message in every case that a letter uses, with the «Ваш» that agrees.
fn noun(kind: Kind) -> (Gender, &'static str, &'static str) {
    const YOURS_M: &str = "Ваш|Вашего|Вашему|Вашим|Вашем";
    const YOURS_F: &str = "Ваша|Вашей|Вашу";
    match kind {
        Kind::Claim => (Gender::Feminine, "претензи", YOURS_F),
        Kind::Complaint => (Gender::Feminine, "жалоб", YOURS_F),
        Kind::Review | Kind::Gratitude => (Gender::Masculine, "отзыв", YOURS_M),
        Kind::Request | Kind::Authority => (Gender::Masculine, "запрос", YOURS_M),
    }
}

const NOUNS: [&str; 4] = ["претензи", "жалоб", "отзыв", "запрос"];

/// Participles and verbs that speak of a message, by gender; «обращение поступило» agrees with neither and is
/// what every kind may be called.
const SAID: [(Gender, &str); 2] = [
    (
        Gender::Masculine,
        r"(?:поступил|получен|зарегистрирован|учтён|рассмотрен|поступивш(?:ий|его|ему|им|ем)|(?:полученн|зарегистрированн|учтённ|рассмотренн)(?:ый|ого|ому|ым|ом))",
    ),
    (
        Gender::Feminine,
        r"(?:поступила|получена|зарегистрирована|учтена|рассмотрена|поступивш(?:ая|ей|ую)|(?:полученн|зарегистрированн|учтённ|рассмотренн)(?:ая|ой|ую))",
    ),
];

/// What may not stand in a letter about a message of one kind, built once.
struct Agreement {
    /// What is said of a message of the other gender.
    wrong: Regex,
    /// The message under its own noun.
    own: Regex,
    /// The «Ваш» that agrees with it.
    yours: Vec<&'static str>,
    /// The message under the noun of another kind, by that noun.
    others: Vec<(&'static str, Regex)>,
}

impl Agreement {
    fn of(kind: Kind) -> Self {
        let (gender, own, yours) = noun(kind);
        let built = |pattern: &str| Regex::new(pattern).unwrap();
        let wrong = SAID.iter().find(|(other, _)| *other != gender).unwrap().1;
        let others = NOUNS.into_iter().filter(|other| *other != own);
        Self {
            wrong: built(&format!(
                r"(?i)\b(?:обращени\p{{L}}*,? (?:\p{{L}}+ ){{0,2}})?{wrong}\b"
            )),
            own: built(&format!(r"\bВаш\p{{L}}* {own}\p{{L}}*")),
            yours: yours.split('|').collect(),
            others: others
                .map(|other| (other, built(&format!(r"\bВаш\p{{L}}* {other}\p{{L}}*"))))
                .collect(),
        }
    }

    fn disagreements(&self, text: &str, letter: LetterKind) -> Vec<String> {
        let all = |pattern: &Regex| -> Vec<String> {
            let found = pattern.find_iter(text);
            found.map(|m| m.as_str().to_owned()).collect()
        };
        let mut wrong = all(&self.wrong);
        wrong.retain(|said| !said.to_lowercase().starts_with("обращени"));
        // What a body or a platform asked for is its own request, whatever the complaint was.
        let its_own = if letter == LetterKind::RegulatorReply {
            "запрос"
        } else {
            ""
        };
        for (other, pattern) in &self.others {
            if *other != its_own {
                wrong.extend(all(pattern));
            }
        }
        wrong.extend(all(&self.own).into_iter().filter(|pair| {
            let (first, _) = pair.split_once(' ').unwrap();
            !self.yours.contains(&first)
        }));
        wrong
    }
}

#[test]
fn a_wrong_gender_is_seen() {
    for (kind, text) in [
        (
            Kind::Request,
            "запроса, поступившего 3 ноября и учтённой под № 1",
        ),
        (Kind::Claim, "Ваш претензия"),
        (Kind::Claim, "Ваша претензия получен"),
        (Kind::Review, "Ваша отзыв получена"),
        (
            Kind::Complaint,
            "Мы рассмотрели Ваш отзыв (поступила 3 ноября)",
        ),
        (Kind::Gratitude, "Вашей отзыву"),
    ] {
        let found = Agreement::of(kind).disagreements(text, LetterKind::Acknowledgement);
        assert!(!found.is_empty(), "{text}");
    }
    let right = "Мы рассмотрели Вашу претензию (поступила 3 ноября). Ваша претензия получена.";
    let found = Agreement::of(Kind::Claim).disagreements(right, LetterKind::Interim);
    assert!(found.is_empty(), "{found:?}");
}

fn agrees(
    kind: Kind,
    agreement: &Agreement,
    letter: LetterKind,
    change: impl Fn(&mut CaseForLetter),
) {
    for their_date in [true, false] {
        let mut case = ready_for(letter);
        case.matter.kind = kind;
        if !their_date {
            case.matter.their_date = None;
            case.matter.their_number.clear();
        }
        change(&mut case);
        let composed = compose(letter, Language::Ru, &case);
        let text = format!("{}\n{}", composed.heading, plain_text(&composed));
        let text = text.replace('\u{a0}', " ");
        let wrong = agreement.disagreements(&text, letter);
        assert!(wrong.is_empty(), "{letter:?} {kind:?}: {wrong:?}\n{text}");
    }
}

#[test]
fn what_came_in_and_what_is_said_of_it_agree_in_every_letter() {
    for &kind in Kind::ALL {
        let agreement = Agreement::of(kind);
        for &letter in LetterKind::ALL {
            for &channel in Channel::ALL {
                agrees(kind, &agreement, letter, |case| {
                    case.matter.channel = channel
                });
            }
            for &regime in Regime::ALL {
                agrees(kind, &agreement, letter, |case| case.matter.regime = regime);
            }
            agrees(kind, &agreement, letter, |case| {
                case.writer_words.particulars.disclosure.clear();
            });
        }
    }
}

#[test]
fn whoever_complains_is_called_by_a_noun_that_agrees_with_invited_and_notified() {
    // «Покупатель приглашён», «пациент извещён»: every word for the complainant is masculine.
    for &regime in Regime::ALL {
        let mut case = ready_for(LetterKind::NoShowAct);
        case.matter.regime = regime;
        // Where no invitation was issued, the act says how they were told.
        case.earlier.clear();
        case.writer_words.particulars.act.notified = "по телефону".into();
        let text = plain_text(&compose(LetterKind::NoShowAct, Language::Ru, &case));
        let text = text.replace('\u{a0}', " ");
        let before = text.split(" извещён").next().unwrap();
        let who = before.rsplit(' ').next().unwrap();
        let masculine =
            who.ends_with(['ь', 'т', 'к', 'р', 'ц', 'л', 'н', 'й']) || who == "обучающийся";
        assert!(
            text.contains(" извещён") && masculine,
            "{regime:?}: {who}\n{text}"
        );
    }
}

#[test]
fn a_seller_on_the_platform_is_not_spoken_to_as_a_buyer() {
    let buyer = Regex::new("товар у Вас|чеком|Покупку|proof of purchase|have the item").unwrap();
    for &kind in LetterKind::ALL {
        let mut case = ready_for(kind);
        case.matter.regime = Regime::Platform;
        for language in [Language::Ru, Language::En] {
            let text = plain_text(&compose(kind, language, &case));
            let text = text.replace('\u{a0}', " ");
            let found = buyer.find(&text).map(|found| found.as_str());
            assert_eq!(found, None, "{kind:?} {language:?}: {text}");
        }
    }
}

#[test]
fn an_act_of_no_show_says_that_the_invitation_was_sent_not_that_it_came() {
    let mut case = ready_for(LetterKind::NoShowAct);
    case.writer_words.particulars.act.notified = "по телефону".into();
    let text = plain_text(&compose(LetterKind::NoShowAct, Language::Ru, &case));
    let text = text.replace('\u{a0}', " ");
    assert!(text.contains("направлено покупателю письмом от"), "{text}");
    assert!(
        text.contains("; кроме того, о них сообщено: по телефону."),
        "{text}"
    );
    assert!(!text.contains("извещён"), "{text}");
}
