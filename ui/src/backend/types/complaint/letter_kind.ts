// Made by `cargo xtask types`; change the Rust types instead.

/** What a letter, or a paper made like one, is. */
export type LetterKind = "acknowledgement" | "information_request" | "inspection_invitation" | "interim" | "final_satisfied" | "final_partial" | "final_goodwill" | "final_refusal" | "personal_data_reply" | "thanks" | "settlement_offer" | "settlement_agreement" | "correction" | "forwarding" | "forwarding_notice" | "regulator_reply" | "platform_reply" | "own_claim" | "inspection_act" | "no_show_act" | "statement";
