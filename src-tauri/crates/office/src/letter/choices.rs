//! What letters of single kinds start with: what was typed for an earlier
//! letter, or stands in the case, is not asked again.

use crate::clock::terms::answer_due;
use crate::error::{FieldProblem, Result, field};
use crate::letter::values::{LetterChoices, RecipientQuestion};
use crate::office::Office;
use chrono::{Days, NaiveDate};
use complaint::{
    AddressedTo, Complainant, Kind, LetterId, LetterKind, LetterState, LetterSummary,
    OfficeProfile, PartyKind,
};
use letter::{EarlierLetter, Particulars, Person, Recipient};
use register::{By, Case};

/// Days an offer stands, and until another time of an inspection may be asked for.
const OFFER_DAYS: u64 = 10;

/// Days between firms before a court may be asked: АПК РФ, ст. 4 ч. 5.
const CLAIM_DAYS: u64 = 30;

/// Recipients offered at most.
const RECIPIENTS: usize = 20;

/// The choices a letter of that kind starts with.
pub(crate) fn first(
    office: &Office,
    case: &Case,
    profile: &OfficeProfile,
    kind: LetterKind,
    today: NaiveDate,
) -> Result<LetterChoices> {
    use LetterKind as K;
    let mut choices = LetterChoices::default();
    let earlier = |kinds: &[LetterKind]| newest(office, case, kinds);
    let after = |days| today.checked_add_days(Days::new(days));
    match kind {
        K::InformationRequest => choices.writer_words.answer_by = after(7),
        K::Interim => choices.writer_words.expected = case.promised.filter(|day| *day > today),
        // Where the law names no day, the office's own goal is the day that it can promise.
        K::Acknowledgement if answer_due(&office.norms(), case).is_none() => {
            let goals = case.demands.iter().filter_map(|demand| demand.due_legal);
            choices.writer_words.expected = goals.filter(|day| *day > today).min();
        }
        K::InspectionInvitation => {
            if let Some(last) = earlier(&[K::NoShowAct, K::InspectionAct, K::InspectionInvitation])?
            {
                // Another time for the same inspection.
                choices.writer_words.particulars.inspection = letter::Inspection {
                    on: None,
                    at: String::new(),
                    reply_by: None,
                    ..last.writer_words.particulars.inspection
                };
            }
        }
        K::InspectionAct | K::NoShowAct => {
            if let Some(last) = earlier(&[K::InspectionInvitation, K::InspectionAct, K::NoShowAct])?
            {
                choices.writer_words.particulars.inspection =
                    last.writer_words.particulars.inspection;
            }
            let acts = earlier(&[K::InspectionAct, K::NoShowAct])?;
            choices.writer_words.particulars.act.present = match acts {
                Some(last) if !last.writer_words.particulars.act.present.is_empty() => {
                    last.writer_words.particulars.act.present
                }
                _ => vec![Person {
                    role: profile.requisites.signatory.post.clone(),
                    name: profile.requisites.signatory.name.clone(),
                }],
            };
        }
        K::SettlementOffer | K::SettlementAgreement => {
            if let Some(last) = earlier(&[K::SettlementOffer, K::SettlementAgreement])? {
                choices.writer_words.particulars.settlement =
                    last.writer_words.particulars.settlement;
            }
            let until = &mut choices.writer_words.particulars.settlement.until;
            *until = (*until).filter(|d| *d >= today).or(after(OFFER_DAYS));
        }
        K::Correction => {
            choices.writer_words.particulars.correction.letter =
                correctable(case).first().map(|letter| letter.id);
        }
        K::Forwarding | K::ForwardingNotice => {
            if let Some(last) = earlier(&[K::Forwarding, K::ForwardingNotice])? {
                choices.writer_words.particulars.recipient =
                    last.writer_words.particulars.recipient;
                choices.writer_words.particulars.forwarding_reason =
                    last.writer_words.particulars.forwarding_reason;
                choices.writer_words.particulars.disclosure =
                    last.writer_words.particulars.disclosure;
            }
            if kind == K::Forwarding {
                crate::letter::exhibits::enclose_complaint(case, None, &mut choices);
            }
        }
        K::RegulatorReply | K::PlatformReply => {
            match earlier(&[kind])? {
                Some(last) => {
                    choices.writer_words.particulars.recipient =
                        last.writer_words.particulars.recipient;
                    choices.writer_words.particulars.inquiry =
                        last.writer_words.particulars.inquiry;
                }
                None => asked_by(&mut choices.writer_words.particulars, case, kind),
            }
            account(office, case, &mut choices)?;
        }
        K::OwnClaim => {
            if let Some(last) = earlier(&[K::OwnClaim])? {
                choices.writer_words.particulars.recipient =
                    last.writer_words.particulars.recipient;
                choices.writer_words.particulars.claim = last.writer_words.particulars.claim;
            }
            let claim = &mut choices.writer_words.particulars.claim;
            claim.amount = claim.amount.or(case.contents.complaint.fields.matter.price);
            claim.until = claim.until.filter(|d| *d > today).or(after(CLAIM_DAYS));
            account(office, case, &mut choices)?;
        }
        K::PersonalDataReply => {
            // What an office keeps of people, and why, is much the same from
            // one answer to the next.
            let known = office.register().letters_like(&[kind], 1)?;
            if let Some(last) = known.first().and_then(choices_in) {
                choices.writer_words.particulars.data = letter::DataAnswer {
                    none: false,
                    done: String::new(),
                    ..last.writer_words.particulars.data
                };
            }
        }
        K::Acknowledgement
        | K::FinalSatisfied
        | K::FinalPartial
        | K::FinalGoodwill
        | K::FinalRefusal
        | K::Thanks
        | K::Statement => {}
    }
    Ok(choices)
}

/// The letters of a case that a correction may mend, the one issued last first: what is superseded
/// no longer stands, a paper is signed by others, and a correction is replaced and not corrected.
pub(crate) fn correctable(case: &Case) -> Vec<&LetterSummary> {
    let stands = |letter: &&LetterSummary| {
        letter.state == LetterState::Issued
            && !letter.kind.is_paper()
            && letter.kind != LetterKind::Correction
    };
    let mut letters: Vec<&LetterSummary> = case.contents.letters.iter().filter(stands).collect();
    complaint::order::by_key(&mut letters, |letter| {
        std::cmp::Reverse(letter.issued.as_ref().map(|i| i.at))
    });
    letters
}

/// The choices of the case's newest letter among these kinds.
fn newest(office: &Office, case: &Case, kinds: &[LetterKind]) -> Result<Option<LetterChoices>> {
    let of_kind = case
        .contents
        .letters
        .iter()
        .filter(|l| kinds.contains(&l.kind) && l.state != LetterState::Superseded);
    let Some(last) = of_kind.max_by_key(|l| (l.changed_at, l.id)) else {
        return Ok(None);
    };
    let letter = office.register().letter(last.id)?;
    Ok(Some(crate::letter::content::content(&letter)?.choices))
}

fn choices_in(content: &serde_json::Value) -> Option<LetterChoices> {
    serde_json::from_value(content.get("choices")?.clone()).ok()
}

/// The body that asked, where the message of the case is its own request.
fn asked_by(own: &mut Particulars, case: &Case, kind: LetterKind) {
    let complaint = &case.contents.complaint;
    if complaint.fields.matter.kind != Kind::Authority || kind != LetterKind::RegulatorReply {
        return;
    }
    let who = &complaint.fields.matter.complainant;
    let (organisation, name) = match who.kind {
        PartyKind::Organisation => (who.name.clone(), String::new()),
        PartyKind::Person => (String::new(), who.name.clone()),
    };
    own.recipient = Recipient {
        organisation,
        name,
        gender: who.gender,
        dative: who.name_dative.clone(),
        salutation: who.salutation.clone(),
        address: who.address.clone(),
        email: who.email.clone(),
        ..Recipient::default()
    };
    own.inquiry.number = complaint.fields.matter.their_number.clone();
    own.inquiry.on = complaint.fields.matter.their_date;
}

/// What was checked and done, as an earlier letter or the decisions say it.
fn account(office: &Office, case: &Case, choices: &mut LetterChoices) -> Result<()> {
    let earlier = newest(
        office,
        case,
        &[
            LetterKind::RegulatorReply,
            LetterKind::PlatformReply,
            LetterKind::OwnClaim,
            LetterKind::Forwarding,
            LetterKind::FinalSatisfied,
        ],
    )?;
    if let Some(last) = earlier {
        choices.writer_words.findings = last.writer_words.findings;
        choices.findings_evidence = last.findings_evidence;
        choices.writer_words.measures = last.writer_words.measures;
    }
    if choices.writer_words.findings.trim().is_empty() {
        let mut said: Vec<&str> = Vec::new();
        for decision in case.demands.iter().filter_map(|d| d.decision.as_ref()) {
            let reasons = decision.reasons.trim();
            if !reasons.is_empty() && !said.contains(&reasons) {
                said.push(reasons);
            }
            for id in &decision.evidence {
                if !choices.findings_evidence.contains(id) {
                    choices.findings_evidence.push(*id);
                }
            }
        }
        choices.writer_words.findings = said.join("\n");
    }
    Ok(())
}

/// What a letter may say of an issued letter of its case.
pub(crate) fn issued_letter(case: &Case, id: LetterId) -> Option<EarlierLetter> {
    let letter = case.contents.letters.iter().find(|l| l.id == id)?;
    let issued = letter.issued.as_ref()?;
    Some(EarlierLetter {
        kind: letter.kind,
        number: issued.number.clone(),
        date: issued.at.date_naive(),
        by_name: false,
    })
}

/// The issued letter that a letter replaces.
pub(crate) fn replaced(case: &Case, letter: &LetterSummary) -> Option<EarlierLetter> {
    issued_letter(case, letter.supersedes?)
}

/// Who gets a letter of that kind: the complainant, or the one the writer named.
pub(crate) fn receiver(case: &Case, kind: LetterKind, choices: &LetterChoices) -> Complainant {
    let to = &choices.writer_words.particulars.recipient;
    if !kind.is_read_by_others() {
        return case.contents.complaint.fields.matter.complainant.clone();
    }
    // A statement goes to whoever writes it, and is no letter.
    if kind.addressed_to() == AddressedTo::Nobody {
        return Complainant::default();
    }
    Complainant {
        kind: PartyKind::Organisation,
        name: to.called(),
        address: to.address.clone(),
        email: to.email.clone(),
        ..Complainant::default()
    }
}

/// What a letter promises and asks for lies ahead of its own day.
pub(crate) fn ahead(choices: &LetterChoices, today: NaiveDate) -> Result<()> {
    if choices.writer_words.expected.is_some_and(|day| day < today) {
        return field("expected", FieldProblem::TooEarly);
    }
    if choices
        .writer_words
        .answer_by
        .is_some_and(|day| day < today)
    {
        return field("answer_by", FieldProblem::TooEarly);
    }
    Ok(())
}

/// Refuses choices that can't be: a day that has passed for something to come,
/// a day to come for something that was, a correction of what can't be corrected.
pub(crate) fn check(
    case: &Case,
    kind: LetterKind,
    choices: &LetterChoices,
    today: NaiveDate,
) -> Result<()> {
    let own = &choices.writer_words.particulars;
    let past = |day: Option<NaiveDate>| day.is_some_and(|d| d < today);
    let coming = |day: Option<NaiveDate>| day.is_some_and(|d| d > today);
    use LetterKind as K;
    match kind {
        K::InspectionInvitation => {
            if past(own.inspection.on) {
                return field("inspection.on", FieldProblem::TooEarly);
            }
            if past(own.inspection.reply_by) {
                return field("inspection.reply_by", FieldProblem::TooEarly);
            }
        }
        K::InspectionAct | K::NoShowAct => {
            if coming(own.inspection.on) {
                return field("inspection.on", FieldProblem::Future);
            }
        }
        K::SettlementOffer => {
            if past(own.settlement.until) {
                return field("settlement.until", FieldProblem::TooEarly);
            }
        }
        K::OwnClaim => {
            if past(own.claim.until) {
                return field("claim.until", FieldProblem::TooEarly);
            }
        }
        K::RegulatorReply | K::PlatformReply => {
            if coming(own.inquiry.on) {
                return field("inquiry.on", FieldProblem::Future);
            }
        }
        K::Correction => {
            let named = own.correction.letter;
            let can_be = |id| correctable(case).iter().any(|letter| letter.id == id);
            if named.is_some_and(|id| !can_be(id)) {
                return field("correction.letter", FieldProblem::Foreign);
            }
        }
        K::Acknowledgement
        | K::InformationRequest
        | K::Interim
        | K::FinalSatisfied
        | K::FinalPartial
        | K::FinalGoodwill
        | K::FinalRefusal
        | K::PersonalDataReply
        | K::Thanks
        | K::SettlementAgreement
        | K::Forwarding
        | K::ForwardingNotice
        | K::Statement => {}
    }
    Ok(())
}

/// Recipients of earlier letters, the last one first: of that kind before others.
///
/// # Errors
/// Those of the register.
pub fn recipients(office: &Office, _by: &By, input: RecipientQuestion) -> Result<Vec<Recipient>> {
    let others: Vec<LetterKind> = LetterKind::ALL
        .iter()
        .copied()
        .filter(|k| k.addressed_to() == AddressedTo::Named && *k != input.kind)
        .collect();
    let mut out: Vec<Recipient> = Vec::new();
    for kinds in [vec![input.kind], others] {
        for content in office.register().letters_like(&kinds, 100)? {
            let Some(choices) = choices_in(&content) else {
                continue;
            };
            let who = choices.writer_words.particulars.recipient;
            let known = |r: &Recipient| r.organisation == who.organisation && r.name == who.name;
            if !who.is_empty() && !out.iter().any(known) && out.len() < RECIPIENTS {
                out.push(who);
            }
        }
    }
    Ok(out)
}
