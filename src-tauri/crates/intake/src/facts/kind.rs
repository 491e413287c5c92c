//! What sort of message a text is.
//!
//! In order: a state body by its own name; thanks that ask for nothing; what
//! the sender calls the message; then what follows from the demands. A claim
//! asserts a right to a thing or a sum; an apology or quiet is asked for by a
//! complaint; information, erasure, or an exchange of a sound item by a request.

use super::demands::Asked;
use super::envelope::Envelope;
use crate::pattern::pattern;
use complaint::{DemandKind, Kind};
use regex::Regex;
use std::sync::LazyLock;

static BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"роспотребнадзор|управлени[ея] федеральн|территориальн[а-я]+ (?:отдел|орган)|федеральн[а-я]+ служб|прокуратур|министерств|департамент|(?:жилищн|трудов|налогов)[а-я]+ инспекци|администраци[яи] (?:город|район|муниципал|округ|президент)|роскомнадзор|росздравнадзор|\bфас росс|полици[яи]|следственн[а-я]+ комитет|уполномоченн[а-я]+ по правам",
    )
});
static OFFICIAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:просим|прошу|предлага[а-я]+|необходимо|требу[а-я]+) (?:вас )?(?:[а-я]+ )?(?:представить|предоставить|направить|сообщить|рассмотреть|дать)|поступило обращение|поступила жалоба|обращени[ея] граждан|на основании стат|в соответствии со? стат|предписани|направля[а-я]+ (?:для рассмотрения|обращение)",
    )
});
static OFFICIAL_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"@(?:[a-z0-9.-]+\.)?(?:gov|gosuslugi|rospotrebnadzor|genproc|mvd|rkn|fas|nalog|mos|cbr)\.(?:ru|example|gov)\b|\.gov\.[a-z]+$",
    )
});

static THANKS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"благодар|спасибо|признател|\bthanks?\b|thank you|grateful"));
/// Thanks that only close or open a letter of another sort.
static EMPTY_THANKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:заранее|за ранее)[ ,]*(?:спасибо|благодар[а-я]+|вам|признател[а-я]+)*|(?:спасибо|благодар[а-я]+)[ ,!]*(?:вам |вас )?(?:заранее|за (?:внимание|понимание|ответ|помощь заранее|быстрый ответ))|спасибо,? не надо|(?:thanks?|thank you)(?: you)? in advance|thank you for your (?:attention|time)|с благодарностью",
    )
});
static GRIEVANCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"претензи|жалоб|жалу|обман|мошенн|ужас|отврат|хам|груб|возмущ|безобраз|недовол|разочаров|нарушен|не соответств|брак\b|сломал|испорт|сожгл|опозда|просроч|отказал|невозможн|игнорир|плох|худш|не рекоменд|не советую|кошмар|disappoint|terrible|awful|rude|complain",
    )
});

static SUBJECT_CLAIM: LazyLock<Regex> = LazyLock::new(|| pattern(r"претенз|досудебн|\bclaim\b"));
static SUBJECT_COMPLAINT: LazyLock<Regex> = LazyLock::new(|| pattern(r"жалоб|\bcomplaint\b"));
static SUBJECT_REVIEW: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bотзыв(?:а|ы|ов)?\b|\breview\b|\bfeedback\b"));
static SUBJECT_REQUEST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bзапрос|\bвопрос|\binquiry\b|\brequest\b"));

static TEXT_CLAIM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:досудебная )?претензия\b|(?:направля|предъявля|подаю|пишу|пишем|это)[а-я]*\s+(?:[а-я]+ ){0,2}претензи[яюи]|(?:прошу|просим) считать [а-я ]{0,30}претензи|расценивать как претензи",
    )
});
static TEXT_COMPLAINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*жалоба\b|(?:хочу|хотел[аи]?|хотим|вынужден[аы]?) (?:[а-я]+ )?(?:пожаловаться|подать жалобу|написать жалобу)|\bжалуюсь\b|(?:пишу|подаю|направляю|это)[а-я]*\s+(?:[а-я]+ )?жалоб|i (?:want|would like|wish) to complain|make a complaint",
    )
});
static TEXT_REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*отзыв\b|(?:оставляю|пишу|хочу оставить|это мой|мой) отзыв|не рекомендую|не советую|никому не|больше (?:к вам )?(?:не прид|ни ногой|не буду|не зайд)|\d зв[её]зд|звезд[аыу]?\b|рекомендую|would not recommend|\d stars?",
    )
});

/// Whether a subject speaks of withdrawing a consent («отзыв согласия»).
fn is_withdrawal(subject: &str) -> bool {
    subject.contains("отзыв согл") || subject.contains("отзыв персон")
}

/// Whether the sender is a state body. A private person may name one as a
/// threat, so the name must stand in the sender's own place: the header, or the
/// head of the letter together with official wording.
pub(super) fn is_authority(low: &str, envelope: &Envelope<'_>) -> bool {
    let name = envelope.from_name.unwrap_or_default().to_lowercase();
    let address = envelope.from_address.unwrap_or_default().to_lowercase();
    if BODY.is_match(&name) || (OFFICIAL_ADDRESS.is_match(&address) && OFFICIAL.is_match(low)) {
        return true;
    }
    let head: String = low
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(2)
        .collect::<Vec<_>>()
        .join("\n");
    let short_head = head.chars().take(200).collect::<String>();
    let signs = low
        .lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(3)
        .any(|line| {
            BODY.is_match(line)
                && line.chars().count() < 120
                && !line.contains("обращ")
                && !line.contains("подам")
        });
    let names_itself = BODY.is_match(&short_head)
        && ![
            "обращ",
            "подам",
            "пожал",
            "жалоб",
            "напишу",
            "сообщу",
            "я ",
            "мне ",
        ]
        .iter()
        .any(|w| short_head.contains(w));
    (names_itself || signs) && OFFICIAL.is_match(low)
}

pub(super) fn kind(
    low: &str,
    low_subject: &str,
    envelope: &Envelope<'_>,
    asked: &[Asked],
    demands: &[DemandKind],
) -> Kind {
    use DemandKind as D;
    if is_authority(low, envelope) {
        return Kind::Authority;
    }
    let asks_nothing = demands.iter().all(|demand| *demand == D::Other);
    let text = EMPTY_THANKS.replace_all(low, "");
    let thanks = THANKS.is_match(&text) || THANKS.is_match(low_subject);
    if thanks
        && demands.is_empty()
        && !GRIEVANCE.is_match(&text)
        && !GRIEVANCE.is_match(low_subject)
    {
        return Kind::Gratitude;
    }
    let subject_review = SUBJECT_REVIEW.is_match(low_subject) && !is_withdrawal(low_subject);
    for (says, kind) in [
        (SUBJECT_CLAIM.is_match(low_subject), Kind::Claim),
        (SUBJECT_COMPLAINT.is_match(low_subject), Kind::Complaint),
        (subject_review, Kind::Review),
        (TEXT_CLAIM.is_match(low), Kind::Claim),
        (TEXT_COMPLAINT.is_match(low), Kind::Complaint),
    ] {
        if says {
            return kind;
        }
    }
    let is_soft = |demand: &D| matches!(demand, D::Information | D::Erasure | D::Exchange);
    let is_claimed =
        |demand: &D| !is_soft(demand) && !matches!(demand, D::Apology | D::StopNuisance | D::Other);
    if !demands.is_empty() && asked.iter().all(|one| one.is_question) {
        return Kind::Request;
    }
    // Asking to be left in peace together with one's data is part of that request.
    let is_about_data = demands.contains(&D::Erasure)
        && demands
            .iter()
            .all(|demand| is_soft(demand) || *demand == D::StopNuisance);
    if is_about_data {
        return Kind::Request;
    }
    if demands.iter().any(is_claimed) {
        return Kind::Claim;
    }
    if !demands.is_empty() && demands.iter().all(is_soft) {
        return Kind::Request;
    }
    if !asks_nothing {
        return Kind::Complaint;
    }
    if TEXT_REVIEW.is_match(low) {
        return Kind::Review;
    }
    if demands.is_empty()
        && !GRIEVANCE.is_match(low)
        && (SUBJECT_REQUEST.is_match(low_subject) || low.contains('?'))
    {
        return Kind::Request;
    }
    Kind::Complaint
}
