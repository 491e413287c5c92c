SELECT c.serial, c.id, c.number, c.kind, c.subject, c.received_at, c.closed_at, c.trashed_at, c.trash_reason, p.name,
    l.term IS NOT NULL AS owes,
    (SELECT count(*) FROM letter WHERE complaint = c.serial AND state <> 'draft') AS letters,
    EXISTS (SELECT 1 FROM form WHERE complaint = c.serial AND json_array_length(used) > 0) AS answered_by_form,
    (SELECT count(*) FROM document WHERE complaint = c.serial) AS documents
FROM complaint AS c JOIN person AS p ON p.serial = c.person JOIN listing AS l ON l.serial = c.serial
