SELECT journal.op, journal.complaint, journal.payload, change.body, change.undone_by, journal.changes IS NOT NULL
FROM journal LEFT JOIN change USING (seq)
WHERE seq = ?1
