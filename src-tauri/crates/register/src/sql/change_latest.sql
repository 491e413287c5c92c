SELECT journal.seq
FROM journal LEFT JOIN change USING (seq)
WHERE journal.complaint = ?1 AND journal.op <> 'undo' AND change.undone_by IS NULL
ORDER BY journal.seq DESC
LIMIT 1
