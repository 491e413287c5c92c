//! What is filled into a letter's own gaps, written into the record: a day promised in the letter alone would bind
//! nobody but the office that forgot it.

use crate::error::Result;
use crate::letter::choices::{ahead, replaced};
use crate::letter::content::{Content, as_record, content};
use crate::letter::facts::case_for_letter;
use crate::letter::fingerprint::case_fingerprint;
use crate::letter::values::LetterChoices;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{Decision, Demand, LetterState};
use letter::{LetterText, Span, leading_day, lone_day};
use register::{Case, Change, Letter};

/// Writes what was filled into the gaps of a draft into its case and its choices, where these say nothing yet, or only
/// what came from the same gap. What the record can't hold stays in the letter alone.
///
/// # Errors
/// Those of the register.
pub(crate) fn written_back(
    office: &Office,
    change: &mut Change<'_>,
    letter: &Letter,
    mut typed: Content,
) -> Result<Content> {
    let kept = content(letter)?;
    let case = change.case(letter.complaint)?;
    let mut decided = false;
    for (name, value) in settle(&mut typed.text, &kept.text) {
        let from_here = typed.filled.get(&name).cloned();
        let wrote = match name.strip_prefix("demand:") {
            Some(of_demand) => {
                let written = decide(change, &case, of_demand, &value, from_here.as_deref())?;
                decided |= written;
                written
            }
            None => {
                let today = change.by().now.date_naive();
                let from_here = from_here.as_deref();
                choose(&mut typed, &case, &name, &value, from_here, today)
            }
        };
        if wrote {
            typed.filled.insert(name.clone(), value);
            each_field(&mut typed.text, |field, _, by_hand| {
                if field == name {
                    *by_hand = false;
                }
            });
        }
    }
    if decided || typed.choices != kept.choices {
        typed.case_fingerprint = carried(office, change, letter, &case, &kept, &typed)?;
    }
    Ok(typed)
}

/// The same for a draft as it is kept.
pub(crate) fn write_gaps_back(
    office: &Office,
    change: &mut Change<'_>,
    letter: &Letter,
) -> Result<()> {
    if letter.summary.state != LetterState::Draft {
        return Ok(());
    }
    let kept = content(letter)?;
    let filled = kept.filled.clone();
    let made = written_back(office, change, letter, kept)?;
    if made.filled != filled {
        change.letter_draft_save(letter.summary.id, &as_record(&made)?)?;
    }
    Ok(())
}

/// The fingerprint of the facts a letter was composed from, with what it wrote itself: that is no change of the case
/// behind its back.
fn carried(
    office: &Office,
    change: &Change<'_>,
    letter: &Letter,
    before: &Case,
    kept: &Content,
    typed: &Content,
) -> Result<String> {
    let profile = office.register().profile()?;
    let today = change.by().now.date_naive();
    let taken = |case: &Case, choices: &LetterChoices| {
        let mut facts = case_for_letter(office, case, &profile, choices, today);
        facts.replaces = replaced(case, &letter.summary);
        case_fingerprint(&facts)
    };
    Ok(if taken(before, &kept.choices) == kept.case_fingerprint {
        taken(&change.case(letter.complaint)?, &typed.choices)
    } else {
        kept.case_fingerprint.clone()
    })
}

/// What the editor calls typed though it is as the record gave it is the record's again; the rest is given.
fn settle(text: &mut LetterText, kept: &LetterText) -> Vec<(String, String)> {
    let mut known = Vec::new();
    let mut kept = kept.clone();
    each_field(&mut kept, |name, value, by_hand| {
        if let Some(value) = value.filter(|_| !*by_hand) {
            known.push((name.to_owned(), value.to_owned()));
        }
    });
    let mut typed: Vec<(String, String)> = Vec::new();
    each_field(text, |name, value, by_hand| {
        let Some(value) = value.filter(|value| *by_hand && !value.trim().is_empty()) else {
            return;
        };
        let said = (name.to_owned(), value.to_owned());
        if known.contains(&said) {
            *by_hand = false;
        } else if !typed.contains(&said) {
            typed.push(said);
        }
    });
    typed
}

/// Looks at every field of the body: its name, its value, whether it was typed.
fn each_field(text: &mut LetterText, mut look: impl FnMut(&str, Option<&str>, &mut bool)) {
    for block in &mut text.blocks {
        for span in block.content.lines_mut().into_iter().flatten() {
            if let Span::Field {
                name,
                value,
                by_hand,
                ..
            } = span
            {
                look(name, value.as_deref(), by_hand);
            }
        }
    }
}

/// Writes into the decision on a demand; says whether it did.
fn decide(
    change: &mut Change<'_>,
    case: &Case,
    of_demand: &str,
    value: &str,
    from_here: Option<&str>,
) -> Result<bool> {
    let of_id = |demand: &&Demand| of_demand.starts_with(&format!("{}.", demand.id));
    let Some(demand) = case.demands.iter().find(of_id) else {
        return Ok(false);
    };
    // Another gap of this letter may have been written a moment ago.
    let now = change.case(case.contents.complaint.id)?;
    let now = now.demands.iter().find(|now| now.id == demand.id);
    let Some(mut decision) = now.and_then(|now| now.decision.clone()) else {
        return Ok(false);
    };
    let field = of_demand.rsplit('.').next().unwrap_or_default();
    if !decision_says(&mut decision, field, value, from_here)
        || !decision.faults(&demand.fields, demand.made_on).is_empty()
    {
        return Ok(false);
    }
    change.decide(demand.id, Some(&decision.normalised(&demand.fields)))?;
    Ok(true)
}

fn decision_says(
    decision: &mut Decision,
    field: &str,
    value: &str,
    from_here: Option<&str>,
) -> bool {
    match field {
        "due" => day_says(&mut decision.due, value, from_here),
        "ground" => words_say(&mut decision.ground, value, from_here),
        "reasons" => words_say(&mut decision.reasons, value, from_here),
        _ => false,
    }
}

/// Writes into the choices of a letter, where they then still hold; says whether it did.
fn choose(
    typed: &mut Content,
    case: &Case,
    name: &str,
    value: &str,
    from_here: Option<&str>,
    today: NaiveDate,
) -> bool {
    let mut choices = typed.choices.clone();
    let words = &mut choices.writer_words;
    let wrote = match name {
        "expected" => day_says(&mut words.expected, value, from_here),
        "questions_due" => day_says(&mut words.answer_by, value, from_here),
        "reason" => words_say(&mut words.holding_reason, value, from_here),
        "findings" => words_say(&mut words.findings, value, from_here),
        "measures" => words_say(&mut words.measures, value, from_here),
        "recipient" if words.particulars.recipient.name.trim().is_empty() => words_say(
            &mut words.particulars.recipient.organisation,
            value,
            from_here,
        ),
        "recipient_address" => {
            words_say(&mut words.particulars.recipient.address, value, from_here)
        }
        "forwarding_reason" => {
            words_say(&mut words.particulars.forwarding_reason, value, from_here)
        }
        "inquiry_number" => words_say(&mut words.particulars.inquiry.number, value, from_here),
        "inquiry_date" => day_says(&mut words.particulars.inquiry.on, value, from_here),
        "ticket" => words_say(&mut words.particulars.inquiry.ticket, value, from_here),
        "contract" => words_say(&mut words.particulars.claim.contract, value, from_here),
        "contract_date" => day_says(&mut words.particulars.claim.contract_on, value, from_here),
        "claim_ground" => words_say(&mut words.particulars.claim.ground, value, from_here),
        "claim_demand" => words_say(&mut words.particulars.claim.demand, value, from_here),
        "said" => words_say(&mut words.particulars.correction.said, value, from_here),
        "right" => words_say(&mut words.particulars.correction.right, value, from_here),
        "mistake" => words_say(&mut words.particulars.correction.reason, value, from_here),
        "inspection_date" => day_says(&mut words.particulars.inspection.on, value, from_here),
        "inspection_reply_date" => {
            day_says(&mut words.particulars.inspection.reply_by, value, from_here)
        }
        "inspection_time" => hour_says(&mut words.particulars.inspection.at, value, from_here),
        "inspection_place" => words_say(&mut words.particulars.inspection.place, value, from_here),
        "inspection_object" => {
            words_say(&mut words.particulars.inspection.object, value, from_here)
        }
        "inspection_by" => words_say(&mut words.particulars.inspection.by, value, from_here),
        "offer_date" => day_says(&mut words.particulars.settlement.until, value, from_here),
        "claim_date" => day_says(&mut words.particulars.claim.until, value, from_here),
        _ => false,
    };
    let kind = typed.text.kind;
    let holds = wrote
        && ahead(&choices, today).is_ok()
        && crate::letter::choices::check(case, kind, &choices, today).is_ok();
    if holds {
        typed.text.expected = choices.writer_words.expected;
        typed.choices = choices;
    }
    holds
}

fn day_says(kept: &mut Option<NaiveDate>, value: &str, from_here: Option<&str>) -> bool {
    let free = kept.is_none() || *kept == from_here.and_then(leading_day);
    // A day and an hour behind it say more than a day holds, and stay in the letter.
    match lone_day(value).filter(|_| free) {
        Some(day) => {
            *kept = Some(day);
            true
        }
        None => false,
    }
}

fn words_say(kept: &mut String, value: &str, from_here: Option<&str>) -> bool {
    let free = kept.trim().is_empty() || from_here == Some(kept.as_str());
    if free {
        value.trim().clone_into(kept);
    }
    free
}

/// An hour and minute, «14:30» or «14.30»; kept as `HH:MM`.
fn hour_says(kept: &mut String, value: &str, from_here: Option<&str>) -> bool {
    let hour = |text: &str| {
        let (hour, minute) = text.trim().split_once([':', '.'])?;
        let hour: u8 = hour.parse().ok().filter(|hour| *hour < 24)?;
        let minute: u8 = minute.parse().ok().filter(|minute| *minute < 60)?;
        Some(format!("{hour:02}:{minute:02}"))
    };
    let free = kept.trim().is_empty() || from_here.and_then(hour).as_ref() == Some(kept);
    match hour(value).filter(|_| free) {
        Some(hour) => {
            *kept = hour;
            true
        }
        None => false,
    }
}
