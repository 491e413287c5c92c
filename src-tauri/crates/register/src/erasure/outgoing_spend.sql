INSERT OR IGNORE INTO spent_outgoing (number, issued_at, at)
SELECT number, issued_at, ?2 FROM letter WHERE complaint = ?1 AND number IS NOT NULL
