SELECT * FROM allegation WHERE complaint = ?1 ORDER BY position, id
