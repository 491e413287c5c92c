//! What is to be worded in each language.

use chrono::{NaiveDate, NaiveTime};
use complaint::{FormKind, Money};

pub(crate) struct Texts {
    /// The usual post of who heads a firm.
    pub head_post: &'static str,
    /// Where an attachment of a message came from.
    pub attached: &'static str,
    /// Where the message itself came from.
    pub message: &'static str,
    /// File name of a message without a subject.
    pub message_file: &'static str,
    /// Why a complaint by mail was received before it was recorded.
    pub received_by_mail: &'static str,
    /// Why a pasted chat is recorded on a later day than it began.
    pub received_by_chat: &'static str,
    /// What went out, in the diary.
    pub form_used: fn(FormKind) -> &'static str,
    /// The line of an inventory for a letter, by its number and day.
    pub letter_listed: fn(&str, NaiveDate) -> String,
    /// What is to be done by the day that a state body's request names.
    pub named_in_request: &'static str,
    /// What follows the name of a term that ends at a time of its last day.
    pub until_time: fn(NaiveTime) -> String,
    /// Why a usual term fell away: by the name of the one that holds.
    pub in_place_of: fn(&str) -> String,

    // Beginnings of file names; a number or days follow.
    pub envelope_file: &'static str,
    pub address_sheet_file: &'static str,
    pub labels_file: &'static str,
    pub inventory_file: &'static str,
    pub receipt_file: &'static str,
    pub case_index_file: &'static str,
    pub person_data_file: &'static str,
    pub erasure_act_file: &'static str,
    pub register_file: &'static str,
    pub inspection_file: &'static str,
    pub recovery_sheet_file: &'static str,
    pub proof_file: &'static str,
    pub proof_cover_file: &'static str,

    // Bundles: beginnings of names, and what follows in them.
    pub bundle_file: &'static str,
    pub bundle_court: &'static str,
    pub bundle_registered_mail: &'static str,
    pub bundle_closed: &'static str,
    /// Folders of a bundle: what strangers sent and the office added, its letters, and the sheets with their marks.
    pub bundle_folder_originals: &'static str,
    pub bundle_folder_letters: &'static str,
    pub bundle_folder_sheets: &'static str,
    pub bundle_list: &'static str,
    pub bundle_signatures_file: &'static str,
    /// Over the list of files that want a signature.
    pub bundle_to_sign: &'static str,
    /// So many sheets, as the name of a file has it.
    pub bundle_sheets: fn(usize) -> String,
    /// Which part of how many.
    pub bundle_part: fn(usize, usize) -> String,

    /// What a complainant is, on paper.
    pub party_person: &'static str,
    pub party_organisation: &'static str,

    /// How words of courtesy begin, which tell nothing of a person; small letters.
    pub courtesies: &'static [&'static str],
    /// What stands before a number in an address, small letters; each line is of one kind.
    pub address_numbers: &'static [&'static [&'static str]],
    /// What may stand between the name of a street and a number, small letters.
    pub of_street: &'static [&'static str],
    /// Where a signature came from: of which letter, by whom.
    pub signature_source: fn(&str, &str) -> String,

    // The parts of a proof.
    pub proof: fn(&str) -> String,
    pub proof_cover: &'static str,
    pub proof_letter: fn(&str) -> String,
    pub proof_inventory: &'static str,
    pub proof_envelope: &'static str,
    pub not_sent: &'static str,
    /// The last day, as it is shown, and how many days after it the letter left.
    pub sent_late: fn(&str, i64) -> String,
    /// The last day, as it is shown.
    pub sent_in_time: fn(&str) -> String,

    // The sheet with the recovery key.
    pub recovery_title: &'static str,
    /// Of which office, by its name, and on which day.
    pub recovery_of: fn(&str, NaiveDate) -> String,
    /// What it is for and how it is kept, a paragraph each.
    pub recovery_rules: &'static [&'static str],

    /// In a calendar's entry: a day before the last one, by which it is safer.
    pub safer_by: fn(NaiveDate) -> String,
    pub penalty_rate: fn(&PenaltyRate<'_>) -> String,
    pub late_promise: fn(&Promise<'_>) -> String,
}

/// A penalty by the day.
pub(crate) struct PenaltyRate<'a> {
    /// Thousandths of the base for each day.
    pub per_mille: u32,
    pub citation: &'a str,
    pub per_day: Option<Money>,
    pub cap: Option<Money>,
    /// The day after which another cap holds, and that cap.
    pub later_cap: Option<(NaiveDate, Money)>,
    /// Sources differ on what the cap is taken of.
    pub cap_unconfirmed: bool,
    /// It runs from the day by the contract, or the one that the consumer set.
    pub from_contract_day: bool,
}

/// A day promised after the last one.
pub(crate) struct Promise<'a> {
    pub legal: NaiveDate,
    pub citation: &'a str,
    pub promised: NaiveDate,
    pub late_days: u32,
    /// The norm of the penalty, where the law names one.
    pub penalty: Option<&'a str>,
    /// What the penalty is reckoned from, what it is for a day, and by the promised day.
    pub sums: Option<(Money, Money, Money)>,
}
