// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockKind, ClockStart } from './complaint/clock'
import type { DeliveryState } from './complaint/dispatch'
import type { AskedDetail, LetterGroup } from './complaint/letter_details'
import type { LetterKind } from './complaint/letter_kind'
import type { RegisterQuery } from './complaint/list'
import type { Money } from './complaint/money'
import type { OfficeProfile } from './complaint/office'
import type { Status } from './complaint/procedure'
import type { Regime } from './complaint/regime'
import type { DecisionKind, DemandKind, FormKind, Language, NoAnswerReason } from './complaint/words'
import type { KindLabels } from './letter/template'
import type { Keep } from './register/backup'

/** What asks for a sum of money. */
export const DEMANDS_FOR_MONEY: Array<DemandKind> = [
  "refund",
  "price_reduction",
  "expenses",
  "damages",
  "penalty",
  "moral_damages",
  "recalculation",
  "payment"
]

/** Decisions by which something is given. */
export const GRANTING_DECISIONS: Array<DecisionKind> = [
  "satisfy",
  "partly",
  "goodwill"
]

/** Decisions that need a sum where money is asked. */
export const DECISIONS_WANTING_SUM: Array<DecisionKind> = [
  "satisfy",
  "partly"
]

/** Demands of which each answer has a price. */
export const DEMANDS_WITH_PRICE: Array<DemandKind> = [
  "refund",
  "replacement",
  "repair",
  "fix_defects",
  "exchange",
  "price_reduction",
  "expenses",
  "damages",
  "penalty",
  "moral_damages",
  "delivery",
  "contract_refusal",
  "recalculation",
  "payment",
  "other"
]

/** What people mostly ask for under a body of rules, the most usual first. */
export const USUAL_DEMANDS: Record<Regime, Array<DemandKind>> = {
  "goods": ["refund","replacement","repair","price_reduction","expenses"],
  "services": ["fix_defects","refund","price_reduction","damages","apology"],
  "prepaid_goods": ["delivery","refund","penalty","damages"],
  "distance": ["refund","replacement","delivery","contract_refusal"],
  "housing": ["recalculation","fix_defects","information","damages"],
  "communal": ["recalculation","fix_defects","information","damages"],
  "medical": ["information","refund","fix_defects","moral_damages"],
  "hotel": ["refund","damages","moral_damages","apology"],
  "catering": ["refund","apology","replacement","damages"],
  "household": ["fix_defects","refund","price_reduction","damages","apology"],
  "tourism": ["refund","damages","moral_damages","apology"],
  "carriage": ["refund","damages","moral_damages","apology"],
  "passenger": ["refund","damages","moral_damages","apology"],
  "telecom": ["recalculation","fix_defects","refund","stop_charging"],
  "finance": ["refund","information","recalculation","damages"],
  "car_service": ["fix_defects","refund","price_reduction","damages","apology"],
  "education": ["refund","contract_refusal","recalculation","information"],
  "fitness_beauty": ["refund","contract_refusal","fix_defects","moral_damages"],
  "veterinary": ["refund","damages","information","apology"],
  "tickets": ["refund","damages","information","apology"],
  "delivery": ["delivery","refund","damages","apology"],
  "personal_data": ["erasure","information","stop_nuisance"],
  "b2b": ["payment","delivery","penalty","replacement"],
  "platform": ["payment","recalculation","information","delivery"],
  "prosecutor": ["information","fix_defects","other"],
  "rospotrebnadzor": ["information","fix_defects","other"],
  "roskomnadzor": ["information","fix_defects","other"],
  "housing_inspection": ["information","fix_defects","other"],
  "labour_inspection": ["information","fix_defects","other"],
  "neighbour": ["stop_nuisance","damages","apology"],
  "general": ["refund","information","apology","other"],
  "none": ["refund","information","apology","other"],
}

/** The kinds of letters as they are offered, in the order of the procedure. */
export const LETTER_GROUPS: Record<LetterGroup, Array<LetterKind>> = {
  "first": ["acknowledgement","information_request","inspection_invitation","interim"],
  "final": ["final_satisfied","final_partial","final_goodwill","final_refusal","personal_data_reply","thanks"],
  "peace": ["settlement_offer","settlement_agreement","correction"],
  "others": ["forwarding","forwarding_notice","regulator_reply","platform_reply","own_claim"],
  "papers": ["inspection_act","no_show_act","statement"],
}

/** What the writer of a letter is asked for besides the text. */
export const LETTER_DETAILS: Record<LetterKind, Array<AskedDetail>> = {
  "acknowledgement": [{"detail":"expected","optional":true}],
  "information_request": [{"detail":"questions","optional":false},{"detail":"answer_by","optional":false}],
  "inspection_invitation": [{"detail":"inspection","optional":false},{"detail":"inspection_reply","optional":true}],
  "interim": [{"detail":"expected","optional":false},{"detail":"holding_reason","optional":false}],
  "final_satisfied": [{"detail":"account","optional":false}],
  "final_partial": [{"detail":"account","optional":false}],
  "final_goodwill": [{"detail":"account","optional":false}],
  "final_refusal": [{"detail":"account","optional":false}],
  "personal_data_reply": [{"detail":"data","optional":false}],
  "thanks": [{"detail":"findings","optional":true},{"detail":"measures","optional":true}],
  "settlement_offer": [{"detail":"settlement","optional":false},{"detail":"settlement_until","optional":false}],
  "settlement_agreement": [{"detail":"settlement","optional":false}],
  "correction": [{"detail":"correction","optional":false}],
  "forwarding": [{"detail":"recipient","optional":false},{"detail":"forwarding_reason","optional":false},{"detail":"findings","optional":true}],
  "forwarding_notice": [{"detail":"recipient","optional":false},{"detail":"forwarding_reason","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "regulator_reply": [{"detail":"recipient","optional":false},{"detail":"inquiry","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "platform_reply": [{"detail":"recipient","optional":false},{"detail":"ticket","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "own_claim": [{"detail":"recipient","optional":false},{"detail":"claim","optional":false},{"detail":"findings","optional":false}],
  "inspection_act": [{"detail":"inspection","optional":false},{"detail":"act_found","optional":false}],
  "no_show_act": [{"detail":"inspection","optional":false},{"detail":"act_absence","optional":false}],
  "statement": [{"detail":"statement","optional":false},{"detail":"questions","optional":false}],
}

/** Papers: signed by those they name, addressed to nobody, kept and not sent. */
export const PAPERS: Array<LetterKind> = [
  "settlement_agreement",
  "inspection_act",
  "no_show_act",
  "statement"
]

/** What each kind of letter is called and what it is for; it stands in the kind's templates. */
export const LETTER_LABELS: Record<LetterKind, KindLabels> = {
  "acknowledgement": {"ru":{"name":"Подтверждение получения","purpose":"Подтверждение успокаивает сразу и фиксирует день получения, от которого идут сроки."},"en":{"name":"Acknowledgement","purpose":"An acknowledgement calms at once and fixes the day of receipt the terms run from."}},
  "information_request": {"ru":{"name":"Запрос сведений","purpose":"Спросите только то, без чего нельзя решить. Законный срок от вопроса не останавливается."},"en":{"name":"Request for information","purpose":"Ask only what you can’t decide without. The legal term does not stop for a question."}},
  "inspection_invitation": {"ru":{"name":"Приглашение на осмотр или экспертизу","purpose":"Присутствие заявителя снимает половину будущих споров. Назовите день, час, место и что будут смотреть."},"en":{"name":"Invitation to an inspection","purpose":"When the complainant attends, half of the later disputes fall away. Name the day, the hour, the place and what is to be looked at."}},
  "interim": {"ru":{"name":"Промежуточный ответ","purpose":"Промежуточный ответ честно говорит, почему нужно время и когда будет ответ."},"en":{"name":"Interim reply","purpose":"An interim reply says honestly why time is needed and when the answer will come."}},
  "final_satisfied": {"ru":{"name":"Ответ: удовлетворено","purpose":"Скажите, что именно сделаете, к какому дню и как. Больше ничего не нужно."},"en":{"name":"Answer: granted","purpose":"Say what you will do, by what day and how. Nothing more is needed."}},
  "final_partial": {"ru":{"name":"Ответ: удовлетворено частично","purpose":"По каждому требованию — своё решение. Отказанная часть стоит на причинах и доказательствах."},"en":{"name":"Answer: granted in part","purpose":"Each demand has its own decision. The refused part stands on reasons and evidence."}},
  "final_goodwill": {"ru":{"name":"Ответ: жест доброй воли","purpose":"Жест доброй воли не признаёт нарушения: важно, чтобы ни одно слово не сказало обратного."},"en":{"name":"Answer: goodwill","purpose":"A goodwill gesture admits no breach: not one word may say otherwise."}},
  "final_refusal": {"ru":{"name":"Ответ: отказ","purpose":"Отказ читают судья и инспектор: что проверено, чем доказано, на чём основано, что заявитель вправе сделать."},"en":{"name":"Answer: refusal","purpose":"A refusal is read by judges and inspectors: what was checked, what proves it, what it rests on, what the complainant may do."}},
  "personal_data_reply": {"ru":{"name":"Ответ о персональных данных","purpose":"Скажите прямо, какие данные хранятся, зачем, на каком основании и что с ними сделано."},"en":{"name":"Reply about personal data","purpose":"Say plainly what data are kept, why, on what ground, and what was done with them."}},
  "thanks": {"ru":{"name":"Благодарность","purpose":"Несколько тёплых слов ничего не стоят и помнятся долго."},"en":{"name":"Thanks","purpose":"A few warm words cost nothing and are long remembered."}},
  "settlement_offer": {"ru":{"name":"Предложение об урегулировании","purpose":"Предложение не признаёт нарушения. Назовите условия, срок ответа и то, что отказ ничем не ухудшит положения заявителя."},"en":{"name":"Settlement offer","purpose":"An offer admits nothing. Name the terms, the day for an answer, and that declining costs the complainant nothing."}},
  "settlement_agreement": {"ru":{"name":"Соглашение об урегулировании","purpose":"Текст для двух подписей: кто, что и к какому дню делает. Печатается в двух экземплярах."},"en":{"name":"Settlement agreement","purpose":"A text for two signatures: who does what by when. Print two copies."}},
  "correction": {"ru":{"name":"Исправление письма","purpose":"Назовите письмо, ошибку и верные слова; остальное остаётся в силе."},"en":{"name":"Correction of a letter","purpose":"Name the letter, the mistake and the right words; the rest stands."}},
  "forwarding": {"ru":{"name":"Направление по принадлежности","purpose":"Письмо тому, в чьём ведении вопрос. Заявителю об этом пишут отдельно."},"en":{"name":"Forwarding to the right body","purpose":"A letter to whoever is in charge of the matter. The complainant is told separately."}},
  "forwarding_notice": {"ru":{"name":"Уведомление о направлении","purpose":"Заявитель должен знать, кому ушло обращение, когда и кто ему ответит."},"en":{"name":"Notice of forwarding","purpose":"The complainant should know to whom the matter went, when, and who will answer."}},
  "regulator_reply": {"ru":{"name":"Ответ надзорному органу","purpose":"Коротко и по порядку: что случилось, что сделано, чем подтверждается."},"en":{"name":"Reply to a regulator","purpose":"Brief and in order: what happened, what was done, what proves it."}},
  "platform_reply": {"ru":{"name":"Ответ площадке","purpose":"Площадка решает по документам: номер заказа, факты, решение, доказательства."},"en":{"name":"Reply to a platform","purpose":"A platform decides on papers: order number, facts, decision, evidence."}},
  "own_claim": {"ru":{"name":"Наша претензия","purpose":"Если вина не наша, расходы можно предъявить поставщику, перевозчику или площадке."},"en":{"name":"Our own claim","purpose":"Where the cause lies with a supplier, carrier or platform, the cost can be claimed from them."}},
  "inspection_act": {"ru":{"name":"Акт осмотра","purpose":"Только то, что видели все: без выводов о вине. Подписывают присутствовавшие."},"en":{"name":"Record of inspection","purpose":"Only what everybody saw, with no word on fault. Those present sign it."}},
  "no_show_act": {"ru":{"name":"Акт о неявке или отказе в доступе","purpose":"Составляется в тот же день: где и сколько ждали, кто может подтвердить."},"en":{"name":"Record of non-attendance","purpose":"Drawn up the same day: where and how long you waited, and who can confirm it."}},
  "statement": {"ru":{"name":"Письменное объяснение","purpose":"Бланк, который заполняют от руки: свои слова, дата, подпись."},"en":{"name":"Statement form","purpose":"A form to fill in by hand: one’s own words, date, signature."}},
}

/** What a letter can show as a picture. */
export const PICTURE_TYPES: Array<string> = [
  "image/png",
  "image/jpeg"
]

/** Clocks that a person may start; the others follow from facts. */
export const STARTABLE_CLOCKS: Array<ClockKind> = [
  "acknowledgement",
  "inspection",
  "expertise",
  "goods_return",
  "payment",
  "data_request",
  "goal",
  "other"
]

/** Clocks that say nothing by themselves, so that they need a title. */
export const CLOCKS_WANTING_TITLE: Array<ClockKind> = [
  "other"
]

/** Starts whose day is read from a fact of the case, which must be named. */
export const STARTS_FROM_FACTS: Array<ClockStart> = [
  "issued",
  "dispatched",
  "delivered",
  "diary"
]

/** Days before its last one from which a term is soon due. */
export const SOON_DAYS: number = 3

/** The most units a term may have. */
export const LONGEST_TERM: number = 3660

/** The most characters of a clock's title and of what it rests on. */
export const LONGEST_TITLE: number = 300

/** The most characters of the office's remark on a clock. */
export const LONGEST_NOTE: number = 4000

/** The most days of a goal. */
export const LONGEST_GOAL: number = 366

/** The most years for which records of closed cases are kept. */
export const LONGEST_RETENTION: number = 75

/** The most days in the trash. */
export const LONGEST_TRASH: number = 366

/** The most days until a judgment that may be assumed. */
export const LONGEST_COURT: number = 3660

/** The highest rate there is, in hundredths of a per cent. */
export const HIGHEST_RATE: number = 10000

/** The most that a contract's penalty may come to, in per cent of the sum. */
export const HIGHEST_CAP: number = 1000

/** Days of the week that are off unless they are worked, Monday being 1 as in ISO 8601. */
export const WEEKEND: Array<number> = [
  6,
  7
]

/** Where the complainant still waits for the final word. */
export const STATUSES_AWAITING_ANSWER: Array<Status> = [
  "fresh",
  "in_work",
  "waiting",
  "decided",
  "issued"
]

/** Reasons to close without an answer that say too little by themselves. */
export const REASONS_WANTING_WORDS: Array<NoAnswerReason> = [
  "withdrawn",
  "duplicate",
  "forwarded",
  "answered_orally",
  "other"
]

/** After these nothing more is to be expected of a dispatch. */
export const SETTLED_DELIVERIES: Array<DeliveryState> = [
  "delivered",
  "returned",
  "refused",
  "lost"
]

/** A reason belongs to these. */
export const DELIVERIES_WANTING_REASON: Array<DeliveryState> = [
  "returned",
  "refused"
]

/** What waits until a last day, which may be known. */
export const DELIVERIES_WITH_LAST_DAY: Array<DeliveryState> = [
  "kept_in_office"
]

/** The lengths in characters that a person chooses among. */
export const FORM_LENGTHS: Record<FormKind, Array<number>> = {
  "public": [300,500,1000],
  "call": [],
  "sms": [70,134,201,1000],
}

/** What is taken of an office before it says anything of itself, by the language the program speaks. */
export const NEW_PROFILES: Record<Language, OfficeProfile> = {
  "ru": {"name":"","requisites":{"name":"","inn":"","kpp":null,"ogrn":null,"address":"","phone":null,"email":null,"website":null,"bank":null,"signatory":{"post":"Директор","post_en":"","name":"","authority":null},"executor":null},"letterhead":{"form":"longitudinal","logo":null,"stamp":null,"signature":null,"use_images":false,"tagline":"","code":false,"receipt":false,"summary":false,"margins":"wide","address_order":"as_written"},"numbering":{"incoming":"ВХ-{year}/{n:4}","outgoing":"ИСХ-{year}/{n:4}","paper":"ВД-{year}/{n:4}"},"language":"ru","sample":false,"usual_regime":"goods","approval":{"required":false,"post":"","name":"","finals":false,"refusals":false,"above":null,"printed":false},"own_words":[]},
  "en": {"name":"","requisites":{"name":"","inn":"","kpp":null,"ogrn":null,"address":"","phone":null,"email":null,"website":null,"bank":null,"signatory":{"post":"","post_en":"","name":"","authority":null},"executor":null},"letterhead":{"form":"longitudinal","logo":null,"stamp":null,"signature":null,"use_images":false,"tagline":"","code":false,"receipt":false,"summary":false,"margins":"wide","address_order":"as_written"},"numbering":{"incoming":"ВХ-{year}/{n:4}","outgoing":"ИСХ-{year}/{n:4}","paper":"ВД-{year}/{n:4}"},"language":"ru","sample":false,"usual_regime":"goods","approval":{"required":false,"post":"","name":"","finals":false,"refusals":false,"above":null,"printed":false},"own_words":[]},
}

/** What asks for every complaint outside the trash, the newest first. */
export const WHOLE_REGISTER: RegisterQuery = {
  "statuses": [],
  "channels": [],
  "kinds": [],
  "due": null,
  "text": "",
  "trashed": false,
  "sort": "received",
  "descending": true
}

/** Which copies stay. */
export const COPIES_KEPT: Keep = {
  "hours": 48,
  "days": 14,
  "weeks": 8,
  "months": 24
}

/** The most characters of what is written on one line of a complaint, a demand, a document or a diary. */
export const LONGEST_LINE: number = 1000

/** The most characters of what a point of a complaint states. */
export const LONGEST_ALLEGATION: number = 4000

/** The most characters of what is written of a dispatch: an address, a note, a line of an inventory, a reason. */
export const LONGEST_WORDS: number = 2000

/** The most characters of a carrier's number. */
export const LONGEST_TRACKING: number = 60

/** The most characters of a template's name. */
export const LONGEST_TEMPLATE_NAME: number = 80

/** The most characters of what is said of a new version of a template. */
export const LONGEST_VERSION_NOTE: number = 500

/** Codes of failures whose detail names the thing it is about, shown beside the words. */
export const NAMING_FAILURES: Array<string> = [
  "altered_file",
  "altered_file_kept",
  "among_records",
  "conversion_unread",
  "denied",
  "disk_full",
  "file_gone",
  "folder_gone",
  "foreign",
  "missing_file",
  "missing_file_kept",
  "nested",
  "not_a_file",
  "not_empty",
  "not_saved",
  "not_unicode",
  "unresolved",
  "words_nowhere"
]

/** The largest sum there is. */
export const MOST_MONEY: Money = "9999999999999.99"

/** What stands before the part of a number that is less than one. */
export const DECIMAL_SIGNS: Array<string> = [
  ",",
  "."
]

/** The most digits behind it. */
export const DECIMALS: number = 2

/** What people write behind a sum, the longer before what it begins with. */
export const ROUBLE_WORDS: Array<string> = [
  "рублей",
  "рубля",
  "рубль",
  "руб.",
  "руб",
  "р.",
  "р",
  "₽"
]

/** Area codes of four digits, by which a bare telephone number is shown in groups. */
export const LONG_AREA_CODES: Array<string> = [
  "3012",
  "3022",
  "3412",
  "3452",
  "3462",
  "3466",
  "3522",
  "3532",
  "3652",
  "3812",
  "3822",
  "3842",
  "3843",
  "3852",
  "3902",
  "3952",
  "4012",
  "4112",
  "4132",
  "4152",
  "4162",
  "4212",
  "4242",
  "4712",
  "4722",
  "4725",
  "4742",
  "4752",
  "4812",
  "4822",
  "4832",
  "4842",
  "4852",
  "4862",
  "4872",
  "4912",
  "4922",
  "4932",
  "4942",
  "8112",
  "8142",
  "8152",
  "8162",
  "8172",
  "8182",
  "8202",
  "8212",
  "8332",
  "8342",
  "8352",
  "8362",
  "8412",
  "8422",
  "8442",
  "8452",
  "8482",
  "8512",
  "8552",
  "8652",
  "8662",
  "8672",
  "8692",
  "8712",
  "8722",
  "8734",
  "8772",
  "8782",
  "8793"
]

/** What begins a number whose area code has three digits; any other stays a row of digits. */
export const SHORT_AREA_CODES: Array<string> = [
  "9",
  "495",
  "499",
  "812",
  "800",
  "804"
]

/** Labels of a sheet, along the rows. */
export const LABELS_A_SHEET: number = 24

/** The most labels of one address. */
export const MOST_COPIES: number = 100
