//! What the form of a word tells: tense, person, mood, voice.

/// Grammatical marks of a form, as bits; one form may bear several («терпите»
/// is told and ordered).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammar(pub u16);

impl Grammar {
    pub const NONE: Self = Self(0);
    pub const PAST: Self = Self(1);
    pub const INFINITIVE: Self = Self(2);
    pub const IMPERATIVE: Self = Self(4);
    /// «мы …», «я …».
    pub const FIRST: Self = Self(8);
    /// «вы …».
    pub const SECOND: Self = Self(16);
    pub const THIRD: Self = Self(32);
    /// Short passive participles: «сломан».
    pub const PASSIVE: Self = Self(64);
    pub const PARTICIPLE: Self = Self(128);
    /// Adverbial participles, and English «-ing».
    pub const GERUND: Self = Self(256);
    /// «-ся».
    pub const REFLEXIVE: Self = Self(512);
    /// English base forms.
    pub const BASE: Self = Self(1024);

    /// The names under which patterns ask for the marks.
    pub const NAMES: [(&'static str, Self); 11] = [
        ("past", Self::PAST),
        ("inf", Self::INFINITIVE),
        ("imp", Self::IMPERATIVE),
        ("first", Self::FIRST),
        ("second", Self::SECOND),
        ("third", Self::THIRD),
        ("pass", Self::PASSIVE),
        ("part", Self::PARTICIPLE),
        ("ger", Self::GERUND),
        ("refl", Self::REFLEXIVE),
        ("base", Self::BASE),
    ];

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
