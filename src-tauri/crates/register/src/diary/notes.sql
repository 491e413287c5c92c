SELECT * FROM note WHERE complaint = ?1
