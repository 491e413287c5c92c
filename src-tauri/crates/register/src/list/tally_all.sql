SELECT coalesce(sum(rows), 0) FROM tally WHERE trashed = ?1
