-- Cases that are open, and closed ones in which something is still owed by a day.
SELECT status, step, term, safe, promised, received, serial, delivery, unsent, due, owed, drafted
FROM listing INDEXED BY listing_open
WHERE trashed = 0 AND status < 6
UNION ALL
SELECT status, step, term, safe, promised, received, serial, delivery, unsent, due, owed, drafted
FROM listing INDEXED BY listing_owed
WHERE trashed = 0 AND status = 6 AND term IS NOT NULL
