SELECT id FROM letter WHERE complaint = ?1 AND kind = 'information_request' AND state = 'issued' AND answered_at IS NULL
