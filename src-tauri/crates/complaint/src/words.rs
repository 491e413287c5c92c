//! The controlled vocabularies of the office: the values that a field may hold, each with its name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value of this vocabulary, in the order of the screens.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name as it stands in JSON, in the database and on the command line.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of this name, if there is one.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The way a complaint came in.
    Channel {
        Email = "email",
        /// Telephone, taken down by the office.
        Phone = "phone",
        /// Paper by post or courier.
        Post = "post",
        /// Handed over or said in person.
        InPerson = "in_person",
        Messenger = "messenger",
        /// The office's own site or form.
        Website = "website",
        /// A marketplace, aggregator or review platform.
        Platform = "platform",
        /// Forwarded by a state body.
        Authority = "authority",
        /// The book of complaints and suggestions.
        ComplaintBook = "complaint_book",
        Other = "other",
    }
}

vocabulary! {
    /// What sort of message it is.
    Kind {
        /// A claim (претензия): asserts a right and demands something.
        Claim = "claim",
        /// A complaint (жалоба) about conduct or quality.
        Complaint = "complaint",
        /// A public or private review (отзыв).
        Review = "review",
        /// A request for information or documents (запрос).
        Request = "request",
        /// A request of a state body.
        Authority = "authority",
        Gratitude = "gratitude",
    }
}

impl Kind {
    /// Whether such a message asks for an answer by itself. Thanks and a review
    /// do so only by a demand.
    pub fn asks_answer(self) -> bool {
        match self {
            Self::Claim | Self::Complaint | Self::Request | Self::Authority => true,
            Self::Review | Self::Gratitude => false,
        }
    }
}

vocabulary! {
    /// What the complainant asks for.
    DemandKind {
        Refund = "refund",
        /// Another item of the same kind.
        Replacement = "replacement",
        /// Repair of the item free of charge.
        Repair = "repair",
        /// Defects of a work or service put right.
        FixDefects = "fix_defects",
        /// Exchange of a sound item.
        Exchange = "exchange",
        PriceReduction = "price_reduction",
        Expenses = "expenses",
        Damages = "damages",
        Penalty = "penalty",
        /// Compensation of moral harm.
        MoralDamages = "moral_damages",
        /// Delivery of the goods, or that the work be done.
        Delivery = "delivery",
        /// An item to use during a repair.
        LoanItem = "loan_item",
        /// Withdrawal from the contract.
        ContractRefusal = "contract_refusal",
        Recalculation = "recalculation",
        /// Information, documents or copies of them.
        Information = "information",
        /// Erasure of personal data.
        Erasure = "erasure",
        Apology = "apology",
        /// An end to a nuisance.
        StopNuisance = "stop_nuisance",
        /// An end to charging.
        StopCharging = "stop_charging",
        /// Payment of what one firm owes another.
        Payment = "payment",
        /// Anything else, in the demand's own words.
        Other = "other",
    }
}

impl DemandKind {
    /// Whether the demand normally names a sum of money.
    pub fn asks_money(self) -> bool {
        match self {
            Self::Refund
            | Self::PriceReduction
            | Self::Expenses
            | Self::Damages
            | Self::Penalty
            | Self::MoralDamages
            | Self::Recalculation
            | Self::Payment => true,
            Self::Replacement
            | Self::Repair
            | Self::FixDefects
            | Self::Exchange
            | Self::Delivery
            | Self::LoanItem
            | Self::ContractRefusal
            | Self::Information
            | Self::Erasure
            | Self::Apology
            | Self::StopNuisance
            | Self::StopCharging
            | Self::Other => false,
        }
    }

    /// Whether an answer to it has a price: the demand is of money, or its thing
    /// or work is worth some.
    pub fn has_price(self) -> bool {
        match self {
            Self::Refund
            | Self::Replacement
            | Self::Repair
            | Self::FixDefects
            | Self::Exchange
            | Self::PriceReduction
            | Self::Expenses
            | Self::Damages
            | Self::Penalty
            | Self::MoralDamages
            | Self::Delivery
            | Self::ContractRefusal
            | Self::Recalculation
            | Self::Payment
            | Self::Other => true,
            Self::LoanItem
            | Self::Information
            | Self::Erasure
            | Self::Apology
            | Self::StopNuisance
            | Self::StopCharging => false,
        }
    }
}

vocabulary! {
    /// What the office decides on a demand.
    DecisionKind {
        Satisfy = "satisfy",
        Partly = "partly",
        /// Not granted, with reasons.
        Refuse = "refuse",
        /// Given of good will, without admitting a duty.
        Goodwill = "goodwill",
    }
}

impl DecisionKind {
    /// Whether something is given, be it a part or of good will.
    pub fn grants(self) -> bool {
        match self {
            Self::Satisfy | Self::Partly | Self::Goodwill => true,
            Self::Refuse => false,
        }
    }

    /// Whether something is refused, be it a part; then it needs reasons.
    pub fn refuses(self) -> bool {
        match self {
            Self::Refuse | Self::Partly => true,
            Self::Satisfy | Self::Goodwill => false,
        }
    }

    /// Whether a demand of money needs a sum with it. Good will may be given otherwise.
    pub fn wants_sum(self) -> bool {
        match self {
            Self::Satisfy | Self::Partly => true,
            Self::Goodwill | Self::Refuse => false,
        }
    }
}

vocabulary! {
    /// From which side a document came.
    Side {
        Complainant = "complainant",
        /// The office that keeps the records.
        Office = "office",
        /// A third person: supplier, carrier, witness, expert.
        ThirdParty = "third_party",
        Authority = "authority",
    }
}

vocabulary! {
    /// Why a complaint may be closed without an issued answer.
    NoAnswerReason {
        /// Withdrawn by the complainant.
        Withdrawn = "withdrawn",
        /// Anonymous, or no address to answer to.
        NoAddress = "no_address",
        /// A duplicate; answered under another number.
        Duplicate = "duplicate",
        /// Thanks or a remark that asks for nothing.
        NothingAsked = "nothing_asked",
        /// Forwarded to the body it was meant for.
        Forwarded = "forwarded",
        /// Answered by word of mouth, with the complainant content with that.
        AnsweredOrally = "answered_orally",
        /// Advertising or machine noise.
        Spam = "spam",
        /// Another reason, said in words.
        Other = "other",
    }
}

impl NoAnswerReason {
    /// Whether it says too little by itself: who, when and how belong to it.
    /// [`Self::Other`] says nothing without words and is refused without them.
    pub fn wants_words(self) -> bool {
        match self {
            Self::Withdrawn
            | Self::Duplicate
            | Self::Forwarded
            | Self::AnsweredOrally
            | Self::Other => true,
            Self::NoAddress | Self::NothingAsked | Self::Spam => false,
        }
    }
}

vocabulary! {
    /// Another form of an answer, told from the same decision as the letter.
    FormKind {
        /// A short public reply for a review page, without personal data.
        Public = "public",
        /// A script for a call.
        Call = "call",
        Sms = "sms",
    }
}

vocabulary! {
    /// Where the approval of a letter stands.
    ApprovalState {
        /// Submitted; the head has not spoken yet.
        Waiting = "waiting",
        /// Approved as it stood then.
        Approved = "approved",
        Returned = "returned",
        /// Taken back by who submitted it.
        Recalled = "recalled",
        /// Was approved, but what was approved has changed since.
        Void = "void",
    }
}

vocabulary! {
    /// What changed so that an approval is void.
    VoidReason {
        /// The words or the choices of the letter itself.
        Letter = "letter",
        /// The case that the letter is composed from.
        Case = "case",
        /// Something else the letter shows: requisites, letterhead, documents.
        Office = "office",
    }
}

vocabulary! {
    /// A form of a name that a letter needs.
    NameForm {
        /// The addressee's line: «Дюма Александру».
        Dative = "dative",
        /// The salutation with its sign: «Уважаемая Марина Львовна!».
        Salutation = "salutation",
    }
}

vocabulary! {
    /// A language of letters and of the interface.
    Language {
        Ru = "ru",
        En = "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_words_and_database_words_are_the_same() {
        for kind in DemandKind::ALL {
            let json = serde_json::to_value(kind).unwrap();
            assert_eq!(json, kind.as_str());
            assert_eq!(DemandKind::parse(kind.as_str()), Some(*kind));
        }
        for channel in Channel::ALL {
            assert_eq!(serde_json::to_value(channel).unwrap(), channel.as_str());
        }
        assert_eq!(Channel::parse("pigeon"), None);
    }
}
