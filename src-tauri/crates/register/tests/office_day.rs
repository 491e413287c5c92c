//! An office's day at the register: from the first complaint to its list.

use chrono::{DateTime, FixedOffset};
use complaint::*;
use register::*;

fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(time).unwrap()
}

fn by(time: &str) -> By {
    By {
        actor: Actor::named("Анна"),
        now: at(time),
    }
}

fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "Север".into(),
        requisites: Requisites::default(),
        letterhead: Letterhead::default(),
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
    }
}

fn kettle() -> NewComplaint {
    NewComplaint {
        fields: ComplaintFields {
            kind: Kind::Claim,
            regime: Regime::Goods,
            channel: Channel::Email,
            received_at: at("2026-11-20T18:30:00+03:00"),
            backdating_reason: None,
            subject: "Протекает чайник".into(),
            text: "Купил у вас чайник, через неделю он потёк. Верните деньги!".into(),
            order: "А-17".into(),
            their_number: String::new(),
            their_date: None,
            price: Some("4590".parse().unwrap()),
        },
        person: PersonRef::Described(Complainant {
            name: "Соколова Марина Львовна".into(),
            email: "sokolova@example.org".into(),
            ..Complainant::default()
        }),
        demands: vec![NewDemand {
            kind: DemandKind::Refund,
            detail: String::new(),
            amount: Some("4590".parse().unwrap()),
            made_on: "2026-11-20".parse().unwrap(),
            rule: Some("zpp-22".into()),
            due_legal: Some("2026-11-30".parse().unwrap()),
            due_safe: Some("2026-11-30".parse().unwrap()),
        }],
    }
}

#[test]
fn a_complaint_is_written_down_found_and_shown() {
    let dir = tempfile::tempdir().unwrap();
    let now = "2026-11-22T10:00:00+03:00";
    let office = Register::create(dir.path(), &by(now), &profile()).unwrap();
    let recorded = office.complaint_add(&by(now), &kettle()).unwrap();
    assert_eq!(recorded.number, "ВХ-2026/0001");
    drop(office);
    let office = Register::open(dir.path(), at(now)).unwrap();
    let case = office.case(recorded.id).unwrap();
    assert_eq!(case.complaint.text, kettle().fields.text);
    assert_eq!(case.complaint.version, 1);
    assert_eq!(
        (case.complaint.status, case.next_step),
        (Status::Fresh, NextStep::Acknowledge)
    );
    assert_eq!(case.next_due, Some("2026-11-30".parse().unwrap()));
    let today = "2026-11-22".parse().unwrap();
    let page = office
        .complaints_page(&RegisterQuery::default(), 0, 50, today)
        .unwrap();
    assert_eq!((page.total, page.rows.len()), (1, 1));
    assert_eq!(page.rows[0].demands, [DemandKind::Refund]);
    for query in ["чайники", "СОКОЛОВОЙ", "вх-2026/0001", "1", "0001", "чайн"]
    {
        let hits = office.search(query, 10).unwrap();
        assert_eq!(hits.len(), 1, "{query}");
    }
    assert!(office.search("холодильник", 10).unwrap().is_empty());
    assert_eq!(office.journal_verify().unwrap().broken, None);
}
