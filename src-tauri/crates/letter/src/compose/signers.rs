//! Who signs a paper.

use crate::case::CaseForLetter;
use crate::facts::Facts;
use crate::names::signatory::signatory;
use crate::text::Signer;
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use complaint::{Language, LetterKind, SignedBy};

/// Who signs a paper; nobody in particular for a letter, which its signatory signs.
pub fn signers(kind: LetterKind, case: &CaseForLetter, language: Language) -> Vec<Signer> {
    let facts = Facts::of(case, language);
    let office = || Signer {
        role: clean_line(&signatory(&case.office.requisites.signatory, language).post),
        name: clean_line(&case.office.requisites.signatory.name),
    };
    let complainant = || Signer {
        role: facts.value("who.cap_nom").unwrap_or_default(),
        name: clean_line(&case.matter.complainant.name),
    };
    let those_present = || {
        let mut all: Vec<Signer> = case
            .writer_words
            .particulars
            .act
            .present
            .iter()
            .filter(|p| !(p.name.trim().is_empty() && p.role.trim().is_empty()))
            .map(|p| Signer {
                role: russian::amount::capitalised(&clean_line(&p.role)),
                name: clean_line(&p.name),
            })
            .collect();
        if all.is_empty() {
            all.push(office());
        }
        all
    };
    match kind.signed_by() {
        SignedBy::Office => Vec::new(),
        SignedBy::BothParties => vec![office(), complainant()],
        SignedBy::Witnesses => those_present(),
        SignedBy::ThosePresent => {
            let mut all = those_present();
            if case.writer_words.particulars.act.attended {
                all.push(complainant());
            }
            all
        }
        SignedBy::Author => vec![Signer {
            role: phrases(language).frame("statement_date").to_owned(),
            name: clean_line(&case.writer_words.particulars.statement.name),
        }],
    }
}
