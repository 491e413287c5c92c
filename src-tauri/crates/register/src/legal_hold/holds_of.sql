SELECT * FROM legal_hold WHERE complaint = ?1 ORDER BY placed_at, id
