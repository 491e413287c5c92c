SELECT journal.*, change.body, change.undone_by
FROM journal LEFT JOIN change USING (seq)
WHERE complaint = ?1
ORDER BY seq DESC
LIMIT ?2
