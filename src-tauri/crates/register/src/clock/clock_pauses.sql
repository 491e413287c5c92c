SELECT * FROM clock_pause WHERE complaint = ?1 ORDER BY from_day, id
