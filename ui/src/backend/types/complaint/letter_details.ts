// Made by `cargo xtask types`; change the Rust types instead.

/** One thing that is asked for, and whether the letter stands without it. */
export type AskedDetail = { detail: LetterDetail,
/** The letter stands without it. */
optional: boolean, };

/** One thing that the writer of a letter is asked for. */
export type LetterDetail = "recipient" | "forwarding_reason" | "inspection" | "inspection_reply" | "act_found" | "act_absence" | "settlement" | "settlement_until" | "inquiry" | "ticket" | "claim" | "correction" | "statement" | "data" | "findings" | "measures" | "expected" | "holding_reason" | "questions" | "answer_by" | "account";

/** Where a kind stands among the others when a letter is chosen. */
export type LetterGroup = "first" | "final" | "peace" | "others" | "papers";
