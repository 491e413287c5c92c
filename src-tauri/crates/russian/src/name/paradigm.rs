//! Paradigms: the sets of case endings, named by what they decline.

/// How a word changes: letters cut from its end, then one ending for each case from the genitive on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paradigm {
    pub cut: usize,
    /// Genitive, dative, accusative, instrumental, prepositional.
    pub endings: [&'static str; 5],
}

pub(super) const fn p(cut: usize, endings: [&'static str; 5]) -> Paradigm {
    Paradigm { cut, endings }
}

/// A word that has one form for all cases.
pub(super) const FIXED: Paradigm = p(0, ["", "", "", "", ""]);
pub(super) const HARD: Paradigm = p(0, ["а", "у", "а", "ом", "е"]);
pub(super) const HUSHING: Paradigm = p(0, ["а", "у", "а", "ем", "е"]);
/// «Мышь», a man's surname — «Мыша»
pub(super) const HUSHING_SIGN: Paradigm = p(1, ["а", "у", "а", "ем", "е"]);
pub(super) const SOFT: Paradigm = p(1, ["я", "ю", "я", "ем", "е"]);
/// «Король» — «Королём»
pub(super) const SOFT_STRESSED: Paradigm = p(1, ["я", "ю", "я", "ём", "е"]);
pub(super) const IY_NOUN: Paradigm = p(1, ["я", "ю", "я", "ем", "и"]);
pub(super) const A_HARD: Paradigm = p(1, ["ы", "е", "у", "ой", "е"]);
pub(super) const A_VELAR: Paradigm = p(1, ["и", "е", "у", "ой", "е"]);
pub(super) const A_HUSHING: Paradigm = p(1, ["и", "е", "у", "ей", "е"]);
pub(super) const A_TS: Paradigm = p(1, ["ы", "е", "у", "ей", "е"]);
pub(super) const YA: Paradigm = p(1, ["и", "е", "ю", "ей", "е"]);
pub(super) const YA_STRESSED: Paradigm = p(1, ["и", "е", "ю", "ёй", "е"]);
pub(super) const IYA: Paradigm = p(1, ["и", "и", "ю", "ей", "и"]);
pub(super) const THIRD: Paradigm = p(1, ["и", "и", "ь", "ью", "и"]);

pub(super) const OV: Paradigm = p(0, ["а", "у", "а", "ым", "е"]);
pub(super) const OVA: Paradigm = p(1, ["ой", "ой", "у", "ой", "ой"]);
pub(super) const ADJ_YJ: Paradigm = p(2, ["ого", "ому", "ого", "ым", "ом"]);
pub(super) const ADJ_KIJ: Paradigm = p(2, ["ого", "ому", "ого", "им", "ом"]);
pub(super) const ADJ_SOFT: Paradigm = p(2, ["его", "ему", "его", "им", "ем"]);
/// «Третий» — «Третьего»
pub(super) const ADJ_SIGN: Paradigm = p(2, ["ьего", "ьему", "ьего", "ьим", "ьем"]);
pub(super) const ADJ_AYA: Paradigm = p(2, ["ой", "ой", "ую", "ой", "ой"]);
pub(super) const ADJ_AYA_HUSHING: Paradigm = p(2, ["ей", "ей", "ую", "ей", "ей"]);
pub(super) const ADJ_YAYA: Paradigm = p(2, ["ей", "ей", "юю", "ей", "ей"]);
/// «Залесска», a Polish woman — «Залесской»
pub(super) const ADJ_SKA: Paradigm = p(1, ["ой", "ой", "ую", "ой", "ой"]);

/// «Кравец» — «Кравца»
pub(super) const FLEETING_TS: Paradigm = p(2, ["ца", "цу", "ца", "цом", "це"]);
pub(super) const FLEETING_TS_UNSTRESSED: Paradigm = p(2, ["ца", "цу", "ца", "цем", "це"]);
/// «Боец» — «Бойца»
pub(super) const FLEETING_YTS: Paradigm = p(2, ["йца", "йцу", "йца", "йцом", "йце"]);
/// «Коломиец» — «Коломийца», «Заяц» — «Зайца»
pub(super) const FLEETING_YTS_UNSTRESSED: Paradigm = p(2, ["йца", "йцу", "йца", "йцем", "йце"]);
/// «Стрелец» — «Стрельца»
pub(super) const FLEETING_LTS: Paradigm = p(2, ["ьца", "ьцу", "ьца", "ьцом", "ьце"]);
/// «Палец» — «Пальца»
pub(super) const FLEETING_LTS_UNSTRESSED: Paradigm = p(2, ["ьца", "ьцу", "ьца", "ьцем", "ьце"]);
/// «Волчок» — «Волчка»
pub(super) const FLEETING_OK: Paradigm = p(2, ["ка", "ку", "ка", "ком", "ке"]);
/// «Пенёк» — «Пенька»
pub(super) const FLEETING_YOK: Paradigm = p(2, ["ька", "ьку", "ька", "ьком", "ьке"]);
/// «Ручеёк» — «Ручейка»
pub(super) const FLEETING_YYOK: Paradigm = p(2, ["йка", "йку", "йка", "йком", "йке"]);
/// «Козёл» — «Козла»
pub(super) const FLEETING_L: Paradigm = p(2, ["ла", "лу", "ла", "лом", "ле"]);
/// «Бобёр» — «Бобра»
pub(super) const FLEETING_R: Paradigm = p(2, ["ра", "ру", "ра", "ром", "ре"]);
/// «Воробей» — «Воробья»
pub(super) const FLEETING_EY: Paradigm = p(2, ["ья", "ью", "ья", "ьём", "ье"]);
/// «Улей» — «Улья»
pub(super) const FLEETING_EY_UNSTRESSED: Paradigm = p(2, ["ья", "ью", "ья", "ьем", "ье"]);
/// «Огонь» — «Огня»
pub(super) const FLEETING_N: Paradigm = p(3, ["ня", "ню", "ня", "нём", "не"]);
/// «Корень» — «Корня»
pub(super) const FLEETING_N_UNSTRESSED: Paradigm = p(3, ["ня", "ню", "ня", "нем", "не"]);
/// «Коготь» — «Когтя»
pub(super) const FLEETING_T_UNSTRESSED: Paradigm = p(3, ["тя", "тю", "тя", "тем", "те"]);

pub(super) const ADJ_NEUTER: Paradigm = p(2, ["ого", "ому", "ое", "ым", "ом"]);
pub(super) const ADJ_NEUTER_KIJ: Paradigm = p(2, ["ого", "ому", "ое", "им", "ом"]);
pub(super) const ADJ_NEUTER_SOFT: Paradigm = p(2, ["его", "ему", "ее", "им", "ем"]);
pub(super) const NEUTER_O: Paradigm = p(1, ["а", "у", "о", "ом", "е"]);
/// «Училище»
pub(super) const NEUTER_SHCHE: Paradigm = p(1, ["а", "у", "е", "ем", "е"]);
/// «Управление»
pub(super) const NEUTER_IE: Paradigm = p(1, ["я", "ю", "е", "ем", "и"]);
