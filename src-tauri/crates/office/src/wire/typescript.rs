//! The same types in TypeScript, so that the screens can't drift from the
//! office: the file they compile against is made from these very values.

use super::*;
use complaint::{
    Complainant, ComplaintRow, OfficeProfile, RegisterPage, Requisites, SearchHit, Today,
};
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations of types by name, and commands by name.
#[derive(Default)]
pub struct Typescript {
    seen: BTreeSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: Vec<(String, String, String)>,
}

impl TypeVisitor for Typescript {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let config = Config::default();
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.types.insert(
                T::ident(&config),
                format!("{docs}export {}", T::decl(&config)),
            );
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl Typescript {
    /// Adds a command by its name, with the types it takes and gives.
    pub fn command<I: TS + 'static, O: TS + 'static>(&mut self, name: &str) {
        self.visit::<I>();
        self.visit::<O>();
        let config = Config::default();
        self.commands
            .push((name.to_owned(), I::name(&config), O::name(&config)));
    }

    /// Adds a type that no command names, such as the payload of an event.
    pub fn value<T: TS + 'static>(&mut self) {
        self.visit::<T>();
    }

    /// The whole file.
    pub fn file(&self) -> String {
        let mut text =
            String::from("// Made by `cargo xtask types`; change the Rust types instead.\n\n");
        for declaration in self.types.values() {
            text.push_str(declaration);
            text.push_str("\n\n");
        }
        text.push_str(
            "/** Every command: what it takes and what it gives. */\nexport interface Commands {\n",
        );
        for (name, input, output) in &self.commands {
            text.push_str(&format!(
                "  {name}: {{ input: {input}; output: {output} }};\n"
            ));
        }
        text.push_str("}\n");
        one_line_docs(&text)
    }

    /// The names of the commands, in their order.
    pub fn names(&self) -> Vec<&str> {
        self.commands
            .iter()
            .map(|(name, ..)| name.as_str())
            .collect()
    }
}

/// Puts a doc comment of one line on one line, which halves the file.
fn one_line_docs(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < lines.len() {
        match lines[at..] {
            ["/**", middle, " */", ..] => {
                out.push_str(&format!("/**{} */", middle.trim_start_matches(" *")));
                at += 3;
            }
            [line, ..] => {
                out.push_str(line.trim_end());
                at += 1;
            }
            [] => break,
        }
        out.push('\n');
    }
    out
}

macro_rules! commands {
    ($ts:ident; $($name:ident: $input:ty => $output:ty;)+) => {
        $($ts.command::<$input, $output>(stringify!($name));)+
    };
}

/// Every use case of the office that the screens may ask for, with its types.
pub fn describe(ts: &mut Typescript) {
    commands! { ts;
        office_info: () => OfficeInfo;
        profile_save: OfficeProfile => OfficeInfo;
        requisites_check: Requisites => Vec<RequisiteWarning>;
        today: () => Today;
        register_page: PageQuery => RegisterPage;
        search: SearchQuery => Vec<SearchHit>;
        complaint_add: NewComplaint => Added;
        complaint_card: ComplaintRef => Card;
        complaint_edit: ComplaintEdit => Card;
        complaint_close: CloseCase => Card;
        complaint_reopen: ComplaintRef => Card;
        complaint_trash: ComplaintRef => Card;
        complaint_restore: ComplaintRef => Card;
        question_answered: ComplaintRef => Card;
        demand_save: DemandSave => Card;
        demand_remove: DemandRef => Card;
        decide: Decide => Card;
        diary_save: DiarySave => Card;
        diary_remove: DiaryRef => Card;
        note_save: NoteSave => Card;
        note_remove: NoteRef => Card;
        document_edit: DocumentEdit => Card;
        document_trash: DocumentRef => Card;
        document_restore: DocumentRef => Card;
        undo: Undo => Card;
        clocks: ClockQuestion => Vec<DemandClocks>;
        clocks_usual: () => Vec<deadline::Usual>;
        clock_count: ClockSave => ClockCounted;
        clock_save: ClockSave => Card;
        clock_remove: ClockRef => Card;
        clock_end: ClockEnding => Card;
        clock_reopen: ClockRef => Card;
        clock_pause: ClockStop => Card;
        clock_resume: ClockResume => Card;
        clock_pause_remove: ClockPauseRef => Card;
        inspection_papers: ComplaintRef => InspectionView;
        interim_check: InterimQuestion => Vec<LatePromise>;
        persons_find: PersonQuestion => Vec<PersonHit>;
        duplicates: DuplicateQuestion => Vec<ComplaintRow>;
        name_forms: Complainant => NameForms;
        text_read: PastedText => NewComplaint;
        norms: () => NormsView;
        norm_preview: NormChange => NormPreview;
        norm_apply: NormChange => NormsChanged;
        norm_undo: NormUndo => NormsView;
        days_off: DaysQuestion => DaysOff;
        answer_prices: PriceQuestion => PriceView;
        journal_page: JournalQuery => Vec<JournalRow>;
        journal_verify: () => Verification;
        documents_verify: () => Verification;
        draft_put: DraftPut => ();
        draft_get: DraftKey => Option<FormDraft>;
        draft_delete: DraftKey => ();
        drafts: () => Vec<FormDraft>;
        letter_draft: LetterDraft => LetterCard;
        letter_card: LetterRef => LetterCard;
        letter_text_save: LetterTextSave => LetterCard;
        letter_choices_save: LetterChoicesSave => LetterCard;
        letter_refresh: LetterTextSave => LetterCard;
        letter_preview: LetterTextSave => Preview;
        letter_readings: ReadingsQuestion => Vec<letter::Reading>;
        forms_compose: FormsCompose => FormCard;
        forms_check: FormCheck => FormChecked;
        forms_kept: ComplaintRef => Vec<FormCard>;
        form_save: FormSave => FormCard;
        form_remove: FormRef => Vec<FormCard>;
        form_used: FormUsed => FormCard;
        letter_submit: LetterSubmit => LetterCard;
        letter_recall: LetterRef => LetterCard;
        letter_approve: LetterApprove => LetterCard;
        letter_return: LetterReturn => LetterCard;
        letter_issue: LetterIssue => LetterCard;
        letter_supersede: LetterRef => LetterCard;
        letter_delete: LetterRef => Card;
        letter_sent: LetterSent => Card;
        letter_template: LetterTemplateChange => LetterTaken;
        templates: () => Vec<TemplateShelf>;
        template_words: () => TemplateWords;
        template_card: TemplateRef => TemplateCard;
        template_version: TemplateVersionRef => TemplateSheet;
        template_preview: TemplateTry => TemplatePreview;
        template_save: TemplateSave => TemplateCard;
        template_choose: TemplateRef => TemplatesChanged;
        template_retire: TemplateRetire => TemplatesChanged;
        template_undo: TemplateUndo => TemplatesChanged;
        template_import: TemplateImport => TemplatesChanged;
        recipients: RecipientQuestion => Vec<letter::Recipient>;
        name_forms_kept: () => Vec<KeptNameForm>;
        name_form_forget: NameFormRef => Vec<KeptNameForm>;
        posting_card: LetterRef => PostingCard;
        dispatch_save: DispatchSave => PostingCard;
        dispatch_remove: DispatchRef => PostingCard;
        delivery_save: DeliverySave => PostingCard;
        delivery_remove: DeliveryRef => PostingCard;
        tracking_check: TrackingQuestion => TrackingCheck;
        paper_preview: Paper => PaperShown;
        proof_check: ProofQuestion => ProofReport;
    }
    // Pages come as bytes, not JSON, so this one has an input only.
    ts.value::<PageQuestion>();
    ts.value::<BackupMade>();
    ts.value::<crate::Failure>();
    ts.value::<crate::FieldProblem>();
}
