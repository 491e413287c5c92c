//! Worked cases, as a consumer lawyer answered them, against what the law that ships says: ours, and those
//! that lie beside the checkout.

use chrono::NaiveDate;
use complaint::{DemandKind, Money, Regime};
use deadline::law::{IndefiniteTerm, NotCounted, PenaltyStart};
use deadline::{Calendar, Circumstances, CountError, Deadline, Law, Term, governing, principal};
use serde_json::Value;

/// Own cases, reckoned from the acts without this program.
const OWN: &str = include_str!("vignettes.json");

fn text<'a>(of: &'a Value, key: &str) -> Option<&'a str> {
    of[key].as_str()
}

fn day(of: &Value, key: &str) -> Option<NaiveDate> {
    text(of, key).and_then(|text| text.parse().ok())
}

fn money(sum: Option<Money>) -> Option<String> {
    sum.map(|sum| sum.to_string())
}

/// What a case gets wrong, in words; nothing when all is right.
fn faults(case: &Value) -> Vec<String> {
    match text(case, "kind") {
        Some("count") => counted_faults(case),
        _ => explained_faults(case),
    }
}

fn counted_faults(case: &Value) -> Vec<String> {
    let term: Term = serde_json::from_value(serde_json::json!({
        "count": case["count"], "unit": case["unit"],
    }))
    .expect("a term");
    let start = day(case, "start").expect("a day");
    let expect = &case["expect"];
    let calendar = Calendar::builtin();
    let outcome = match text(case, "at") {
        Some(at) => {
            let at = chrono::NaiveTime::parse_from_str(at, "%H:%M").expect("a time");
            deadline::count_from(start.and_time(at), term, &calendar)
        }
        None => deadline::count(start, term, &calendar),
    };
    let mut wrong = Vec::new();
    match outcome {
        Ok(counted) => {
            for (key, got) in [("unmoved", counted.unmoved), ("legal", counted.legal)] {
                if day(expect, key) != Some(got) {
                    wrong.push(format!("{key} {got}"));
                }
            }
            let until = counted.until.map(|at| at.to_string());
            if until.as_deref() != text(expect, "until") {
                wrong.push(format!("until {until:?}"));
            }
        }
        Err(error) => {
            let code = match error {
                CountError::MissingYear { .. } => "missing_year",
                CountError::NeedsTime => "needs_time",
                CountError::TooFar => "too_far",
            };
            if text(expect, "error").is_none_or(|want| !want.contains(code)) {
                wrong.push(format!("error {code}"));
            }
        }
    }
    wrong
}

fn explained_faults(case: &Value) -> Vec<String> {
    let regime = Regime::parse(text(case, "regime").expect("a regime")).expect("known");
    let demand = text(case, "demand").map(|word| DemandKind::parse(word).expect("known"));
    let received = day(case, "received").expect("a day");
    let mut about = Circumstances::new(regime, demand, received);
    about.price = text(case, "price").map(|sum| sum.parse().expect("a sum"));
    let deadlines = Law::builtin().deadlines(&about, &Calendar::builtin());
    let expect = &case["expect"];
    let mut wrong = Vec::new();
    let Some(citation) = text(expect, "citation") else {
        // No norm: nothing of the law may lead.
        if let Some(law) = principal(&deadlines).filter(|one| one.is_law()) {
            wrong.push(format!("{} is cited for nothing", law.rule.citation));
        }
        return wrong;
    };
    let caution = expect["caution"] == true || citation.contains("314");
    if caution && governing(&deadlines).is_some_and(Deadline::is_law) {
        wrong.push("a caution governs".to_owned());
    }
    let governs = governing(&deadlines).map(|one| one.rule.id.as_str());
    if let Some(id) = text(expect, "governs")
        && governs != Some(id)
    {
        wrong.push(format!("{governs:?} governs"));
    }
    let variant = text(expect, "variant");
    let found = match variant {
        Some(variant) => {
            let id = text(expect, "rule").unwrap_or_default();
            let id = id.split('/').next().unwrap_or_default();
            deadlines
                .iter()
                .find(|one| one.rule.variant.as_deref() == Some(variant) && one.rule.id == id)
        }
        None if caution => deadlines.iter().find(|one| one.rule.caution),
        None => principal(&deadlines),
    };
    let Some(found) = found else {
        return vec!["nothing is found".to_owned()];
    };
    let first = variant.is_some() || std::ptr::eq(found, &raw const deadlines[0]);
    if !first {
        wrong.push(format!("{} stands first", deadlines[0].rule.id));
    }
    let rule = &found.rule;
    let said = rule.citation.to_lowercase();
    // Act and place are compared each for itself: the date of an act may stand between them.
    let wanted = citation.to_lowercase().replace(", ", " / ");
    for part in wanted.split(" / ") {
        if !said.contains(part) {
            wrong.push(format!("cites {}", rule.citation));
        }
    }
    days_faults(found, expect, &mut wrong);
    penalty_faults(found, case, &mut wrong);
    wrong
}

fn days_faults(found: &Deadline, expect: &Value, wrong: &mut Vec<String>) {
    let counted = found.counted.as_ref();
    let missing = text(expect, "legal").is_some_and(|word| word.starts_with("missing"))
        || !expect["missing"].is_null();
    let is_missing = matches!(found.not_counted, Some(NotCounted::MissingYear { .. }));
    if missing != is_missing {
        wrong.push(format!("{:?}", found.not_counted));
    }
    if let Some(unmoved) = day(expect, "known_unmoved")
        && found
            .partly
            .as_ref()
            .map(|partly| (partly.unmoved, partly.safe))
            != Some((unmoved, day(expect, "known_safe")))
    {
        wrong.push(format!("known {:?}", found.partly));
    }
    let of_caution = text(expect, "legal") == Some("-");
    let unmoved = text(expect, "unmoved")
        .and_then(|words| words.get(..10))
        .and_then(|word| word.parse().ok());
    for (key, got) in [
        ("unmoved", counted.map(|counted| counted.unmoved)),
        ("legal", counted.map(|counted| counted.legal)),
    ] {
        let want = match text(expect, key) {
            // Of two readings the shorter; a caution's day stands where that of law is told to be none.
            Some(words) if of_caution => words
                .get(..10)
                .and_then(|word| word.parse().ok())
                .or(unmoved),
            _ => day(expect, key),
        };
        if !missing && got != want {
            wrong.push(format!("{key} {got:?}"));
        }
    }
    let undated = found.not_counted.and_then(|reason| match reason {
        NotCounted::Open { open } => Some(match open {
            IndefiniteTerm::AtOnce => "at_once",
            IndefiniteTerm::NamedByComplainant => "named_by_complainant",
            IndefiniteTerm::ByContract => "by_contract",
            IndefiniteTerm::NextDelivery => "next_delivery",
            IndefiniteTerm::NamedInRequest => "named_in_request",
        }),
        NotCounted::NeedsEvent { .. }
        | NotCounted::MissingYear { .. }
        | NotCounted::NeedsTime
        | NotCounted::TooFar => None,
    });
    if let Some(want) = text(expect, "undated")
        && undated != Some(want)
    {
        wrong.push(format!("undated {undated:?}"));
    }
}

fn penalty_faults(found: &Deadline, case: &Value, wrong: &mut Vec<String>) {
    let expect = &case["expect"];
    let penalty = found.penalty.as_ref();
    let per_day = penalty.and_then(|figure| money(figure.per_day));
    let cap = penalty.and_then(|figure| money(figure.cap));
    if !case["price"].is_null() && per_day.as_deref() != text(expect, "per_day") {
        wrong.push(format!("per day {per_day:?}"));
    }
    // The verdict on this case corrects what the program of then said of the cap.
    let want = match text(expect, "note") {
        Some("program: later_cap") => text(case, "price"),
        _ => text(expect, "cap"),
    };
    if !case["price"].is_null() && cap.as_deref() != want {
        wrong.push(format!("cap {cap:?}"));
    }
    let later = penalty.and_then(|figure| money(figure.later_cap));
    if let Some(want) = text(expect, "later_cap")
        && later.as_deref() != Some(want)
    {
        wrong.push(format!("later cap {later:?}"));
    }
    if let Some(article) = text(expect, "penalty")
        && !penalty.is_some_and(|figure| figure.penalty.citation.contains(article))
    {
        wrong.push(format!(
            "penalty {:?}",
            penalty.map(|figure| &figure.penalty.citation)
        ));
    }
    if expect["runs_from"] == "contract_day"
        && penalty.map(|figure| figure.penalty.runs_from) != Some(PenaltyStart::ContractDay)
    {
        wrong.push("runs from the legal day".to_owned());
    }
}

fn all_right(cases: &str) {
    let cases: Vec<Value> = serde_json::from_str(cases).expect("a list of cases");
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found = faults(case);
        if !found.is_empty() {
            wrong.push(format!(
                "{} {} {} {}: {} ({})",
                case["id"],
                case["regime"],
                case["demand"],
                case["received"],
                found.join("; "),
                case["why"]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} are wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn our_worked_cases() {
    all_right(OWN);
}

#[test]
fn the_worked_cases_beside_the_checkout() {
    let Some(path) = prerequisites::shared("oracles/law_vignettes.json") else {
        return;
    };
    all_right(&std::fs::read_to_string(path).expect("readable"));
}
