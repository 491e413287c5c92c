//! The papers of an inspection: what is still missing so that they show by
//! themselves that an inspection was offered and did not take place, and all
//! of them in one file.

use crate::bundle::piece::MOST_DRAWN;
use crate::case::values::ComplaintRef;
use crate::document::content::{content_bytes, hash};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::content::content;
use crate::letter::values::LetterChoices;
use crate::office::Office;
use crate::paper::laid_in::{LaidIn, Laying, bound, front};
use crate::paper::papers::frame;
use crate::paper::proof::ProofFile;
use crate::paper::values::{
    InspectionMake, InspectionPaper, InspectionStep, InspectionView, StepState, StepWhat,
};
use crate::texts::texts;
use chrono::NaiveDate;
use complaint::{
    DeliveryState, Dispatch, Document, DocumentId, Language, LetterKind, LetterState, LetterSummary,
};
use letter::{Absence, InspectionCover, ProofPart, paper_phrase, paper_word};
use press::Part;
use register::{By, Case, Op};

/// The longest paper that is laid into the file, bytes.
const PAPER_LIMIT: u64 = 64 * 1024 * 1024;

/// One invitation and what came of it.
struct Round {
    invitation: LetterSummary,
    choices: LetterChoices,
    dispatches: Vec<Dispatch>,
    act: Option<(LetterSummary, LetterChoices)>,
}

impl Round {
    /// The dispatch that shows most: settled before one on its way.
    fn dispatch(&self) -> Option<&Dispatch> {
        self.dispatches
            .iter()
            .rev()
            .find(|d| d.state().is_settled())
            .or(self.dispatches.last())
    }

    fn day(&self) -> Option<NaiveDate> {
        self.choices.writer_words.particulars.inspection.on
    }
}

fn issued(case: &Case, kinds: &[LetterKind]) -> Vec<LetterSummary> {
    let letters = case.contents.letters.iter();
    let mut found: Vec<LetterSummary> = letters
        .filter(|l| l.state == LetterState::Issued && kinds.contains(&l.kind))
        .cloned()
        .collect();
    complaint::order::by_key(&mut found, |l| (l.issued.as_ref().map(|i| i.at), l.id));
    found
}

fn rounds(office: &Office, case: &Case) -> Result<Vec<Round>> {
    let choices = |letter: &LetterSummary| -> Result<LetterChoices> {
        Ok(content(&office.register().letter(letter.id)?)?.choices)
    };
    let at = |letter: &LetterSummary| letter.issued.as_ref().map(|i| i.at);
    let invitations = issued(case, &[LetterKind::InspectionInvitation]);
    let acts = issued(case, &[LetterKind::NoShowAct, LetterKind::InspectionAct]);
    let mut out = Vec::new();
    for (place, invitation) in invitations.iter().enumerate() {
        let next = invitations.get(place + 1).and_then(at);
        let act = acts
            .iter()
            .find(|act| at(act) >= at(invitation) && next.is_none_or(|next| at(act) < Some(next)));
        out.push(Round {
            choices: choices(invitation)?,
            dispatches: office.register().dispatches(invitation.id)?,
            act: match act {
                Some(act) => Some((act.clone(), choices(act)?)),
                None => None,
            },
            invitation: invitation.clone(),
        });
    }
    Ok(out)
}

/// What there is of the papers of an inspection, and what is still missing.
///
/// # Errors
/// Those of the register.
pub fn inspection_papers(office: &Office, by: &By, input: ComplaintRef) -> Result<InspectionView> {
    let case = office.register().case(input.complaint)?;
    let rounds = rounds(office, &case)?;
    let today = by.now.date_naive();
    let draft = |kinds: &[LetterKind]| {
        case.contents
            .letters
            .iter()
            .find(|l| l.state == LetterState::Draft && kinds.contains(&l.kind))
            .map(|l| l.id)
    };
    let mut steps = Vec::new();
    for (place, again) in [(0, false), (1, true)] {
        let round = rounds.get(place);
        // The second round is worth it only once the first came to nothing.
        if again && rounds.first().is_none_or(|first| first.act.is_none()) {
            break;
        }
        steps.extend(steps_of(round, again, today, &draft));
    }
    let took_place = rounds
        .iter()
        .filter_map(|round| round.act.as_ref())
        .any(|(act, _)| act.kind == LetterKind::InspectionAct);
    let may_make = rounds.iter().any(|round| round.act.is_some());
    let papers = papers(&case, &rounds, &[])
        .into_iter()
        .map(|paper| InspectionPaper {
            title: title(&paper, Language::Ru),
            title_en: title(&paper, Language::En),
            document: paper.document(),
        })
        .collect();
    Ok(InspectionView {
        complete: may_make
            && steps
                .iter()
                .all(|s| !s.needed || s.state == StepState::Done),
        may_make,
        took_place,
        steps,
        papers,
    })
}

fn steps_of(
    round: Option<&Round>,
    again: bool,
    today: NaiveDate,
    draft: &dyn Fn(&[LetterKind]) -> Option<complaint::LetterId>,
) -> Vec<InspectionStep> {
    let step = |what: StepWhat, state, letter, on| InspectionStep {
        writes: what.writes(),
        what,
        state,
        again,
        needed: !again,
        letter,
        on,
    };
    let Some(round) = round else {
        let letter = draft(&[LetterKind::InspectionInvitation]);
        return vec![step(StepWhat::Invite, StepState::Missing, letter, None)];
    };
    let letter = Some(round.invitation.id);
    let on = round
        .invitation
        .issued
        .as_ref()
        .map(|issued| issued.at.date_naive());
    let mut out = vec![step(StepWhat::Invite, StepState::Done, letter, on)];
    let dispatch = round.dispatch();
    let sent = dispatch.map(|d| d.fields.sent_at.date_naive());
    let done = |there: bool| {
        if there {
            StepState::Done
        } else {
            StepState::Missing
        }
    };
    out.push(step(StepWhat::Send, done(sent.is_some()), letter, sent));
    if let Some(dispatch) = dispatch {
        let proved = dispatch.fields.receipt.is_some()
            || dispatch
                .events
                .iter()
                .any(|event| event.fields.document.is_some());
        out.push(step(StepWhat::Receipt, done(proved), letter, sent));
        let state = match dispatch.state() {
            DeliveryState::Delivered | DeliveryState::Refused | DeliveryState::Returned => {
                StepState::Done
            }
            DeliveryState::Lost => StepState::Missing,
            DeliveryState::HandedOver | DeliveryState::InTransit | DeliveryState::KeptInOffice => {
                StepState::Waiting
            }
        };
        let on = dispatch.settled().map(|event| event.fields.on).or(sent);
        let on = on.filter(|_| state == StepState::Done);
        out.push(step(StepWhat::Notice, state, letter, on));
    }
    let day = round.day();
    let past = day.is_some_and(|day| day <= today);
    out.push(step(
        StepWhat::Day,
        match (past, day) {
            (true, _) => StepState::Done,
            (false, Some(_)) => StepState::Waiting,
            (false, None) => StepState::Missing,
        },
        letter,
        day,
    ));
    match &round.act {
        Some((act, _)) => {
            let on = act.issued.as_ref().map(|i| i.at.date_naive());
            out.push(step(StepWhat::Act, StepState::Done, Some(act.id), on));
        }
        None => {
            let letter = draft(&[LetterKind::NoShowAct, LetterKind::InspectionAct]);
            let state = if past {
                StepState::Missing
            } else {
                StepState::Waiting
            };
            out.push(step(StepWhat::Act, state, letter, None));
        }
    }
    out
}

/// A paper of the file, before its bytes are read.
enum Wanted {
    Letter {
        number: String,
        sha256: String,
        what: &'static str,
    },
    Receipt(Document),
    Notice(Document),
    Chosen(Document),
}

impl Wanted {
    fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Letter { .. } => None,
            Self::Receipt(d) | Self::Notice(d) | Self::Chosen(d) => Some(d.id),
        }
    }
}

fn title(paper: &Wanted, language: Language) -> String {
    match paper {
        Wanted::Letter { number, what, .. } => paper_phrase(language, what, &[("number", number)]),
        Wanted::Receipt(d) => {
            paper_phrase(language, "inspection_receipt", &[("name", &d.fields.name)])
        }
        Wanted::Notice(d) => {
            paper_phrase(language, "inspection_notice", &[("name", &d.fields.name)])
        }
        Wanted::Chosen(d) => d.fields.name.clone(),
    }
}

fn act_phrase(act: &LetterSummary, choices: &LetterChoices) -> &'static str {
    if act.kind == LetterKind::InspectionAct {
        return "inspection_done";
    }
    match choices.writer_words.particulars.act.absence {
        Absence::DidNotCome => "inspection_act",
        Absence::NoAccess => "inspection_act_access",
        Absence::Withheld => "inspection_act_withheld",
    }
}

/// The papers in the order in which things happened, each once; then those that were chosen.
fn papers(case: &Case, rounds: &[Round], chosen: &[DocumentId]) -> Vec<Wanted> {
    let mut seen: Vec<DocumentId> = Vec::new();
    let mut take = |id: Option<DocumentId>| -> Option<Document> {
        let found = case.contents.documents.iter().find(|d| Some(d.id) == id)?;
        if seen.contains(&found.id) {
            return None;
        }
        seen.push(found.id);
        Some(found.clone())
    };
    let mut out = Vec::new();
    let letter = |summary: &LetterSummary, what| {
        summary.issued.as_ref().map(|issued| Wanted::Letter {
            number: issued.number.clone(),
            sha256: issued.sha256.clone(),
            what,
        })
    };
    for round in rounds {
        out.extend(letter(&round.invitation, "inspection_letter"));
        for dispatch in &round.dispatches {
            out.extend(take(dispatch.fields.receipt).map(Wanted::Receipt));
            for event in &dispatch.events {
                out.extend(take(event.fields.document).map(Wanted::Notice));
            }
        }
        if let Some((act, choices)) = &round.act {
            out.extend(letter(act, act_phrase(act, choices)));
        }
    }
    for id in chosen {
        out.extend(take(Some(*id)).map(Wanted::Chosen));
    }
    out
}

/// What happened, by day.
fn course(rounds: &[Round], language: Language) -> Vec<(NaiveDate, String)> {
    let mut out = Vec::new();
    let day = |day: NaiveDate| match language {
        Language::Ru => russian::date::short(day),
        Language::En => russian::date::english(day),
    };
    for (place, round) in rounds.iter().enumerate() {
        let Some(issued) = &round.invitation.issued else {
            continue;
        };
        let number = issued.number.as_str();
        let own = &round.choices.writer_words.particulars.inspection;
        let name = if place == 0 {
            "inspection_invited"
        } else {
            "inspection_invited_again"
        };
        let when = match (own.on, own.at.trim()) {
            (Some(on), "") => day(on),
            (Some(on), at) => format!("{}, {at}", day(on)),
            (None, at) => at.to_owned(),
        };
        let values = [
            ("number", number),
            ("date", when.as_str()),
            ("place", own.place.trim()),
        ];
        out.push((
            issued.at.date_naive(),
            paper_phrase(language, name, &values),
        ));
        for dispatch in &round.dispatches {
            let way = paper_word(language, "way", dispatch.fields.way.as_str());
            let tracking = dispatch.fields.tracking.as_str();
            let name = if tracking.is_empty() {
                "inspection_sent"
            } else {
                "inspection_tracked"
            };
            let values = [("number", number), ("way", way), ("tracking", tracking)];
            out.push((
                dispatch.fields.sent_at.date_naive(),
                paper_phrase(language, name, &values),
            ));
            for event in &dispatch.events {
                let state = paper_word(language, "state", event.fields.state.as_str());
                let mut said = paper_phrase(
                    language,
                    "inspection_arrived",
                    &[("number", number), ("state", state)],
                );
                if !event.fields.reason.trim().is_empty() {
                    said.push_str(&format!(" ({})", event.fields.reason.trim()));
                }
                out.push((event.fields.on, said));
            }
        }
        if let Some((act, choices)) = &round.act
            && let Some(issued) = &act.issued
        {
            let name = act_phrase(act, choices);
            let said = paper_phrase(language, name, &[("number", &issued.number)]);
            out.push((issued.at.date_naive(), said));
        }
    }
    complaint::order::by_key(&mut out, |(day, _)| *day);
    out
}

/// Puts the papers of an inspection into one file, with a list in front and the originals attached.
/// The making is written into the journal.
///
/// # Errors
/// [`FieldProblem::Missing`] while there is no act; [`FieldProblem::Foreign`] for a document of
/// another case; those of the register and of the typesetter.
pub fn inspection_make(office: &Office, by: &By, input: &InspectionMake) -> Result<ProofFile> {
    let case = office.register().case(input.complaint)?;
    its_documents(&case, &input.documents)?;
    let rounds = rounds(office, &case)?;
    if !rounds.iter().any(|round| round.act.is_some()) {
        return field("act", FieldProblem::Missing);
    }
    let profile = office.register().profile()?;
    let language = input.language.unwrap_or(profile.language);
    let around = frame(&profile, language, by, input.complaint.to_string());
    let laying = Laying {
        office,
        by,
        case: &case,
        frame: &around,
    };
    let mut room = MOST_DRAWN;
    let mut laid: Vec<LaidIn> = Vec::new();
    for (place, paper) in papers(&case, &rounds, &input.documents).iter().enumerate() {
        let title = title(paper, language);
        let name = |name: &str| format!("{:02} {}", place + 1, complaint::safe_file_name(name));
        laid.push(match paper {
            Wanted::Letter { number, sha256, .. } => {
                let name = name(&format!("{number}.pdf"));
                LaidIn::ours(title, name, content_bytes(office, sha256)?)?
            }
            Wanted::Receipt(d) | Wanted::Notice(d) | Wanted::Chosen(d) => {
                if d.bytes > PAPER_LIMIT {
                    return field("documents", FieldProblem::TooLong);
                }
                laying.document(d, title, name(&d.fields.name), &mut room)?
            }
        });
    }
    let complaint = &case.contents.complaint;
    let number = complaint.number.clone();
    let meta = press::Meta {
        title: paper_phrase(language, "inspection_title", &[("complaint", &number)]),
        author: profile.requisites.name.clone(),
        subject: number.clone(),
        language: match language {
            Language::Ru => press::Language::Ru,
            Language::En => press::Language::En,
        },
        created: by.now,
        seed: input.complaint.to_string(),
    };
    let front = front(&laid, |pages| {
        let cover = InspectionCover {
            complaint: number.clone(),
            name: complaint.fields.matter.complainant.name.clone(),
            course: course(&rounds, language),
            parts: laid
                .iter()
                .zip(pages)
                .map(|(paper, page)| ProofPart {
                    title: paper.title.clone(),
                    page: *page,
                    sha256: hash(&paper.bytes),
                })
                .collect(),
            today: by.now.date_naive(),
        };
        press::print(&letter::inspection_cover(&cover, &around))
    })?;
    let first = Part {
        title: paper_phrase(language, "inspection_cover", &[]),
        bytes: front,
    };
    let joined = bound(&meta, first, laid)?;
    let word = texts(language).inspection_file;
    Ok(ProofFile {
        name: complaint::safe_file_name(&format!("{word} {}.pdf", number.replace('/', "-"))),
        bytes: joined.pdf,
    })
}

/// Refuses documents of another case.
fn its_documents(case: &Case, ids: &[DocumentId]) -> Result<()> {
    let own = |id| {
        let mut documents = case.contents.documents.iter();
        documents.any(|document| document.id == id)
    };
    if ids.iter().all(|&id| own(id)) {
        Ok(())
    } else {
        field("documents", FieldProblem::Foreign)
    }
}

/// Notes in the journal that the file was made and kept somewhere; records that can't be written to note nothing.
///
/// # Errors
/// [`FieldProblem::Foreign`] for a document of another case; those of the register.
pub fn inspection_made(office: &Office, by: &By, input: &InspectionMake, pdf: &[u8]) -> Result<()> {
    if office.register().unwritable().is_some() {
        return Ok(());
    }
    office
        .register()
        .transact(by, Op::ObstructionMade, |change| {
            let case = change.case(input.complaint)?;
            its_documents(&case, &input.documents)?;
            let rounds = rounds(office, &case)?;
            let count = papers(&case, &rounds, &input.documents).len() as u64;
            Ok::<_, OfficeError>(change.obstruction_made(input.complaint, &hash(pdf), count)?)
        })?;
    Ok(())
}
