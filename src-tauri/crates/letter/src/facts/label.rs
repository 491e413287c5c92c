//! What a field is called on the screens and in the letter.

use super::known::Facts;
use super::vocabulary::field::field;
use crate::words::phrases::phrases;
use complaint::Language;

impl Facts<'_> {
    /// What a value is called on the screen.
    pub fn label(&self, name: &str) -> String {
        phrases(self.language)
            .labels
            .get(name)
            .cloned()
            .or_else(|| {
                let field = field(name)?;
                Some(match self.language {
                    Language::Ru => field.ru.to_owned(),
                    Language::En => field.en.to_owned(),
                })
            })
            .unwrap_or_else(|| name.to_owned())
    }

    /// The name a field carries in the letter: that of the template, or, for
    /// a fact of a demand or of a point, one with its id.
    pub fn field_name(&self, name: &str) -> String {
        if let (Some((_, demand)), Some(tail)) = (self.demand, name.strip_prefix("demand.")) {
            return format!("demand:{}.{tail}", demand.id);
        }
        match (self.point, name.strip_prefix("point.")) {
            (Some((_, point)), Some(tail)) => format!("{}.{tail}", point.block()),
            _ => name.to_owned(),
        }
    }
}
