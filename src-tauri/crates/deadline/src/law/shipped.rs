//! The law that ships with the program: every file of `data/law`, each the pack of one regime.

use super::body::Law;
use packed::Texts;
use std::sync::LazyLock;

static BUILTIN: LazyLock<Law> = LazyLock::new(|| {
    let mut law = Law::default();
    let packs = Texts::read(include_bytes!(concat!(env!("OUT_DIR"), "/law.zz")))
        .expect("the build script has packed them");
    for pack in packs.all() {
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
