//! Masculine nouns: the rules that surnames and posts share.
//!
//! Two things about a noun don't show in its letters: whether its ending is stressed (after ж, ш, ч,
//! щ, ц and soft consonants that decides о or е: «Грачом», but «Гнедичем») and whether its last vowel
//! falls out («Кравца», but «Швеца»). Both are told by the shapes the grammar dictionary of
//! A. A. Zaliznyak shows to be regular, and by lists of words that break them. Lists write ё as е.

use crate::name::paradigm::{
    FLEETING_EY, FLEETING_EY_UNSTRESSED, FLEETING_L, FLEETING_LTS, FLEETING_LTS_UNSTRESSED,
    FLEETING_N, FLEETING_N_UNSTRESSED, FLEETING_OK, FLEETING_R, FLEETING_T_UNSTRESSED, FLEETING_TS,
    FLEETING_TS_UNSTRESSED, FLEETING_YOK, FLEETING_YTS, FLEETING_YTS_UNSTRESSED, FLEETING_YYOK,
    HARD, HUSHING, HUSHING_SIGN, SOFT, SOFT_STRESSED, p,
};
use crate::name::tables::When::{
    Ends, EndsAfter, EndsAfterCluster, EndsLong, EndsOneVowel, EndsTwoVowels, Is,
};
use crate::name::tables::{Rule, male};

const VOWELS: &str = "аеёиоуыэюя";
pub(super) const HARD_CONSONANTS: &[&str] = &[
    "б", "в", "г", "д", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х",
];

/// How masculine nouns in a consonant, -й or -ь decline.
pub(super) const NOUN: &[Rule] = &[
    // -й
    male(Is("воробей соловей муравей репей ручей"), &FLEETING_EY),
    male(Is("улей чирей"), &FLEETING_EY_UNSTRESSED),
    male(Ends(&["й"]), &SOFT),
    // -ь that falls with its vowel
    male(
        Is("пень день огонь ремень плетень кремень слепень"),
        &FLEETING_N,
    ),
    male(
        Is(
            "камень корень парень перстень гребень ливень шершень студень стержень \
            ставень селезень оборотень",
        ),
        &FLEETING_N_UNSTRESSED,
    ),
    male(Is("коготь ноготь локоть деготь"), &FLEETING_T_UNSTRESSED),
    male(Is("лапоть"), &p(4, ["птя", "птю", "птя", "птем", "пте"])),
    male(Is("уголь"), &p(3, ["ля", "лю", "ля", "лем", "ле"])),
    male(Is("угорь"), &p(3, ["ря", "рю", "ря", "рём", "ре"])),
    // -ь under a stressed ending
    male(
        Is(
            "конь король царь рубль руль корабль журавль ковыль кисель кобель карась линь \
            голавль язь червь шмель коростель вождь дождь гвоздь груздь ферзь снегирь москаль \
            коваль враль хрусталь миндаль куль патруль костыль мотыль фитиль бобыль кремль \
            ячмень кистень щавель штырь секретарь алтарь",
        ),
        &SOFT_STRESSED,
    ),
    male(
        Is(
            "лекарь писарь пахарь знахарь токарь слесарь пекарь аптекарь библиотекарь бондарь \
            грабарь сударь государь келарь мытарь козырь пластырь жихарь",
        ),
        &SOFT,
    ),
    male(EndsLong(&["арь", "ырь"]), &SOFT_STRESSED),
    male(EndsTwoVowels(&["арь", "ырь"]), &SOFT_STRESSED),
    male(Ends(&["шь", "жь", "чь", "щь"]), &HUSHING_SIGN),
    male(Ends(&["ь"]), &SOFT),
    // -ец
    male(Is("гец мец кец бец рец зец дец лец хец шец"), &HUSHING),
    male(EndsOneVowel(&["ец"]), &HARD),
    male(Is("агнец гарнец"), &FLEETING_TS_UNSTRESSED),
    male(Is("истец крестец"), &FLEETING_TS),
    male(EndsAfterCluster("ец"), &HARD),
    male(
        Is(
            "немец перец старец танец глянец ранец ненец горец шанец хлопец торговец толстовец \
            тамбовец ростовец младенец первенец словенец чеченец венгерец баварец болгарец",
        ),
        &FLEETING_TS_UNSTRESSED,
    ),
    male(Is("палец"), &FLEETING_LTS_UNSTRESSED),
    male(Is("москалец ковалец удалец"), &FLEETING_LTS),
    male(EndsTwoVowels(&["лец"]), &FLEETING_LTS),
    male(EndsAfter("ец", "л"), &FLEETING_LTS_UNSTRESSED),
    male(Is("боец"), &FLEETING_YTS),
    male(EndsAfter("ец", VOWELS), &FLEETING_YTS_UNSTRESSED),
    male(EndsTwoVowels(&["ец"]), &FLEETING_TS),
    // Derived from first names, trades and places: «Гришковцом», «Бондарцом», «Лубенцом».
    male(
        Is(
            "иванец степанец сорванец образец жеребец холодец огурец изразец молодец голубец \
            продавец поставец",
        ),
        &FLEETING_TS,
    ),
    male(
        Ends(&["овец", "евец", "обец", "енец", "арец"]),
        &FLEETING_TS,
    ),
    male(Ends(&["ец"]), &FLEETING_TS_UNSTRESSED),
    male(Is("заяц"), &FLEETING_YTS_UNSTRESSED),
    // -ок, -ек, -ёк
    male(EndsOneVowel(&["ок", "ек", "ёк"]), &HARD),
    male(Ends(&["чок", "шок", "жок", "щок"]), &FLEETING_OK),
    male(
        Is(
            "дубок сурок чирок щенок сынок цветок листок гудок песок лесок голубок носок молоток \
            платок желток росток зубок волосок колосок голосок поясок кусок стрелок ленок грибок \
            горбок моток виток свисток звонок рынок участок городок поселок орешек горошек камешек барашек \
            овражек мешочек",
        ),
        &FLEETING_OK,
    ),
    male(EndsLong(&["онок", "ёнок", "енок", "очек"]), &FLEETING_OK),
    male(
        Is("пенек василек огонек конек мотылек королек хорек кулек уголек паренек зверек хмелек"),
        &FLEETING_YOK,
    ),
    male(EndsAfter("ёк", "бвгдзлмнпрстф"), &FLEETING_YOK),
    male(Is("ручеек"), &FLEETING_YYOK),
    // -л, -р
    male(
        Is("козел орел осел котел хохол щегол дятел посол узел"),
        &FLEETING_L,
    ),
    male(
        Is("бобер ковер костер шатер бугор багор ветер свекор"),
        &FLEETING_R,
    ),
    male(
        Is("осетр"),
        &p(3, ["етра", "етру", "етра", "етром", "етре"]),
    ),
    male(Is("лев"), &p(2, ["ьва", "ьву", "ьва", "ьвом", "ьве"])),
    // -ж, -ш, -ч, -щ, -ц under a stressed ending
    male(EndsOneVowel(&["щ"]), &HARD),
    male(
        Is(
            "чиж еж уж морж нож стриж корж паж кряж рубеж мятеж платеж грабеж кутеж чертеж \
            багаж тираж гараж этаж витраж ковш ерш шиш кулеш голыш малыш латыш камыш барыш крепыш \
            коротыш бердыш карандаш шалаш палаш торгаш мураш кудряш кругляш алкаш гуляш лукаш \
            кардаш сыч бич хрыч кирпич кулич паныч магарыч москвич ильич кузьмич лукич фомич луч \
            ключ меч мяч сургуч бирюч",
        ),
        &HARD,
    ),
    male(Is("плач матч лукач ковач"), &HUSHING),
    male(Ends(&["ач"]), &HARD),
    male(Ends(&["ж", "ш", "ч", "щ", "ц"]), &HUSHING),
    male(Ends(HARD_CONSONANTS), &HARD),
];
