SELECT max(seq) FROM (
    SELECT seq FROM (
        SELECT journal.seq AS seq
        FROM journal LEFT JOIN change USING (seq)
        WHERE journal.complaint = ?1 AND journal.op <> 'undo' AND change.undone_by IS NULL
        ORDER BY journal.seq DESC
        LIMIT 1)
    UNION ALL
    SELECT seq FROM (
        SELECT shared.seq AS seq
        FROM journal_subject AS shared
            JOIN journal USING (seq)
            LEFT JOIN change USING (seq)
        WHERE shared.complaint = ?1 AND journal.op <> 'undo' AND change.undone_by IS NULL
        ORDER BY shared.seq DESC
        LIMIT 1))
