// Made by `cargo xtask types`; change the Rust types instead.

/** Envelopes as shops sell them, by the names of ISO 269. */
export type EnvelopeSize = "c6" | "dl" | "dl_window" | "c5" | "c4" | "b4";

export type LabelForm = "sheet" | "single";

/** How a letter's address lies in the window of an envelope. */
export type WindowFit = "fits" | "tight" | "outside" | "no_address";
