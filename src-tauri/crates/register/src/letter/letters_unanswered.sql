SELECT id, kind FROM letter WHERE complaint = ?1 AND state = 'issued' AND answered_at IS NULL
