// Made by `cargo xtask types`; change the Rust types instead.

export type FieldProblem = "missing" | "too_long" | "too_much" | "too_many" | "out_of_place" | "future" | "too_early" | "too_late" | "needed_for_decision" | "zero" | "more_than_asked" | "less_than_asked" | "too_large" | "foreign" | "taken" | "not_one_word" | "doubtful";
