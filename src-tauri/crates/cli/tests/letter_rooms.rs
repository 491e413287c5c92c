//! The rooms around a letter, by script: templates, approval, posting, the
//! proof of an answer, other forms, readings.

use crate::terminal::{NOW, Terminal, fed, json_lines, pdf_text};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

/// The sample office, in which letters wait, are late, and are written anew.
fn sample() -> Terminal {
    let terminal = Terminal::bare();
    terminal.json(&["office", "sample"], "");
    terminal
}

/// The number of this person's complaint.
fn number(terminal: &Terminal, complainant: &str) -> String {
    let rows = terminal.lines(&["complaint", "list"], "");
    let row = rows.iter().find(|row| row["complainant"] == complainant);
    let row = row.unwrap_or_else(|| panic!("nobody is called {complainant}"));
    row["number"].as_str().unwrap().to_owned()
}

/// The last letter of this person's case in this state.
fn letter(terminal: &Terminal, complainant: &str, state: &str) -> String {
    let card = terminal.json(&["complaint", "show", &number(terminal, complainant)], "");
    let letters = card["letters"].as_array().unwrap();
    let found = letters.iter().rev().find(|one| one["state"] == state);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

/// One answer to somebody else than the terminal's own person.
fn as_actor(terminal: &Terminal, actor: &str, words: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_otvet-cli"));
    command
        .args(words)
        .args(["--now", NOW, "--actor", actor, "--office"])
        .arg(terminal.office());
    let output = fed(command, "");
    assert!(output.status.success(), "{words:?}: {output:?}");
    json_lines(&output.stdout).remove(0)
}

#[test]
fn templates_go_out_come_back_changed_and_are_refused_broken() {
    let terminal = Terminal::founded();
    let groups = terminal.lines(
        &[
            "template",
            "list",
            "--kind",
            "final_satisfied",
            "--language",
            "ru",
        ],
        "",
    );
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0]["templates"].as_array().unwrap().len(), 1);

    let file = terminal.folder.path().join("shipped.toml");
    let name = file.display().to_string();
    let told = terminal.json(
        &[
            "template",
            "export",
            "--shipped",
            "--kind",
            "final_satisfied",
            "--language",
            "ru",
            "--out",
            &name,
        ],
        "",
    );
    assert_eq!(told["templates"], 1);
    assert_eq!(
        terminal.failure(&["template", "export", "--out", &name], "")["code"],
        "not_found",
        "the office has none of its own"
    );

    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("С уважением,"), "{text}");
    let own = text.replace("С уважением,", "С добрыми пожеланиями,");
    let own = terminal.file("own.toml", own);
    let plan = terminal.json(&["template", "import", &own, "--dry-run"], "");
    assert_eq!(
        (&plan["fate"], &plan["taken"]),
        (&json!("new"), &json!(false))
    );
    let taken = terminal.json(
        &["template", "import", &own, "--choose", "--note", "теплее"],
        "",
    );
    assert_eq!(taken["taken"], true);
    let again = terminal.json(&["template", "import", &own, "--choose"], "");
    assert_eq!(
        (&again["fate"], &again["taken"]),
        (&json!("same"), &json!(false))
    );

    // A new letter is written by it, and says so.
    let added = terminal.json(&["complaint", "add", "--json", "-"], CLAIM);
    let number = added["number"].as_str().unwrap();
    terminal.json(
        &["demand", "decide", number, "--json", "-"],
        r#"{"kind":"satisfy","reasons":"Недостаток подтверждён.","amount":"4590.00","action":"Вернём на карту.","due":"2026-11-27"}"#,
    );
    let draft = terminal.json(
        &["letter", "draft", number, "--kind", "final_satisfied"],
        "",
    );
    let shown = terminal.json(&["letter", "show", draft["letter"].as_str().unwrap()], "");
    assert_eq!(shown["text"]["closing"], "С добрыми пожеланиями,");

    for (broken, code) in [
        (
            text.replace("[[template.block]]", "[[template.block"),
            "not_readable",
        ),
        (text.replace("{demand.", "{deamnd."), "unknown_field"),
    ] {
        let broken = terminal.file("broken.toml", broken);
        let faults = terminal
            .json(&["template", "check", &broken], "")
            .to_string();
        assert!(faults.contains(code), "{code}: {faults}");
        terminal.failure(&["template", "import", &broken], "");
    }
    let whole = terminal.json(&["template", "check", &own], "").to_string();
    assert!(!whole.contains(r#""weight":"error""#), "{whole}");
}

const CLAIM: &str = r#"{"kind":"claim","regime":"goods","channel":"email","received_at":"2026-11-20T10:00:00+03:00",
    "backdating_reason":"Записано после выходных",
    "complainant":{"name":"Соколова Марина Львовна","address":"197022, Санкт-Петербург, ул. Профессора Попова, д. 12"},
    "subject":"Чайник протекает","text":"Прошу вернуть деньги за чайник.","price":"4590.00",
    "demands":[{"kind":"refund","amount":"4590.00"}]}"#;

#[test]
fn the_head_alone_approves_and_only_what_was_read() {
    let terminal = sample();
    let waiting = letter(&terminal, "Ге Ольга Николаевна", "draft");
    let out = terminal.folder.path().join("x.pdf").display().to_string();
    let issue = ["letter", "issue", waiting.as_str(), "--out", out.as_str()];
    let refused = terminal.failure(&issue, "");
    assert_eq!(
        (&refused["code"], &refused["detail"]),
        (&json!("not_approved"), &json!("waiting"))
    );
    assert_eq!(
        terminal.failure(&["letter", "approve", &waiting], "")["code"],
        "not_approver"
    );
    let back = as_actor(
        &terminal,
        "Ветрова И. А.",
        &["letter", "return", &waiting, "--remarks", "Назовите день."],
    );
    assert_eq!(back["state"], "returned");
    let sent = terminal.json(
        &["letter", "submit", &waiting, "--note", "День назван."],
        "",
    );
    assert_eq!(
        (&sent["state"], &sent["needed"]),
        (&json!("waiting"), &json!(true))
    );
    terminal.json(&["letter", "recall", &waiting], "");
    terminal.json(&["letter", "submit", &waiting], "");

    // An approval of other words than were read is refused by its mark.
    let mut stale = Command::new(env!("CARGO_BIN_EXE_otvet-cli"));
    stale
        .args(["letter", "approve", &waiting, "--mark", &"0".repeat(64)])
        .args(["--now", NOW, "--actor", "Ветрова И. А.", "--office"])
        .arg(terminal.office());
    let told = fed(stale, "");
    assert_eq!(told.status.code(), Some(1));
    assert_eq!(
        json_lines(&told.stderr)[0]["error"]["code"],
        "other_content"
    );
    let approved = as_actor(&terminal, "Ветрова И. А.", &["letter", "approve", &waiting]);
    assert_eq!(
        (&approved["state"], &approved["stands"]),
        (&json!("approved"), &json!(true))
    );

    // The case moves on, and with it the ground of the approval.
    let number = number(&terminal, "Ге Ольга Николаевна");
    terminal.json(
        &["demand", "decide", &number, "refund", "--json", "-"],
        r#"{"kind":"satisfy","reasons":"Кресло возвращается.","amount":"12500.00","action":"На карту.","due":"2026-11-27"}"#,
    );
    let refused = terminal.failure(&issue, "");
    assert_eq!(
        (&refused["code"], &refused["detail"]),
        (&json!("not_approved"), &json!("changed"))
    );
}

#[test]
fn a_letter_is_dispatched_followed_and_proved() {
    let terminal = sample();
    let wrong = terminal.json(&["dispatch", "check", "19010291174624"], "");
    assert_eq!(wrong["problem"], "wrong_check_digit");
    let right = terminal.json(&["dispatch", "check", "1901 0291 1746 23"], "");
    assert_eq!(right["problem"], Value::Null);
    assert_eq!(right["number"], "19010291174623");

    let issued = letter(&terminal, "Шевчук Тарас Григорьевич", "issued");
    let add = [
        "dispatch",
        "add",
        issued.as_str(),
        "--way",
        "post_registered",
        "--cost",
        "92.50",
        "--inventory",
        "--tracking",
    ];
    let refused = terminal.failure(&[&add[..], &["19010291174624"]].concat(), "");
    assert_eq!(
        (&refused["code"], &refused["field"], &refused["detail"]),
        (&json!("field"), &json!("tracking"), &json!("doubtful"))
    );
    let added = terminal.json(&[&add[..], &["19010291174623"]].concat(), "");
    assert_eq!(added["state"], "handed_over");
    assert_eq!(added["dispatch"]["expected"], "2026-12-06");
    let early = terminal.failure(
        &[
            "dispatch",
            "state",
            &issued,
            "--state",
            "delivered",
            "--on",
            "2026-11-01",
        ],
        "",
    );
    assert_eq!(early["field"], "on");
    let delivered = terminal.json(
        &[
            "dispatch",
            "state",
            &issued,
            "--state",
            "delivered",
            "--source",
            "сайт почты",
        ],
        "",
    );
    assert_eq!(delivered["state"], "delivered");
    assert_eq!(terminal.lines(&["dispatch", "list", &issued], "").len(), 1);

    let path = |name: &str| terminal.folder.path().join(name);
    for (words, words_in_it) in [
        (vec!["envelope", &issued, "--size", "c5"], "Шевчук"),
        (vec!["label", &issued], "Шевчук"),
        (vec!["inventory", &issued], "ИСХ-2026/"),
        (vec!["receipt", &issued], "ИСХ-2026/"),
    ] {
        let out = path(&format!("{}.pdf", words[0]));
        let name = out.display().to_string();
        let told = terminal.json(&[&words[..], &["--out", &name]].concat(), "");
        assert!(told["bytes"].as_u64().unwrap() > 1000, "{told}");
        if let Some(text) = pdf_text(&out) {
            assert!(text.contains(words_in_it), "{}: {text}", words[0]);
        }
    }

    let report = terminal.json(&["proof", "check", &issued], "");
    assert_eq!(report["contradicts"], false, "{report}");
    let out = path("proof.pdf");
    let name = out.display().to_string();
    terminal.json(&["proof", "make", &issued, "--out", &name], "");
    if let Some(text) = pdf_text(&out) {
        for words in ["19010291174623", "ИСХ-2026/", "Шевчук"] {
            assert!(text.contains(words), "{words} is not in: {text}");
        }
    }

    // A letter that never left proves nothing, and that takes a reason.
    let unsent = letter(&terminal, "Дюма Александра Викторовна", "issued");
    let report = terminal.json(&["proof", "check", &unsent], "");
    assert_eq!(report["contradicts"], true);
    let again = path("unsent.pdf").display().to_string();
    terminal.failure(&["proof", "make", &unsent, "--out", &again], "");
    assert!(!path("unsent.pdf").exists());
    terminal.json(
        &[
            "proof",
            "make",
            &unsent,
            "--out",
            &again,
            "--reason",
            "для архива",
        ],
        "",
    );
    assert!(path("unsent.pdf").exists());
}

#[test]
fn one_answer_in_other_forms_and_before_three_readers() {
    let terminal = sample();
    let number = number(&terminal, "Громов Виталий Олегович");
    for form in ["public", "call", "sms"] {
        let card = terminal.json(&["forms", &number, "--form", form], "");
        assert_eq!(card["id"], Value::Null);
        let words = card["form"]["parts"].to_string();
        assert!(words.len() > 60, "{form}: {words}");
        if form == "public" {
            assert!(!words.contains("Громов"), "{words}");
            assert_eq!(card["findings"], json!([]));
        }
    }
    let named = terminal.json(
        &["forms", &number, "--form", "public", "--check", "-"],
        "Уважаемый Виталий Громов, холодильник мы заменим.",
    );
    let findings = named["findings"].as_array().unwrap();
    let musts: Vec<&str> = findings
        .iter()
        .filter(|one| one["severity"] == "must")
        .map(|one| one["rule"].as_str().unwrap())
        .collect();
    assert!(
        musts.len() >= 2,
        "a name and a promise that was not made: {findings:?}"
    );
    let kept = terminal.json(&["forms", &number, "--form", "sms", "--keep"], "");
    assert!(kept["id"].is_string());

    let issued = letter(&terminal, "Громов Виталий Олегович", "issued");
    let readings = terminal.lines(&["letter", "readings", &issued], "");
    let readers: Vec<&str> = readings
        .iter()
        .map(|one| one["reader"].as_str().unwrap())
        .collect();
    assert_eq!(readers, ["customer", "inspector", "judge"]);
    for reading in &readings {
        let points = reading["points"].as_array().unwrap();
        assert!(points.len() >= 3, "{reading}");
        for point in points.iter().filter(|one| one["seen"] == "missing") {
            assert!(!point["cure_ru"].as_str().unwrap().is_empty(), "{point}");
            assert!(!point["cure_en"].as_str().unwrap().is_empty(), "{point}");
        }
    }
}

#[test]
fn a_bundle_is_told_made_redacted_and_refused() {
    let terminal = sample();
    let card = letter(&terminal, "Шевчук Тарас Григорьевич", "issued");
    assert!(!card.is_empty());
    let number = number(&terminal, "Шевчук Тарас Григорьевич");
    let evil = terminal.file("чек.txt", "Шевчук Тарас: <script>1</script>");
    terminal.json(&["document", "add", &number, &evil], "");
    let journal = terminal.lines(&["journal", "list"], "").len();

    let view = terminal.json(&["bundle", &number], "");
    let papers = view["papers"].as_array().unwrap();
    assert!(
        papers
            .iter()
            .any(|paper| paper["name"] == "чек.txt" && paper["shown"] == "words")
    );
    assert!(view["rules"].as_array().unwrap().len() > 3);

    let folder = terminal.folder.path().join("дело");
    let out = folder.display().to_string();
    let told = terminal.json(&["bundle", &number, "--out", &out], "");
    assert!(told["lines"].as_array().unwrap().len() > 2);
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(page.contains("чек.txt") && !page.contains("<script"));
    assert!(folder.join("SHA256SUMS.txt").is_file());
    let again = terminal.failure(&["bundle", &number, "--out", &out], "");
    assert_eq!(again["code"], "not_empty");

    let file = terminal.folder.path().join("закрыто.pdf");
    let out = file.display().to_string();
    let words = [
        "bundle",
        &number,
        "--out",
        &out,
        "--form",
        "one_file",
        "--redacted",
        "--word",
        "script",
    ];
    let told = terminal.json(&words, "");
    assert!(told["name"].as_str().unwrap().contains("закрытая копия"));
    if let Some(text) = pdf_text(&file) {
        assert!(
            !text.contains("Шевчук") && !text.contains("script"),
            "{text}"
        );
    }
    assert_eq!(
        terminal.lines(&["journal", "list"], "").len(),
        journal,
        "nothing is written down"
    );
    let unknown = terminal.failure(&["bundle", &number, "--out", &out, "--without", "99"], "");
    assert_eq!(unknown["code"], "not_found");
}

/// Words that no dictionary has are marked with what may have been meant, but for the office's own.
#[test]
fn a_misspelt_word_is_marked_until_the_office_takes_it_for_its_own() {
    let terminal = Terminal::founded();
    if terminal.json(&["office", "info"], "")["spelling_lacks"] != json!([]) {
        prerequisites::skip("there are no dictionaries beside the program");
        return;
    }
    let text = terminal.file("answer.txt", "Мы извеняемся за работу фудтраков.");
    let words = || -> Value {
        let found = terminal.json(&["letter", "check", "--text", &text], "");
        let found = found["findings"].as_array().expect("findings").clone();
        let of_words = found.into_iter().filter(|f| f["rule"] == "spelling");
        of_words
            .map(|f| json!([f["word"], f["suggestion"]]))
            .collect()
    };
    assert_eq!(words()[0], json!(["извеняемся", "извиняемся"]));
    assert_eq!(words()[1][0], "фудтраков");

    let own = |words: &[&str]| terminal.json(&[&["office", "words"], words].concat(), "");
    assert_eq!(own(&[]), json!({ "words": [] }));
    assert_eq!(
        own(&["--add", "фудтрак", "--add", "чек-ин"]),
        json!({ "words": ["фудтрак", "чек-ин"] })
    );
    assert_eq!(
        own(&["--remove", "чек-ин"]),
        json!({ "words": ["фудтрак"] })
    );
    assert_eq!(words(), json!([["извеняемся", "извиняемся"]]));
    assert_eq!(
        terminal.failure(&["office", "words", "--add", "два слова"], "")["field"],
        "word"
    );
}
