INSERT INTO listing (serial, trashed, received, status, step, channel, kind, due, safe, promised, outcome, name, subject, delivery, unsent, lead, term)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (serial) DO UPDATE SET
    trashed = excluded.trashed, received = excluded.received, status = excluded.status, step = excluded.step,
    channel = excluded.channel, kind = excluded.kind, due = excluded.due, safe = excluded.safe,
    promised = excluded.promised, outcome = excluded.outcome, name = excluded.name, subject = excluded.subject,
    delivery = excluded.delivery, unsent = excluded.unsent, lead = excluded.lead, term = excluded.term
