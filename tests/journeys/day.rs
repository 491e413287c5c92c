//! An office of the test's own, its days, and its letters as other programs read them.

use chrono::{DateTime, FixedOffset};
use complaint::{
    Actor, Channel, Complainant, ComplaintFields, ComplaintId, Decision, DecisionKind,
    DemandFields, DemandKind, Executor, LetterKind, Matter, OfficeProfile, Regime, Requisites,
    Signatory,
};
use office::{
    By, Card, ComplaintRef, ComplaintTrash, Decide, LetterCard, LetterChoices, LetterChoicesSave,
    LetterDraft, LetterIssue, LetterRef, LetterSent, NewComplaint, NewDemand, Office,
};
use std::process::Command;
use tempfile::TempDir;

/// A small shop and its office.
pub struct Shop {
    pub office: Office,
    pub folder: TempDir,
}

/// That hour of that day in November 2026.
pub fn at(day: u32, hour: u32) -> DateTime<FixedOffset> {
    format!("2026-11-{day:02}T{hour:02}:00:00+03:00")
        .parse()
        .expect("a time")
}

/// The office's clerk at that hour.
pub fn by(day: u32, hour: u32) -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now: at(day, hour),
    }
}

pub fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "Северный дом".into(),
        requisites: Requisites {
            name: "ООО «Северный дом»".into(),
            inn: "7800000002".into(),
            kpp: Some("780001001".into()),
            ogrn: Some("1007800000009".into()),
            address: "190000, Санкт-Петербург, ул. Примерная, д. 7".into(),
            phone: Some("+78125550100".into()),
            email: Some("office@sever.example".into()),
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Ветрова Ирина Александровна".into(),
                authority: None,
            },
            executor: Some(Executor {
                name: "Крылова Мария Игоревна".into(),
                phone: "+78125550102".into(),
            }),
            ..Requisites::default()
        },
        letterhead: Default::default(),
        numbering: Default::default(),
        language: complaint::Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    }
}

impl Shop {
    /// Founded on the first of November.
    pub fn founded() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let office = Office::create(&folder.path().join("office"), &by(1, 9), &profile())
            .expect("an office");
        Self { office, folder }
    }

    /// The same records in another program, or after the first one ended.
    pub fn reopened(&self, day: u32) -> Office {
        Office::open(self.office.folder(), at(day, 9)).expect("the office opens")
    }

    /// Takes a complaint in on the ninth.
    pub fn takes(&self, complaint: NewComplaint) -> ComplaintId {
        office::complaint_add(&self.office, &by(9, 12), complaint)
            .expect("taken in")
            .id
    }

    pub fn card(&self, complaint: ComplaintId) -> Card {
        office::complaint_card(&self.office, &by(10, 9), ComplaintRef { complaint })
            .expect("a card")
    }

    /// Decides on the demand at that place, from 0.
    pub fn decides(&self, complaint: ComplaintId, place: usize, decision: Decision) -> Card {
        let demand = self.card(complaint).demands[place].demand.id;
        let decide = Decide {
            complaint,
            demand,
            decision: Some(decision),
        };
        office::decide(&self.office, &by(10, 10), decide).expect("decided")
    }

    /// Begins a letter with these choices.
    pub fn drafts(
        &self,
        complaint: ComplaintId,
        kind: LetterKind,
        choices: LetterChoices,
    ) -> LetterCard {
        let draft = LetterDraft {
            complaint,
            kind,
            language: None,
        };
        let card = office::letter_draft(&self.office, &by(10, 11), draft).expect("a draft");
        let save = LetterChoicesSave {
            version: None,
            letter: card.summary.id,
            text: card.text,
            choices,
        };
        office::letter_choices_save(&self.office, &by(10, 11), save).expect("choices kept")
    }

    /// Issues a letter; gives its card and its PDF.
    pub fn issues(&self, letter: &LetterCard) -> (LetterCard, Vec<u8>) {
        let asked = LetterRef {
            letter: letter.summary.id,
        };
        let issue = LetterIssue {
            version: None,
            letter: asked.letter,
            override_reason: Some("проверено директором".into()),
        };
        let card = office::letter_issue(&self.office, &by(10, 12), issue).expect("issued");
        let (_, pdf) = office::letter_pdf(&self.office, &by(10, 12), asked).expect("its PDF");
        (card, pdf)
    }

    /// Grants every demand, the money by a day, and issues the answer.
    pub fn grants(&self, complaint: ComplaintId) -> LetterCard {
        for place in 0..self.card(complaint).demands.len() {
            let mut granted = decision(
                DecisionKind::Satisfy,
                "Недостаток подтверждён.",
                Some("4590.00"),
            );
            granted.due = granted.due.filter(|_| place == 0);
            self.decides(complaint, place, granted);
        }
        let letter = self.drafts(
            complaint,
            LetterKind::FinalSatisfied,
            LetterChoices::default(),
        );
        self.issues(&letter);
        letter
    }

    /// Issues an invitation to an inspection on the sixteenth.
    pub fn invites(&self, complaint: ComplaintId) -> LetterCard {
        let particulars = serde_json::json!({
            "inspection": { "purpose": "quality_check", "on": "2026-11-16", "at": "12:00",
                "place": "ул. Примерная, д. 7", "object": "электрический чайник", "by": "мастерская" }
        });
        let choices = LetterChoices {
            writer_words: letter::WriterWords {
                particulars: serde_json::from_value(particulars).expect("particulars"),
                ..letter::WriterWords::default()
            },
            ..LetterChoices::default()
        };
        let invitation = self.drafts(complaint, LetterKind::InspectionInvitation, choices);
        self.issues(&invitation);
        invitation
    }

    /// Notes that a letter went by e-mail on the tenth.
    pub fn sends(&self, letter: &LetterCard) {
        let sent = LetterSent {
            letter: letter.summary.id,
            channel: Channel::Email,
            at: at(10, 13),
        };
        office::letter_sent(&self.office, &by(10, 13), sent).expect("sent");
    }

    /// The words of a PDF as another program reads them, blanks made single;
    /// `None`, and said so, where there is no such program.
    pub fn reads(&self, pdf: &[u8]) -> Option<String> {
        let file = self.folder.path().join("read.pdf");
        std::fs::write(&file, pdf).expect("a PDF to read");
        let Ok(output) = Command::new("pdftotext")
            .args(["-enc", "UTF-8"])
            .arg(&file)
            .arg("-")
            .output()
        else {
            prerequisites::skip("pdftotext is not installed");
            return None;
        };
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A word broken at the end of a line is one word.
        Some(text.replace("\u{ad} ", ""))
    }
}

/// A kettle that leaks: two demands, received on the ninth.
pub fn kettle() -> NewComplaint {
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            matter: Matter {
                regime: Regime::Goods,
                channel: Channel::Email,
                complainant: Complainant {
                    name: "Соколова Марина Львовна".into(),
                    email: "sokolova.m@mail.example".into(),
                    address: "191000, Санкт-Петербург, ул. Садовая, д. 3, кв. 8".into(),
                    ..Complainant::default()
                },
                subject: "Чайник протекает".into(),
                order: "А-20418".into(),
                their_number: "7".into(),
                their_date: Some(at(8, 0).date_naive()),
                price: "4590.00".parse().ok(),
                ..Matter::default()
            },
            text:
                "24.10.2026 купила у вас чайник. Он протекает. Прошу вернуть деньги и извиниться."
                    .into(),
            ..ComplaintFields::received(at(9, 10))
        },
        person_id: None,
        demands: vec![
            asked(DemandKind::Refund, Some("4590.00")),
            asked(DemandKind::Apology, None),
        ],
        terms: Vec::new(),
    }
}

pub fn asked(kind: DemandKind, amount: Option<&str>) -> NewDemand {
    NewDemand {
        fields: DemandFields {
            kind,
            detail: String::new(),
            amount: amount.and_then(|sum| sum.parse().ok()),
        },
        made_on: None,
    }
}

/// A decision with everything a letter may ask of it.
pub fn decision(kind: DecisionKind, reasons: &str, amount: Option<&str>) -> Decision {
    Decision {
        kind,
        reasons: reasons.into(),
        ground: "статья 18 Закона о защите прав потребителей".into(),
        amount: amount.and_then(|sum| sum.parse().ok()),
        action: "Ждём Вас в магазине в любой день с 10 до 20 часов.".into(),
        due: Some(at(17, 0).date_naive()),
        evidence: Vec::new(),
    }
}

/// Puts a case into the trash with a reason, for an act has most cases kept.
pub fn thrown_away(complaint: ComplaintId) -> ComplaintTrash {
    ComplaintTrash {
        complaint,
        reason: "внесено по ошибке".into(),
    }
}

/// The code of what went wrong.
pub fn code<T>(result: office::Result<T>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(error) => office::Failure::from(error).code,
    }
}
