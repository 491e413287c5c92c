SELECT d.*, EXISTS (SELECT 1 FROM document WHERE document.id = d.receipt) AS receipt_kept
FROM dispatch AS d WHERE d.letter = ?1 ORDER BY julianday(d.sent_at), d.id
