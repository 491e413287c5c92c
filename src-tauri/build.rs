//! Lists every command the window may call, so that the capability can grant them one by one and the rest are refused.

/// Every command of the shell, in the order of the screens.
const COMMANDS: &[&str] = &[
    // The program itself.
    "program_state",
    "program_settings_save",
    "folder_choose",
    "office_create",
    "office_open",
    "office_close",
    "sample_open",
    "sample_delete",
    "window_ready",
    // Today, the register and the search.
    "today",
    "register_page",
    "search",
    "persons_find",
    "duplicates",
    // Intake.
    "complaint_add",
    "text_read",
    "mail_read",
    "mail_take",
    "clocks",
    "name_forms",
    "draft_put",
    "draft_get",
    "draft_delete",
    "drafts",
    // The case.
    "complaint_card",
    "complaint_edit",
    "complaint_close",
    "complaint_reopen",
    "complaint_trash",
    "complaint_restore",
    "question_answered",
    "demand_save",
    "demand_remove",
    "decide",
    "diary_save",
    "diary_remove",
    "note_save",
    "note_remove",
    "undo",
    // Its documents.
    "files_choose",
    "document_add",
    "document_edit",
    "document_trash",
    "document_restore",
    "document_open",
    "work_cancel",
    // Its letters.
    "letter_draft",
    "letter_card",
    "letter_text_save",
    "letter_choices_save",
    "letter_refresh",
    "letter_preview",
    "letter_readings",
    "letter_page",
    "letter_submit",
    "letter_recall",
    "letter_approve",
    "letter_return",
    "letter_issue",
    "letter_supersede",
    "letter_delete",
    "letter_sent",
    "recipients",
    "letter_save_pdf",
    "letter_save_docx",
    "letter_open_pdf",
    "letter_print",
    "letter_mail_draft",
    // What the office counts by.
    "norms",
    "norm_preview",
    "norm_apply",
    "norm_undo",
    "days_off",
    "answer_prices",
    "norm_file_open",
    "norm_file_save",
    // Templates of letters.
    "letter_template",
    "templates",
    "template_words",
    "template_card",
    "template_version",
    "template_preview",
    "template_save",
    "template_choose",
    "template_retire",
    "template_undo",
    "template_import_look",
    "template_import",
    "template_export",
    "calendar_file_save",
    // Other forms of an answer.
    "forms_compose",
    "forms_check",
    "forms_kept",
    "form_save",
    "form_remove",
    "form_used",
    // Settings and records.
    "office_info",
    "profile_save",
    "requisites_check",
    "image_choose",
    "image_show",
    "backup_create",
    "journal_page",
    "journal_verify",
    "name_forms_kept",
    "name_form_forget",
    "documents_verify",
];

fn main() {
    // The pages are baked into the program, so a new build of them is a new build of it.
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(refusal) = tauri_build::try_build(attributes) {
        panic!(
            "the shell can't be built: {refusal:#}\nare the pages in ui/dist? `cargo xtask run` makes them"
        );
    }
}
