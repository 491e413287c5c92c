//! Law packs as files: read with the line of each fault, written and read back, laid over what ships.

use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use deadline::law::{Origin, PackProblem, Validity};
use deadline::{Calendar, Circumstances, Law, Pack, PackFault};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

const OWN: &str = r#"regime = "goods"
subsidiary = "general"
checked_on = "2027-01-15"

[[penalty]]
id = "own"
per_mille_per_day = 1
of = "price"
citation = "Договор"
certainty = "office_goal"
valid_from = "2026-01-01"
note_ru = "0,1 % в день."
note_en = "0.1 % a day."

[[rule]]
id = "goods.money"
demands = ["refund"]
term = { count = 5, unit = "working_days" }
penalty = "own"
citation = "Приказ по магазину"
source = "приказ"
certainty = "office_goal"
valid_from = "2027-01-01"
title_ru = "Деньги за 5 рабочих дней"
title_en = "Money in 5 working days"
todo_ru = "Перечислить."
todo_en = "Pay."
"#;

#[test]
fn every_pack_that_ships_is_written_and_read_back() {
    for &regime in Regime::ALL {
        let pack = Law::builtin().pack(regime);
        assert!(!pack.rules.is_empty(), "{regime:?}");
        let text = pack.write();
        assert_eq!(Pack::read(&text), Ok(pack), "{regime:?}\n{text}");
    }
    let own = Pack::read(OWN).expect("a good file");
    assert_eq!(own.write(), OWN);
    let mut law = Law::builtin().clone();
    for &regime in Regime::ALL {
        law.add(&Law::builtin().pack(regime))
            .expect("fits over itself");
    }
    for &regime in Regime::ALL {
        let of = |law: &Law| {
            let mut rules = law.pack(regime).rules;
            rules.sort_by_key(|r| (r.id.clone(), r.variant.clone(), r.valid_from));
            rules
        };
        assert_eq!(of(&law), of(Law::builtin()));
    }
}

/// What offices have exported and kept so far: the older word for the subsidiary regime, and terms in a
/// table of their own, as another writer of TOML may put them.
#[test]
fn a_pack_of_an_older_program_is_the_same_pack() {
    let pack = Pack::read(OWN).expect("a good file");
    let older = OWN.replace("subsidiary", "leans_on");
    assert_ne!(older, OWN);
    assert_eq!(Pack::read(&older), Ok(pack.clone()));
    let apart = OWN.replace(
        "term = { count = 5, unit = \"working_days\" }\n",
        "term.unit = \"working_days\"\nterm.count = 0x5\n",
    );
    assert_ne!(apart, OWN);
    assert_eq!(Pack::read(&apart), Ok(pack));
    let both = OWN.replace("subsidiary =", "leans_on = \"goods\"\nsubsidiary =");
    let fault = Pack::read(&both).expect_err("said twice");
    assert!(
        matches!(fault.problem, PackProblem::UnknownKey { .. }),
        "{fault}"
    );
}

#[test]
fn a_broken_pack_names_line_and_what_to_write() {
    use PackProblem as P;
    let key = str::to_owned;
    let cases: Vec<(&str, &str, u32, P)> = vec![
        (
            "regime = \"goods\"",
            "regime = \"moon\"",
            1,
            P::BadValue { key: key("regime") },
        ),
        (
            "checked_on = \"2027-01-15\"",
            "checked_on = \"15.01.2027\"",
            3,
            P::BadValue {
                key: key("checked_on"),
            },
        ),
        (
            "checked_on = \"2027-01-15\"\n",
            "\n",
            1,
            P::MissingKey {
                key: key("checked_on"),
            },
        ),
        (
            "of = \"price\"",
            "of = \"all\"",
            8,
            P::BadValue { key: key("of") },
        ),
        (
            "per_mille_per_day = 1",
            "per_mille_per_day = 0.5",
            7,
            P::BadValue {
                key: key("per_mille_per_day"),
            },
        ),
        (
            "note_en = \"0.1 % a day.\"\n",
            "",
            6,
            P::MissingKey {
                key: key("note_en"),
            },
        ),
        (
            "demands = [\"refund\"]",
            "demands = [\"refund\", \"moon\"]",
            17,
            P::BadValue {
                key: key("demands"),
            },
        ),
        (
            "demands = [\"refund\"]",
            "demands = []",
            16,
            P::CoversNothing,
        ),
        (
            "unit = \"working_days\"",
            "unit = \"moons\"",
            18,
            P::BadValue { key: key("unit") },
        ),
        ("count = 5, ", "", 18, P::MissingKey { key: key("count") }),
        (
            "term = { count = 5, unit = \"working_days\" }",
            "term = 5",
            18,
            P::BadValue { key: key("term") },
        ),
        (
            "term = { count = 5, unit = \"working_days\" }",
            "reference = true",
            16,
            P::ReferenceCovers,
        ),
        (
            "term = {",
            "open = \"at_once\"\nterm = {",
            16,
            P::NotOneOutcome,
        ),
        (
            "penalty = \"own\"",
            "penalty = \"nowhere\"",
            16,
            P::UnknownPenalty { id: key("nowhere") },
        ),
        (
            "source = \"приказ\"",
            "sauce = \"приказ\"",
            21,
            P::UnknownKey { key: key("sauce") },
        ),
        (
            "checked_on = \"2027-01-15\"",
            "checked_on = \"2027-01-15\"\nchecked_by = \"me\"",
            4,
            P::UnknownKey {
                key: key("checked_by"),
            },
        ),
        (
            "citation = \"Договор\"",
            "citation = \"Договор\"\nbase = \"price\"",
            10,
            P::UnknownKey { key: key("base") },
        ),
        (
            "{ count = 5, unit = \"working_days\" }",
            "{ count = 5, unit = \"working_days\", from = 1 }",
            18,
            P::UnknownKey { key: key("from") },
        ),
        (
            "{ count = 5,",
            "{ count = -5,",
            18,
            P::BadValue { key: key("count") },
        ),
        (
            "valid_from = \"2027-01-01\"",
            "valid_from = 2027-01-01",
            23,
            P::BadValue {
                key: key("valid_from"),
            },
        ),
        ("[[rule]]", "[rule]", 15, P::BadValue { key: key("rule") }),
        (
            "title_en = \"Money in 5 working days\"",
            "title_en = \" \"",
            16,
            P::EmptyText {
                key: key("title_en"),
            },
        ),
        (
            "valid_from = \"2027-01-01\"",
            "valid_from = \"2027-01-01\"\nvalid_to = \"2026-01-01\"",
            16,
            P::EndsBeforeItBegins,
        ),
        (
            "subsidiary = \"general\"",
            "subsidiary = \"distance\"",
            1,
            P::Circle,
        ),
    ];
    for (from, to, line, problem) in cases {
        let text = OWN.replacen(from, to, 1);
        assert_ne!(text, OWN);
        let mut law = Law::builtin().clone();
        let fault = law.add_toml(&text).expect_err(to);
        assert_eq!((fault.line, &fault.problem), (line, &problem), "{to}");
        assert_eq!(&law, Law::builtin(), "{to}");
        let said = fault.to_string();
        assert!(said.starts_with(&format!("line {line}: ")), "{said}");
        assert!(said.len() > 20, "{said}");
        // A fault in a table names the table by its id.
        let subject = match line {
            5..=13 => Some("own"),
            16.. => Some("goods.money"),
            _ => None,
        };
        assert_eq!(fault.subject.as_deref(), subject, "{to}");
    }
    let fault = Pack::read("regime = \"goods\"\n\n[[rule]\n").expect_err("no TOML");
    assert_eq!(fault.line, 3);
    assert!(matches!(fault.problem, P::Syntax { .. }));
    let long = OWN.replace("Перечислить.", &"щ".repeat(4001));
    assert_eq!(
        Pack::read(&long).expect_err("too long").problem,
        P::TooLong {
            key: key("todo_ru")
        }
    );
    let twice = format!("{OWN}\n{}", &OWN[OWN.find("[[rule]]").expect("a rule")..]);
    let fault = Pack::read(&twice).expect_err("two versions");
    assert_eq!((fault.line, fault.problem), (30, P::TwoVersions));
    let vast = "#".repeat(deadline::law::LONGEST_FILE + 1);
    assert_eq!(Pack::read(&vast).expect_err("vast").problem, P::TooLarge);
}

#[test]
fn a_later_version_leaves_the_earlier_days_as_they_were() {
    let mut law = Law::builtin().clone();
    law.add_toml(OWN).expect("a good file");
    let calendar = Calendar::builtin();
    let legal = |received| {
        let q = Circumstances::new(Regime::Goods, Some(DemandKind::Refund), received);
        let deadlines = law.deadlines(&q, &calendar);
        deadlines[0]
            .counted
            .as_ref()
            .map(|c| (c.unmoved - received).num_days())
    };
    assert_eq!(legal(day(2026, 12, 31)), Some(10));
    assert_eq!(legal(day(2027, 1, 11)), Some(7));
    let versions: Vec<_> = law
        .rules()
        .iter()
        .filter(|r| r.id == "goods.money")
        .map(|r| (r.valid_from, r.valid_to, law.origin(r)))
        .collect();
    assert_eq!(
        versions,
        [
            (day(2024, 1, 1), Some(day(2026, 12, 31)), Origin::Changed),
            (day(2027, 1, 1), None, Origin::Changed)
        ]
    );
    let mut own = law.clone();
    own.add_toml(&OWN.replace("goods.money", "goods.own"))
        .expect("another rule");
    let added = own
        .rules()
        .iter()
        .find(|r| r.id == "goods.own")
        .expect("the rule");
    assert_eq!(own.origin(added), Origin::Added);
}

#[test]
fn how_a_rule_stands_on_a_day() {
    let law = Law::builtin();
    let validity = |id: &str, from: NaiveDate, today: NaiveDate| {
        let rule = law
            .rules()
            .iter()
            .find(|r| r.id == id && r.valid_from == from)
            .expect("the version");
        law.validity(rule, today)
    };
    let old = day(2024, 1, 1);
    // Nobody knows what follows the catering rules: three months of warning, then expired.
    assert_eq!(
        validity("catering.rules", old, day(2026, 9, 29)),
        Validity::InForce
    );
    assert_eq!(
        validity("catering.rules", old, day(2026, 9, 30)),
        Validity::ExpiresSoon
    );
    assert_eq!(
        validity("catering.rules", old, day(2026, 12, 31)),
        Validity::ExpiresSoon
    );
    assert_eq!(
        validity("catering.rules", old, day(2027, 1, 1)),
        Validity::Expired
    );
    // The retail rules have a successor.
    assert_eq!(
        validity("goods.retail_rules", old, day(2026, 8, 31)),
        Validity::InForce
    );
    assert_eq!(
        validity("goods.retail_rules", old, day(2026, 9, 1)),
        Validity::Replaced
    );
    assert_eq!(
        validity("goods.retail_rules", day(2026, 9, 1), day(2026, 8, 31)),
        Validity::NotYet
    );
    let mut off = law.clone();
    off.add_toml(&OWN.replace("[[rule]]", "[[rule]]\noff = true"))
        .expect("switched off");
    let rule = off.rules().iter().find(|r| r.off).expect("the rule");
    assert_eq!(off.validity(rule, day(2027, 6, 1)), Validity::Off);
}

#[test]
fn both_sides_of_midnight_of_each_change() {
    let cited = |on: NaiveDate, regime: Regime, id: &str| -> Vec<String> {
        Law::builtin()
            .rules_on(on, Some(regime))
            .iter()
            .filter(|r| r.id == id)
            .map(|r| r.citation.clone())
            .collect()
    };
    let one = |on: NaiveDate, regime: Regime, id: &str| {
        let found = cited(on, regime, id);
        assert_eq!(found.len(), 1, "{id} on {on}");
        found[0].clone()
    };
    // 01.02.2026: the fine has exceptions, the penalty has a cap.
    for regime in [Regime::Goods, Regime::Services] {
        let id = format!("{}.court_fine", regime.as_str());
        assert!(!one(day(2026, 1, 31), regime, &id).contains("500-ФЗ"));
        assert!(one(day(2026, 2, 1), regime, &id).contains("500-ФЗ"));
    }
    let penalties = |on: NaiveDate| {
        let q = Circumstances::new(Regime::Goods, Some(DemandKind::Refund), on);
        let deadlines = Law::builtin().deadlines(&q, &Calendar::builtin());
        let penalty = deadlines[0].penalty.clone().expect("a penalty").penalty;
        (penalty.cap.is_some(), penalty.later_cap.is_some())
    };
    // By the days of lateness: due on Friday 30.01., and on Monday 02.02. for a Saturday.
    assert_eq!(penalties(day(2026, 1, 20)), (false, true));
    assert_eq!(penalties(day(2026, 1, 21)), (true, false));
    // 01.03.2026: hotels, and no charge after the card data are revoked.
    assert!(one(day(2026, 2, 28), Regime::Hotel, "hotel.rules").contains("1853"));
    assert!(one(day(2026, 3, 1), Regime::Hotel, "hotel.rules").contains("1912"));
    let id = "services.stop_charging";
    assert_eq!(
        cited(day(2026, 2, 28), Regime::Services, id),
        Vec::<String>::new()
    );
    assert!(one(day(2026, 3, 1), Regime::Services, id).contains("376-ФЗ"));
    // It is of online services under a subscription, not of goods.
    assert_eq!(
        cited(day(2026, 3, 1), Regime::Goods, "goods.stop_charging"),
        Vec::<String>::new()
    );
    // 01.09.2026: retail and paid medicine.
    assert!(one(day(2026, 8, 31), Regime::Goods, "goods.retail_rules").contains("2463"));
    assert!(one(day(2026, 9, 1), Regime::Goods, "goods.retail_rules").contains("657"));
    assert!(one(day(2026, 8, 31), Regime::Medical, "medical.rules").contains("736"));
    assert!(one(day(2026, 9, 1), Regime::Medical, "medical.rules").contains("659"));
    // 01.09.2025: no pre-ticked extras.
    assert_eq!(
        cited(day(2025, 8, 31), Regime::Goods, "goods.paid_extras"),
        Vec::<String>::new()
    );
    assert!(one(day(2025, 9, 1), Regime::Goods, "goods.paid_extras").contains("16 п. 3.1"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// Whatever is done to a file, it is read or refused with a line of that file.
    #[test]
    fn a_mangled_pack_is_read_or_refused(
        at in 0usize..OWN.len(),
        gone in 0usize..40,
        put in "[\\[\\]{}=\"'a-zа-я0-9\\n.#, -]{0,12}",
    ) {
        let start = (0..=at).rev().find(|&i| OWN.is_char_boundary(i)).unwrap_or(0);
        let end = (at + gone..=OWN.len()).find(|&i| OWN.is_char_boundary(i)).unwrap_or(OWN.len());
        let text = format!("{}{put}{}", &OWN[..start], &OWN[end..]);
        let lines = text.matches('\n').count() + 1;
        let mut law = Law::builtin().clone();
        match law.add_toml(&text) {
            Ok(()) => prop_assert_eq!(Pack::read(&Pack::read(&text).expect("read").write()), Pack::read(&text)),
            Err(PackFault { line, .. }) => {
                prop_assert!(line >= 1 && line as usize <= lines, "line {line} of {lines}");
                prop_assert_eq!(&law, Law::builtin());
            }
        }
    }
}
