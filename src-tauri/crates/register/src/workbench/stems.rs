//! Cutting many texts to stems at once.

use russian::stem::search_form;
use std::collections::HashMap;

/// The stems of words already met: in a thousand letters of complaint most words
/// come again and again.
#[derive(Default)]
pub(crate) struct StemCache {
    forms: HashMap<String, String>,
}

/// So many words are remembered before it begins anew.
pub(crate) const REMEMBERED: usize = 200_000;

impl StemCache {
    /// The same as [`search_form`]: no word reaches across a blank.
    pub(crate) fn form(&mut self, text: &str) -> String {
        if self.forms.len() > REMEMBERED {
            self.forms.clear();
        }
        let mut line = String::with_capacity(text.len());
        for chunk in text.split_whitespace() {
            let form = match self.forms.get(chunk) {
                Some(form) => form,
                None => self
                    .forms
                    .entry(chunk.to_owned())
                    .or_insert_with(|| search_form(chunk)),
            };
            if !line.is_empty() && !form.is_empty() {
                line.push(' ');
            }
            line.push_str(form);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn remembered_stems_are_the_stems(texts in prop::collection::vec("\\PC{0,60}", 1..4)) {
            let mut stems = StemCache::default();
            for text in texts.iter().chain(&texts) {
                prop_assert_eq!(stems.form(text), search_form(text));
            }
        }
    }
}
