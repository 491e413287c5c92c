// Made by `cargo xtask types`; change the Rust types instead.

/** Sizes of envelopes. */
export type EnvelopeSize = "c6" | "dl" | "dl_window" | "c5" | "c4" | "b4";

/** What the labels are printed on. */
export type LabelForm = "sheet" | "single";

/** How a letter's address lies in the window of an envelope. */
export type WindowFit = "fits" | "tight" | "outside" | "no_address";
