//! Commands as a host gives them on: by name, with JSON, to a program without a window.

use chrono::{DateTime, FixedOffset};
use commands::{
    Answer, Failure, FileType, Folders, Host, KeyringFault, PrintJob, Program, Progress, Reminders,
    Theme,
};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A host with a person who answers every dialog with the same path, or closes it.
struct Surroundings {
    answer: RefCell<Option<PathBuf>>,
    opened: RefCell<Vec<PathBuf>>,
    notified: RefCell<Vec<String>>,
    watched: Cell<bool>,
    shown: Cell<bool>,
    themes: RefCell<Vec<Theme>>,
    now: RefCell<Option<&'static str>>,
}

impl Host for Surroundings {
    fn now(&self) -> DateTime<FixedOffset> {
        let now = self.now.borrow().expect("the clock has stopped");
        DateTime::parse_from_rfc3339(now).expect("a time")
    }

    fn local(&self, moment: SystemTime) -> DateTime<FixedOffset> {
        let seconds = moment
            .duration_since(SystemTime::UNIX_EPOCH)
            .expect("after 1970")
            .as_secs();
        DateTime::from_timestamp(seconds as i64, 0)
            .expect("a time")
            .with_timezone(&FixedOffset::east_opt(3 * 3600).expect("an offset"))
    }

    fn choose_files(&self, _: &str, _: &[FileType<'_>], _: bool) -> Vec<PathBuf> {
        self.answer.borrow().clone().into_iter().collect()
    }

    fn choose_folder(&self, _: &str) -> Option<PathBuf> {
        self.answer.borrow().clone()
    }

    fn choose_where_to_save(&self, _: &str, name: &str, _: FileType<'_>) -> Option<PathBuf> {
        self.answer
            .borrow()
            .as_ref()
            .map(|folder| folder.join(name))
    }

    fn open(&self, copy: &Path) -> Result<(), String> {
        self.opened.borrow_mut().push(copy.to_path_buf());
        Ok(())
    }

    fn keyring_keep(&self, _: &str, _: &Zeroizing<String>) -> Result<(), KeyringFault> {
        Err(KeyringFault::Shut)
    }

    fn keyring_read(&self, _: &str) -> Result<Option<Zeroizing<String>>, KeyringFault> {
        Err(KeyringFault::Shut)
    }

    fn keyring_remove(&self, _: &str) -> Result<(), KeyringFault> {
        Err(KeyringFault::Shut)
    }

    fn print(&self, _: PrintJob) -> Result<bool, String> {
        Ok(false)
    }

    fn notify(&self, text: &str) {
        self.notified.borrow_mut().push(text.to_owned());
    }

    fn is_watched(&self) -> bool {
        self.watched.get()
    }

    fn set_theme(&self, theme: Theme) {
        self.themes.borrow_mut().push(theme);
    }

    fn show_window(&self) {
        self.shown.set(true);
    }
}

/// What a window would cancel by.
const TASK: &str = "01890000-0000-7000-8000-000000000001";

/// A fresh program on a fresh machine.
struct Room {
    machine: TempDir,
    program: Program,
    host: Surroundings,
}

impl Room {
    fn new() -> Self {
        let machine = tempfile::tempdir().expect("a folder");
        let program = Program::new(Folders {
            config: machine.path().join("config"),
            data: machine.path().join("data"),
            documents: None,
        });
        let host = Surroundings {
            answer: RefCell::default(),
            opened: RefCell::default(),
            notified: RefCell::default(),
            watched: Cell::new(true),
            shown: Cell::new(false),
            themes: RefCell::default(),
            now: RefCell::new(Some("2026-11-20T12:00:00+03:00")),
        };
        Self {
            machine,
            program,
            host,
        }
    }

    /// With an office and one complaint in it.
    fn with_complaint() -> (Self, Value) {
        let room = Self::new();
        let profile = json!({ "name": "ООО «Ромашка»", "requisites": {}, "language": "ru" });
        room.json("office_create", json!({ "profile": profile }));
        let text = "Купил чайник, он не греет. Верните 4590 рублей.";
        let mut draft = room.json("text_read", json!({ "text": text }));
        draft["complainant"]["name"] = json!("Иванов Пётр Сергеевич");
        let added = room.json("complaint_add", json!({ "complaint": draft, "task": TASK }));
        (room, added["id"].clone())
    }

    fn ask(
        &self,
        name: &str,
        input: Value,
        progress: &dyn Fn(Progress),
    ) -> Option<Result<Answer, Failure>> {
        commands::answer(&self.program, &self.host, name, &input, progress)
    }

    fn json(&self, name: &str, input: Value) -> Value {
        match self.ask(name, input, &|_| {}) {
            Some(Ok(Answer::Json(text))) => serde_json::from_str(&text).expect("JSON"),
            other => panic!("{name}: {other:?}"),
        }
    }

    fn failure(&self, name: &str, input: Value) -> Failure {
        match self.ask(name, input, &|_| {}) {
            Some(Err(failure)) => failure,
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn what_is_not_listed_is_no_command() {
    let room = Room::new();
    assert!(
        room.ask("nobody_listed_this", Value::Null, &|_| {})
            .is_none()
    );
    assert!(!commands::NAMES.contains(&"nobody_listed_this"));
}

#[test]
fn an_input_of_another_shape_is_refused_by_the_place_at_fault() {
    let (room, _) = Room::with_complaint();
    let before = room.json("today", Value::Null);
    let mut draft = room.json("text_read", json!({ "text": "Верните 500 рублей." }));
    draft["demands"] = json!([{ "kind": "refund" }, { "kind": "a wish" }]);
    let failure = room.failure("complaint_add", json!({ "complaint": draft, "task": TASK }));
    assert_eq!(failure.code, "unexpected");
    // The fields of a demand are read as one value, so the demand is the place; the value says the rest.
    assert_eq!(failure.field.as_deref(), Some("complaint.demands.1"));
    assert!(
        failure.detail.is_some_and(|it| it.contains("`a wish`")),
        "the value at fault is named"
    );

    let failure = room.failure("complaint_card", json!({}));
    assert_eq!(failure.field, None);
    assert!(
        failure.detail.is_some_and(|it| it.contains("`complaint`")),
        "the field that is not there is named"
    );
    assert_eq!(room.json("today", Value::Null), before);
}

#[test]
fn a_command_that_breaks_off_is_a_failure_and_the_next_one_is_answered() {
    let (room, _) = Room::with_complaint();
    let now = room.host.now.take();
    let failure = room.failure("today", Value::Null);
    assert_eq!(failure.code, "unexpected");
    assert_eq!(failure.detail.as_deref(), Some("the clock has stopped"));
    assert!(!room.program.is_busy());
    room.host.now.replace(now);
    room.json("today", Value::Null);
}

#[test]
fn nothing_is_answered_of_an_office_that_is_not_open() {
    let room = Room::new();
    assert_eq!(room.failure("today", Value::Null).code, "no_office");
    let state = room.json("program_state", Value::Null);
    assert_eq!(state["office_open"], false);
    // What helps to make an office needs none.
    room.json("requisites_check", json!({}));
    let examples = room.json(
        "numbering_examples",
        json!({ "incoming": "ВХ-{n:3}", "outgoing": "{n}/{year}", "paper": "ВД-{year}" }),
    );
    assert_eq!(
        examples["incoming"],
        json!({ "number": "ВХ-001", "yearly": false })
    );
    assert_eq!(examples["outgoing"]["yearly"], true);
    assert_eq!(examples["paper"], Value::Null);
    room.json("template_words", Value::Null);
}

#[test]
fn an_office_is_made_in_the_folder_that_was_chosen_and_opened_again() {
    let room = Room::new();
    let folder = room.machine.path().join("записи");
    fs::create_dir(&folder).expect("a folder");
    assert_eq!(
        room.json("folder_choose", json!({ "purpose": "new" })),
        Value::Null
    );
    room.host.answer.replace(Some(folder.clone()));
    let chosen = room.json("folder_choose", json!({ "purpose": "new" }));
    assert_eq!(chosen["holds_office"], false);
    let profile = json!({ "name": "ООО «Ромашка»", "requisites": {}, "language": "ru" });
    room.json(
        "office_create",
        json!({ "folder": chosen["token"], "profile": profile }),
    );
    assert!(folder.join("office.sqlite").is_file());

    let other = "01890000-0000-7000-8000-000000000000";
    let failure = room.failure("office_open", json!({ "folder": other }));
    assert_eq!(
        failure.code, "unknown_token",
        "a page names no folder itself"
    );

    let state = room.json("office_close", Value::Null);
    assert_eq!(state["office_open"], false);
    let again = room.json("office_open", json!({}));
    assert_eq!(again["folder"], folder.display().to_string());
}

#[test]
fn documents_are_kept_with_a_case_and_the_way_there_is_told() {
    let (room, complaint) = Room::with_complaint();
    let files = ["акт.pdf", "фото.txt"].map(|name| room.machine.path().join(name));
    fs::write(&files[0], vec![7; 3 << 20]).expect("a file");
    fs::write(&files[1], "фото").expect("a file");
    let dropped = room.program.dropped(room.host.now(), &files, None);
    let add = json!({
        "complaint": complaint,
        "tokens": [dropped.files[0].token, dropped.files[1].token],
        "side": "complainant",
        "task": "01890000-0000-7000-8000-000000000001",
    });

    // Stopped in the second file, when the first one lies in the store already.
    let mut other = add.clone();
    other["tokens"] = json!([dropped.files[1].token, dropped.files[0].token]);
    let stop = |step: Progress| match step.name.as_str() {
        // What comes too soon after the last step is not told.
        "фото.txt" => thread::sleep(Duration::from_millis(100)),
        _ => drop(room.json("task_cancel", json!({ "task": add["task"] }))),
    };
    let stopped = room.ask("document_add", other, &stop);
    let code = stopped.and_then(Result::err).map(|failure| failure.code);
    assert_eq!(code.as_deref(), Some("cancelled"));
    let card = room.json("complaint_card", json!({ "complaint": complaint }));
    assert_eq!(card["documents"], json!([]));

    room.host.watched.set(false);
    let steps = RefCell::new(Vec::new());
    let listener = |step: Progress| steps.borrow_mut().push(step);
    let added = room.ask("document_add", add, &listener);
    assert!(matches!(added, Some(Ok(Answer::Json(_)))), "{added:?}");
    let steps = steps.into_inner();
    assert!(!steps.is_empty());
    assert!(
        steps
            .iter()
            .all(|step| step.total == (3 << 20) + 8 && step.done <= step.total)
    );
    let card = room.json("complaint_card", json!({ "complaint": complaint }));
    assert_eq!(card["documents"][0]["name"], "акт.pdf");
    assert_eq!(card["documents"][1]["name"], "фото.txt");
    let journal = room.json("journal_page", json!({ "limit": 10 }));
    let acts = journal.as_array().expect("rows").iter();
    let adding = acts.filter(|row| row["op"] == "document_add");
    assert_eq!(adding.count(), 1, "one change for both");
    let notified = room.host.notified.take();
    assert!(
        notified.len() == 1 && notified[0].starts_with("Документы добавлены к обращению"),
        "who looks elsewhere is told: {notified:?}"
    );

    let document = &card["documents"][0]["id"];
    room.json(
        "document_open",
        json!({ "complaint": complaint, "document": document }),
    );
    let opened = room.host.opened.take();
    assert_eq!(fs::metadata(&opened[0]).expect("a copy").len(), 3 << 20);
}

#[test]
fn a_page_of_a_letter_is_answered_as_it_is() {
    let (room, complaint) = Room::with_complaint();
    let draft = json!({ "complaint": complaint, "kind": "acknowledgement" });
    let card = room.json("letter_draft", draft);
    let text = json!({ "letter": card["summary"]["id"], "text": card["text"] });
    let preview = room.json("letter_preview", text);
    let page = json!({ "key": preview["key"], "page": 0, "scale": 0.5 });
    match room.ask("letter_page", page, &|_| {}) {
        Some(Ok(Answer::Bytes(bytes))) => assert!(bytes.starts_with(b"\x89PNG")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_is_saved_where_the_person_says_or_not_at_all() {
    let (room, _) = Room::with_complaint();
    let saved = room.json("norm_file_save", json!({ "regime": null }));
    assert_eq!(saved["saved"], Value::Null);
    room.host.answer.replace(Some(room.machine.path().into()));
    let saved = room.json("norm_file_save", json!({ "regime": null }));
    let file = room.machine.path().join("calendar.json");
    assert_eq!(saved["saved"], file.display().to_string());
    let calendar: Value =
        serde_json::from_slice(&fs::read(&file).expect("the file")).expect("JSON");
    assert!(calendar.is_object());
    let part = room.machine.path().join("calendar.json.part");
    assert!(!part.exists(), "nothing is left of the writing");
}

#[test]
fn choices_reach_the_window_and_outlive_the_program() {
    let room = Room::new();
    let mut settings =
        json!({ "language": "en", "theme": "dark", "text_scale": 9.0, "actor": " Анна " });
    let state = room.json("program_settings_save", settings.take());
    assert_eq!(state["text_scale"], 2.0);
    assert_eq!(room.host.themes.take(), [Theme::Dark]);
    let again = Room {
        program: Program::new(Folders {
            config: room.machine.path().join("config"),
            data: room.machine.path().join("data"),
            documents: None,
        }),
        ..room
    };
    assert_eq!(again.json("program_state", Value::Null), state);
    assert_eq!(state["actor"], "Анна");
}

#[test]
fn reminders_wait_for_the_window_and_name_counts_alone() {
    let (room, _) = Room::with_complaint();
    let mut reminders = Reminders::default();
    room.host.watched.set(false);
    room.host.now.replace(Some("2027-03-01T12:00:00+03:00"));
    reminders.say(&room.program, &room.host);
    assert!(
        room.host.notified.borrow().is_empty(),
        "no window is seen yet"
    );
    room.json("window_ready", Value::Null);
    assert!(room.host.shown.get());
    reminders.say(&room.program, &room.host);
    reminders.say(&room.program, &room.host);
    let notified = room.host.notified.take();
    assert_eq!(
        notified,
        ["Просрочено: 1. Последний день сегодня: 0. В ближайшие дни: 0."]
    );
}
