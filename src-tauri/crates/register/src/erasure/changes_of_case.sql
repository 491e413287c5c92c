SELECT seq FROM journal WHERE complaint = ?1
UNION ALL
SELECT seq FROM journal_subject WHERE complaint = ?1
