SELECT * FROM diary WHERE complaint = ?1
