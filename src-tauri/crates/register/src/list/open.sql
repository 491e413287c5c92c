SELECT status, step, term, safe, promised, received, serial, delivery, unsent, due
FROM listing INDEXED BY listing_open
WHERE trashed = 0 AND status < 5
