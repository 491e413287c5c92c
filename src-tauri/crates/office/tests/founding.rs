//! What an office is before it says anything of itself.

use complaint::{Actor, Language};
use office::{By, Office};
use serde_json::json;

#[test]
fn numbers_begin_as_the_language_of_the_program_has_it() {
    let by = By {
        actor: Actor::named("Крылова М. И."),
        now: "2026-11-22T10:30:00+03:00".parse().unwrap(),
    };
    for (language, first, outgoing) in [
        (Language::Ru, "ВХ-2026/0001", "ИСХ-{year}/{n:4}"),
        (Language::En, "IN-2026/0001", "OUT-{year}/{n:4}"),
    ] {
        let root = tempfile::tempdir().unwrap();
        let mut profile = office::new_profile(language);
        profile.name = "Север".into();
        let office = Office::create(&root.path().join("office"), &by, &profile).unwrap();
        let complaint = json!({
            "kind": "claim", "regime": "goods", "channel": "email", "received_at": "2026-11-22T10:00:00+03:00",
            "backdating_reason": null, "complainant": {}, "subject": "", "text": "Чайник течёт.",
        });
        let complaint = serde_json::from_value(complaint).unwrap();
        let taken = office::complaint_add(&office, &by, complaint).unwrap();
        assert_eq!(taken.number, first);
        let kept = office::office_info(&office, &by).unwrap().profile;
        assert_eq!(kept.numbering.outgoing, outgoing);
        // Letters are still written in Russian, and saving the settings as they are renames nothing.
        assert_eq!(kept.language, Language::Ru);
        let saved = office::profile_save(&office, &by, &kept).unwrap();
        assert_eq!(saved.profile.numbering, kept.numbering);
    }
}
