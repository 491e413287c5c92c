INSERT INTO listing (serial, trashed, received, status, step, channel, kind, due, lead, term, safe, promised, delivery, unsent, owed, drafted,
outcome, name, subject)
VALUES (:serial, :trashed, :received, :status, :step, :channel, :kind, :due, :lead, :term, :safe, :promised,
:delivery, :unsent, :owed, :drafted, :outcome, :name, :subject)
ON CONFLICT (serial) DO UPDATE SET
    trashed = excluded.trashed, received = excluded.received, status = excluded.status, step = excluded.step,
    channel = excluded.channel, kind = excluded.kind, due = excluded.due, lead = excluded.lead,
    term = excluded.term, safe = excluded.safe, promised = excluded.promised, delivery = excluded.delivery,
    unsent = excluded.unsent, owed = excluded.owed, drafted = excluded.drafted, outcome = excluded.outcome, name = excluded.name, subject = excluded.subject
