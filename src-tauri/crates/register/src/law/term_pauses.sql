SELECT from_day, to_day FROM clock_pause WHERE demand = ?1 ORDER BY from_day, id
