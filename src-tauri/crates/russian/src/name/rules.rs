//! The rule data of names: which endings a word takes, by its part of the name, gender and last
//! letters.
//!
//! Within a table the first fitting rule wins, so the particular stands before the general. The rules
//! are those of school grammar and of the reference books on surnames (Kalakutskaya; Rosenthal,
//! §§ 149–150); lists hold only words that break a rule, and write ё as е.

use crate::name::nouns::HARD_CONSONANTS;
use crate::name::paradigm::{
    A_HARD, A_HUSHING, A_TS, A_VELAR, ADJ_AYA, ADJ_AYA_HUSHING, ADJ_KIJ, ADJ_SIGN, ADJ_SKA,
    ADJ_SOFT, ADJ_YAYA, ADJ_YJ, FIXED, HARD, HUSHING, IY_NOUN, IYA, OV, OVA, SOFT, THIRD, YA,
    YA_STRESSED, p,
};
use crate::name::tables::When::{
    Ends, EndsAfter, EndsFirstName, EndsLong, EndsOneVowel, EndsTwoVowels, Is,
};
use crate::name::tables::{Rule, both, female, male};

const VOWELS: &str = "аеёиоуыэюя";
const VELARS: &str = "гкх";
const HUSHERS: &str = "жшчщ";

/// Nouns in -ья, -ня and the like with the stress on the ending: «Зарёй».
const YA_STRESSED_NOUNS: &str = "заря илья судья змея свинья семья статья скамья ладья кутья \
    бадья попадья шлея земля родня головня шестерня стряпня квашня клешня ступня швея колея";

/// How first names decline.
pub(super) const FIRST: &[Rule] = &[
    male(Is("лев"), &p(2, ["ьва", "ьву", "ьва", "ьвом", "ьве"])),
    male(Is("петр"), &p(3, ["етра", "етру", "етра", "етром", "етре"])),
    male(Is("павел"), &p(2, ["ла", "лу", "ла", "лом", "ле"])),
    // French and stressed on the end.
    male(Is("люка тома"), &FIXED),
    // «Данило» declines like «Данила»; Ukrainian «Павло», «Петро» have one form.
    male(
        Is("данило михайло гаврило самойло кирило кирилло ермило вавило"),
        &A_HARD,
    ),
    both(EndsAfter("а", VOWELS), &FIXED),
    both(EndsAfter("а", VELARS), &A_VELAR),
    both(EndsAfter("а", HUSHERS), &A_HUSHING),
    both(EndsAfter("а", "ц"), &A_TS),
    both(Ends(&["а"]), &A_HARD),
    both(Ends(&["ия"]), &IYA),
    both(Is("илья"), &YA_STRESSED),
    both(Ends(&["я"]), &YA),
    female(
        Is(
            "любовь агидель адель ассоль нинель рашель рахиль эсфирь есфирь юдифь иудифь руфь \
            суламифь жизель гюзель гузель исабель изабель",
        ),
        &THIRD,
    ),
    male(Ends(&["ий"]), &IY_NOUN),
    male(Ends(&["й", "ь"]), &SOFT),
    // Names in -ч are foreign and stressed on the end: «Булачом».
    male(Ends(&["ч"]), &HARD),
    male(Ends(&["ж", "ш", "щ", "ц"]), &HUSHING),
    male(Ends(HARD_CONSONANTS), &HARD),
];

/// Patronymics in -ич alone: the stress falls on the ending.
pub(super) const SHORT_PATRONYMICS_STRESSED: &str = "ильич кузьмич лукич фомич";
/// The same with the stress before: «Никитичем».
pub(super) const SHORT_PATRONYMICS: &str =
    "никитич саввич силич силыч фокич ионич минич аникич еремич гаврилич данилич вавилич";

/// How patronymics decline; a word none of these fits declines as a first name.
pub(super) const MIDDLE: &[Rule] = &[
    male(Is(SHORT_PATRONYMICS_STRESSED), &HARD),
    male(Ends(&["ич", "ыч"]), &HUSHING),
    female(Ends(&["на"]), &A_HARD),
];

/// Possessives whose stem has no vowel: «Львов» is one, «Грин» and «Кров» are not.
const VOWELLESS: &str = "львов лбов пнев псов льнов льдов ртов рвов мхов злов пнин днев";
const VOWELLESS_FEMALE: &str =
    "львова лбова пнева псова льнова льдова ртова рвова мхова злова пнина днева";

/// Foreign names and nouns in -ов, -ин: «Дарвином», «Богословом».
pub(super) const FOREIGN_OV_IN: &str = "дарвин чаплин берлин франклин гудвин болдуин болдвин \
    бальдвин ирвин эдвин кронин колвин кельвин кэлвин калвин кальвин латтин маклин маклафлин \
    лафлин джоплин гриффин рескин рэнкин мервин мерлин девлин конклин остин джастин коллин \
    бенджамин гершвин бегин рабин эрвин корвин шверин беклин гельдерлин оберлин вундерлин \
    роллин росселлин тарквин августин антонин амин эмин паладин саладин меррин \
    литвин грузин татарин болгарин мещанин дворянин боярин барин русин осетин гражданин \
    крестьянин семьянин хозяин властелин исполин господин мандарин апельсин павлин дельфин \
    пингвин магазин кувшин аршин рубин жасмин карабин \
    бюлов вирхов флотов лютцов левецов гутцков бредов штрелов \
    армянин англичанин россиянин славянин христианин мусульманин марсианин горожанин северянин \
    арлекин бедуин балдахин тетерев боров кузов жернов мышелов китолов краболов тигролов мухолов пустослов \
    посев напев припев птицелов змеелов рыболов крысолов зверолов богослов острослов остров покров засов альков";

/// Nouns in -ова, -ина that are surnames of men and women alike.
pub(super) const NOUNS_OVA_INA: &str = "калина малина смородина былина осина година картина \
    щербина дубина детина судьбина середина половина скотина голова корова подкова дуброва \
    хворостина бузина перина царина паутина лещина кручина";

pub(super) const LAST: &[Rule] = &[
    // Stressed on the last vowel and foreign, or a plural noun: one form.
    both(
        Is("дюма тома дега люка петипа ферма золя труайя гавальда забейворота"),
        &FIXED,
    ),
    both(EndsAfter("а", VOWELS), &FIXED),
    // Women: adjectives and possessives decline, consonants do not.
    female(Is("чужая большая меньшая"), &ADJ_AYA),
    // Georgian and a noun: «Шенгелаи».
    female(Is("шенгелая цхакая хубулая берая гогая пачкая"), &YA),
    female(EndsAfter("ая", HUSHERS), &ADJ_AYA_HUSHING),
    female(Ends(&["яя"]), &ADJ_YAYA),
    female(Ends(&["ая"]), &ADJ_AYA),
    female(
        EndsLong(&[
            "овска",
            "евска",
            "ньска",
            "льска",
            "инска",
            "есска",
            "ецка",
            "ицка",
        ]),
        &ADJ_SKA,
    ),
    female(Ends(&["рска", "йска", "дска"]), &ADJ_SKA),
    female(Is(VOWELLESS_FEMALE), &OVA),
    female(Is(NOUNS_OVA_INA), &A_HARD),
    female(EndsTwoVowels(&["ова", "ева", "ёва", "ина", "ына"]), &A_HARD),
    female(Ends(&["ова", "ева", "ёва", "ина", "ына"]), &OVA),
    // Nouns in -а and -я, of either gender; under stress the instrumental has о or ё.
    both(
        Is("лапша левша душа свеча парча саранча межа ханжа каланча бахча"),
        &A_VELAR,
    ),
    both(Is("овца пыльца"), &A_HARD),
    both(EndsAfter("а", VELARS), &A_VELAR),
    both(EndsAfter("а", HUSHERS), &A_HUSHING),
    both(EndsAfter("а", "ц"), &A_TS),
    both(Ends(&["а"]), &A_HARD),
    both(Ends(&["ия"]), &IYA),
    both(Is(YA_STRESSED_NOUNS), &YA_STRESSED),
    both(Ends(&["я"]), &YA),
    // What is left of women's surnames has one form; so has everything in another vowel.
    female(Ends(&[""]), &FIXED),
    // Plural adjectives have one form; German names in -их decline.
    male(EndsOneVowel(&["их"]), &HARD),
    male(Is("миних мюних минних мюнних жених"), &HARD),
    male(EndsAfter("их", "гкхжшчщцн"), &FIXED),
    male(Ends(&["ых"]), &FIXED),
    // Possessives. Without a vowel in the stem it is a foreign or a common noun: «Грином».
    male(Is(VOWELLESS), &OV),
    male(Is("лев"), &p(2, ["ьва", "ьву", "ьва", "ьвом", "ьве"])),
    male(EndsOneVowel(&["ов", "ев", "ёв", "ин", "ын"]), &HARD),
    male(Is(FOREIGN_OV_IN), &HARD),
    male(EndsFirstName(&["ов", "ин"]), &HARD),
    male(Ends(&["ддин", "тдин"]), &HARD),
    male(Ends(&["ов", "ев", "ёв", "ин", "ын"]), &OV),
    // Adjectives.
    male(Is("злой"), &ADJ_YJ),
    male(EndsOneVowel(&["ой", "ый", "ий"]), &SOFT),
    male(
        Is(
            "козодой водопой прибой разбой отбой гобой конвой герой покрой застой перестой \
            зверобой китобой ковбой подвой запой покой листобой мордобой домострой сухостой \
            левкой удой надой",
        ),
        &SOFT,
    ),
    male(Ends(&["строй", "герой"]), &SOFT),
    male(EndsAfter("ой", "гкхжшчщ"), &ADJ_KIJ),
    male(Ends(&["ой", "ый"]), &ADJ_YJ),
    male(
        Is("третий божий волчий медвежий птичий лисий заячий рыбий козий коровий вражий"),
        &ADJ_SIGN,
    ),
    male(
        Is("топчий кобчий гений плиний полоний евмений аксений виргиний"),
        &IY_NOUN,
    ),
    male(EndsFirstName(&["ий"]), &IY_NOUN),
    male(EndsAfter("ий", "гкх"), &ADJ_KIJ),
    male(EndsAfter("ий", "жшчщн"), &ADJ_SOFT),
    male(Ends(&["ий"]), &IY_NOUN),
];

/// First pieces of double surnames, and particles: they never decline.
pub(super) const FIXED_PARTS: &str = "бонч корвин тян тер грум демут шах кара мелик бек де ди да дель дер ден \
    ван фон ла ле лас лос эль аль ас ад ар аш ан ибн бен бин мак сан сен сент санта дон дос ду дю \
    цу цур";

/// Titles after a name that don't decline, alone or joined by a hyphen: «Мамед оглы», «Ахмед-заде».
pub(super) const FIXED_TITLES: &str = "оглы оглу огли углы угли улы уулу кызы кизи гызы кызи қызы \
    ұлы ўғли қизи заде";
