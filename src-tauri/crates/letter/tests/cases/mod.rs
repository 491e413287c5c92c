//! Believable cases for the tests.
#![allow(dead_code, clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Bank, Channel, Complainant, Decision, DecisionKind, DemandId, DemandKind, Executor, Kind,
    Language, LetterKind, Money, OfficeProfile, Regime, Requisites, Signatory,
};
use letter::{
    Act, CaseForLetter, CaseReference, DataAnswer, DemandForLetter, EarlierLetter, EnclosureChoice,
    Frame, Images, Inquiry, Inspection, InspectionPurpose, Particulars, Person, Recipient,
    Settlement, Term, TermBy,
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
        kind: DemandKind::Refund,
        detail: String::new(),
        amount: sum("4590"),
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
        kind: DemandKind::Expenses,
        detail: "доставка в мастерскую".into(),
        amount: sum("600"),
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
        kind: Kind::Claim,
        regime: Regime::Goods,
        channel: Channel::Email,
        received_on: day(2026, 11, 16),
        recorded_on: day(2026, 11, 16),
        their_number: String::new(),
        their_date: Some(day(2026, 11, 14)),
        complainant: customer(),
        subject: "чайник «Север-2» перестал греть на третий день".into(),
        order: "заказ № 4417".into(),
        price: sum("4590"),
        demands,
        findings: String::new(),
        findings_evidence: Vec::new(),
        figures: Vec::new(),
        documents: Vec::new(),
        measures: String::new(),
        enclosures: vec![EnclosureChoice {
            exhibit: 2,
            name: "Акт осмотра от 19.11.2026".into(),
            pages: Some(2),
            copies: 1,
        }],
        today: day(2026, 11, 22),
        answer_due: Some(day(2026, 11, 30)),
        expected: None,
        interim_reason: String::new(),
        questions: Vec::new(),
        questions_due: None,
        earlier: Vec::new(),
        linked: Vec::new(),
        particulars: Particulars::default(),
        kept_names: Vec::new(),
        corrects: None,
        replaces: None,
    }
}

fn with(case: CaseForLetter, particulars: Particulars) -> CaseForLetter {
    CaseForLetter {
        particulars,
        ..case
    }
}

fn earlier(kind: LetterKind, n: u32) -> EarlierLetter {
    EarlierLetter {
        kind,
        number: format!("ИСХ-2026/000{n}"),
        date: day(2026, 11, 18),
    }
}

pub fn regulator() -> Particulars {
    Particulars {
        recipient: Recipient {
            organisation: "Управление Роспотребнадзора по г. Санкт-Петербургу".into(),
            post: "Руководитель".into(),
            name: "Белых Ирина Олеговна".into(),
            address: "191025, г. Санкт-Петербург, ул. Стремянная, д. 19".into(),
            ..Recipient::default()
        },
        forwarding_reason:
            "покупатель спрашивает о порядке государственной проверки, а её проводите Вы".into(),
        ..Particulars::default()
    }
}

pub fn asked(kind: LetterKind) -> Particulars {
    let inquiry = Inquiry {
        number: "78-12/3456".into(),
        on: Some(day(2026, 11, 17)),
        ticket: "D-55012".into(),
    };
    if kind == LetterKind::RegulatorReply {
        return Particulars {
            inquiry,
            ..regulator()
        };
    }
    Particulars {
        inquiry,
        recipient: Recipient {
            organisation: "ООО «Площадка»".into(),
            email: "claims@market.example".into(),
            ..Recipient::default()
        },
        ..Particulars::default()
    }
}

pub fn supplier() -> Particulars {
    Particulars {
        recipient: Recipient {
            organisation: "ООО «Чайный завод»".into(),
            post: "Генеральный директор".into(),
            name: "Петренко Олег Иванович".into(),
            address: "300000, г. Тула, ул. Заводская, д. 1".into(),
            ..Recipient::default()
        },
        claim: letter::Claim {
            contract: "поставки № 7".into(),
            contract_on: Some(day(2026, 1, 12)),
            ground: "п. 5.3 договора: поставщик возмещает расходы на брак".into(),
            demand: "возместить нам стоимость чайника и расходы на экспертизу".into(),
            amount: sum("7590"),
            until: Some(day(2026, 12, 22)),
            ..letter::Claim::default()
        },
        ..Particulars::default()
    }
}

pub fn settlement() -> Particulars {
    let term = |by, text: &str, amount: &str, due| Term {
        by,
        text: text.into(),
        amount: amount.parse().ok(),
        due,
    };
    Particulars {
        settlement: Settlement {
            terms: vec![
                term(
                    TermBy::Office,
                    "вернуть часть цены",
                    "3000",
                    Some(day(2026, 11, 27)),
                ),
                term(
                    TermBy::Office,
                    "заменить нагревательный элемент за свой счёт",
                    "",
                    Some(day(2026, 11, 30)),
                ),
                term(
                    TermBy::Complainant,
                    "привезти чайник в магазин",
                    "",
                    Some(day(2026, 11, 25)),
                ),
            ],
            until: Some(day(2026, 11, 26)),
        },
        ..Particulars::default()
    }
}

pub fn inspection() -> Particulars {
    let person = |role: &str, name: &str| Person {
        role: role.into(),
        name: name.into(),
    };
    Particulars {
        inspection: Inspection {
            purpose: InspectionPurpose::QualityCheck,
            on: Some(day(2026, 11, 19)),
            at: "14:30".into(),
            place: "г. Санкт-Петербург, ул. Лесная, д. 5, мастерская".into(),
            object: "чайник «Север-2», серийный номер 00417".into(),
            by: "мастер Петров И. К.".into(),
            reply_by: Some(day(2026, 11, 18)),
        },
        act: Act {
            until: "15:10".into(),
            found: "Нагревательный элемент не греет, сопротивление 0 Ом.\nКорпус цел, следов воды под донышком нет".into(),
            present: vec![
                person("мастер", "Петров Иван Кузьмич"),
                person("директор", "Громова Анна Сергеевна"),
            ],
            attended: true,
            ..Act::default()
        },
        ..Particulars::default()
    }
}

pub fn data() -> Particulars {
    Particulars {
        data: DataAnswer {
            categories: "имя, телефон, адрес доставки, история заказов".into(),
            purposes: "чтобы доставить заказ и отвечать на обращения".into(),
            basis: "договор купли-продажи (п. 5 ч. 1 ст. 6 Федерального закона «О персональных данных»)".into(),
            shared: "курьерской службе ООО «Стриж» — адрес и телефон для доставки".into(),
            kept: "три года со дня последнего заказа".into(),
            ..DataAnswer::default()
        },
        ..Particulars::default()
    }
}

/// The case as it is when a letter of that kind is due.
pub fn ready_for(kind: LetterKind) -> CaseForLetter {
    use DecisionKind::{Goodwill, Partly, Refuse, Satisfy};
    let undecided = || vec![refund(None), courier(None)];
    match kind {
        LetterKind::Acknowledgement => case(undecided()),
        LetterKind::InformationRequest => CaseForLetter {
            questions: vec![
                "Когда и в какой мастерской чайник осматривали?".into(),
                "Сохранились ли коробка и гарантийный талон?".into(),
            ],
            questions_due: Some(day(2026, 11, 25)),
            enclosures: Vec::new(),
            ..case(undecided())
        },
        LetterKind::Interim => CaseForLetter {
            interim_reason: "мастерская передаст нам заключение 26 ноября 2026 г.".into(),
            expected: Some(day(2026, 11, 27)),
            enclosures: Vec::new(),
            ..case(undecided())
        },
        LetterKind::FinalSatisfied => case(vec![
            refund(Some(of_kind(Satisfy))),
            courier(Some(Decision {
                reasons: String::new(),
                ..granted("600")
            })),
        ]),
        LetterKind::FinalPartial => case(vec![
            refund(Some(of_kind(Partly))),
            courier(Some(of_kind(Refuse))),
        ]),
        LetterKind::FinalGoodwill => case(vec![refund(Some(of_kind(Goodwill)))]),
        LetterKind::FinalRefusal => case(vec![refund(Some(of_kind(Refuse)))]),
        LetterKind::PersonalDataReply => CaseForLetter {
            kind: Kind::Request,
            regime: Regime::PersonalData,
            ..with(case(Vec::new()), data())
        },
        LetterKind::Thanks => CaseForLetter {
            kind: Kind::Gratitude,
            enclosures: Vec::new(),
            ..case(Vec::new())
        },
        LetterKind::RegulatorReply | LetterKind::PlatformReply => CaseForLetter {
            findings: "19 ноября 2026 г. мастер Петров И. К. осмотрел чайник: нагревательный элемент неисправен".into(),
            measures: "Деньги за чайник возвращаем; партию сняли с продажи до проверки".into(),
            earlier: vec![earlier(LetterKind::FinalPartial, 3)],
            ..with(
                case(vec![
                    refund(Some(of_kind(Satisfy))),
                    courier(Some(of_kind(Refuse))),
                ]),
                asked(kind),
            )
        },
        LetterKind::OwnClaim => CaseForLetter {
            findings: "19 ноября 2026 г. мастер осмотрел чайник: нагревательный элемент неисправен с завода, следов неправильного использования нет".into(),
            ..with(case(undecided()), supplier())
        },
        LetterKind::Forwarding => with(case(undecided()), regulator()),
        LetterKind::ForwardingNotice => CaseForLetter {
            enclosures: Vec::new(),
            earlier: vec![earlier(LetterKind::Forwarding, 2)],
            ..with(case(undecided()), regulator())
        },
        LetterKind::Correction => CaseForLetter {
            corrects: Some(earlier(LetterKind::FinalPartial, 3)),
            enclosures: Vec::new(),
            ..with(
                case(undecided()),
                Particulars {
                    correction: letter::Mending {
                        said: "деньги поступят не позднее 2 декабря 2026 г.".into(),
                        right: "деньги поступят не позднее 27 ноября 2026 г.".into(),
                        reason: "перепутали дату выплаты и дату письма".into(),
                        ..letter::Mending::default()
                    },
                    ..Particulars::default()
                },
            )
        },
        LetterKind::SettlementOffer | LetterKind::SettlementAgreement => CaseForLetter {
            enclosures: Vec::new(),
            ..with(case(undecided()), settlement())
        },
        LetterKind::InspectionInvitation => {
            let mut own = inspection();
            own.inspection.on = Some(day(2026, 11, 25));
            own.inspection.reply_by = Some(day(2026, 11, 24));
            CaseForLetter {
                enclosures: Vec::new(),
                ..with(case(undecided()), own)
            }
        }
        LetterKind::NoShowAct => {
            let mut own = inspection();
            own.act.attended = false;
            own.act.found = String::new();
            CaseForLetter {
                earlier: vec![earlier(LetterKind::InspectionInvitation, 2)],
                enclosures: Vec::new(),
                ..with(case(undecided()), own)
            }
        }
        LetterKind::InspectionAct => CaseForLetter {
            earlier: vec![earlier(LetterKind::InspectionInvitation, 2)],
            ..with(case(undecided()), inspection())
        },
        LetterKind::Statement => CaseForLetter {
            enclosures: Vec::new(),
            questions: vec!["Кто принимал чайник и что при этом сказал покупатель?".into()],
            ..case(undecided())
        },
    }
}

/// The frame of a letter of that kind.
pub fn frame_of(kind: LetterKind, case: &CaseForLetter) -> Frame<'_> {
    Frame {
        case: CaseReference::of(kind, frame(case).case, &case.particulars.inquiry),
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
            their_number: case.their_number.clone(),
            their_date: case.their_date,
        },
        images: Images::default(),
        draft: false,
        created: at(),
        seed: "a letter".into(),
        summary: None,
    }
}

/// Every kind of letter from a complete case, in every regime and language, with
/// what it is.
pub fn every_ready_letter(mut see: impl FnMut(&str, &CaseForLetter, &letter::LetterText)) {
    for &kind in LetterKind::ALL {
        for &regime in Regime::ALL {
            for &language in Language::ALL {
                let mut case = ready_for(kind);
                case.regime = regime;
                let letter = letter::compose(kind, language, &case);
                see(&format!("{kind:?} {regime:?} {language:?}"), &case, &letter);
            }
        }
    }
}

/// The answer to every demand with every decision, in every language.
pub fn every_answer(mut see: impl FnMut(&str, &CaseForLetter, &letter::LetterText)) {
    for &kind in DemandKind::ALL {
        for &decided in DecisionKind::ALL {
            let case = case(vec![DemandForLetter {
                kind,
                detail: "набор ножей".into(),
                ..refund(Some(of_kind(decided)))
            }]);
            for &language in Language::ALL {
                let letter = letter::compose(case.fitting_final(), language, &case);
                see(
                    &format!("{kind:?} {decided:?} {language:?}"),
                    &case,
                    &letter,
                );
            }
        }
    }
}
