SELECT number, issued_at, kind, state FROM letter
WHERE complaint = ?1 AND state <> 'draft' AND number IS NOT NULL ORDER BY julianday(issued_at), id
