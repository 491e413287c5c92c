SELECT * FROM case_step WHERE complaint = ?1 ORDER BY id
