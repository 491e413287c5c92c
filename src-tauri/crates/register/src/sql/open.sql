SELECT status, step, due, safe, promised, received, serial, delivery, unsent
FROM listing INDEXED BY listing_open
WHERE trashed = 0 AND status < 5
