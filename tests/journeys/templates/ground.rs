//! An office with templates of its own.

use crate::day::{Shop, by, decision, kettle};
use complaint::{DecisionKind, Language, LetterKind, TemplateId};
use letter::{Piece, StandaloneTemplate};
use office::{LetterCard, LetterChoices, LetterTextSave, TemplateCard, TemplateRef, TemplateSave};

pub const KIND: LetterKind = LetterKind::FinalRefusal;

pub fn shipped() -> TemplateRef {
    TemplateRef {
        kind: KIND,
        language: Language::Ru,
        template: None,
    }
}

pub fn intro(standalone: &mut StandaloneTemplate, words: &str) {
    let block = standalone.text.blocks.iter_mut().find(|b| b.id == "intro");
    block.expect("an introduction").text = vec![
        Piece::Words {
            text: words.into(),
            bold: false,
            italic: false,
        },
        Piece::Value {
            name: "number".into(),
            inline: false,
            bold: false,
            italic: false,
        },
        Piece::Words {
            text: ".".into(),
            bold: false,
            italic: false,
        },
    ];
}

impl Shop {
    /// The program's refusal as the editor would open it, named and with another beginning.
    pub fn standalone(&self, name: &str, words: &str) -> StandaloneTemplate {
        let card = office::template_card(&self.office, &by(9, 9), shipped()).expect("a card");
        let mut standalone = card.standalone;
        standalone.name = name.into();
        intro(&mut standalone, words);
        standalone
    }

    pub fn saves(
        &self,
        template: Option<TemplateId>,
        standalone: StandaloneTemplate,
    ) -> TemplateCard {
        let save = TemplateSave {
            template,
            expected: None,
            choose: true,
            note: "новое начало".into(),
            standalone,
        };
        office::template_save(&self.office, &by(9, 10), save).expect("saved")
    }

    /// The same records, read as another program would.
    pub fn records(&self) -> register::Register {
        register::Register::open(self.office.folder(), by(9, 9).now).expect("the office opens")
    }

    /// A refusal of the kettle's two demands.
    pub fn refusal(&self) -> LetterCard {
        let id = self.takes(kettle());
        for place in 0..2 {
            let refused = decision(DecisionKind::Refuse, "Срок требования прошёл.", None);
            self.decides(id, place, refused);
        }
        self.drafts(id, KIND, LetterChoices::default())
    }
}

pub fn beginning(card: &LetterCard) -> String {
    let block = card.text.blocks.iter().find(|b| b.id == "intro");
    block.expect("an introduction").reads()
}

pub fn refreshed(shop: &Shop, card: &LetterCard) -> LetterCard {
    let save = LetterTextSave {
        version: None,
        letter: card.summary.id,
        text: card.text.clone(),
    };
    office::letter_refresh(&shop.office, &by(10, 12), save).expect("refreshed")
}
