// Made by `cargo xtask types`; change the Rust types instead.

/** A text as it reads in one charset. */
export type CharsetReading = {
/** The name of the charset, as IANA has it. */
charset: string,
/** The beginning of the text. */
sample: string, };

/** Something about the reading that a person should know. */
export type MailNotice = "text_from_html" | "text_from_enclosed_message" | "no_text" | "charset_guessed" | "text_damaged" | "broken_structure" | "attachment_damaged" | "no_sent_date" | "no_sender" | "encrypted" | "text_cut" | "header_cut" | "passed_on" | "from_form" | "bounce" | "auto_reply" | "invitation" | "several_messages" | "clocks_differ" | "empty_attachment" | "encoding_guessed";
