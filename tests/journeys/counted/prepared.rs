//! An office in which every command finds something to do, prepared once and copied for each.

use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Person, Start};
use chrono::{DateTime, FixedOffset};
use commands::Answer;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A picture that a letter can show.
pub const PICTURE: &[u8] = include_bytes!("../../../src-tauri/icons/32x32.png");

pub fn at(time: &str) -> DateTime<FixedOffset> {
    time.parse().expect("a time")
}

/// The office and what is in it by name.
pub struct Prepared {
    /// None in the process that it was handed on to.
    machine: Option<Machine>,
    folder: PathBuf,
    ids: BTreeMap<String, Value>,
}

/// Adds what is kept under a name.
macro_rules! keep {
    ($self:ident, $name:literal, $value:expr) => {{
        let value = $value;
        assert!(!value.is_null(), "nothing for {}", $name);
        $self.ids.insert($name.to_owned(), value);
    }};
}

/// An order that a case be kept.
fn held(complaint: &Value) -> Value {
    json!({ "complaint": complaint, "hold": null, "reason": "Иск", "ordered_by": "Директор", "until": null })
}

impl Prepared {
    pub fn new() -> Self {
        let machine = Machine::new(Start::Office, &SampleOffice::default());
        let mut prepared = Self {
            machine: Some(machine),
            folder: PathBuf::new(),
            ids: BTreeMap::new(),
        };
        let info = prepared.ask("office_info", Value::Null);
        prepared.folder = PathBuf::from(info["folder"].as_str().expect("a folder"));
        prepared.cases();
        prepared.case();
        prepared.second();
        prepared.letters();
        prepared.another();
        prepared.settings();
        prepared.procedure();
        // What is open is not copied whole.
        prepared.ask("office_close", Value::Null);
        prepared
    }

    /// The same for all tests of this program.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Prepared> = LazyLock::new(Prepared::new);
        &SHARED
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes down for another process where it lies and what is in it.
    pub fn hand_on(&self, file: &Path) {
        let written = json!({ "folder": self.folder, "ids": self.ids });
        std::fs::write(file, written.to_string()).expect("written down");
    }

    /// What another process wrote down.
    pub fn handed_on(file: &Path) -> Self {
        let written = std::fs::read(file).expect("written down");
        let written: Value = serde_json::from_slice(&written).expect("JSON");
        let ids = serde_json::from_value(written["ids"].clone());
        Self {
            machine: None,
            folder: PathBuf::from(written["folder"].as_str().expect("a folder")),
            ids: ids.expect("ids"),
        }
    }

    pub fn id(&self, name: &str) -> Value {
        let found = self.ids.get(name);
        found
            .unwrap_or_else(|| panic!("no {name} is prepared"))
            .clone()
    }

    fn machine(&self) -> &Machine {
        self.machine
            .as_ref()
            .expect("the machine it is prepared on")
    }

    fn ask(&self, command: &str, input: Value) -> Value {
        let answer = self.machine().ask(command, &input, &|_| {});
        match answer.expect("a command") {
            Ok(Answer::Json(text)) => serde_json::from_str(&text).expect("JSON"),
            other => panic!("{command} {input}: {other:?}"),
        }
    }

    fn on(&self, day: u32, files: Vec<PathBuf>) {
        self.machine().seat(Person {
            files,
            now: Some(at(&format!("2026-11-{day:02}T12:00:00+03:00"))),
            ..Person::default()
        });
    }

    fn taken(&self, complaint: Value) -> Value {
        self.ask("complaint_add", by_hand(complaint, &[]))["id"].clone()
    }

    /// Cases in every state.
    fn cases(&mut self) {
        self.on(9, Vec::new());
        keep!(self, "case", self.taken(kettle()));
        let mut second = kettle();
        second["subject"] = json!("Ещё один чайник");
        second["order"] = json!("А-20419");
        keep!(self, "second", self.taken(second));
        let mut plain = kettle();
        plain["complainant"] = json!({ "kind": "person", "name": "Орлов Пётр Ильич", "gender": "auto",
            "name_dative": null, "salutation": null, "address": "", "email": "orlov@mail.example", "phone": "",
            "representative": "" });
        plain["subject"] = json!("Грубость в зале");
        plain["kind"] = json!("complaint");
        plain["demands"] = json!([]);
        keep!(self, "plain", self.taken(plain.clone()));
        for (name, subject) in [("closed", "Отозвано"), ("trashed", "Ошибкой")] {
            plain["subject"] = json!(subject);
            let complaint = self.taken(plain.clone());
            match name {
                "closed" => {
                    let close =
                        json!({ "complaint": complaint, "reason": ["withdrawn", "отозвал"] });
                    self.ask("complaint_close", close);
                    keep!(self, "closed", complaint);
                }
                _ => {
                    let trash = json!({ "complaint": complaint, "reason": "спам" });
                    self.ask("complaint_trash", trash);
                    keep!(self, "trashed", complaint);
                }
            }
        }
    }

    /// What hangs on the first case: documents, diary, notes, clocks, a decision.
    fn case(&mut self) {
        let case = self.id("case");
        let files: Vec<PathBuf> = ["чек.pdf", "фото.png", "лишний.txt"]
            .iter()
            .map(|name| self.folder.with_file_name(name))
            .collect();
        std::fs::write(&files[0], b"%PDF-1.4\n").expect("a file");
        std::fs::write(&files[1], PICTURE).expect("a file");
        std::fs::write(&files[2], "лишний").expect("a file");
        self.on(10, files);
        let chosen = self.ask("files_choose", json!({ "purpose": "documents" }));
        let tokens: Vec<&Value> = chosen
            .as_array()
            .expect("files")
            .iter()
            .map(|f| &f["token"])
            .collect();
        let card = self.ask(
            "document_add",
            json!({ "complaint": case, "tokens": tokens, "side": "complainant", "source": "",
                "task": "01890000-0000-7000-8000-000000000001" }),
        );
        keep!(self, "receipt", card["documents"][0]["id"].clone());
        keep!(self, "photo", card["documents"][1]["id"].clone());
        keep!(self, "trashed document", card["documents"][2]["id"].clone());
        let document = json!({ "complaint": case, "document": self.id("trashed document") });
        self.ask("document_trash", document);
        let diary = json!({ "complaint": case, "entry": null, "at": "2026-11-10T10:00:00+03:00",
            "text": "Позвонили", "source": "Панова" });
        let card = self.ask("diary_save", diary);
        keep!(self, "diary", card["diary"][0]["id"].clone());
        let stated = |text: &str| {
            json!({ "text": text, "check": "осмотр", "checked_by": "Панова",
            "checked_on": "2026-11-10", "verdict": "confirmed", "found": "так и есть" })
        };
        let points = json!([stated("Чайник протекает"), stated("Кассир нагрубил")]);
        let taken = json!({ "complaint": case, "allegations": points });
        let points = &self.ask("allegations_take", taken)["allegations"];
        keep!(self, "allegation", points[0]["id"].clone());
        keep!(self, "later allegation", points[1]["id"].clone());
        let card = self.ask(
            "note_save",
            json!({ "complaint": case, "note": null, "text": "Ждёт" }),
        );
        keep!(self, "note", card["notes"][0]["id"].clone());
        let order = self.ask("complaint_hold", held(&self.id("second")));
        keep!(self, "hold", order["holds"][0]["id"].clone());
        keep!(self, "refund", card["demands"][0]["demand"]["id"].clone());
        keep!(self, "apology", card["demands"][1]["demand"]["id"].clone());
        self.ask(
            "decide",
            json!({ "complaint": case, "demand": self.id("apology"), "decision": decision("satisfy", None) }),
        );
        let clock = |title: &str| json!({ "complaint": case, "clock": null, "values": clock_values(title) });
        let card = self.ask("clock_save", clock("Первые часы"));
        keep!(self, "clock", named_clock(&card, "Первые часы"));
        let card = self.ask("clock_save", clock("Вторые часы"));
        keep!(self, "ended clock", named_clock(&card, "Вторые часы"));
        self.on(16, Vec::new());
        let of = json!({ "complaint": case, "clock": self.id("ended clock"), "demand": null });
        self.ask(
            "clock_end",
            json!({ "of": of, "how": "met", "on": "2026-11-16", "why": "сделано" }),
        );
        let of = json!({ "complaint": case, "clock": null, "demand": self.id("refund") });
        let card = self.ask(
            "clock_pause",
            json!({ "of": of, "from": "2026-11-12", "to": null, "ground": "чайник не передан", "proof": null }),
        );
        let running = card["running"].as_array().expect("clocks");
        let paused = running
            .iter()
            .find(|clock| clock["demand"] == self.id("refund"));
        keep!(
            self,
            "pause",
            paused.expect("the term")["pauses"][0]["id"].clone()
        );
        let form = self.ask("forms_compose", json!({ "complaint": case, "kind": "sms" }));
        let form = json!({ "complaint": case, "id": null, "form": form["form"] });
        keep!(self, "form", self.ask("form_save", form)["id"].clone());
    }

    /// The second case of the same person: a term that runs, a question that is open.
    fn second(&mut self) {
        self.on(16, Vec::new());
        let case = self.id("second");
        let card = self.ask("complaint_card", json!({ "complaint": case }));
        keep!(
            self,
            "second refund",
            card["demands"][0]["demand"]["id"].clone()
        );
        let letter = self.drafted("second", "information_request", &|choices| {
            choices["questions"] = json!(["Когда куплен чайник?"]);
        });
        self.issued(&letter);
        keep!(self, "question", letter);
        let letter = self.drafted("second", "thanks", &|_| {});
        self.ask(
            "letter_submit",
            json!({ "letter": letter, "note": "прошу" }),
        );
        keep!(self, "waiting", letter);
    }

    /// Letters of the first case: a draft or two, and an issued one with its dispatch.
    fn letters(&mut self) {
        self.on(17, Vec::new());
        // While a term stands still, nobody but the writer knows the day of the answer.
        let answered = |choices: &mut Value| choices["expected"] = json!("2026-11-24");
        let letter = self.drafted("case", "acknowledgement", &answered);
        self.issued(&letter);
        let sent = json!({ "letter": letter, "dispatch": null, "values": { "way": "post_registered",
            "sent_at": "2026-11-17T12:00:00+03:00", "tracking": "62009147017544" } });
        let posting = self.ask("dispatch_save", sent);
        let dispatch = posting["dispatches"][0]["dispatch"]["id"].clone();
        self.on(18, Vec::new());
        let step = json!({ "dispatch": dispatch, "state": "in_transit", "on": "2026-11-18", "until": null,
            "reason": "", "source": "сайт", "document": null });
        let posting = self.ask("delivery_save", step);
        keep!(
            self,
            "event",
            posting["dispatches"][0]["dispatch"]["events"][0]["id"].clone()
        );
        keep!(self, "dispatch", dispatch);
        keep!(self, "issued", letter);
        keep!(self, "draft", self.drafted("case", "thanks", &|_| {}));
        keep!(
            self,
            "later draft",
            self.drafted("case", "statement", &|_| {})
        );
        keep!(
            self,
            "plain draft",
            self.drafted("plain", "acknowledgement", &|_| {})
        );
    }

    /// A case of somebody else, with one of each thing that hangs on a case.
    fn another(&mut self) {
        let file = self.folder.with_file_name("чужое.png");
        std::fs::write(&file, PICTURE).expect("a file");
        self.on(17, vec![file]);
        let mut complaint = kettle();
        complaint["complainant"]["name"] = json!("Зайцева Ольга Петровна");
        complaint["complainant"]["salutation"] = Value::Null;
        complaint["complainant"]["email"] = json!("zaytseva@mail.example");
        complaint["order"] = json!("А-30500");
        complaint["subject"] = json!("Тостер дымит");
        complaint["received_at"] = json!("2026-11-13T10:00:00+03:00");
        complaint["backdating_reason"] = json!("отпуск");
        keep!(self, "another", self.taken(complaint));
        let case = self.id("another");
        let chosen = self.ask("files_choose", json!({ "purpose": "documents" }));
        let card = self.ask(
            "document_add",
            json!({ "complaint": case, "tokens": [chosen[0]["token"]], "side": "office", "source": "",
                "task": "01890000-0000-7000-8000-000000000001" }),
        );
        keep!(self, "another document", card["documents"][0]["id"].clone());
        keep!(
            self,
            "another demand",
            card["demands"][0]["demand"]["id"].clone()
        );
        let diary = json!({ "complaint": case, "entry": null, "at": "2026-11-16T10:00:00+03:00",
            "text": "Приезжала", "source": "" });
        let card = self.ask("diary_save", diary);
        keep!(self, "another entry", card["diary"][0]["id"].clone());
        let point = json!({ "complaint": case, "allegation": null, "text": "Чужой довод", "verdict": "confirmed" });
        let points = &self.ask("allegation_save", point)["allegations"];
        keep!(self, "another allegation", points[0]["id"].clone());
        let note = json!({ "complaint": case, "note": null, "text": "Вежлива" });
        let card = self.ask("note_save", note);
        keep!(self, "another note", card["notes"][0]["id"].clone());
        let order = self.ask("complaint_hold", held(&case));
        keep!(self, "another hold", order["holds"][0]["id"].clone());
        let clock =
            json!({ "complaint": case, "clock": null, "values": clock_values("Чужие часы") });
        let card = self.ask("clock_save", clock);
        keep!(self, "another clock", named_clock(&card, "Чужие часы"));
        let of = json!({ "complaint": case, "clock": null, "demand": self.id("another demand") });
        let card = self.ask(
            "clock_pause",
            json!({ "of": of, "from": "2026-11-14", "to": null, "ground": "тостер не передан", "proof": null }),
        );
        let mut running = card["running"].as_array().expect("clocks").iter();
        let paused = running.find(|clock| clock["demand"] == self.id("another demand"));
        let pause = paused.expect("the term")["pauses"][0]["id"].clone();
        keep!(self, "another pause", pause);
        let form = self.ask("forms_compose", json!({ "complaint": case, "kind": "sms" }));
        let form = json!({ "complaint": case, "id": null, "form": form["form"] });
        keep!(
            self,
            "another form",
            self.ask("form_save", form)["id"].clone()
        );
        let answered = |choices: &mut Value| choices["expected"] = json!("2026-11-24");
        let letter = self.drafted("another", "acknowledgement", &answered);
        self.issued(&letter);
        let sent = json!({ "letter": letter, "dispatch": null, "values": { "way": "post_registered",
            "sent_at": "2026-11-17T12:00:00+03:00", "tracking": "62009147017544" } });
        let posting = self.ask("dispatch_save", sent);
        let dispatch = posting["dispatches"][0]["dispatch"]["id"].clone();
        let step = json!({ "dispatch": dispatch, "state": "in_transit", "on": "2026-11-17", "until": null,
            "reason": "", "source": "сайт", "document": null });
        let posting = self.ask("delivery_save", step);
        let event = &posting["dispatches"][0]["dispatch"]["events"][0]["id"];
        keep!(self, "another event", event.clone());
        keep!(self, "another dispatch", dispatch);
        keep!(self, "another letter", letter);
        keep!(
            self,
            "another draft",
            self.drafted("another", "thanks", &|_| {})
        );
    }

    /// Steps of the first case and of another, and checklists on both.
    fn procedure(&mut self) {
        for (name, title) in [("checklist", "После залива"), ("other checklist", "Звонок")]
        {
            let save = json!({ "checklist": null, "title": title, "items": ["Снять счётчики", "Составить акт"],
                "kinds": [], "words": "" });
            let lists = self.ask("checklist_save", save)["checklists"].clone();
            let mut lists = lists.as_array().expect("checklists").iter();
            let found = lists.find(|list| list["title"] == title);
            self.ids.insert(
                name.to_owned(),
                found.expect("the checklist")["checklist"].clone(),
            );
        }
        for (case, list, step) in [
            ("case", "list", "own step"),
            ("another", "another list", "another step"),
        ] {
            let put = json!({ "complaint": self.id(case), "checklist": self.id("checklist") });
            let card = self.ask("checklist_put", put);
            let on_case = card["procedure"]["lists"][0]["list"].clone();
            self.ids.insert(list.to_owned(), on_case);
            let add = json!({ "complaint": self.id(case), "title": "Позвонить", "person": "", "day": null });
            let card = self.ask("step_add", add);
            let steps = card["procedure"]["steps"].as_array().expect("steps");
            let own = steps.iter().find(|step| step["own"] == true);
            self.ids
                .insert(step.to_owned(), own.expect("a step")["step"].clone());
        }
    }

    /// Templates and what the office counts by.
    fn settings(&mut self) {
        let shipped = json!({ "kind": "final_refusal", "language": "ru", "template": null });
        let mut standalone = self.ask("template_card", shipped)["standalone"].clone();
        for name in ["retired template", "template"] {
            standalone["name"] = json!(name);
            let save = json!({ "template": null, "expected": null, "choose": true, "note": "", "standalone": standalone });
            let id = self.ask("template_save", save)["head"]["template"].clone();
            match name {
                "template" => keep!(self, "template", id),
                _ => {
                    self.ask(
                        "template_retire",
                        json!({ "template": id, "retired": true }),
                    );
                    keep!(self, "retired template", id);
                }
            }
        }
        let goals = json!({ "what": "goals",
            "goals": { "acknowledge": { "count": 2, "unit": "working_days" }, "answer": null } });
        self.ask("norm_apply", goals);
    }

    fn drafted(&self, case: &str, kind: &str, choose: &dyn Fn(&mut Value)) -> Value {
        let draft = json!({ "complaint": self.id(case), "kind": kind, "language": null });
        let card = self.ask("letter_draft", draft);
        let letter = card["summary"]["id"].clone();
        let mut choices = card["choices"].clone();
        choose(&mut choices);
        let save = json!({ "letter": letter, "text": card["text"], "choices": choices });
        self.ask("letter_choices_save", save);
        letter
    }

    fn issued(&self, letter: &Value) {
        let issue = json!({ "letter": letter, "override_reason": "проверено" });
        self.ask("letter_issue", issue);
    }
}

/// A complaint whose demands ask for money and for words.
pub fn kettle() -> Value {
    json!({
        "person_id": null, "kind": "claim", "regime": "goods", "channel": "email",
        "received_at": "2026-11-09T10:00:00+03:00", "backdating_reason": null,
        "complainant": { "kind": "person", "name": "Соколова Марина Львовна", "gender": "auto",
            "name_dative": null, "salutation": "Уважаемая Марина!", "representative": "",
            "address": "191000, Санкт-Петербург, ул. Садовая, д. 3, кв. 8",
            "email": "sokolova.m@mail.example", "phone": "" },
        "subject": "Чайник протекает", "text": "Купила у вас чайник. Он протекает. Прошу вернуть деньги.",
        "order": "А-20418", "their_number": "", "their_date": null, "price": "4590.00",
        "demands": [
            { "made_on": null, "kind": "refund", "detail": "", "amount": "4590.00" },
            { "made_on": null, "kind": "apology", "detail": "", "amount": null },
        ],
    })
}

/// A complaint taken in by hand with files.
pub fn by_hand(complaint: Value, tokens: &[Value]) -> Value {
    json!({ "complaint": complaint, "tokens": tokens, "task": "01890000-0000-7000-8000-000000000002" })
}

pub fn decision(kind: &str, amount: Option<&str>) -> Value {
    json!({ "kind": kind, "reasons": "Недостаток подтверждён.", "ground": "статья 18", "amount": amount,
        "action": "Ждём Вас в магазине.", "due": "2026-11-25", "evidence": [] })
}

pub fn clock_values(title: &str) -> Value {
    json!({ "kind": "other", "title": title, "ours": true, "start": "received", "start_ref": null,
        "start_on": null, "term": { "count": 10, "unit": "working_days" }, "day": null, "citation": "",
        "note": "" })
}

fn named_clock(card: &Value, title: &str) -> Value {
    let running = card["running"].as_array().expect("clocks");
    let found = running.iter().find(|clock| clock["title"] == title);
    found.expect("the clock")["clock"].clone()
}
