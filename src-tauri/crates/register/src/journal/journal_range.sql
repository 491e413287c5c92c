SELECT journal.*, change.body, change.undone_by
FROM journal LEFT JOIN change USING (seq)
WHERE seq BETWEEN ?1 AND ?2
ORDER BY seq
