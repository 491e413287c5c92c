SELECT journal.*, change.body, change.undone_by
FROM journal LEFT JOIN change USING (seq)
WHERE journal.seq IN (
    SELECT seq FROM (SELECT seq FROM journal WHERE complaint = ?1 ORDER BY seq DESC LIMIT ?2)
    UNION ALL
    SELECT seq FROM (SELECT seq FROM journal_subject WHERE complaint = ?1 ORDER BY seq DESC LIMIT ?2))
ORDER BY journal.seq DESC
LIMIT ?2
