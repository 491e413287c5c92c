//! The desktop shell of Otvet: one window over the office, and nothing but the shell.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(feature = "dialog-answers")]
mod answers;
mod commands;
mod desk;
mod dialogs;
mod failure;
mod folder;
mod outside;
mod progress;
mod reminders;
mod settings;
mod tokens;
mod window;
mod wire;

use commands::{
    case, clocks, documents, forms, intake, letter, norms, posting, program, register,
    settings as office_settings, templates,
};
use desk::{Desk, Folders};
use std::process::ExitCode;
use tauri::{App, AppHandle, Manager};

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    without_dmabuf();

    let built = tauri::Builder::default()
        // First, so that a second start does nothing but show the first one's window.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            come_forward(app)
        }))
        .plugin(log())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(window::REMEMBERED)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        // Pages have no links that lead out, so no script of the plugin's is wanted in them.
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .plugin(tauri_plugin_notification::init())
        .setup(|app| Ok(set_up(app)?))
        .on_window_event(window::on_event)
        .invoke_handler(tauri::generate_handler![
            program::program_state,
            program::program_settings_save,
            program::folder_choose,
            program::office_create,
            program::office_open,
            program::office_close,
            program::sample_open,
            program::sample_delete,
            program::window_ready,
            register::today,
            register::register_page,
            register::search,
            register::persons_find,
            register::duplicates,
            intake::complaint_add,
            intake::text_read,
            intake::mail_read,
            intake::mail_take,
            intake::clocks,
            intake::name_forms,
            intake::draft_put,
            intake::draft_get,
            intake::draft_delete,
            intake::drafts,
            case::complaint_card,
            case::complaint_edit,
            case::complaint_close,
            case::complaint_reopen,
            case::complaint_trash,
            case::complaint_restore,
            case::question_answered,
            case::demand_save,
            case::demand_remove,
            case::decide,
            case::diary_save,
            case::diary_remove,
            case::note_save,
            case::note_remove,
            case::undo,
            documents::files_choose,
            documents::document_add,
            documents::document_edit,
            documents::document_trash,
            documents::document_restore,
            documents::document_open,
            documents::work_cancel,
            forms::forms_compose,
            forms::forms_check,
            forms::forms_kept,
            forms::form_save,
            forms::form_remove,
            forms::form_used,
            letter::letter_draft,
            letter::letter_card,
            letter::letter_text_save,
            letter::letter_choices_save,
            letter::letter_refresh,
            letter::letter_preview,
            letter::letter_readings,
            letter::letter_page,
            letter::letter_submit,
            letter::letter_recall,
            letter::letter_approve,
            letter::letter_return,
            letter::letter_issue,
            letter::letter_supersede,
            letter::letter_delete,
            letter::letter_sent,
            letter::recipients,
            letter::letter_save_pdf,
            letter::letter_save_docx,
            letter::letter_open_pdf,
            letter::letter_print,
            letter::letter_mail_draft,
            norms::norms,
            norms::norm_preview,
            norms::norm_apply,
            norms::norm_undo,
            norms::days_off,
            norms::answer_prices,
            norms::norm_file_open,
            norms::norm_file_save,
            templates::letter_template,
            templates::templates,
            templates::template_words,
            templates::template_card,
            templates::template_version,
            templates::template_preview,
            templates::template_save,
            templates::template_choose,
            templates::template_retire,
            templates::template_undo,
            templates::template_import_look,
            templates::template_import,
            templates::template_export,
            clocks::clocks_usual,
            clocks::clock_count,
            clocks::clock_save,
            clocks::clock_remove,
            clocks::clock_end,
            clocks::clock_reopen,
            clocks::clock_pause,
            clocks::clock_resume,
            clocks::clock_pause_remove,
            clocks::interim_check,
            clocks::inspection_papers,
            clocks::inspection_save,
            norms::calendar_file_save,
            posting::posting_card,
            posting::dispatch_save,
            posting::dispatch_remove,
            posting::delivery_save,
            posting::delivery_remove,
            posting::tracking_check,
            posting::paper_preview,
            posting::paper_open,
            posting::paper_save,
            posting::proof_check,
            posting::proof_save,
            office_settings::office_info,
            office_settings::profile_save,
            office_settings::requisites_check,
            office_settings::image_choose,
            office_settings::image_show,
            office_settings::letterhead_picture,
            office_settings::backup_create,
            office_settings::journal_page,
            office_settings::journal_verify,
            office_settings::name_forms_kept,
            office_settings::name_form_forget,
            office_settings::documents_verify,
            #[cfg(feature = "dialog-answers")]
            answers::nobody_granted_this,
        ])
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("otvet: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Lays the desk, opens the office used last meanwhile, and makes the window.
fn set_up(app: &App) -> tauri::Result<()> {
    let folders = Folders {
        config: app.path().app_config_dir()?,
        data: app.path().app_data_dir()?,
    };
    app.manage(Desk::new(folders));
    #[cfg(feature = "dialog-answers")]
    answers::Person::sit_down(app.handle());
    let handle = app.handle().clone();
    std::thread::spawn(move || handle.state::<Desk>().reopen());
    reminders::watch(app.handle().clone());
    window::make(app)
}

/// Shows the window to somebody who started the program again.
fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        let _ = window.unminimize();
        window::show(&window);
    }
}

/// A short log of the program's own doings, without a word of any complaint.
fn log() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};
    Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir { file_name: None }))
        .target(Target::new(TargetKind::Stderr))
        .level(log::LevelFilter::Info)
        .max_file_size(1_000_000)
        .rotation_strategy(RotationStrategy::KeepOne)
        .build()
}

/// Starts itself again with WebKit's DMA-BUF renderer switched off, which on
/// some graphics cards draws nothing. Whoever sets the variable is obeyed. It
/// has to be there before the first line of `main`, hence the second start.
#[cfg(target_os = "linux")]
fn without_dmabuf() {
    use std::os::unix::process::CommandExt;
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let reason = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(SWITCH, "1")
            .exec();
        eprintln!("otvet: {SWITCH} stays unset: {reason}");
    }
}
