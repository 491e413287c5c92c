SELECT c.seq, j.complaint, j.payload, c.body FROM change AS c JOIN journal AS j ON j.seq = c.seq
WHERE c.seq IN (
    SELECT seq FROM journal WHERE complaint = ?1
    UNION ALL
    SELECT seq FROM journal_subject WHERE complaint = ?1)
