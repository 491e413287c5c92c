// What is written to a new case after it has its number.

import { notifyFailure } from '../../app/notices.svelte'
import { backend, type Added, type NewComplaint } from '../../backend'

/** A card that was taken keeps its own contacts; what was typed over them is written to it afterwards. */
export async function completeCard(added: Added, complaint: NewComplaint) {
  if (complaint.person_id === null) return
  try {
    const { complaint: c } = await backend.complaintCard({ complaint: added.id })
    if (JSON.stringify(c.complainant) === JSON.stringify(complaint.complainant)) return
    await backend.complaintEdit({
      id: c.id,
      version: c.version,
      kind: c.kind,
      regime: c.regime,
      channel: c.channel,
      received_at: c.received_at,
      backdating_reason: c.backdating_reason,
      complainant: complaint.complainant,
      subject: c.subject,
      text: c.text,
      order: c.order,
      their_number: c.their_number,
      their_date: c.their_date,
      price: c.price,
    })
  } catch (error) {
    notifyFailure(error)
  }
}
