use super::figures::{per_cent, sum};
use super::worded::{PenaltyRate, Promise, Texts};
use complaint::FormKind;
use deadline::in_english;
use russian::date::english;

pub(super) const TEXTS: Texts = Texts {
    head_post: "Director",
    attached: "attached to the message",
    message: "the message itself",
    message_file: "message",
    received_by_mail: "The day of receipt is that of the message",
    received_by_chat: "The day of receipt is that of the chat",
    form_used: |kind| match kind {
        FormKind::Public => "Reply published",
        FormKind::Call => "Call by the script",
        FormKind::Sms => "Message sent",
    },
    letter_listed: |number, day| format!("Letter {number} of {}", english(day)),
    named_in_request: "Answer by the day the request names",
    until_time: |time| format!(", by {}", time.format("%H:%M")),
    in_place_of: |title| format!("The term is counted otherwise: {title}"),
    envelope_file: "Envelope",
    address_sheet_file: "Address sheet",
    labels_file: "Labels",
    inventory_file: "Inventory",
    receipt_file: "Receipt",
    case_index_file: "Case index",
    person_data_file: "Personal data",
    erasure_act_file: "Record of a deletion",
    register_file: "Register",
    inspection_file: "Inspection",
    recovery_sheet_file: "Recovery key",
    proof_file: "Proof of answer",
    proof_cover_file: "Summary",
    bundle_file: "Case",
    bundle_court: "for court",
    bundle_registered_mail: "for an electronic registered letter",
    bundle_closed: "redacted copy",
    bundle_folder_originals: "Originals",
    bundle_folder_letters: "Letters",
    bundle_folder_sheets: "Marked sheets",
    bundle_list: "List",
    bundle_signatures_file: "Signatures.txt",
    bundle_to_sign: "Sign each file with your own program for electronic signatures (a detached signature) and put the signature beside it under the name given. Otvet signs nothing.",
    bundle_sheets: |count| format!("{count} sh"),
    bundle_part: |number, of| format!("part {number} of {of}"),
    party_person: "a private person",
    party_organisation: "an organisation",
    courtesies: &["dear", "customer", "complainant"],
    address_numbers: &[
        &["apt", "apartment", "flat"],
        &["office", "suite"],
        &["room"],
    ],
    of_street: &["street", "st", "road", "rd", "avenue", "ave", "lane"],
    signature_source: |number, names| format!("electronic signature of letter {number}: {names}"),
    proof: |number| format!("Proof of answer {number}"),
    proof_cover: "Summary and cross-check",
    proof_letter: |number| format!("Letter {number}"),
    proof_inventory: "Inventory of contents",
    proof_envelope: "Front of the envelope",
    recovery_title: "Recovery key",
    recovery_of: |office, day| {
        format!(
            "The program Otvet. Records: {office}. Key given on {}.",
            english(day)
        )
    },
    recovery_rules: &[
        "This key opens the records when the password is forgotten. Whoever holds it can read everything: keep the sheet apart from the computer and from the copies, in a safe for instance.",
        "Eight groups of five signs. The program takes O for 0 and I for 1; it names the group that is mistyped.",
        "Without the password and without this key nobody can read the records, nor can the makers of the program.",
        "A new key makes this sheet useless: destroy it.",
    ],
    not_sent: "none",
    sent_late: |due, days| format!("{due}; sent {days} days late"),
    sent_in_time: |due| format!("{due}; sent in time"),
    safer_by: |day| format!("Safer by {}.", day.format("%Y-%m-%d")),
    penalty_rate,
    late_promise,
};

fn penalty_rate(rate: &PenaltyRate<'_>) -> String {
    let mut text = format!(
        "{}% a day, {}",
        per_cent(rate.per_mille, '.'),
        in_english(rate.citation)
    );
    if let Some(per_day) = rate.per_day {
        text.push_str(&format!(": {} for each day", sum(per_day)));
    }
    if let Some(cap) = rate.cap {
        text.push_str(&format!(", at most {}", sum(cap)));
    }
    if let Some((last, cap)) = rate.later_cap {
        text.push_str(&format!(
            ", for the days after {} at most {}",
            english(last),
            sum(cap)
        ));
    }
    if rate.cap_unconfirmed {
        text.push_str("; the wording of the cap is not confirmed: what was paid, or the price");
    }
    if rate.from_contract_day {
        text.push_str(
            "; it runs from the day by the contract or the new day that the consumer set",
        );
    }
    text
}

fn late_promise(late: &Promise<'_>) -> String {
    let mut text = format!(
        "The legal day is {} ({}), {} is promised: {} days later.",
        english(late.legal),
        in_english(late.citation),
        english(late.promised),
        late.late_days
    );
    match (late.penalty.map(in_english), late.sums) {
        (Some(article), Some((basis, per_day, total))) => text.push_str(&format!(
            " Each day of lateness costs a penalty of {} (on {}, {article}): {} by the promised day.",
            sum(per_day),
            sum(basis),
            sum(total)
        )),
        (Some(article), None) => text.push_str(&format!(
            " Each day of lateness costs a penalty ({article}); record the price to see the sum."
        )),
        (None, _) => text.push_str(" The law names no penalty of its own here."),
    }
    text.push_str(
        " A promise does not prolong the term: the complainant may go to court without waiting for it.",
    );
    text
}
