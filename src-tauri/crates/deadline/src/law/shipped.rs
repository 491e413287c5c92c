//! The law that ships with the program: every file of `data/law`, each the pack of one regime.

use super::body::Law;
use super::pack::Pack;
use complaint::Regime;
use packed::Texts;
use std::sync::LazyLock;

const WELL_FORMED: &str = "the law files that ship are well-formed: a test reads them";

static BUILTIN: LazyLock<Law> = LazyLock::new(|| {
    let mut law = Law::default();
    let packs = Texts::read(include_bytes!(concat!(env!("OUT_DIR"), "/law.zz")))
        .expect("the build script has packed them");
    let mut packs: Vec<Pack> = packs
        .all()
        .map(|text| Pack::read(text).expect(WELL_FORMED))
        .collect();
    // A pack may name penalties of the one it falls back on, which therefore comes first.
    while !packs.is_empty() {
        let waiting: Vec<Regime> = packs.iter().map(|pack| pack.regime).collect();
        let stands = |pack: &Pack| {
            pack.subsidiary
                .is_none_or(|other| !waiting.contains(&other))
        };
        let (ready, rest): (Vec<Pack>, Vec<Pack>) = packs.into_iter().partition(stands);
        assert!(!ready.is_empty(), "{WELL_FORMED}");
        for pack in &ready {
            law.add(pack).expect(WELL_FORMED);
        }
        packs = rest;
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
