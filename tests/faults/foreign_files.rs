//! The office removes only what it made, and follows no link out of its folder.

use crate::ground::{contents, found, open, refused};
use std::fs;
use std::path::Path;

const OLD_COPY: &str = "019aaa00000070008000000000000001";

fn fill(dir: &Path) {
    fs::create_dir_all(dir.join("deeper")).expect("folders");
    fs::write(dir.join("диплом.odt"), "a year of work").expect("a file");
    fs::write(dir.join("deeper/заметки.txt"), "more of it").expect("a file");
    fs::write(dir.join(OLD_COPY), "named as a copy of an office is").expect("a file");
}

#[test]
fn an_office_founded_beside_somebodys_scratch_folder_leaves_it_alone() {
    let root = tempfile::tempdir().expect("a folder");
    let scratch = root.path().join("scratch");
    fill(&scratch);
    let before = contents(&scratch);
    drop(found(root.path()).expect("an office"));
    drop(open(root.path()).expect("the office again"));
    assert_eq!(contents(&scratch), before);
}

#[test]
fn a_folder_in_which_somebody_uses_a_name_of_the_office_gets_no_office() {
    for name in ["documents", "backups", ".otvet-scratch"] {
        let root = tempfile::tempdir().expect("a folder");
        fill(&root.path().join(name));
        let before = contents(root.path());
        let (code, detail) = refused(found(root.path()));
        assert_eq!(code, "foreign", "{name}");
        assert!(detail.ends_with(name), "{detail}");
        assert_eq!(contents(root.path()), before, "{name}");
    }
}

#[test]
#[cfg(unix)]
fn where_an_office_is_to_be_founded_no_link_to_a_journals_end_is_followed() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let other = elsewhere.path().join("office");
    drop(found(&other).expect("another office"));
    let root = tempfile::tempdir().expect("a folder");
    let link = root.path().join("journal.head");
    symlink(other.join("journal.head"), &link).expect("a link");
    let (code, detail) = refused(found(root.path()));
    assert_eq!(code, "foreign");
    assert!(detail.ends_with("journal.head"), "{detail}");
    assert!(!root.path().join("office.sqlite").exists());
}

#[test]
#[cfg(unix)]
fn no_link_in_an_office_is_followed() {
    use std::os::unix::fs::symlink;
    for name in [
        "documents",
        "backups",
        ".otvet-scratch",
        "office.sqlite",
        "office.sqlite-wal",
        "drafts.sqlite",
        "drafts.sqlite-wal",
        "office.lock",
        "backups/heads.jsonl",
    ] {
        let root = tempfile::tempdir().expect("a folder");
        let office = root.path().join("office");
        drop(found(&office).expect("an office"));
        let theirs = root.path().join("theirs");
        fill(&theirs);
        let ours = office.join(name);
        let to = if ours.is_dir() {
            theirs.clone()
        } else {
            theirs.join("диплом.odt")
        };
        if ours.exists() {
            fs::rename(&ours, root.path().join("set aside")).expect("moved");
        }
        symlink(&to, &ours).expect("a link");
        let before = contents(&theirs);
        let (code, detail) = refused(open(&office));
        assert_eq!(code, "foreign", "{name}");
        assert!(detail.ends_with(name), "{detail}");
        assert_eq!(contents(&theirs), before, "{name}");
        assert!(refused(office::Office::remove(&office)).0 == "foreign");
        assert_eq!(contents(&theirs), before, "{name}");
    }
}

#[test]
#[cfg(unix)]
fn a_dangling_link_is_not_written_through() {
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("office");
    drop(found(&office).expect("an office"));
    fs::remove_file(office.join("office.lock")).expect("removed");
    let away = root.path().join("away");
    std::os::unix::fs::symlink(&away, office.join("office.lock")).expect("a link");
    assert_eq!(refused(open(&office)).0, "foreign");
    assert!(!away.exists());
}

#[test]
#[cfg(unix)]
fn a_linked_part_of_the_document_store_is_neither_read_nor_swept() {
    use std::ops::ControlFlow;
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("office");
    drop(found(&office).expect("an office"));
    let theirs = root.path().join("theirs");
    fs::create_dir(&theirs).expect("a folder");
    let name = "ab".repeat(32);
    let file = theirs.join(&name);
    fs::write(&file, "not a document of the office").expect("a file");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(400 * 24 * 60 * 60);
    let opened = fs::File::options().write(true).open(&file);
    let dated = opened.and_then(|file| file.set_modified(old));
    dated.expect("an old file");
    std::os::unix::fs::symlink(&theirs, office.join("documents/ab")).expect("a link");
    let (code, detail) = refused(open(&office));
    assert_eq!(code, "foreign");
    assert!(detail.ends_with("documents/ab"), "{detail}");
    assert!(file.exists());

    let other = root.path().join("other");
    let register = {
        drop(found(&other).expect("an office"));
        register::Register::open(&other, crate::ground::by().now).expect("an office")
    };
    let stored = register
        .document_store(&b"content"[..], &|_| ControlFlow::Continue(()))
        .expect("stored");
    let place = other.join("documents").join(&stored.sha256[..2]);
    fs::rename(&place, root.path().join("moved")).expect("moved");
    std::os::unix::fs::symlink(root.path().join("moved"), &place).expect("a link");
    assert!(matches!(
        register.document_store(&b"content"[..], &|_| ControlFlow::Continue(())),
        Err(register::RegisterError::Foreign(_))
    ));
    assert!(matches!(
        register.content_read(&stored.sha256),
        Err(register::RegisterError::Foreign(_))
    ));
}

#[test]
#[cfg(unix)]
fn a_link_in_place_of_a_kept_file_is_told_as_altered() {
    use std::ops::ControlFlow;
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("office");
    drop(office::sample_create(&office, crate::ground::by().now).expect("the sample"));
    let register = register::Register::open(&office, crate::ground::by().now);
    let register = register.expect("the sample");
    let whole = register.documents_verify(&|_| ControlFlow::Continue(()));
    assert!(whole.expect("a check").altered.is_empty());
    let kept = contents(&office.join("documents"));
    let (name, bytes) = kept.iter().next().expect("a kept file");
    let theirs = root.path().join("theirs");
    fs::write(&theirs, bytes).expect("the same bytes elsewhere");
    let place = office.join("documents").join(name);
    fs::remove_file(&place).expect("removed");
    std::os::unix::fs::symlink(&theirs, &place).expect("a link");
    let check = register.documents_verify(&|_| ControlFlow::Continue(()));
    let altered = check.expect("a check").altered;
    assert_eq!(altered.len(), 1);
    assert!(name.ends_with(&altered[0].sha256), "{name}");
}

#[test]
fn the_scratch_folder_is_emptied_of_the_offices_own_copies_alone() {
    let root = tempfile::tempdir().expect("a folder");
    drop(found(root.path()).expect("an office"));
    let scratch = root.path().join(".otvet-scratch");
    fill(&scratch);
    fs::create_dir(scratch.join("019aaa00000070008000000000000002")).expect("a folder");
    fs::write(
        scratch.join("019aaa00000070008000000000000002/чек.pdf"),
        "copy",
    )
    .expect("a copy");
    drop(open(root.path()).expect("the office"));
    let left: Vec<String> = contents(&scratch).into_keys().collect();
    assert_eq!(
        left,
        [
            "deeper/заметки.txt",
            "otvet-empties-this-folder",
            "диплом.odt"
        ]
    );

    let mark = scratch.join("otvet-empties-this-folder");
    fs::remove_file(mark).expect("the mark");
    assert_eq!(refused(open(root.path())).0, "foreign");
    assert!(scratch.join("диплом.odt").exists());
}

#[test]
fn the_folder_of_programs_before_goes_only_where_all_of_it_is_the_offices() {
    let root = tempfile::tempdir().expect("a folder");
    let former = root.path().join("scratch");
    drop(found(root.path()).expect("an office"));
    fs::create_dir_all(former.join(OLD_COPY)).expect("folders");
    fs::write(former.join(OLD_COPY).join("чек.pdf"), "a copy").expect("a copy");
    fs::write(former.join("отпуск.jpg"), "somebody's").expect("a file");
    drop(open(root.path()).expect("the office"));
    assert_eq!(contents(&former).len(), 2, "one thing is not the office's");

    fs::remove_file(former.join("отпуск.jpg")).expect("removed");
    drop(open(root.path()).expect("the office"));
    assert!(!former.exists());
}

#[test]
fn removing_an_office_leaves_what_it_did_not_make() {
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("sample");
    drop(office::sample_create(&office, crate::ground::by().now).expect("the sample"));
    fs::write(office.join("отпуск.jpg"), "somebody's").expect("a file");
    fs::write(office.join("documents/мой.txt"), "somebody's").expect("a file");
    office::Office::remove(&office).expect("removed");
    let left: Vec<String> = contents(&office).into_keys().collect();
    assert_eq!(left, ["documents/мой.txt", "отпуск.jpg"]);

    assert_eq!(refused(office::Office::remove(&office)).0, "not_an_office");
    assert_eq!(contents(&office).len(), 2);

    let empty = root.path().join("empty");
    fs::create_dir(&empty).expect("a folder");
    office::Office::remove(&empty).expect("nothing is in it");
    assert!(!empty.exists());
}
