//! The law that ships with the program: every file of `data/law`, each the pack of one regime.

use super::body::Law;
use std::sync::LazyLock;

// `PACKS: [&str; N]`, the texts of the folder's files: a new regime brings its file, and no list to edit.
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

static BUILTIN: LazyLock<Law> = LazyLock::new(|| {
    let mut law = Law::default();
    for pack in PACKS {
        law.add_toml(pack)
            .expect("the law files that ship are well-formed: a test reads them");
    }
    law
});

impl Law {
    /// The rules that ship with the program.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
}
