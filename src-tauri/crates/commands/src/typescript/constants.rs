//! What the screens know of the domain without asking: written in Rust once, generated beside the types.

use super::Typescript;
use complaint::{
    ClockKind, ClockStart, DecisionKind, DeliveryState, DemandKind, FormKind, Language,
    LetterGroup, LetterKind, Money, NoAnswerReason, Regime, RegisterQuery, Status,
};

fn those<T: Copy>(all: &[T], holds: impl Fn(T) -> bool) -> Vec<T> {
    all.iter().copied().filter(|&one| holds(one)).collect()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// Every constant, in the order in which they are to stand.
pub fn gather(ts: &mut Typescript) {
    let written = office::written_columns().expect("the columns of records");
    let written: Vec<&str> = written.iter().map(|column| column.0.as_str()).collect();
    ts.words::<office::WrittenColumn>(&written);
    demands(ts);
    letters(ts);
    clocks(ts);
    ts.constant(
        "STATUSES_AWAITING_ANSWER",
        "Where the complainant still waits for the final word.",
        &those(Status::ALL, Status::awaits_answer),
    );
    ts.constant(
        "REASONS_WANTING_WORDS",
        "Reasons to close without an answer that say too little by themselves.",
        &those(NoAnswerReason::ALL, NoAnswerReason::wants_words),
    );
    ts.constant(
        "SETTLED_DELIVERIES",
        "After these nothing more is to be expected of a dispatch.",
        &those(DeliveryState::ALL, DeliveryState::is_settled),
    );
    ts.constant(
        "DELIVERIES_WANTING_REASON",
        "A reason belongs to these.",
        &those(DeliveryState::ALL, DeliveryState::wants_reason),
    );
    ts.constant(
        "DELIVERIES_WITH_LAST_DAY",
        "What waits until a last day, which may be known.",
        &those(DeliveryState::ALL, DeliveryState::has_last_day),
    );
    ts.table(
        "FORM_LENGTHS",
        "The lengths in characters that a person chooses among.",
        FormKind::ALL,
        |&kind| office::lengths(kind).to_vec(),
    );
    ts.table(
        "NEW_PROFILES",
        "What is taken of an office before it says anything of itself, by the language the program speaks.",
        Language::ALL,
        |&language| office::new_profile(language),
    );
    ts.constant(
        "WHOLE_REGISTER",
        "What asks for every complaint outside the trash, the newest first.",
        &RegisterQuery::default(),
    );
    ts.constant(
        "COPIES_KEPT",
        "Which copies stay.",
        &office::Keep::default(),
    );
    ts.constant(
        "LONGEST_LINE",
        "The most characters of what is written on one line of a complaint, a demand, a document or a diary.",
        &complaint::LONGEST_LINE,
    );
    ts.constant(
        "LONGEST_ALLEGATION",
        "The most characters of what a point of a complaint states.",
        &complaint::LONGEST_ALLEGATION,
    );
    ts.constant(
        "LONGEST_WORDS",
        "The most characters of what is written of a dispatch: an address, a note, a line of an inventory, a reason.",
        &complaint::LONGEST_WORDS,
    );
    ts.constant(
        "LONGEST_TRACKING",
        "The most characters of a carrier's number.",
        &complaint::LONGEST_TRACKING,
    );
    ts.constant(
        "LONGEST_TEMPLATE_NAME",
        "The most characters of a template's name.",
        &office::LONGEST_TEMPLATE_NAME,
    );
    ts.constant(
        "LONGEST_VERSION_NOTE",
        "The most characters of what is said of a new version of a template.",
        &office::LONGEST_VERSION_NOTE,
    );
    ts.constant(
        "NAMING_FAILURES",
        "Codes of failures whose detail names the thing it is about, shown beside the words.",
        &owned(office::NAMING),
    );
    ts.constant("MOST_MONEY", "The largest sum there is.", &Money::CEILING);
    ts.constant(
        "DECIMAL_SIGNS",
        "What stands before the part of a number that is less than one.",
        &complaint::DECIMAL_SIGNS
            .map(|sign| sign.to_string())
            .to_vec(),
    );
    ts.constant(
        "DECIMALS",
        "The most digits behind it.",
        &complaint::DECIMALS,
    );
    ts.constant(
        "ROUBLE_WORDS",
        "What people write behind a sum, the longer before what it begins with.",
        &owned(complaint::ROUBLE_WORDS),
    );
    ts.constant(
        "LONG_AREA_CODES",
        "Area codes of four digits, by which a bare telephone number is shown in groups.",
        &owned(office::LONG_AREA_CODES),
    );
    ts.constant(
        "SHORT_AREA_CODES",
        "What begins a number whose area code has three digits; any other stays a row of digits.",
        &owned(office::SHORT_AREA_CODES),
    );
    ts.constant(
        "LABELS_A_SHEET",
        "Labels of a sheet, along the rows.",
        &office::LABELS_A_SHEET,
    );
    ts.constant(
        "MOST_COPIES",
        "The most labels of one address.",
        &office::MOST_COPIES,
    );
}

fn demands(ts: &mut Typescript) {
    ts.constant(
        "DEMANDS_FOR_MONEY",
        "What asks for a sum of money.",
        &those(DemandKind::ALL, DemandKind::asks_money),
    );
    ts.constant(
        "GRANTING_DECISIONS",
        "Decisions by which something is given.",
        &those(DecisionKind::ALL, DecisionKind::grants),
    );
    ts.constant(
        "DECISIONS_WANTING_SUM",
        "Decisions that need a sum where money is asked.",
        &those(DecisionKind::ALL, DecisionKind::wants_sum),
    );
    ts.constant(
        "DEMANDS_WITH_PRICE",
        "Demands of which each answer has a price.",
        &those(DemandKind::ALL, DemandKind::has_price),
    );
    ts.table(
        "USUAL_DEMANDS",
        "What people mostly ask for under a body of rules, the most usual first.",
        Regime::ALL,
        |regime| regime.usual_demands().to_vec(),
    );
}

fn letters(ts: &mut Typescript) {
    ts.table(
        "LETTER_GROUPS",
        "The kinds of letters as they are offered, in the order of the procedure.",
        LetterGroup::ALL,
        |&group| those(LetterKind::ALL, |kind| kind.group() == group),
    );
    ts.table(
        "LETTER_DETAILS",
        "What the writer of a letter is asked for besides the text.",
        LetterKind::ALL,
        |kind| kind.details().to_vec(),
    );
    ts.constant(
        "PAPERS",
        "Papers: signed by those they name, addressed to nobody, kept and not sent.",
        &those(LetterKind::ALL, LetterKind::is_paper),
    );
    let labels = office::kind_labels();
    ts.table(
        "LETTER_LABELS",
        "What each kind of letter is called and what it is for; it stands in the kind's templates.",
        LetterKind::ALL,
        |kind| {
            let label = labels.iter().find(|(labelled, _)| labelled == kind);
            label.expect("a kind with a template").1.clone()
        },
    );
    ts.constant(
        "PICTURE_TYPES",
        "What a letter can show as a picture.",
        &owned(office::PICTURE_TYPES),
    );
}

fn clocks(ts: &mut Typescript) {
    ts.constant(
        "STARTABLE_CLOCKS",
        "Clocks that a person may start; the others follow from facts.",
        &those(ClockKind::ALL, ClockKind::is_free),
    );
    ts.constant(
        "CLOCKS_WANTING_TITLE",
        "Clocks that say nothing by themselves, so that they need a title.",
        &those(ClockKind::ALL, ClockKind::wants_title),
    );
    ts.constant(
        "STARTS_FROM_FACTS",
        "Starts whose day is read from a fact of the case, which must be named.",
        &those(ClockStart::ALL, ClockStart::follows),
    );
    ts.constant(
        "SOON_DAYS",
        "Days before its last one from which a term is soon due.",
        &office::SOON_DAYS,
    );
    ts.constant(
        "LONGEST_TERM",
        "The most units a term may have.",
        &complaint::LONGEST_TERM,
    );
    ts.constant(
        "LONGEST_TITLE",
        "The most characters of a clock's title and of what it rests on.",
        &complaint::LONGEST_TITLE,
    );
    ts.constant(
        "LONGEST_NOTE",
        "The most characters of the office's remark on a clock.",
        &complaint::LONGEST_NOTE,
    );
    ts.constant(
        "LONGEST_GOAL",
        "The most days of a goal.",
        &office::LONGEST_GOAL,
    );
    ts.constant(
        "LONGEST_RETENTION",
        "The most years for which records of closed cases are kept.",
        &office::LONGEST_RETENTION,
    );
    ts.constant(
        "LONGEST_TRASH",
        "The most days in the trash.",
        &office::LONGEST_TRASH,
    );
    ts.constant(
        "LONGEST_COURT",
        "The most days until a judgment that may be assumed.",
        &office::LONGEST_COURT,
    );
    ts.constant(
        "HIGHEST_RATE",
        "The highest rate there is, in hundredths of a per cent.",
        &office::HIGHEST_RATE,
    );
    ts.constant(
        "HIGHEST_CAP",
        "The most that a contract's penalty may come to, in per cent of the sum.",
        &office::HIGHEST_CAP,
    );
    ts.constant(
        "WEEKEND",
        "Days of the week that are off unless they are worked, Monday being 1 as in ISO 8601.",
        &office::WEEKEND
            .iter()
            .map(chrono::Weekday::number_from_monday)
            .collect::<Vec<_>>(),
    );
}
