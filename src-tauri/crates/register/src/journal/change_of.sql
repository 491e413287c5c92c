SELECT journal.op, journal.complaint, journal.payload, change.body, change.undone_by
FROM journal LEFT JOIN change USING (seq)
WHERE seq = ?1
