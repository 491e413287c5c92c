//! What an approval is bound to, and whether it still stands.

use crate::error::{OfficeError, Result, Unapproved};
use crate::letter::content::{Content, content};
use crate::letter::facts::case_for_letter;
use crate::letter::fingerprint::{FingerprintedFacts, FingerprintedLetter};
use crate::letter::values::ApprovalView;
use crate::office::Office;
use complaint::{
    ApprovalState, DecisionKind, LetterId, LetterState, Matter, Money, OfficeProfile, VoidReason,
};
use letter::{CaseForLetter, Difference, DifferingPart};
use register::{By, Case, Change, Letter, Op};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

/// What is approved: the text, the choices, and the facts it is composed from.
/// The day of reading is no part of it, nor are letters issued meanwhile.
#[derive(Serialize, Deserialize)]
pub(crate) struct Approved {
    letter: FingerprintedLetter,
    facts: FingerprintedFacts,
}

impl Approved {
    pub fn of(content: &Content, facts: &CaseForLetter) -> Result<Self> {
        Ok(Self {
            letter: FingerprintedLetter(to_json(content)?),
            facts: FingerprintedFacts::of(facts),
        })
    }

    pub fn fingerprint(&self) -> Result<String> {
        let bytes = serde_json::to_vec(self).map_err(register::RegisterError::from)?;
        Ok(Sha256::digest(bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect())
    }
}

pub(crate) fn to_json(value: &impl Serialize) -> Result<Json> {
    serde_json::to_value(value).map_err(|e| register::RegisterError::from(e).into())
}

/// A letter with all that its approval is bound to.
pub(crate) struct Subject {
    pub letter: Letter,
    pub content: Content,
    pub case: Case,
    pub facts: CaseForLetter,
    pub profile: OfficeProfile,
}

/// The letter as a change finds it.
pub(crate) fn subject(office: &Office, change: &Change<'_>, letter: LetterId) -> Result<Subject> {
    let letter = change.letter(letter)?;
    let case = change.case(letter.complaint)?;
    let content = content(&letter)?;
    let profile = office.register().profile()?;
    let today = change.by().now.date_naive();
    let mut facts = case_for_letter(office, &case, &profile, &content.choices, today);
    facts.replaces = crate::letter::choices::replaced(&case, &letter.summary);
    Ok(Subject {
        letter,
        content,
        case,
        facts,
        profile,
    })
}

/// What is decided of a case's demands, each with the sum it grants.
pub(crate) fn decided(case: &Case) -> Vec<(DecisionKind, Option<Money>)> {
    let decided = case.demands.iter().filter_map(|demand| {
        let decision = demand.decision.as_ref()?;
        Some((decision.kind, decision.granted(demand.fields.amount)))
    });
    decided.collect()
}

fn needed(profile: &OfficeProfile, letter: &Letter, case: &Case) -> bool {
    profile.approval.needed(letter.summary.kind, &decided(case))
}

/// Sees that a letter may be issued as far as the head's word goes.
///
/// # Errors
/// [`OfficeError::NotApproved`].
pub(crate) fn may_issue(read: &Subject) -> Result<()> {
    match lack(read)? {
        Some(lack) => Err(OfficeError::NotApproved(lack)),
        None => Ok(()),
    }
}

/// What the head's word lacks for a draft, where it is needed.
fn lack(read: &Subject) -> Result<Option<Unapproved>> {
    let draft = read.letter.summary.state == LetterState::Draft;
    if !draft || !needed(&read.profile, &read.letter, &read.case) {
        return Ok(None);
    }
    let latest = read.letter.summary.approval.as_ref();
    Ok(match latest.map(|a| a.state) {
        None | Some(ApprovalState::Recalled) => Some(Unapproved::NotSubmitted),
        Some(ApprovalState::Waiting) => Some(Unapproved::Waiting),
        Some(ApprovalState::Returned) => Some(Unapproved::Returned),
        Some(ApprovalState::Void) => Some(Unapproved::Changed),
        Some(ApprovalState::Approved) => {
            let fingerprint = Approved::of(&read.content, &read.facts)?.fingerprint()?;
            let stands = latest.and_then(|a| a.fingerprint.as_ref()) == Some(&fingerprint);
            (!stands).then_some(Unapproved::Changed)
        }
    })
}

/// Notes an approval as void whose ground outside the case is gone.
pub(crate) fn void_without_ground(office: &Office, by: &By, letter: LetterId) -> Result<()> {
    office.register().transact(by, Op::LetterVoid, |change| {
        let read = subject(office, change, letter)?;
        let approval = read.letter.summary.approval.as_ref();
        let approved = approval.is_some_and(|a| a.state == ApprovalState::Approved);
        if approved && lack(&read)?.is_some() {
            change.letter_void(letter, VoidReason::Office)?;
        }
        Ok::<_, OfficeError>(())
    })?;
    Ok(())
}

/// Where a letter's approval stands, for its card.
pub(crate) fn view(
    office: &Office,
    by: &By,
    letter: &Letter,
    content: &Content,
    case: &Case,
    profile: &OfficeProfile,
    facts: &CaseForLetter,
) -> Result<ApprovalView> {
    let history = office.register().approvals(letter.summary.id)?;
    let draft = letter.summary.state == LetterState::Draft;
    let rules = &profile.approval;
    let mut view = ApprovalView {
        needed: draft && needed(profile, letter, case),
        approver_acts: rules.is_approver(&by.actor),
        approver: [rules.post.trim(), rules.name.trim()]
            .join(" ")
            .trim()
            .to_owned(),
        ..ApprovalView::default()
    };
    if draft {
        let now = Approved::of(content, facts)?;
        view.fingerprint = now.fingerprint()?;
        let latest = history.first();
        view.stands = latest.is_some_and(|a| {
            a.state == ApprovalState::Approved && a.fingerprint.as_ref() == Some(&view.fingerprint)
        });
        let fell = history.iter().any(|a| a.fingerprint.is_some()) && !view.stands;
        if fell && let Some(content) = office.register().approved_content(letter.summary.id)? {
            view.differences = differences(content, &now)?;
        }
    } else {
        view.stands = history
            .first()
            .is_some_and(|a| a.state == ApprovalState::Approved);
    }
    view.stage = history.first().map(|latest| latest.state);
    if view.stage == Some(ApprovalState::Approved) && !view.stands {
        view.stage = Some(ApprovalState::Void);
    }
    view.history = history;
    Ok(view)
}

/// What differs from the content that was approved.
fn differences(approved: Json, now: &Approved) -> Result<Vec<Difference>> {
    let read = |json: Json| -> Result<Content> {
        serde_json::from_value(json).map_err(|e| register::RegisterError::from(e).into())
    };
    // An approval of a former program may lack what a letter has now; then the
    // screens say that it fell without saying why.
    let Ok(before) = serde_json::from_value::<Approved>(approved) else {
        return Ok(Vec::new());
    };
    let Ok(was) = read(before.letter.0) else {
        return Ok(Vec::new());
    };
    let is = read(now.letter.0.clone())?;
    let mut found = letter::differences(&was.text, &is.text);
    let mut differs = |what: DifferingPart, differs: bool| {
        if differs {
            found.push(Difference {
                what,
                before: String::new(),
                after: String::new(),
            });
        }
    };
    let (old, new) = (&before.facts.0, &now.facts.0);
    differs(DifferingPart::Choices, was.choices != is.choices);
    differs(DifferingPart::Demands, old.demands != new.demands);
    differs(
        DifferingPart::Complainant,
        old.matter.complainant != new.matter.complainant,
    );
    differs(DifferingPart::Requisites, old.office != new.office);
    let rest = |case: &CaseForLetter| CaseForLetter {
        demands: Vec::new(),
        matter: Matter {
            complainant: complaint::Complainant::default(),
            ..case.matter.clone()
        },
        office: new.office.clone(),
        ..case.clone()
    };
    differs(DifferingPart::Case, rest(old) != rest(new));
    Ok(found)
}

/// The line that says who approved the letter, where the office wants it
/// printed and the letter is approved as it is.
pub(crate) fn printed(
    profile: &OfficeProfile,
    letter: &Letter,
    content: &Content,
    facts: &CaseForLetter,
) -> Result<Option<String>> {
    let approval = match &letter.summary.approval {
        Some(approval) if profile.approval.printed => approval,
        _ => return Ok(None),
    };
    let (Some(at), Some(who)) = (approval.told_at, &approval.told_by) else {
        return Ok(None);
    };
    let fingerprint = Approved::of(content, facts)?.fingerprint()?;
    if approval.state != ApprovalState::Approved
        || approval.fingerprint.as_ref() != Some(&fingerprint)
    {
        return Ok(None);
    }
    let language = letter.summary.language;
    let day = at.date_naive();
    Ok(Some(letter::approval_line(
        language,
        &profile.approval.post,
        &who.0,
        day,
    )))
}
