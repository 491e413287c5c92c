// Every command of the window, named once. From this list follow the answer to each (`answer/`), its
// TypeScript (`typescript/`), and its grant (the shell's `build.rs`, which reads the names alone).
//
//     name(Input) -> Output;                 the use case of that name in `office`
//     name(&Input) -> Output;                the same, where the use case only borrows its input
//     name(Input) -> Output = function;      a function of this crate: it needs a file, a dialog, the program
//     name(Input; progress) -> Output = …;   the same, telling how far it is while it lasts
//
// An output of `Bytes` is answered as it is; every other as JSON.

commands! {
    // The program itself.
    program_state() -> ProgramState = program::state;
    program_settings_save(ProgramSettings) -> ProgramState = program::settings_save;
    folder_choose(FolderChoose) -> Option<ChosenFolder> = program::folder_choose;
    office_create(OfficeCreate) -> OfficeInfo = program::office_create;
    office_open(OfficeOpen) -> OfficeInfo = program::office_open;
    office_close() -> ProgramState = program::office_close;
    sample_open() -> OfficeInfo = program::sample_open;
    sample_delete() -> ProgramState = program::sample_delete;
    // Its password.
    office_unlock(OfficeUnlock) -> OfficeInfo = locking::office_unlock;
    copy_unlock(CopyUnlock) -> () = locking::copy_unlock;
    lock_now() -> ProgramState = locking::lock_now;
    password_check(PasswordTry) -> PasswordAdvice = locking::password_check;
    password_prepare(PasswordTry) -> RecoveryKeyShown = locking::password_prepare;
    password_forget() -> () = locking::password_forget;
    recovery_sheet_open() -> () = locking::recovery_sheet_open;
    recovery_key_prepare(PasswordTry) -> RecoveryKeyShown = locking::recovery_key_prepare;
    recovery_key_set(PasswordSet) -> () = locking::recovery_key_set;
    password_set(PasswordSet; progress) -> PasswordDone = locking::password_set;
    password_change(PasswordChange) -> OfficeInfo = locking::password_change;
    password_remove(PasswordRemove; progress) -> PasswordDone = locking::password_remove;

    // Its way in by the account on the computer.
    keyring_on(KeyringOn) -> ProgramState = keyring::keyring_on;
    keyring_off() -> ProgramState = keyring::keyring_off;
    keyring_unlock() -> OfficeInfo = keyring::keyring_unlock;

    // Its window.
    window_ready() -> () = program::window_ready;
    task_cancel(TaskCancel) -> () = program::task_cancel;

    // Today, the register and the search.
    today() -> Today;
    register_page(PageQuery) -> RegisterPage;
    search(SearchQuery) -> Vec<SearchHit>;
    persons_find(PersonQuestion) -> Vec<PersonHit>;
    duplicates(DuplicateQuestion) -> Vec<ComplaintRow>;

    // Intake.
    complaint_add(ComplaintAdd; progress) -> Added = intake::complaint_add;
    complaint_check(NewComplaint) -> ComplaintChecked;
    text_read(PastedText) -> NewComplaint;
    mail_read(MailRead) -> MailProposal = intake::mail_read;
    mail_take(MailTake) -> Added = intake::mail_take;
    clocks(ClockQuestion) -> Vec<DemandClocks> = intake::clocks;
    name_forms(Complainant) -> NameForms = intake::name_forms;
    draft_put(DraftPut) -> ();
    draft_get(DraftKey) -> Option<FormDraft>;
    draft_delete(DraftKey) -> ();
    drafts() -> Vec<FormDraft>;

    // The case.
    complaint_card(ComplaintRef) -> Card;
    complaint_edit(ComplaintEdit) -> Card;
    complaint_close(CloseCase) -> Card;
    complaint_reopen(ComplaintRef) -> Card;
    complaint_trash(ComplaintTrash) -> Card;
    complaint_restore(ComplaintRef) -> Card;
    complaint_acknowledge(ComplaintRef) -> Card;
    complaint_hold(HoldSave) -> Card;
    complaint_hold_lift(HoldRef) -> Card;
    question_answered(ComplaintRef) -> Card;
    regime_keep(ComplaintRef) -> Card;
    demand_save(DemandSave) -> Card;
    demand_remove(DemandRef) -> Card;
    decide(Decide) -> Card;
    decision_check(Decide) -> DecisionCheck;
    allegations_suggest(ComplaintRef) -> Vec<AllegationSuggestion>;
    allegations_take(AllegationsTake) -> Card;
    allegation_save(AllegationSave) -> Card;
    allegation_remove(AllegationRef) -> Card;
    allegations_order(AllegationsOrder) -> Card;
    allegation_split(AllegationSplit) -> Card;
    allegations_join(AllegationsJoin) -> Card;
    diary_save(DiarySave) -> Card;
    diary_remove(DiaryRef) -> Card;
    note_save(NoteSave) -> Card;
    note_remove(NoteRef) -> Card;
    undo(Undo) -> Card;

    // Its procedure.
    procedure_choose(ProcedureChoose) -> Card;
    step_mark(StepMark) -> Card;
    step_assign(StepAssign) -> Card;
    step_add(StepAdd) -> Card;
    step_remove(StepRef) -> Card;
    checklist_put(ChecklistPut) -> Card;
    checklist_remove(ListRef) -> Card;
    documents_seen(DocumentsSeen) -> Card;

    // Its clocks.
    clocks_usual() -> Vec<ProposedTerm>;
    clock_count(ClockSave) -> ClockCounted;
    clock_save(ClockSave) -> Card;
    clock_remove(ClockRef) -> Card;
    term_choose(TermChoice) -> Card;
    clock_end(ClockEnding) -> Card;
    clock_reopen(ClockRef) -> Card;
    clock_pause(ClockStop) -> Card;
    clock_resume(ClockResume) -> Card;
    clock_pause_remove(ClockPauseRef) -> Card;
    interim_check(InterimQuestion) -> Vec<LatePromise>;
    bundle_look(ComplaintRef) -> BundleView;
    bundle_save(BundleSave; progress) -> BundleSaved = bundle::save_bundle;
    inspection_papers(ComplaintRef) -> InspectionView;
    inspection_save(InspectionMake) -> SavedFile = clock::inspection_save;
    calendar_file_save(CalendarFile) -> SavedFile = clock::calendar_file_save;

    // Its documents.
    files_choose(FilesChoose) -> Vec<DroppedFile> = document::choose;
    file_show(FileShow) -> Bytes = document::show;
    files_gone(FilesLook) -> FilesGone = document::gone;
    document_add(DocumentAdd; progress) -> Card = document::add;
    document_edit(DocumentEdit) -> Card;
    document_trash(DocumentRef) -> Card;
    document_restore(DocumentRef) -> Card;
    document_view(DocumentRef) -> DocumentView = document::view;
    document_page(DocumentPage) -> Bytes = document::page;
    document_open(DocumentOpen) -> () = document::open;
    document_save(DocumentRef) -> SavedFile = document::save;

    // Its letters.
    letter_draft(LetterDraft) -> LetterCard;
    letter_card(LetterRef) -> LetterCard;
    letter_text_save(LetterTextSave) -> LetterCard;
    letter_choices_save(LetterChoicesSave) -> LetterCard;
    letter_refresh(LetterTextSave) -> LetterCard;
    letter_paragraph_settle(LetterParagraphSettle) -> LetterCard;
    letter_preview(&LetterTextSave) -> Preview;
    letter_readings(ReadingsQuestion) -> Vec<Reading>;
    letter_field(FieldQuestion) -> FieldFilling;
    letter_day(DayInLetter) -> String;
    letter_page(PageQuestion) -> Bytes = letter::page;
    letter_submit(LetterSubmit) -> LetterCard;
    letter_recall(LetterRef) -> LetterCard;
    letter_approve(LetterApprove) -> LetterCard;
    letter_return(LetterReturn) -> LetterCard;
    letter_issue(LetterIssue) -> LetterCard;
    letter_supersede(LetterRef) -> LetterCard;
    letter_delete(LetterRef) -> Card;
    letter_sent(LetterSent) -> Card;
    letter_template(LetterTemplateChange) -> LetterTaken;
    recipients(RecipientQuestion) -> Vec<Recipient>;
    letter_save_pdf(LetterRef) -> SavedFile = letter::save_pdf;
    letter_save_docx(LetterRef) -> SavedFile = letter::save_docx;
    letter_open_pdf(LetterRef) -> () = letter::open_pdf;
    letter_print(LetterRef) -> Printed = letter::print;
    letter_mail_draft(LetterRef) -> () = letter::mail_draft;
    letter_signatures(LetterRef) -> Vec<SignatureView>;
    letter_signature_choose(LetterRef) -> Option<Vec<SignatureView>> = letter::signature_choose;

    // Other forms of an answer.
    forms_compose(FormsCompose) -> FormCard;
    forms_check(FormCheck) -> FormChecked;
    forms_of_case(ComplaintRef) -> Vec<FormCard>;
    form_save(FormSave) -> FormCard;
    form_remove(FormRef) -> Vec<FormCard>;
    form_used(FormUsed) -> FormCard;

    // Templates of letters.
    templates() -> Vec<TemplateGroup>;
    template_words() -> TemplateWords = template::words;
    template_card(TemplateRef) -> TemplateCard;
    template_version(TemplateVersionRef) -> StandaloneTemplate;
    template_preview(&TemplateTry) -> TemplatePreview;
    template_save(TemplateSave) -> TemplateCard;
    template_choose(TemplateRef) -> TemplatesChanged;
    template_retire(TemplateRetire) -> TemplatesChanged;
    template_undo(TemplateUndo) -> TemplatesChanged;
    template_import_look() -> Option<TemplateImportPlan> = template::import_look;
    template_import(TemplateImport) -> TemplatesChanged;
    template_export(TemplateExport) -> SavedFile = template::export;

    // Posting.
    posting_card(LetterRef) -> PostingCard;
    dispatch_save(DispatchSave) -> PostingCard;
    dispatch_remove(DispatchRef) -> PostingCard;
    delivery_save(DeliverySave) -> PostingCard;
    delivery_remove(DeliveryRef) -> PostingCard;
    tracking_check(TrackingQuestion) -> TrackingCheck;
    dispatch_check(DispatchQuestion) -> DispatchCheck;
    paper_preview(&Paper) -> PaperShown;
    paper_open(Paper) -> () = posting::paper_open;
    papers_print(PapersPrint) -> Printed = posting::papers_print;
    paper_save(Paper) -> SavedFile = posting::paper_save;
    proof_check(ProofQuestion) -> ProofReport;
    proof_save(ProofMake) -> SavedFile = posting::proof_save;

    // How the office works.
    routines() -> Routines;
    procedure_save(ProcedureSave) -> RoutinesChanged;
    procedure_reset(ProcedureReset) -> RoutinesChanged;
    checklist_save(ChecklistSave) -> RoutinesChanged;
    checklist_retire(ChecklistRetire) -> RoutinesChanged;
    checklist_versions(ChecklistRef) -> Vec<ChecklistVersion>;

    // What the office counts by.
    norms() -> NormsView;
    norm_preview(NormChange) -> NormPreview;
    norm_apply(NormChange) -> NormsChanged;
    norm_undo(NormUndo) -> NormsView;
    days_off(DaysQuestion) -> DaysOff;
    calendar_year_counted(CalendarYear) -> CalendarYear;
    answer_prices(PriceQuestion) -> PriceView;
    norm_file_open(NormFile) -> Option<String> = law::file_open;
    norm_file_save(NormFile) -> SavedFile = law::file_save;

    // Settings and records.
    office_info() -> OfficeInfo;
    profile_save(&OfficeProfile) -> OfficeInfo;
    word_add(OwnWord) -> OfficeInfo = words::word_add;
    word_remove(OwnWord) -> OfficeInfo = words::word_remove;
    requisites_check(Requisites) -> Vec<RequisiteWarning> = records::requisites_check;
    numbering_examples(Numbering) -> NumberingExamples = records::numbering_examples;
    image_choose(ImageChoose) -> Option<StoredImage> = records::image_choose;
    image_show(ImageShow) -> Bytes = records::image_show;
    letterhead_picture(LetterheadTry) -> Bytes = records::letterhead_picture;
    loss_accept() -> OfficeInfo;
    clock_trust() -> OfficeInfo;
    backup_create() -> BackupMade = records::backup_create;
    copies_safety() -> Option<CopySafety> = copies::safety;
    copies_shown(CopiesQuestion) -> CopiesShown = copies::shown;
    copies_folder_choose() -> Option<CopiesShown> = copies::folder_choose;
    copies_place_choose() -> Option<CopiesShown> = copies::place_choose;
    copies_rhythm_save(CopyRhythmChoice) -> CopiesShown = copies::rhythm_save;
    copies_release() -> CopiesShown = copies::release;
    copy_make(CopyMake; progress) -> BackupMade = copies::make;
    copy_card(CopyRef) -> CopyCard = copies::card;
    copy_look(CopyRef) -> OfficeInfo = copies::look;
    copy_rehearse(CopyTask; progress) -> Rehearsed = copies::rehearse;
    copy_restore(CopyRestore; progress) -> CopyRestored = copies::restore;
    plain_copy_remove(CopyRef) -> CopiesShown = copies::plain_copy_remove;
    copy_leftover_remove(CopyLeftoverRef) -> CopiesShown = copies::leftover_remove;
    trash_contents() -> TrashContents;
    trash_empty(TrashContents) -> TrashContents = records::trash_empty;
    retention_due() -> RetentionDue;
    retention_erase(RetentionErase) -> Erasure = records::retention_erase;
    erasures() -> Vec<ErasureRow>;
    erasures_undone() -> Vec<UndoneItem>;
    erasures_repeat(RetentionErase) -> Erasure = records::erasures_repeat;
    erasures_undone_keep() -> Vec<UndoneItem>;
    person_data(PersonRef) -> PersonData;
    person_erase(PersonErase) -> PersonErased = records::person_erase;
    journal_page(JournalQuery) -> Vec<JournalRow>;
    journal_verify() -> JournalVerification;
    own_name_forms() -> Vec<RecordedNameForm>;
    name_form_forget(NameFormRef) -> Vec<RecordedNameForm>;
    documents_verify() -> Verification = records::documents_verify;
    documents_mend() -> DocumentsMended = records::documents_mend;
}
