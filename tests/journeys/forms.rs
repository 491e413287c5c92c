//! One decision, many forms: written, changed by hand, compared, used, undone.

use crate::day::{Shop, at, by, code, decision, kettle};
use complaint::{ComplaintId, DecisionKind, FormKind, LetterKind};
use office::{
    ComplaintRef, FormCard, FormCheck, FormRef, FormSave, FormUsed, FormsCompose, LetterChoices,
    Undo,
};

/// Money back, no apology.
fn decided() -> (Shop, ComplaintId) {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    shop.decides(
        id,
        0,
        decision(
            DecisionKind::Satisfy,
            "Мастер подтвердил брак.",
            Some("4590.00"),
        ),
    );
    shop.decides(
        id,
        1,
        decision(
            DecisionKind::Refuse,
            "Продавец говорил вежливо, есть запись.",
            None,
        ),
    );
    (shop, id)
}

fn composed(shop: &Shop, complaint: ComplaintId, kind: FormKind) -> FormCard {
    let input = FormsCompose {
        complaint,
        kind,
        language: None,
        limit: None,
    };
    office::forms_compose(&shop.office, &by(11, 9), input).expect("a form")
}

/// The rules of what was found, from the JSON that every host hands on.
fn rules(told: &impl serde::Serialize) -> Vec<String> {
    let told = serde_json::to_value(told).expect("JSON");
    let found = told["findings"].as_array().expect("findings");
    let named = |f: &serde_json::Value| format!("{} {}", f["severity"], f["rule"]).replace('"', "");
    found.iter().map(named).collect()
}

#[test]
fn each_form_is_told_from_the_same_decision_and_compared_with_it() {
    let (shop, id) = decided();
    let letter = shop.drafts(id, LetterKind::FinalPartial, LetterChoices::default());
    shop.issues(&letter);
    for &kind in FormKind::ALL {
        let card = composed(&shop, id, kind);
        let found = rules(&card);
        assert!(
            found.iter().all(|f| !f.starts_with("must")),
            "{kind:?}: {found:?}\n{}",
            card.form.text()
        );
        let text = card.form.text();
        let names = text.contains("Мариной Львовной") && !text.contains("Соколов");
        assert_eq!(names, kind == FormKind::Call, "{text}");
    }
    let sms = composed(&shop, id, FormKind::Sms).form.text();
    assert!(
        sms.contains("ВХ-2026/0001") && sms.contains("ИСХ-2026/0001"),
        "{sms}"
    );

    let mut form = composed(&shop, id, FormKind::Public).form;
    form.parts[0].text = "Госпожа Соколова, извинения приносим. Напишите нам лично.".into();
    let check = FormCheck {
        complaint: id,
        form,
        to_take: false,
    };
    let told = office::forms_check(&shop.office, &by(11, 10), check).expect("read");
    let found = rules(&told);
    assert!(
        found.contains(&"must data.name".to_owned())
            && found.contains(&"must form.contradiction".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_form_is_kept_used_told_in_the_diary_and_taken_back() {
    let (shop, id) = decided();
    let card = composed(&shop, id, FormKind::Public);
    assert_eq!(card.id, None);
    let save = |form, kept| FormSave {
        complaint: id,
        id: kept,
        form,
    };
    let kept = office::form_save(&shop.office, &by(11, 10), save(card.form, None)).expect("kept");
    let mut changed = kept.form.clone();
    changed.parts[0].text = "Здравствуйте! Напишите нам лично.".into();
    let again = office::form_save(&shop.office, &by(11, 11), save(changed, kept.id)).expect("kept");
    assert_eq!(again.id, kept.id);
    let form = again.id.expect("an id");

    let used = |place: &str, hour| FormUsed {
        form,
        at: at(11, hour),
        place: place.into(),
        link: "https://maps.example/review/17".into(),
    };
    let now = by(11, 12);
    assert_eq!(
        code(office::form_used(&shop.office, &now, used(" ", 12))),
        "field"
    );
    assert_eq!(
        code(office::form_used(&shop.office, &now, used("Карты", 20))),
        "field"
    );
    let noted = office::form_used(&shop.office, &now, used("Карты", 12)).expect("noted");
    assert_eq!(noted.used.len(), 1);
    assert_eq!(noted.used[0].text, "Здравствуйте! Напишите нам лично.");
    let diary = shop.card(id).contents.diary;
    let entry = diary.last().expect("an entry");
    assert!(
        entry
            .fields
            .text
            .starts_with("Опубликован ответ: Карты, https://maps.example/review/17."),
        "{}",
        entry.fields.text
    );

    // One change, one way back: the note and the diary's entry go together.
    let undo = Undo {
        complaint: id,
        seq: shop.card(id).undo.expect("an offer").seq,
    };
    let card = office::undo(&shop.office, &by(11, 13), undo).expect("undone");
    assert!(card.contents.diary.is_empty());
    let case = ComplaintRef { complaint: id };
    let all = office::forms_of_case(&shop.office, &by(11, 13), case).expect("the forms");
    assert!(all[0].used.is_empty());

    // A decision that changes later shows in what was kept.
    shop.decides(
        id,
        0,
        decision(DecisionKind::Refuse, "Экспертиза показала удар.", None),
    );
    let mut promise = again.form;
    promise.parts[0].text = "Мы вернём деньги. Напишите нам лично.".into();
    let told =
        office::form_save(&shop.office, &by(11, 14), save(promise, Some(form))).expect("kept");
    assert!(
        rules(&told).contains(&"must form.contradiction".to_owned()),
        "{:?}",
        told.findings
    );

    let left = office::form_remove(&shop.office, &by(11, 15), FormRef { form }).expect("removed");
    assert!(left.is_empty());
    let reopened = shop.reopened(12);
    let case = ComplaintRef { complaint: id };
    assert!(
        office::forms_of_case(&reopened, &by(12, 9), case)
            .expect("the forms")
            .is_empty()
    );
    assert!(
        office::journal_verify(&reopened, &by(12, 9))
            .expect("a check")
            .is_whole()
    );
}
