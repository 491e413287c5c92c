// Made by `cargo xtask types`; change the Rust types instead.
import type { Money } from '../complaint/money'
import type { Complainant } from '../complaint/party'
import type { Regime } from '../complaint/regime'
import type { Channel, Kind } from '../complaint/words'

/**
 * What is written down of a complaint. Of what stands here beside the matter a letter is told the day of receipt
 * alone; the rest is the office's own.
 */
export type ComplaintFields = {
/** When it reached the office. */
received_at: string,
/** Why it is recorded on a later day than it was received; asked for then. */
backdating_reason: string | null,
/** The complainant's words, verbatim. */
text: string,
/** What sort of message it is. */
kind: Kind,
/** The body of rules that applies. */
regime: Regime,
/** The way it came in. */
channel: Channel,
/** The number on the complainant's own letter, for «На № … от …»; empty when it has none. */
their_number: string,
/** The date on the complainant's own letter. */
their_date: string | null, complainant: Complainant,
/** What it is about, one line; taken from the first words of the text when empty. */
subject: string,
/** Order, contract, receipt, booking. */
order: string,
/** Price of the goods or service in dispute. */
price: Money | null, };
