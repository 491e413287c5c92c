//! What reads strangers' bytes, given broken files. `cargo xtask fuzz` gives it many more.

use workbench::fuzz::{Bout, Ground, READERS};

#[test]
fn broken_files_are_taken_or_refused_and_nothing_falls_over() {
    let ground = Ground::new().expect("an office to read with");
    for reader in READERS {
        let bout = Bout::of(&ground, reader, 20_261_130).expect("sound files");
        if reader.name != "signature" {
            assert!(
                bout.takes_the_sound(),
                "{} refuses a sound file",
                reader.name
            );
        }
        // Opening and restoring an office takes as long as reading a hundred files.
        let whole_office = ["manifest", "copied_records", "records", "heads", "drafts"];
        let inputs = if whole_office.contains(&reader.name) {
            8
        } else {
            40
        };
        let taken = (0..inputs).filter(|number| bout.read(*number)).count() as u64;
        match reader.name {
            // What is disposable is set aside, and locks nobody out.
            "drafts" => assert_eq!(taken, inputs),
            // Any words are words.
            "pasted" | "heads" => {}
            name => assert!(taken < inputs, "{name}: nothing was broken"),
        }
    }
}
