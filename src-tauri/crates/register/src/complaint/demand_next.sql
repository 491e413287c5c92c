SELECT coalesce(max(position), -1) + 1 FROM demand WHERE complaint = ?1
