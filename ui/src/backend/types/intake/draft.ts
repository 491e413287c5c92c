// Made by `cargo xtask types`; change the Rust types instead.

/** Something about the reading that a person should know. */
export type MailNotice = "text_from_html" | "text_from_enclosed_message" | "no_text" | "charset_guessed" | "text_damaged" | "broken_structure" | "attachment_damaged" | "no_sent_date" | "no_sender" | "encrypted" | "text_cut" | "header_cut";
