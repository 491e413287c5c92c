// Made by `cargo xtask types`; change the Rust types instead.

/** The way a case goes. It is proposed from the facts, and a person may choose another. */
export type Branch = "undecided" | "founded" | "partly" | "goodwill" | "unfounded" | "information" | "public_review" | "authority" | "repeat" | "neighbour" | "many";

/** What must not be done before something else was. */
export type Gate = "documents_unseen" | "undecided" | "ungrounded";

/** By when a step should be done, in calendar days. */
export type StepDay = { "after_receipt": number } | { "before_due": number };

/** What counts as a step done: a fact of the case, or that a person says so. */
export type StepFact = "person" | "acknowledged" | "demands_named" | "documents_seen" | "questions_answered" | "facts_kept" | "decided" | "grounded" | "approved" | "issued" | "sent" | "promises_kept" | "published";

/** What must hold for a step to be asked at all. */
export type StepNeed = "always" | "answer" | "receipt" | "unnamed" | "demands" | "documents" | "questions" | "refusal" | "approval" | "promise";

/** Who in an office takes a step on, as far as it has so many people. */
export type StepRole = "intake" | "handler" | "head";

/** Where a step of a case stands. */
export type StepStanding = "open" | "done" | "skipped";
