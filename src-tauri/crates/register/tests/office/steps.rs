//! Changes of one step each, so that tests of one thing read as such.

use chrono::{DateTime, FixedOffset};
use complaint::*;
use register::*;

/// What a change of one step added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added<Id> {
    pub id: Id,
    pub done: Done,
}

/// A complaint that a change of one step wrote into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub id: ComplaintId,
    pub number: String,
    pub person: PersonId,
    pub done: Done,
}

/// The steps of a change, each as a change of its own.
pub trait SingleSteps {
    fn register(&self) -> &Register;

    /// Turns back the latest change of a complaint that still stands; called
    /// again, the one before it. Gives the change it turned back.
    fn undo_last(&self, by: &By, complaint: ComplaintId) -> Result<(i64, Done)> {
        let rows = self.register().journal_of(complaint, 1_000)?;
        let standing = |row: &&JournalRow| row.op != Op::Undo && row.undone_by.is_none();
        let latest = rows.iter().find(standing);
        let seq = latest.ok_or(RegisterError::NothingToUndo)?.seq;
        Ok((seq, self.register().undo(by, seq)?))
    }

    fn complaint_add(&self, by: &By, new: &NewComplaint) -> Result<Recorded> {
        self.complaint_add_with(by, new, &[])
    }

    fn complaint_add_with(
        &self,
        by: &By,
        new: &NewComplaint,
        goals: &[NewClock],
    ) -> Result<Recorded> {
        let (register::Recorded { id, number, person }, done) =
            self.register().transact(by, Op::ComplaintAdd, |change| {
                change.complaint_add(None, new, goals)
            })?;
        Ok(Recorded {
            id,
            number,
            person,
            done,
        })
    }

    fn letter_issue<E>(
        &self,
        by: &By,
        id: LetterId,
        set: impl FnOnce(&str, DateTime<FixedOffset>) -> Result<TypesetLetter, E>,
    ) -> Result<(IssuedFacts, Done), IssueError<E>> {
        self.register()
            .transact(by, Op::LetterIssue, |change| change.letter_issue(id, set))
    }

    fn name_form_keep(&self, by: &By, new: &NameFormFields) -> Result<Option<Done>> {
        let op = if new.words.trim().is_empty() {
            Op::NameFormForget
        } else {
            Op::NameFormKeep
        };
        let (kept, done) = self
            .register()
            .transact(by, op, |change| change.name_form_keep(new))?;
        Ok(kept.then_some(done))
    }

    fn template_retire(&self, by: &By, id: TemplateId, retired: bool) -> Result<Done> {
        let op = if retired {
            Op::TemplateRetire
        } else {
            Op::TemplateRestore
        };
        Ok(self
            .register()
            .transact(by, op, |change| change.template_retire(id, retired))?
            .1)
    }

    fn complaint_edit(
        &self,
        by: &By,
        id: ComplaintId,
        expected: Option<i64>,
        fields: &ComplaintFields,
    ) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintEdit, |change| {
                change.complaint_edit(id, expected, fields, CardScope::EveryCase)
            })?
            .1)
    }

    fn complaint_acknowledge(&self, by: &By, id: ComplaintId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintAcknowledge, |change| {
                change.complaint_acknowledge(id)
            })?
            .1)
    }

    fn complaint_close(&self, by: &By, id: ComplaintId, closing: &Closing) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintClose, |change| {
                change.complaint_close(id, closing)
            })?
            .1)
    }

    fn complaint_reopen(&self, by: &By, id: ComplaintId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintReopen, |change| {
                change.complaint_reopen(id)
            })?
            .1)
    }

    fn complaint_trash(&self, by: &By, id: ComplaintId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintTrash, |change| {
                change.complaint_trash(id, "")
            })?
            .1)
    }

    fn complaint_restore(&self, by: &By, id: ComplaintId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::ComplaintRestore, |change| {
                change.complaint_restore(id)
            })?
            .1)
    }

    fn person_edit(&self, by: &By, id: PersonId, card: &Complainant) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::PersonEdit, |change| change.person_edit(id, card))?
            .1)
    }

    fn demand_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        demand: &NewDemand,
    ) -> Result<Added<DemandId>> {
        let (id, done) = self.register().transact(by, Op::DemandAdd, |change| {
            change.demand_add(complaint, demand)
        })?;
        Ok(Added { id, done })
    }

    fn demand_edit(&self, by: &By, id: DemandId, demand: &NewDemand) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DemandEdit, |change| change.demand_edit(id, demand))?
            .1)
    }

    fn demand_remove(&self, by: &By, id: DemandId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DemandRemove, |change| change.demand_remove(id))?
            .1)
    }

    fn decide(&self, by: &By, demand: DemandId, decision: Option<&Decision>) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DemandDecide, |change| {
                change.decide(demand, decision)
            })?
            .1)
    }

    fn diary_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        entry: &DiaryFields,
    ) -> Result<Added<DiaryId>> {
        let (id, done) = self.register().transact(by, Op::DiaryAdd, |change| {
            change.diary_add(complaint, entry)
        })?;
        Ok(Added { id, done })
    }

    fn diary_edit(&self, by: &By, id: DiaryId, entry: &DiaryFields) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DiaryEdit, |change| change.diary_edit(id, entry))?
            .1)
    }

    fn diary_remove(&self, by: &By, id: DiaryId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DiaryRemove, |change| change.diary_remove(id))?
            .1)
    }

    fn note_add(&self, by: &By, complaint: ComplaintId, words: &str) -> Result<Added<NoteId>> {
        let (id, done) = self
            .register()
            .transact(by, Op::NoteAdd, |change| change.note_add(complaint, words))?;
        Ok(Added { id, done })
    }

    fn note_edit(&self, by: &By, id: NoteId, words: &str) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::NoteEdit, |change| change.note_edit(id, words))?
            .1)
    }

    fn document_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        new: &NewDocument,
        stored: &StoredFile,
    ) -> Result<Added<DocumentId>> {
        let (id, done) = self.register().transact(by, Op::DocumentAdd, |change| {
            change.document_add(complaint, new, stored)
        })?;
        Ok(Added { id, done })
    }

    fn document_trash(&self, by: &By, id: DocumentId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DocumentTrash, |change| change.document_trash(id))?
            .1)
    }

    fn document_restore(&self, by: &By, id: DocumentId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DocumentRestore, |change| {
                change.document_restore(id)
            })?
            .1)
    }

    fn letter_draft_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        letter: &NewLetter,
    ) -> Result<Added<LetterId>> {
        let (id, done) = self.register().transact(by, Op::LetterDraftAdd, |change| {
            change.letter_draft_add(complaint, letter)
        })?;
        Ok(Added { id, done })
    }

    fn letter_draft_save(&self, by: &By, id: LetterId, letter: &NewLetter) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::LetterDraftSave, |change| {
                change.letter_draft_save(id, letter)
            })?
            .1)
    }

    fn letter_draft_delete(&self, by: &By, id: LetterId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::LetterDraftDelete, |change| {
                change.letter_draft_delete(id)
            })?
            .1)
    }

    fn letter_supersede(&self, by: &By, old: LetterId) -> Result<Added<LetterId>> {
        let (id, done) = self
            .register()
            .transact(by, Op::LetterSupersede, |change| {
                change.letter_supersede(old)
            })?;
        Ok(Added { id, done })
    }

    fn letter_sent(
        &self,
        by: &By,
        id: LetterId,
        channel: Channel,
        at: DateTime<FixedOffset>,
    ) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::LetterSent, |change| {
                change.letter_sent(id, channel, at)
            })?
            .1)
    }

    fn question_answered(&self, by: &By, complaint: ComplaintId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::QuestionAnswered, |change| {
                change.question_answered(complaint)
            })?
            .1)
    }

    fn letter_submit(&self, by: &By, letter: LetterId, note: &str) -> Result<Added<ApprovalId>> {
        let (id, done) = self.register().transact(by, Op::LetterSubmit, |change| {
            change.letter_submit(letter, note)
        })?;
        Ok(Added { id, done })
    }

    fn letter_recall(&self, by: &By, letter: LetterId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::LetterRecall, |change| change.letter_recall(letter))?
            .1)
    }

    fn letter_return(&self, by: &By, letter: LetterId, remarks: &str) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::LetterReturn, |change| {
                change.letter_return(letter, remarks)
            })?
            .1)
    }

    fn dispatch_add(
        &self,
        by: &By,
        letter: LetterId,
        new: &DispatchFields,
    ) -> Result<Added<DispatchId>> {
        let (id, done) = self.register().transact(by, Op::DispatchAdd, |change| {
            change.dispatch_add(letter, new)
        })?;
        Ok(Added { id, done })
    }

    fn dispatch_edit(&self, by: &By, id: DispatchId, new: &DispatchFields) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DispatchEdit, |change| change.dispatch_edit(id, new))?
            .1)
    }

    fn dispatch_remove(&self, by: &By, id: DispatchId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DispatchRemove, |change| change.dispatch_remove(id))?
            .1)
    }

    fn delivery_add(
        &self,
        by: &By,
        id: DispatchId,
        new: &DeliveryFields,
    ) -> Result<Added<DispatchEventId>> {
        let (id, done) = self
            .register()
            .transact(by, Op::DeliveryAdd, |change| change.delivery_add(id, new))?;
        Ok(Added { id, done })
    }

    fn delivery_remove(&self, by: &By, event: DispatchEventId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::DeliveryRemove, |change| {
                change.delivery_remove(event)
            })?
            .1)
    }

    fn template_keep(&self, by: &By, new: &NewTemplateVersion) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::TemplateKeep, |change| change.template_keep(new))?
            .1)
    }

    fn template_save(
        &self,
        by: &By,
        id: Option<TemplateId>,
        expected: Option<u32>,
        regimes: &[Regime],
        choose: bool,
        new: &NewTemplateVersion,
    ) -> Result<Added<TemplateId>> {
        let (id, done) = self.register().transact(by, Op::TemplateSave, |change| {
            change.template_save(id, expected, regimes, choose, new)
        })?;
        Ok(Added { id, done })
    }

    fn template_choose(
        &self,
        by: &By,
        kind: LetterKind,
        language: Language,
        id: Option<TemplateId>,
    ) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::TemplateChoose, |change| {
                change.template_choose(kind, language, id)
            })?
            .1)
    }

    fn name_form_forget(&self, by: &By, id: NameFormId) -> Result<Done> {
        Ok(self
            .register()
            .transact(by, Op::NameFormForget, |change| change.name_form_forget(id))?
            .1)
    }
}

impl SingleSteps for Register {
    fn register(&self) -> &Register {
        self
    }
}
