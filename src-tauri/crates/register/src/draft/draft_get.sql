SELECT key, body, at FROM draft WHERE key = ?1
