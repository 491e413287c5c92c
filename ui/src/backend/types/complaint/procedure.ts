// Made by `cargo xtask types`; change the Rust types instead.

/** The next step the procedure leads to; the screens word it and say why. */
export type NextStep = "name_demands" | "acknowledge" | "tell_forwarded" | "await_complainant" | "establish" | "decide" | "draft_final" | "approve" | "revise" | "issue_final" | "replace" | "send" | "confirm_delivery" | "fulfil" | "close" | "nothing";

/** Where a complaint stands. Nobody sets it; it follows from [`CaseFacts`]. */
export type Status = "fresh" | "in_work" | "waiting" | "decided" | "issued" | "answered" | "closed";
