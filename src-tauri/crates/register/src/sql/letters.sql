SELECT * FROM letter WHERE complaint = ?1 ORDER BY id
