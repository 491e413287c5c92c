// Made by `cargo xtask types`; change the Rust types instead.

/** Where the approval of a letter stands. */
export type ApprovalState = "waiting" | "approved" | "returned" | "recalled" | "void";

/** The way a complaint came in. */
export type Channel = "email" | "phone" | "post" | "in_person" | "messenger" | "website" | "platform" | "authority" | "complaint_book" | "other";

/** What the office decides on a demand. */
export type DecisionKind = "satisfy" | "partly" | "refuse" | "goodwill";

/** What the complainant asks for. */
export type DemandKind = "refund" | "replacement" | "repair" | "fix_defects" | "exchange" | "price_reduction" | "expenses" | "damages" | "penalty" | "moral_damages" | "delivery" | "loan_item" | "contract_refusal" | "recalculation" | "information" | "erasure" | "apology" | "stop_nuisance" | "stop_charging" | "payment" | "other";

/** Another form of an answer, told from the same decision as the letter. */
export type FormKind = "public" | "call" | "sms";

/** What sort of message it is. */
export type Kind = "claim" | "complaint" | "review" | "request" | "authority" | "gratitude";

/** A language of letters and of the interface. */
export type Language = "ru" | "en";

/** A form of a name that a letter needs. */
export type NameForm = "dative" | "salutation";

/** Why a complaint may be closed without an issued answer. */
export type NoAnswerReason = "withdrawn" | "no_address" | "duplicate" | "nothing_asked" | "forwarded" | "answered_orally" | "spam" | "other";

/** From which side a document came. */
export type Side = "complainant" | "office" | "third_party" | "authority";

/** What changed so that an approval is void. */
export type VoidReason = "letter" | "case" | "office";
