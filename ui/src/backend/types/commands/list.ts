// Made by `cargo xtask types`; change the Rust types instead.
import type { Bytes } from '../commands/answer'
import type { BundleSave, BundleSaved } from '../commands/bundle'
import type { CopiesQuestion, CopiesShown, CopyLeftoverRef, CopyMake, CopyRef, CopyRestore, CopyRestored, CopyRhythmChoice, CopyTask } from '../commands/copies'
import type { DocumentAdd, FileShow, FilesChoose, FilesGone, FilesLook } from '../commands/document'
import type { SavedFile } from '../commands/file'
import type { ComplaintAdd, MailRead, MailTake } from '../commands/intake'
import type { KeyringOn } from '../commands/keyring'
import type { NormFile } from '../commands/law'
import type { CopyUnlock, OfficeUnlock, PasswordChange, PasswordDone, PasswordRemove, PasswordSet, RecoveryKeyShown } from '../commands/locking'
import type { PapersPrint } from '../commands/posting'
import type { Printed } from '../commands/printing'
import type { ChosenFolder, DroppedFile, FolderChoose, OfficeCreate, OfficeOpen, ProgramSettings, ProgramState, Progress, TaskCancel } from '../commands/program'
import type { ImageChoose, ImageShow, StoredImage } from '../commands/records'
import type { ComplaintRow, RegisterPage, SearchHit, Today } from '../complaint/list'
import type { RecordedNameForm } from '../complaint/name_form'
import type { Numbering, OfficeProfile, Requisites } from '../complaint/office'
import type { Complainant } from '../complaint/party'
import type { CalendarYear } from '../deadline/calendar'
import type { ProposedTerm } from '../deadline/proposed'
import type { Recipient } from '../letter/case'
import type { TemplateWords } from '../letter/facts'
import type { Reading } from '../letter/readings'
import type { StandaloneTemplate } from '../letter/template'
import type { AllegationRef, AllegationSave, AllegationSplit, AllegationSuggestion, AllegationsJoin, AllegationsOrder, AllegationsTake } from '../office/allegation'
import type { BundleView } from '../office/bundle'
import type { Added, Card, CloseCase, ComplaintChecked, ComplaintEdit, ComplaintRef, ComplaintTrash, Decide, DecisionCheck, DemandRef, DemandSave, DiaryRef, DiarySave, DuplicateQuestion, MailProposal, NewComplaint, NoteRef, NoteSave, PageQuery, PastedText, SearchQuery, Undo } from '../office/case'
import type { CalendarFile, ClockCounted, ClockEnding, ClockPauseRef, ClockQuestion, ClockRef, ClockResume, ClockSave, ClockStop, DemandClocks, InterimQuestion, LatePromise, TermChoice } from '../office/clock'
import type { DocumentEdit, DocumentOpen, DocumentPage, DocumentRef, DocumentView } from '../office/document'
import type { DraftKey, DraftPut, FormDraft } from '../office/drafts'
import type { FormCard, FormCheck, FormChecked, FormRef, FormSave, FormUsed, FormsCompose } from '../office/form'
import type { DaysOff, DaysQuestion, NormChange, NormPreview, NormUndo, NormsChanged, NormsView, PriceQuestion, PriceView } from '../office/law'
import type { DayInLetter, FieldFilling, FieldQuestion, LetterApprove, LetterCard, LetterChoicesSave, LetterDraft, LetterIssue, LetterParagraphSettle, LetterRef, LetterReturn, LetterSent, LetterSubmit, LetterTaken, LetterTemplateChange, LetterTextSave, PageQuestion, Preview, ReadingsQuestion, RecipientQuestion, TemplatePreview, TemplateTry } from '../office/letter'
import type { InspectionMake, InspectionView, Paper, PaperShown, ProofMake, ProofQuestion, ProofReport } from '../office/paper'
import type { NameFormRef, NameForms, PersonHit, PersonQuestion } from '../office/person'
import type { DeliveryRef, DeliverySave, DispatchCheck, DispatchQuestion, DispatchRef, DispatchSave, PostingCard, TrackingCheck, TrackingQuestion } from '../office/posting'
import type { ChecklistPut, ChecklistRef, ChecklistRetire, ChecklistSave, ChecklistVersion, DocumentsSeen, ListRef, ProcedureChoose, ProcedureReset, ProcedureSave, Routines, RoutinesChanged, StepAdd, StepAssign, StepMark, StepRef } from '../office/procedure'
import type { BackupMade, CopyCard, CopySafety, DocumentsMended, JournalQuery, JournalRow, JournalVerification, PasswordAdvice, PasswordTry, Rehearsed, TrashContents, Verification } from '../office/records'
import type { Erasure, ErasureRow, HoldRef, HoldSave, PersonData, PersonErase, PersonErased, PersonRef, RetentionDue, RetentionErase, UndoneItem } from '../office/retention'
import type { LetterheadTry, NumberingExamples, OfficeInfo, OwnWord, RequisiteWarning } from '../office/setup'
import type { SignatureView } from '../office/signature'
import type { TemplateCard, TemplateExport, TemplateGroup, TemplateImport, TemplateImportPlan, TemplateRef, TemplateRetire, TemplateSave, TemplateUndo, TemplateVersionRef, TemplatesChanged } from '../office/template'

/** Every command: what it takes and what it gives. */
export interface Commands {
  program_state: { input: null; output: ProgramState }
  program_settings_save: { input: ProgramSettings; output: ProgramState }
  folder_choose: { input: FolderChoose; output: ChosenFolder | null }
  office_create: { input: OfficeCreate; output: OfficeInfo }
  office_open: { input: OfficeOpen; output: OfficeInfo }
  office_close: { input: null; output: ProgramState }
  sample_open: { input: null; output: OfficeInfo }
  sample_delete: { input: null; output: ProgramState }
  office_unlock: { input: OfficeUnlock; output: OfficeInfo }
  copy_unlock: { input: CopyUnlock; output: null }
  lock_now: { input: null; output: ProgramState }
  password_check: { input: PasswordTry; output: PasswordAdvice }
  password_prepare: { input: PasswordTry; output: RecoveryKeyShown }
  password_forget: { input: null; output: null }
  recovery_sheet_open: { input: null; output: null }
  recovery_key_prepare: { input: PasswordTry; output: RecoveryKeyShown }
  recovery_key_set: { input: PasswordSet; output: null }
  password_set: { input: PasswordSet; output: PasswordDone; progress: Progress }
  password_change: { input: PasswordChange; output: OfficeInfo }
  password_remove: { input: PasswordRemove; output: PasswordDone; progress: Progress }
  keyring_on: { input: KeyringOn; output: ProgramState }
  keyring_off: { input: null; output: ProgramState }
  keyring_unlock: { input: null; output: OfficeInfo }
  window_ready: { input: null; output: null }
  task_cancel: { input: TaskCancel; output: null }
  today: { input: null; output: Today }
  register_page: { input: PageQuery; output: RegisterPage }
  search: { input: SearchQuery; output: Array<SearchHit> }
  persons_find: { input: PersonQuestion; output: Array<PersonHit> }
  duplicates: { input: DuplicateQuestion; output: Array<ComplaintRow> }
  complaint_add: { input: ComplaintAdd; output: Added; progress: Progress }
  complaint_check: { input: NewComplaint; output: ComplaintChecked }
  text_read: { input: PastedText; output: NewComplaint }
  mail_read: { input: MailRead; output: MailProposal }
  mail_take: { input: MailTake; output: Added }
  clocks: { input: ClockQuestion; output: Array<DemandClocks> }
  name_forms: { input: Complainant; output: NameForms }
  draft_put: { input: DraftPut; output: null }
  draft_get: { input: DraftKey; output: FormDraft | null }
  draft_delete: { input: DraftKey; output: null }
  drafts: { input: null; output: Array<FormDraft> }
  complaint_card: { input: ComplaintRef; output: Card }
  complaint_edit: { input: ComplaintEdit; output: Card }
  complaint_close: { input: CloseCase; output: Card }
  complaint_reopen: { input: ComplaintRef; output: Card }
  complaint_trash: { input: ComplaintTrash; output: Card }
  complaint_restore: { input: ComplaintRef; output: Card }
  complaint_acknowledge: { input: ComplaintRef; output: Card }
  complaint_hold: { input: HoldSave; output: Card }
  complaint_hold_lift: { input: HoldRef; output: Card }
  question_answered: { input: ComplaintRef; output: Card }
  regime_keep: { input: ComplaintRef; output: Card }
  demand_save: { input: DemandSave; output: Card }
  demand_remove: { input: DemandRef; output: Card }
  decide: { input: Decide; output: Card }
  decision_check: { input: Decide; output: DecisionCheck }
  allegations_suggest: { input: ComplaintRef; output: Array<AllegationSuggestion> }
  allegations_take: { input: AllegationsTake; output: Card }
  allegation_save: { input: AllegationSave; output: Card }
  allegation_remove: { input: AllegationRef; output: Card }
  allegations_order: { input: AllegationsOrder; output: Card }
  allegation_split: { input: AllegationSplit; output: Card }
  allegations_join: { input: AllegationsJoin; output: Card }
  diary_save: { input: DiarySave; output: Card }
  diary_remove: { input: DiaryRef; output: Card }
  note_save: { input: NoteSave; output: Card }
  note_remove: { input: NoteRef; output: Card }
  undo: { input: Undo; output: Card }
  procedure_choose: { input: ProcedureChoose; output: Card }
  step_mark: { input: StepMark; output: Card }
  step_assign: { input: StepAssign; output: Card }
  step_add: { input: StepAdd; output: Card }
  step_remove: { input: StepRef; output: Card }
  checklist_put: { input: ChecklistPut; output: Card }
  checklist_remove: { input: ListRef; output: Card }
  documents_seen: { input: DocumentsSeen; output: Card }
  clocks_usual: { input: null; output: Array<ProposedTerm> }
  clock_count: { input: ClockSave; output: ClockCounted }
  clock_save: { input: ClockSave; output: Card }
  clock_remove: { input: ClockRef; output: Card }
  term_choose: { input: TermChoice; output: Card }
  clock_end: { input: ClockEnding; output: Card }
  clock_reopen: { input: ClockRef; output: Card }
  clock_pause: { input: ClockStop; output: Card }
  clock_resume: { input: ClockResume; output: Card }
  clock_pause_remove: { input: ClockPauseRef; output: Card }
  interim_check: { input: InterimQuestion; output: Array<LatePromise> }
  bundle_look: { input: ComplaintRef; output: BundleView }
  bundle_save: { input: BundleSave; output: BundleSaved; progress: Progress }
  inspection_papers: { input: ComplaintRef; output: InspectionView }
  inspection_save: { input: InspectionMake; output: SavedFile }
  calendar_file_save: { input: CalendarFile; output: SavedFile }
  files_choose: { input: FilesChoose; output: Array<DroppedFile> }
  file_show: { input: FileShow; output: Bytes }
  files_gone: { input: FilesLook; output: FilesGone }
  document_add: { input: DocumentAdd; output: Card; progress: Progress }
  document_edit: { input: DocumentEdit; output: Card }
  document_trash: { input: DocumentRef; output: Card }
  document_restore: { input: DocumentRef; output: Card }
  document_view: { input: DocumentRef; output: DocumentView }
  document_page: { input: DocumentPage; output: Bytes }
  document_open: { input: DocumentOpen; output: null }
  document_save: { input: DocumentRef; output: SavedFile }
  letter_draft: { input: LetterDraft; output: LetterCard }
  letter_card: { input: LetterRef; output: LetterCard }
  letter_text_save: { input: LetterTextSave; output: LetterCard }
  letter_choices_save: { input: LetterChoicesSave; output: LetterCard }
  letter_refresh: { input: LetterTextSave; output: LetterCard }
  letter_paragraph_settle: { input: LetterParagraphSettle; output: LetterCard }
  letter_preview: { input: LetterTextSave; output: Preview }
  letter_readings: { input: ReadingsQuestion; output: Array<Reading> }
  letter_field: { input: FieldQuestion; output: FieldFilling }
  letter_day: { input: DayInLetter; output: string }
  letter_page: { input: PageQuestion; output: Bytes }
  letter_submit: { input: LetterSubmit; output: LetterCard }
  letter_recall: { input: LetterRef; output: LetterCard }
  letter_approve: { input: LetterApprove; output: LetterCard }
  letter_return: { input: LetterReturn; output: LetterCard }
  letter_issue: { input: LetterIssue; output: LetterCard }
  letter_supersede: { input: LetterRef; output: LetterCard }
  letter_delete: { input: LetterRef; output: Card }
  letter_sent: { input: LetterSent; output: Card }
  letter_template: { input: LetterTemplateChange; output: LetterTaken }
  recipients: { input: RecipientQuestion; output: Array<Recipient> }
  letter_save_pdf: { input: LetterRef; output: SavedFile }
  letter_save_docx: { input: LetterRef; output: SavedFile }
  letter_open_pdf: { input: LetterRef; output: null }
  letter_print: { input: LetterRef; output: Printed }
  letter_mail_draft: { input: LetterRef; output: null }
  letter_signatures: { input: LetterRef; output: Array<SignatureView> }
  letter_signature_choose: { input: LetterRef; output: Array<SignatureView> | null }
  forms_compose: { input: FormsCompose; output: FormCard }
  forms_check: { input: FormCheck; output: FormChecked }
  forms_of_case: { input: ComplaintRef; output: Array<FormCard> }
  form_save: { input: FormSave; output: FormCard }
  form_remove: { input: FormRef; output: Array<FormCard> }
  form_used: { input: FormUsed; output: FormCard }
  templates: { input: null; output: Array<TemplateGroup> }
  template_words: { input: null; output: TemplateWords }
  template_card: { input: TemplateRef; output: TemplateCard }
  template_version: { input: TemplateVersionRef; output: StandaloneTemplate }
  template_preview: { input: TemplateTry; output: TemplatePreview }
  template_save: { input: TemplateSave; output: TemplateCard }
  template_choose: { input: TemplateRef; output: TemplatesChanged }
  template_retire: { input: TemplateRetire; output: TemplatesChanged }
  template_undo: { input: TemplateUndo; output: TemplatesChanged }
  template_import_look: { input: null; output: TemplateImportPlan | null }
  template_import: { input: TemplateImport; output: TemplatesChanged }
  template_export: { input: TemplateExport; output: SavedFile }
  posting_card: { input: LetterRef; output: PostingCard }
  dispatch_save: { input: DispatchSave; output: PostingCard }
  dispatch_remove: { input: DispatchRef; output: PostingCard }
  delivery_save: { input: DeliverySave; output: PostingCard }
  delivery_remove: { input: DeliveryRef; output: PostingCard }
  tracking_check: { input: TrackingQuestion; output: TrackingCheck }
  dispatch_check: { input: DispatchQuestion; output: DispatchCheck }
  paper_preview: { input: Paper; output: PaperShown }
  paper_open: { input: Paper; output: null }
  papers_print: { input: PapersPrint; output: Printed }
  paper_save: { input: Paper; output: SavedFile }
  proof_check: { input: ProofQuestion; output: ProofReport }
  proof_save: { input: ProofMake; output: SavedFile }
  routines: { input: null; output: Routines }
  procedure_save: { input: ProcedureSave; output: RoutinesChanged }
  procedure_reset: { input: ProcedureReset; output: RoutinesChanged }
  checklist_save: { input: ChecklistSave; output: RoutinesChanged }
  checklist_retire: { input: ChecklistRetire; output: RoutinesChanged }
  checklist_versions: { input: ChecklistRef; output: Array<ChecklistVersion> }
  norms: { input: null; output: NormsView }
  norm_preview: { input: NormChange; output: NormPreview }
  norm_apply: { input: NormChange; output: NormsChanged }
  norm_undo: { input: NormUndo; output: NormsView }
  days_off: { input: DaysQuestion; output: DaysOff }
  calendar_year_counted: { input: CalendarYear; output: CalendarYear }
  answer_prices: { input: PriceQuestion; output: PriceView }
  norm_file_open: { input: NormFile; output: string | null }
  norm_file_save: { input: NormFile; output: SavedFile }
  office_info: { input: null; output: OfficeInfo }
  profile_save: { input: OfficeProfile; output: OfficeInfo }
  word_add: { input: OwnWord; output: OfficeInfo }
  word_remove: { input: OwnWord; output: OfficeInfo }
  requisites_check: { input: Requisites; output: Array<RequisiteWarning> }
  numbering_examples: { input: Numbering; output: NumberingExamples }
  image_choose: { input: ImageChoose; output: StoredImage | null }
  image_show: { input: ImageShow; output: Bytes }
  letterhead_picture: { input: LetterheadTry; output: Bytes }
  loss_accept: { input: null; output: OfficeInfo }
  clock_trust: { input: null; output: OfficeInfo }
  backup_create: { input: null; output: BackupMade }
  copies_safety: { input: null; output: CopySafety | null }
  copies_shown: { input: CopiesQuestion; output: CopiesShown }
  copies_folder_choose: { input: null; output: CopiesShown | null }
  copies_place_choose: { input: null; output: CopiesShown | null }
  copies_rhythm_save: { input: CopyRhythmChoice; output: CopiesShown }
  copies_release: { input: null; output: CopiesShown }
  copy_make: { input: CopyMake; output: BackupMade; progress: Progress }
  copy_card: { input: CopyRef; output: CopyCard }
  copy_look: { input: CopyRef; output: OfficeInfo }
  copy_rehearse: { input: CopyTask; output: Rehearsed; progress: Progress }
  copy_restore: { input: CopyRestore; output: CopyRestored; progress: Progress }
  plain_copy_remove: { input: CopyRef; output: CopiesShown }
  copy_leftover_remove: { input: CopyLeftoverRef; output: CopiesShown }
  trash_contents: { input: null; output: TrashContents }
  trash_empty: { input: TrashContents; output: TrashContents }
  retention_due: { input: null; output: RetentionDue }
  retention_erase: { input: RetentionErase; output: Erasure }
  erasures: { input: null; output: Array<ErasureRow> }
  erasures_undone: { input: null; output: Array<UndoneItem> }
  erasures_repeat: { input: RetentionErase; output: Erasure }
  erasures_undone_keep: { input: null; output: Array<UndoneItem> }
  person_data: { input: PersonRef; output: PersonData }
  person_erase: { input: PersonErase; output: PersonErased }
  journal_page: { input: JournalQuery; output: Array<JournalRow> }
  journal_verify: { input: null; output: JournalVerification }
  own_name_forms: { input: null; output: Array<RecordedNameForm> }
  name_form_forget: { input: NameFormRef; output: Array<RecordedNameForm> }
  documents_verify: { input: null; output: Verification }
  documents_mend: { input: null; output: DocumentsMended }
}
