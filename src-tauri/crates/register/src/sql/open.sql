SELECT status, step, due, safe, promised, received, serial
FROM listing INDEXED BY listing_open
WHERE trashed = 0 AND status < 5
