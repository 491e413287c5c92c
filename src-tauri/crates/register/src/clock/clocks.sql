SELECT * FROM clock WHERE complaint = ?1 ORDER BY id
