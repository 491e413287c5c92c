//! Posting: how a letter left the office and what became of it.

use crate::document::content::content_bytes;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::content::content;
use crate::letter::values::LetterRef;
use crate::office::Office;
use crate::posting::values::{
    DeliveryRef, DeliverySave, DispatchCheck, DispatchQuestion, DispatchRef, DispatchSave,
    DispatchValues, DispatchView, PostingCard, TrackingCheck, TrackingQuestion, WayView,
};
use crate::texts::texts;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use complaint::{
    AddressedTo, Complainant, DeliveryFields, DeliveryState, Dispatch, DispatchFields, DispatchId,
    DispatchWay, InventoryLine, LONGEST_TRACKING, Language, LetterId,
};
use letter::{LetterText, NameInFull, Recipient, WindowFit, named_in_full};
use register::{By, Case, Letter, Op};
use russian::requisites::{Problem, postal_index, tracking};

/// An issued letter with what its posting needs.
pub(crate) struct Posted {
    pub letter: Letter,
    pub text: LetterText,
    /// To whom it goes, where that is not who complains.
    pub recipient: Recipient,
    pub case: Case,
    pub issued: complaint::IssuedFacts,
}

/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub(crate) fn posted(office: &Office, id: LetterId) -> Result<Posted> {
    let letter = office.register().letter(id)?;
    let Some(issued) = letter.summary.issued.clone() else {
        return Err(register::RegisterError::NotIssued.into());
    };
    let case = office.register().case(letter.complaint)?;
    let content = content(&letter)?;
    Ok(Posted {
        text: content.text,
        recipient: content.choices.writer_words.particulars.recipient,
        letter,
        case,
        issued,
    })
}

/// All about the posting of an issued letter.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn posting_card(office: &Office, by: &By, input: LetterRef) -> Result<PostingCard> {
    posting_after(office, by, input.letter, None)
}

/// The same after the change under that number of the journal.
fn posting_after(
    office: &Office,
    by: &By,
    letter: LetterId,
    seq: Option<i64>,
) -> Result<PostingCard> {
    let posted = posted(office, letter)?;
    let complainant = &posted.case.contents.complaint.fields.matter.complainant;
    let of_letter = address_of(&posted.text);
    let address = postal_address_of(&posted, NameInFull::Dative);
    let now = current_address(complainant, posted.text.language);
    let today = by.now.date_naive();
    let dispatches = office.register().dispatches(letter)?;
    let dispatches = dispatches
        .into_iter()
        .map(|dispatch| {
            let state = dispatch.state();
            let late = dispatch
                .fields
                .expected
                .filter(|_| !state.is_settled())
                .map_or(0, |day| (today - day).num_days().max(0));
            DispatchView {
                state,
                overdue: u32::try_from(late).unwrap_or(u32::MAX),
                tracking: if dispatch.fields.way.has_tracking() {
                    checked(&dispatch.fields.tracking)
                } else {
                    TrackingCheck::default()
                },
                elsewhere: dispatch.fields.way.needs_address()
                    && !dispatch.fields.address.is_empty()
                    && ![&of_letter, &address]
                        .map(|known| bare(known))
                        .contains(&bare(&dispatch.fields.address)),
                dispatch,
            }
        })
        .collect::<Vec<_>>();
    let pdf = content_bytes(office, &posted.issued.sha256)?;
    let window = press::text_lines(&pdf)
        .ok()
        .and_then(|pages| pages.into_iter().next())
        .map_or(WindowFit::NoAddress, |page| {
            letter::window_fit(&page, &of_letter)
        });
    Ok(PostingCard {
        letter,
        complaint: posted.letter.complaint,
        address_now: (now.len() > 1 && bare(&now) != bare(&address)).then_some(now),
        suggested: suggested(&posted.case, address.len() > 1),
        inventory: inventory_of(&posted),
        ways: DispatchWay::ALL
            .iter()
            .map(|&way| WayView {
                way,
                days: way.usual_days(),
                envelope: way.needs_address(),
                destination: way.has_destination(),
                to: goes_to(way, &address, &complainant.email),
                number: way.has_number(),
                tracking: way.has_tracking(),
                inventory: way.has_inventory(),
            })
            .collect(),
        address,
        window,
        due: crate::clock::terms::answer_due(&office.norms(), &posted.case),
        documents: posted.case.contents.documents,
        dispatches,
        seq,
    })
}

/// Where a letter goes by a way unless somebody says otherwise.
fn goes_to(way: DispatchWay, address: &[String], email: &str) -> Vec<String> {
    if way.needs_address() {
        address.to_vec()
    } else if way == DispatchWay::Email && !email.is_empty() {
        vec![email.to_owned()]
    } else {
        Vec::new()
    }
}

/// What is to be said of a dispatch as it is typed; nothing of an empty address.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn dispatch_check(office: &Office, _by: &By, input: DispatchQuestion) -> Result<DispatchCheck> {
    let posted = posted(office, input.letter)?;
    let own = [
        address_of(&posted.text),
        postal_address_of(&posted, NameInFull::Dative),
    ];
    let typed = bare(&input.address);
    let addressed = input.way.needs_address() && !typed.is_empty();
    let has_index = |line: &String| {
        let mut runs = line.split(|c: char| !c.is_ascii_digit());
        runs.any(|run| postal_index(run).is_ok())
    };
    let days = input.way.usual_days().map(|days| Days::new(days.into()));
    let sent_on = input.sent_on;
    Ok(DispatchCheck {
        elsewhere: addressed && own[0].len() > 1 && own.iter().all(|known| typed != bare(known)),
        index_missing: addressed && !input.address.iter().any(has_index),
        expected: days.and_then(|days| sent_on?.checked_add_days(days)),
    })
}

/// The letter's own address, name first.
pub(crate) fn address_of(text: &LetterText) -> Vec<String> {
    text.addressee
        .iter()
        .map(|l| l.trim().to_owned())
        .filter(|l| !l.is_empty())
        .collect()
}

/// The same as the post reads it: with the name in full.
pub(crate) fn postal_address_of(posted: &Posted, form: NameInFull) -> Vec<String> {
    let lines = address_of(&posted.text);
    let language = posted.text.language;
    let complainant = &posted.case.contents.complaint.fields.matter.complainant;
    let named = posted.recipient.person();
    match posted.text.kind.addressed_to() {
        AddressedTo::Complainant => named_in_full(&lines, complainant, language, form),
        AddressedTo::Named => match named {
            Some(person) => named_in_full(&lines, &person, language, form),
            None => lines,
        },
        AddressedTo::Nobody => lines,
    }
}

/// The address as a letter written now would have it.
fn current_address(who: &Complainant, language: Language) -> Vec<String> {
    let mut lines = vec![letter::addressee(who, language)];
    lines.extend(who.address.lines().map(|l| l.trim().to_owned()));
    lines.retain(|l| !l.is_empty());
    named_in_full(&lines, who, language, NameInFull::Dative)
}

/// Letters and digits of an address, by which two are compared.
pub(crate) fn bare(lines: &[String]) -> String {
    lines
        .iter()
        .flat_map(|l| l.chars())
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// An answer goes the way the complaint came, where that way can carry it;
/// a claim with an address goes registered, for that can be proved.
fn suggested(case: &Case, address: bool) -> DispatchWay {
    let complaint = &case.contents.complaint;
    let came = DispatchWay::of_channel(complaint.fields.matter.channel);
    match came {
        DispatchWay::Email if !complaint.fields.matter.complainant.email.trim().is_empty() => came,
        DispatchWay::ByHand | DispatchWay::Messenger | DispatchWay::Platform => came,
        DispatchWay::Email
        | DispatchWay::PostSimple
        | DispatchWay::PostRegistered
        | DispatchWay::PostValued
        | DispatchWay::Courier
        | DispatchWay::Website
        | DispatchWay::Other => match complaint.fields.matter.complainant.email.trim() {
            _ if address => DispatchWay::PostRegistered,
            "" => DispatchWay::ByHand,
            _ => DispatchWay::Email,
        },
    }
}

/// The inventory as the letter and its enclosures make it.
pub(crate) fn inventory_of(posted: &Posted) -> Vec<InventoryLine> {
    let day = posted.issued.at.date_naive();
    let mut lines = vec![InventoryLine {
        name: (texts(posted.text.language).letter_listed)(&posted.issued.number, day),
        sheets: Some(posted.issued.pages),
        copies: 1,
        value: None,
    }];
    lines.extend(posted.text.enclosures.iter().map(|e| InventoryLine {
        name: e.name.trim().to_owned(),
        sheets: e.pages,
        copies: e.copies.max(1),
        value: None,
    }));
    lines
}

/// Writes a dispatch down, or puts one right.
///
/// # Errors
/// [`FieldProblem::Future`] and [`FieldProblem::TooEarly`] for the time,
/// [`FieldProblem::Doubtful`] for a tracking number that does not add up and
/// was not confirmed, [`FieldProblem::Missing`] for an address;
/// [`register::RegisterError::NotIssued`].
pub fn dispatch_save(office: &Office, by: &By, input: DispatchSave) -> Result<PostingCard> {
    let op = match input.dispatch {
        None => Op::DispatchAdd,
        Some(_) => Op::DispatchEdit,
    };
    let ((), done) = office.register().transact(by, op, |change| {
        let posted = posted(office, input.letter)?;
        let new = weighed(&posted, by.now, input.values)?;
        match input.dispatch {
            None => drop(change.dispatch_add(input.letter, &new)?),
            Some(id) => {
                if office.register().dispatch(id)?.1.letter != input.letter {
                    return field("dispatch", FieldProblem::Foreign);
                }
                change.dispatch_edit(id, &new)?;
            }
        }
        Ok(())
    })?;
    posting_after(office, by, input.letter, done.seq)
}

fn weighed(
    posted: &Posted,
    now: DateTime<FixedOffset>,
    values: DispatchValues,
) -> Result<DispatchFields> {
    let tracking_kept = values.tracking_kept;
    let mut said = values.fields;
    if said.way.needs_address() && said.address.iter().all(|line| line.trim().is_empty()) {
        said.address = postal_address_of(posted, NameInFull::Dative);
    }
    let mut values = said.checked(now, posted.issued.at)?;
    if values.way.has_tracking() && !values.tracking.is_empty() {
        let found = checked(&values.tracking);
        if found.problem.is_some() && !tracking_kept {
            return field("tracking", FieldProblem::Doubtful);
        }
        values.tracking = found.number;
    }
    if let Some(receipt) = values.receipt
        && !posted
            .case
            .contents
            .documents
            .iter()
            .any(|d| d.id == receipt)
    {
        return field("receipt", FieldProblem::Foreign);
    }
    Ok(values)
}

/// Takes a dispatch off the log.
///
/// # Errors
/// Those of the register.
pub fn dispatch_remove(office: &Office, by: &By, input: DispatchRef) -> Result<PostingCard> {
    let letter = office.register().dispatch(input.dispatch)?.1.letter;
    let ((), done) = office
        .register()
        .transact(by, Op::DispatchRemove, |change| {
            change.dispatch_remove(input.dispatch)
        })?;
    posting_after(office, by, letter, done.seq)
}

/// Writes down what became of a dispatch.
///
/// # Errors
/// [`FieldProblem::Future`] and [`FieldProblem::TooEarly`] for the days,
/// [`FieldProblem::Missing`] for the reason of a return or a refusal.
pub fn delivery_save(office: &Office, by: &By, input: DeliverySave) -> Result<PostingCard> {
    let (letter, done) = office.register().transact(by, Op::DeliveryAdd, |change| {
        let (complaint, dispatch) = office.register().dispatch(input.dispatch)?;
        let case = office.register().case(complaint)?;
        let step = delivered(&case, &dispatch, by.now.date_naive(), input.fields)?;
        change.delivery_add(input.dispatch, &step)?;
        Ok::<_, OfficeError>(dispatch.letter)
    })?;
    posting_after(office, by, letter, done.seq)
}

/// A step of a delivery as the register takes it, every field looked at.
fn delivered(
    case: &Case,
    dispatch: &Dispatch,
    today: NaiveDate,
    said: DeliveryFields,
) -> Result<DeliveryFields> {
    let said = said.checked(today, dispatch.fields.sent_at.date_naive())?;
    if let Some(document) = said.document
        && !case.contents.documents.iter().any(|d| d.id == document)
    {
        return field("document", FieldProblem::Foreign);
    }
    Ok(said)
}

/// Takes a step of a delivery away.
///
/// # Errors
/// Those of the register.
pub fn delivery_remove(office: &Office, by: &By, input: DeliveryRef) -> Result<PostingCard> {
    let dispatch = office.register().dispatch_of_event(input.event)?;
    let letter = office.register().dispatch(dispatch)?.1.letter;
    let ((), done) = office
        .register()
        .transact(by, Op::DeliveryRemove, |change| {
            change.delivery_remove(input.event)
        })?;
    posting_after(office, by, letter, done.seq)
}

/// What is to be said of a tracking number as it is typed.
///
/// # Errors
/// None; a number is never refused here.
pub fn tracking_check(
    _office: &Office,
    _by: &By,
    input: TrackingQuestion,
) -> Result<TrackingCheck> {
    Ok(checked(&input.number))
}

/// A tracking number put in order, with what is wrong with it and, where only
/// the check digit is, the one that the other digits ask for.
pub(crate) fn checked(number: &str) -> TrackingCheck {
    let number: String = number
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .take(LONGEST_TRACKING)
        .collect();
    if number.is_empty() {
        return TrackingCheck::default();
    }
    let (numbering, problem) = match tracking(&number) {
        Ok(numbering) => (Some(numbering), None),
        Err(problem) => (None, Some(problem)),
    };
    let (mut digit, mut found) = (None, None);
    if problem == Some(Problem::WrongCheckDigit) {
        let signs: Vec<char> = number.chars().collect();
        // The last of fourteen digits, or the ninth digit after two letters.
        let at = if signs.len() == 14 { 13 } else { 10 };
        found = signs
            .get(at)
            .and_then(|c| c.to_digit(10))
            .and_then(|d| u8::try_from(d).ok());
        digit = (0..10u8).find(|d| {
            let mut tried = signs.clone();
            if let Some(place) = tried.get_mut(at) {
                *place = char::from(b'0' + d);
            }
            tracking(&tried.into_iter().collect::<String>()).is_ok()
        });
    }
    TrackingCheck {
        number,
        numbering,
        problem,
        digit,
        found,
    }
}

/// The dispatch that proves an answer: the one asked for, else the one that
/// was delivered, else the latest.
pub(crate) fn telling(
    dispatches: Vec<Dispatch>,
    asked: Option<DispatchId>,
) -> Result<Option<Dispatch>> {
    if let Some(id) = asked {
        return match dispatches.into_iter().find(|d| d.id == id) {
            Some(found) => Ok(Some(found)),
            None => field("dispatch", FieldProblem::Foreign),
        };
    }
    let delivered = dispatches
        .iter()
        .rposition(|d| d.state() == DeliveryState::Delivered);
    Ok(match delivered {
        Some(at) => dispatches.into_iter().nth(at),
        None => dispatches.into_iter().next_back(),
    })
}
