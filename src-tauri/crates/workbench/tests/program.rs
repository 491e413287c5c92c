//! The program as `otvet-cli` hands words on to it.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn program(words: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_otvet-workbench"));
    program.args(words).args(["--now", NOW]);
    program
}

fn output(words: &[&str]) -> Output {
    program(words).output().unwrap()
}

fn answer(words: &[&str]) -> Value {
    let output = output(words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn failure(words: &[&str]) -> Value {
    failure_of(program(words))
}

fn failure_of(mut program: Command) -> Value {
    let output = program.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{program:?}: {output:?}");
    let mut failure: Value = serde_json::from_slice(&output.stderr).unwrap();
    failure["error"].take()
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_text_becomes_pages() {
    let folder = tempfile::tempdir().unwrap();
    let (text, out) = (folder.path().join("text.md"), folder.path().join("set.pdf"));
    let words = "# О деле\n\nТовар осмотрен. ".to_owned() + &"Недостаток подтверждён. ".repeat(300);
    fs::write(&text, words).unwrap();
    let set = ["letter", "set", "--text", shown(&text), "--out"];
    let of = |rest: &[&'static str]| [&set[..], rest].concat();

    let mut narrow = of(&[]);
    narrow.extend([shown(&out), "--width", "120"]);
    let set = answer(&narrow);
    assert!(set["pages"].as_u64().unwrap() >= 2, "{set}");
    assert!(set["ms"].as_f64().is_some());
    assert_eq!(set["missing_glyphs"], "");
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"));
    let piped = output(&of(&["-"]));
    assert!(piped.stdout.starts_with(b"%PDF-") && piped.status.success());

    let mut wrong = of(&["x.pdf"]);
    wrong.extend(["--width", "-5"]);
    assert_eq!(output(&wrong).status.code(), Some(2));
    let nowhere = failure(&["letter", "set", "--text", "/nowhere/text.md", "--out", "-"]);
    assert_eq!(nowhere["code"], "no_file");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (text, closed) = (folder.path().join("text.md"), folder.path().join("closed"));
    fs::write(&text, "Текст").unwrap();
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    let out = closed.join("set.pdf");
    let set = [
        "letter",
        "set",
        "--text",
        shown(&text),
        "--out",
        shown(&out),
    ];
    let Some(set) = prerequisites::bound_by_permissions(program(&set)) else {
        return;
    };
    assert_eq!(failure_of(set)["code"], "denied");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_register_is_filled_and_its_journal_holds() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let seed = [
        "seed",
        "--complaints",
        "40",
        "--seed",
        "3",
        "--office",
        shown(&office),
    ];
    assert_eq!(failure(&seed)["code"], "not_an_office");
    workbench::seeding::found(&office, NOW.parse().unwrap()).unwrap();
    let filled = answer(&seed);
    assert_eq!(filled["complaints"], 40);
    assert!(filled["seconds"].as_f64().is_some());
    let open = office::Office::open(&office, NOW.parse().unwrap()).unwrap();
    let by = workbench::seeding::by(NOW.parse().unwrap());
    assert_eq!(office::office_info(&open, &by).unwrap().complaints, 40);
    let check = office::journal_verify(&open, &by).unwrap();
    assert_eq!(check.chain.checked, 41);
    assert!(check.is_whole(), "{check:?}");
}

#[test]
fn small_benches_give_their_figures() {
    let register = answer(&["bench", "register", "--json", "--sizes", "300"]);
    let sizes = register["registers"].as_array().unwrap();
    assert_eq!(sizes.len(), 1);
    assert_eq!(sizes[0]["complaints"], 300);
    for figure in [
        &sizes[0]["first_page"]["to_bare"],
        &sizes[0]["deep_page"]["to_bare"],
        &sizes[0]["search"]["common"]["to_bare"],
    ] {
        assert!(figure.as_f64().is_some_and(|f| f > 0.0), "{register}");
    }
    assert!(sizes[0]["search"]["common"]["hits"].as_u64().unwrap() > 0);
    let questions = answer(&["bench", "questions", "--sizes", "3000"]);
    let asked = questions[0]["asked"].as_object().unwrap();
    assert!(asked.len() > 40, "{}", asked.len());
    assert_eq!(asked["first page"]["came"], 3000);
    assert_eq!(
        asked["one case"]["came"].as_u64().map(|n| n > 0),
        Some(true)
    );
    let attach = answer(&["bench", "attach", "--mebibytes", "1"]);
    assert!(attach["attach_to_copy"].as_f64().unwrap() > 0.0, "{attach}");
    assert_eq!(output(&["bench", "everything"]).status.code(), Some(2));
}
