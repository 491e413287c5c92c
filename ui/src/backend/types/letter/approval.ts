// Made by `cargo xtask types`; change the Rust types instead.

/** One thing in which two texts of a letter differ. */
export type Difference = { what: DifferingPart,
/** How it read before; empty for what was added. */
before: string,
/** How it reads now; empty for what is gone. */
after: string, };

/** What of a letter, or of what it was composed from, differs. */
export type DifferingPart = "kind" | "addressee" | "heading" | "salutation" | "block" | "look" | "order" | "closing" | "enclosures" | "signatory" | "executor" | "expected" | "choices" | "demands" | "complainant" | "requisites" | "case";
