//! Cases as they are when a letter of a kind is due.

use super::case::{case, courier, day, granted, of_kind, refund, sum};
use complaint::{
    AllegationFields, AllegationId, Decision, DecisionKind, GroundKind, Kind, LetterKind, Matter,
    Regime, SourcePhrase, Verdict,
};
use letter::{
    Act, AllegationForLetter, CaseForLetter, DataAnswer, DemandForLetter, EarlierLetter, Exhibit,
    Inquiry, Inspection, InspectionPurpose, Particulars, Person, Recipient, Settlement,
    StatementForm, Term, TermBy, WriterWords,
};

fn with(case: CaseForLetter, particulars: Particulars) -> CaseForLetter {
    CaseForLetter {
        writer_words: WriterWords {
            particulars,
            ..case.writer_words
        },
        ..case
    }
}

fn earlier(kind: LetterKind, n: u32) -> EarlierLetter {
    EarlierLetter {
        kind,
        number: format!("ИСХ-2026/000{n}"),
        date: day(2026, 11, 18),
        by_name: kind == LetterKind::Forwarding,
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
            ways: "сбор, запись, хранение, использование, передача; на компьютере и на бумаге".into(),
            entrusted: "никто".into(),
            abroad: "данные за границу не передаём".into(),
            measures: "назначен ответственный, утверждена политика, доступ ограничен".into(),
            ..DataAnswer::default()
        },
        ..Particulars::default()
    }
}

/// How a case becomes ready for a letter of a kind.
type Ready = fn(LetterKind) -> CaseForLetter;

fn undecided() -> Vec<DemandForLetter> {
    vec![refund(None), courier(None)]
}

/// What single kinds need of a case, or must not have.
const READY: &[(LetterKind, Ready)] = &[
    (LetterKind::Acknowledgement, |_| case(undecided())),
    (LetterKind::InformationRequest, |_| CaseForLetter {
        writer_words: WriterWords {
            questions: vec![
                "Когда и в какой мастерской чайник осматривали?".into(),
                "Сохранились ли коробка и гарантийный талон?".into(),
            ],
            answer_by: Some(day(2026, 11, 25)),
            ..WriterWords::default()
        },
        enclosures: Vec::new(),
        ..case(undecided())
    }),
    (LetterKind::Interim, |_| CaseForLetter {
        writer_words: WriterWords {
            holding_reason: "мастерская передаст нам заключение 26 ноября 2026 г.".into(),
            expected: Some(day(2026, 11, 27)),
            ..WriterWords::default()
        },
        enclosures: Vec::new(),
        ..case(undecided())
    }),
    (LetterKind::FinalSatisfied, |_| {
        case(vec![
            refund(Some(of_kind(DecisionKind::Satisfy))),
            courier(Some(Decision {
                reasons: String::new(),
                ..granted("600")
            })),
        ])
    }),
    (LetterKind::FinalPartial, |_| {
        case(vec![
            refund(Some(of_kind(DecisionKind::Partly))),
            courier(Some(of_kind(DecisionKind::Refuse))),
        ])
    }),
    (LetterKind::FinalGoodwill, |_| {
        case(vec![refund(Some(of_kind(DecisionKind::Goodwill)))])
    }),
    (LetterKind::FinalRefusal, |_| {
        case(vec![refund(Some(of_kind(DecisionKind::Refuse)))])
    }),
    (LetterKind::PersonalDataReply, |_| CaseForLetter {
        matter: Matter {
            kind: Kind::Request,
            regime: Regime::PersonalData,
            ..with(case(Vec::new()), data()).matter
        },
        ..with(case(Vec::new()), data())
    }),
    (LetterKind::Thanks, |_| CaseForLetter {
        matter: Matter {
            kind: Kind::Gratitude,
            ..case(Vec::new()).matter
        },
        enclosures: Vec::new(),
        ..case(Vec::new())
    }),
    (LetterKind::RegulatorReply, |kind| {
        CaseForLetter {
            writer_words: WriterWords {
                findings: "19 ноября 2026 г. мастер Петров И. К. осмотрел чайник: нагревательный элемент неисправен".into(),
                measures: "Деньги за чайник возвращаем; партию сняли с продажи до проверки".into(),
                particulars: asked(kind),
                ..WriterWords::default()
            },
            earlier: vec![earlier(LetterKind::FinalPartial, 3)],
            ..case(vec![
                refund(Some(of_kind(DecisionKind::Satisfy))),
                courier(Some(of_kind(DecisionKind::Refuse))),
            ])
        }
    }),
    (LetterKind::PlatformReply, |kind| {
        CaseForLetter {
            writer_words: WriterWords {
                findings: "19 ноября 2026 г. мастер Петров И. К. осмотрел чайник: нагревательный элемент неисправен".into(),
                measures: "Деньги за чайник возвращаем; партию сняли с продажи до проверки".into(),
                particulars: asked(kind),
                ..WriterWords::default()
            },
            earlier: vec![earlier(LetterKind::FinalPartial, 3)],
            ..case(vec![
                refund(Some(of_kind(DecisionKind::Satisfy))),
                courier(Some(of_kind(DecisionKind::Refuse))),
            ])
        }
    }),
    (LetterKind::OwnClaim, |_| {
        CaseForLetter {
            writer_words: WriterWords {
                findings: "19 ноября 2026 г. мастер осмотрел чайник: нагревательный элемент неисправен с завода, следов неправильного использования нет".into(),
                particulars: supplier(),
                ..WriterWords::default()
            },
            ..case(undecided())
        }
    }),
    (LetterKind::Forwarding, |_| {
        with(case(undecided()), regulator())
    }),
    (LetterKind::ForwardingNotice, |_| CaseForLetter {
        enclosures: Vec::new(),
        earlier: vec![earlier(LetterKind::Forwarding, 2)],
        ..with(case(undecided()), regulator())
    }),
    (LetterKind::Correction, |_| CaseForLetter {
        corrects: Some(earlier(LetterKind::FinalPartial, 3)),
        enclosures: Vec::new(),
        ..with(
            case(undecided()),
            Particulars {
                correction: corrected(),
                ..Particulars::default()
            },
        )
    }),
    (LetterKind::SettlementOffer, |_| CaseForLetter {
        enclosures: Vec::new(),
        ..with(case(undecided()), settlement())
    }),
    (LetterKind::SettlementAgreement, |_| CaseForLetter {
        enclosures: Vec::new(),
        ..with(case(undecided()), settlement())
    }),
    (LetterKind::InspectionInvitation, |_| {
        let mut own = inspection();
        own.inspection.on = Some(day(2026, 11, 25));
        own.inspection.reply_by = Some(day(2026, 11, 24));
        CaseForLetter {
            enclosures: Vec::new(),
            ..with(case(undecided()), own)
        }
    }),
    (LetterKind::NoShowAct, |_| {
        let mut own = inspection();
        own.act.attended = false;
        own.act.found = String::new();
        CaseForLetter {
            earlier: vec![earlier(LetterKind::InspectionInvitation, 2)],
            enclosures: Vec::new(),
            ..with(case(undecided()), own)
        }
    }),
    (LetterKind::InspectionAct, |_| CaseForLetter {
        earlier: vec![earlier(LetterKind::InspectionInvitation, 2)],
        ..with(case(undecided()), inspection())
    }),
    (LetterKind::Statement, |_| CaseForLetter {
        enclosures: Vec::new(),
        writer_words: WriterWords {
            questions: vec!["Кто принимал чайник и что при этом сказал покупатель?".into()],
            ..WriterWords::default()
        },
        ..case(undecided())
    }),
];

/// The case as it is when a letter of that kind is due. A kind without needs of
/// its own is ready when everything is said that any letter may ask for.
pub fn ready_for(kind: LetterKind) -> CaseForLetter {
    let mut case = match READY.iter().find(|(known, _)| *known == kind) {
        Some((_, ready)) => ready(kind),
        None => everything_said(),
    };
    let tells = kind == LetterKind::ForwardingNotice;
    if tells || kind.addressed_to() == complaint::AddressedTo::Named {
        let ground = "согласие заявителя от 12 ноября 2026 г.";
        case.writer_words.particulars.disclosure = ground.into();
    }
    // What is sent on is the complaint itself.
    if kind == LetterKind::Forwarding {
        for enclosed in &mut case.enclosures {
            enclosed.of_complainant = true;
        }
    }
    case
}

fn corrected() -> letter::Correction {
    letter::Correction {
        said: "деньги поступят не позднее 2 декабря 2026 г.".into(),
        right: "деньги поступят не позднее 27 ноября 2026 г.".into(),
        reason: "перепутали дату выплаты и дату письма".into(),
        ..letter::Correction::default()
    }
}

/// An undecided case in which a writer has said all there is to say.
pub fn everything_said() -> CaseForLetter {
    CaseForLetter {
        writer_words: WriterWords {
            findings: "мастер осмотрел чайник 19 ноября 2026 г. и нашёл неисправность".into(),
            measures: "партию сняли с продажи до проверки".into(),
            expected: Some(day(2026, 11, 27)),
            holding_reason: "ждём заключения мастерской".into(),
            questions: vec!["Сохранились ли коробка и гарантийный талон?".into()],
            answer_by: Some(day(2026, 11, 25)),
            particulars: everything_particular(),
        },
        earlier: [
            LetterKind::Forwarding,
            LetterKind::InspectionInvitation,
            LetterKind::Interim,
            LetterKind::FinalPartial,
        ]
        .into_iter()
        .zip(2..)
        .map(|(kind, n)| earlier(kind, n))
        .collect(),
        corrects: Some(earlier(LetterKind::FinalPartial, 3)),
        replaces: Some(earlier(LetterKind::FinalPartial, 3)),
        ..case(undecided())
    }
}

fn everything_particular() -> Particulars {
    let inspected = inspection();
    let claimed = supplier();
    Particulars {
        inspection: inspected.inspection,
        act: inspected.act,
        claim: claimed.claim,
        settlement: settlement().settlement,
        inquiry: asked(LetterKind::RegulatorReply).inquiry,
        correction: corrected(),
        statement: StatementForm {
            name: "Лебедев Илья Павлович".into(),
            about: "продавец".into(),
            ..StatementForm::default()
        },
        data: data().data,
        ..regulator()
    }
}

/// A refusal of a refund with three points of the complaint, each with what was established of it.
pub fn pointed() -> CaseForLetter {
    let mut case = ready_for(LetterKind::FinalRefusal);
    let demand = case.demands[0].id;
    let mut point = |text: &str, verdict, found: &str| {
        let evidence = Exhibit {
            exhibit: 2,
            name: "Акт осмотра от 19.11.2026".into(),
        };
        case.points.push(AllegationForLetter {
            id: AllegationId::new(),
            fields: AllegationFields {
                text: text.into(),
                phrases: vec![SourcePhrase {
                    start: 0,
                    words: "Чайник не греет".into(),
                }],
                demands: vec![demand],
                check: "Осмотр чайника в мастерской.".into(),
                checked_by: "мастер Ильин П. С.".into(),
                checked_on: Some(day(2026, 11, 19)),
                verdict: Some(verdict),
                found: found.into(),
                ground_kind: Some(GroundKind::Contract),
                ground: "п. 4.2 договора".into(),
                evidence: Vec::new(),
            },
            exhibits: vec![evidence],
        });
    };
    point(
        "Чайник не греет",
        Verdict::Partly,
        "вода закипает за девять минут",
    );
    point(
        "Чек не выдали",
        Verdict::NotConfirmed,
        "Чек пробит и выдан 12 ноября 2026 г.",
    );
    point("Обещали перезвонить", Verdict::Unestablished, "");
    case
}
