//! A case and what it is made of.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Bank, Channel, Complainant, Decision, DecisionKind, DemandFields, DemandId, DemandKind,
    Executor, Kind, Language, LetterKind, Matter, Money, OfficeProfile, Regime, Requisites,
    Signatory,
};
use letter::{
    CaseForLetter, CaseReference, DemandForLetter, EnclosureChoice, Frame, Images, WriterWords,
};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap()
}

pub fn sum(text: &str) -> Option<Money> {
    Some(text.parse().unwrap())
}

pub fn demand_id(n: u128) -> DemandId {
    DemandId(uuid::Uuid::from_u128(n))
}

pub fn shop() -> OfficeProfile {
    OfficeProfile {
        name: "Северный чайник".into(),
        requisites: Requisites {
            name: "ООО «Северный чайник»".into(),
            inn: "7827004526".into(),
            kpp: Some("782701001".into()),
            ogrn: Some("1027700132195".into()),
            address: "197022, г. Санкт-Петербург, ул. Лесная, д. 5".into(),
            phone: Some("+7 812 555-01-20".into()),
            email: Some("office@chainik.example".into()),
            website: None,
            bank: Some(Bank {
                bic: "044525225".into(),
                account: "40702810900000005555".into(),
                name: "ПАО «Пример Банк»".into(),
                correspondent: Some("30101810400000000225".into()),
            }),
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Громова Анна Сергеевна".into(),
                authority: None,
            },
            executor: Some(Executor {
                name: "Лебедев Илья Павлович".into(),
                phone: "+7 812 555-01-21".into(),
            }),
        },
        letterhead: complaint::Letterhead::default(),
        numbering: complaint::Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    }
}

pub fn customer() -> Complainant {
    Complainant {
        name: "Соколова Марина Львовна".into(),
        address: "190000, г. Санкт-Петербург,\nул. Садовая, д. 12, кв. 7".into(),
        email: "sokolova@mail.example".into(),
        phone: "+79210000001".into(),
        ..Complainant::default()
    }
}

pub fn refund(decision: Option<Decision>) -> DemandForLetter {
    DemandForLetter {
        id: demand_id(1),
        fields: DemandFields {
            kind: DemandKind::Refund,
            detail: String::new(),
            amount: sum("4590"),
        },
        decision,
        due_legal: Some(day(2026, 11, 30)),
        evidence: Vec::new(),
        citation: Some("ст. 22 Закона РФ «О защите прав потребителей»".into()),
        citation_en: Some("article 22 of the Consumer Protection Act".into()),
    }
}

pub fn courier(decision: Option<Decision>) -> DemandForLetter {
    DemandForLetter {
        id: demand_id(2),
        fields: DemandFields {
            kind: DemandKind::Expenses,
            detail: "доставка в мастерскую".into(),
            amount: sum("600"),
        },
        decision,
        due_legal: Some(day(2026, 11, 30)),
        evidence: Vec::new(),
        citation: None,
        citation_en: None,
    }
}

pub fn granted(amount: &str) -> Decision {
    Decision {
        kind: DecisionKind::Satisfy,
        reasons: "19 ноября 2026 г. мастер Петров И. К. осмотрел чайник в Вашем присутствии: нагревательный элемент неисправен, следов неправильного использования нет".into(),
        ground: "п. 1 ст. 18 Закона РФ «О защите прав потребителей»".into(),
        amount: sum(amount),
        action: "Деньги переведём на карту, с которой оплачен заказ; заявление писать не нужно".into(),
        due: Some(day(2026, 11, 27)),
        evidence: Vec::new(),
    }
}

pub fn refused() -> Decision {
    Decision {
        kind: DecisionKind::Refuse,
        reasons: "Мы сверили даты: чайник сдан в мастерскую самовывозом, курьерская служба по Вашему заказу не вызывалась.\nКвитанции об оплате доставки в приложенных Вами документах нет".into(),
        ground: "п. 4.2 договора № 118 от 2 ноября 2026 г.".into(),
        ..bare(DecisionKind::Refuse)
    }
}

pub fn bare(kind: DecisionKind) -> Decision {
    Decision {
        kind,
        reasons: String::new(),
        ground: String::new(),
        amount: None,
        action: String::new(),
        due: None,
        evidence: Vec::new(),
    }
}

pub fn of_kind(kind: DecisionKind) -> Decision {
    match kind {
        DecisionKind::Satisfy => granted("4590"),
        DecisionKind::Refuse => refused(),
        DecisionKind::Partly => Decision {
            kind,
            ground: "п. 1 ст. 22 Закона РФ «О защите прав потребителей»".into(),
            amount: sum("2000.50"),
            ..granted("1")
        },
        DecisionKind::Goodwill => Decision {
            kind,
            reasons: "Срок обмена исправного товара истёк 12 ноября 2026 г., но чайник сохранил вид нового".into(),
            ground: String::new(),
            amount: sum("1500"),
            action: "переводом на карту, с которой оплачен заказ".into(),
            due: Some(day(2026, 11, 27)),
            evidence: Vec::new(),
        },
    }
}

/// A case with these demands, in which everything else is known.
pub fn case(demands: Vec<DemandForLetter>) -> CaseForLetter {
    CaseForLetter {
        office: shop(),
        number: "ВХ-2026/0001".into(),
        matter: Matter {
            kind: Kind::Claim,
            regime: Regime::Goods,
            channel: Channel::Email,
            their_date: Some(day(2026, 11, 14)),
            complainant: customer(),
            subject: "чайник «Север-2» перестал греть на третий день".into(),
            order: "заказ № 4417".into(),
            price: sum("4590"),
            ..Matter::default()
        },
        received_on: day(2026, 11, 16),
        recorded_on: day(2026, 11, 16),
        demands,
        points: Vec::new(),
        findings_evidence: Vec::new(),
        figures: Vec::new(),
        documents: Vec::new(),
        writer_words: WriterWords::default(),
        enclosures: vec![EnclosureChoice {
            exhibit: 2,
            name: "Акт осмотра от 19.11.2026".into(),
            pages: Some(2),
            copies: 1,
            of_complainant: false,
        }],
        today: day(2026, 11, 22),
        answer_due: Some(day(2026, 11, 30)),
        earlier: Vec::new(),
        own_name_forms: Vec::new(),
        corrects: None,
        replaces: None,
    }
}

pub fn frame_of(kind: LetterKind, case: &CaseForLetter) -> Frame<'_> {
    Frame {
        case: CaseReference::of(
            kind,
            frame(case).case,
            &case.writer_words.particulars.inquiry,
        ),
        ..frame(case)
    }
}

pub fn frame(case: &CaseForLetter) -> Frame<'_> {
    Frame {
        number: Some("ИСХ-2026/0001".into()),
        date: Some(case.today),
        office: &case.office,
        case: CaseReference {
            number: case.number.clone(),
            received_on: Some(case.received_on),
            their_number: case.matter.their_number.clone(),
            their_date: case.matter.their_date,
        },
        images: Images::default(),
        draft: false,
        created: at(),
        seed: "a letter".into(),
        summary: None,
    }
}
