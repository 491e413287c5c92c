// Made by `cargo xtask types`; change the Rust types instead.

/** The journal holds fewer rows than it once had, or others. */
export type LostRows = {
/** The journal's length now. */
found: number,
/** The greatest length it is known to have had. */
seen: number,
/** The folder of the newest backup whose database is whole; a path that is Unicode text, for no other holds one. */
copy: string | null, };

/**
 * What a user did: every change is named by one of these, whatever steps
 * it takes. A step that another change takes says its own word in the
 * journal's row of that change, under `steps`.
 */
export type Op = "office_create" | "loss_accept" | "clock_trust" | "password_set" | "password_change" | "password_remove" | "recovery_key_used" | "recovery_key_renew" | "keyring_on" | "keyring_off" | "keyring_used" | "profile_save" | "own_words_change" | "complaint_add" | "complaint_edit" | "complaint_acknowledge" | "complaint_close" | "complaint_reopen" | "complaint_trash" | "complaint_restore" | "person_edit" | "demand_add" | "demand_edit" | "demand_remove" | "demand_decide" | "allegation_add" | "allegation_edit" | "allegation_remove" | "allegations_order" | "allegation_split" | "allegations_join" | "diary_add" | "diary_edit" | "diary_remove" | "note_add" | "note_edit" | "note_remove" | "document_add" | "document_edit" | "document_trash" | "document_restore" | "trash_empty" | "retention_erase" | "person_erase" | "erasure_undone_keep" | "hold_place" | "hold_edit" | "hold_lift" | "documents_mend" | "letter_draft_add" | "letter_draft_save" | "letter_draft_delete" | "letter_submit" | "letter_recall" | "letter_approve" | "letter_return" | "letter_void" | "letter_issue" | "letter_supersede" | "letter_sent" | "form_save" | "form_remove" | "form_used" | "dispatch_add" | "dispatch_edit" | "dispatch_remove" | "delivery_add" | "delivery_remove" | "clock_add" | "clock_edit" | "clock_remove" | "clock_end" | "clock_reopen" | "clock_pause" | "clock_resume" | "clock_pause_remove" | "obstruction_made" | "proof_made" | "regime_keep" | "question_answered" | "template_keep" | "template_save" | "template_choose" | "template_retire" | "template_restore" | "norm_save" | "norm_reset" | "name_form_keep" | "name_form_forget" | "branch_choose" | "step_done" | "step_skip" | "step_reopen" | "step_assign" | "step_add" | "step_remove" | "checklist_put" | "checklist_remove" | "document_seen" | "procedure_save" | "procedure_reset" | "checklist_save" | "checklist_retire" | "checklist_restore" | "undo";
