SELECT status, rows FROM tally WHERE trashed = ?1
