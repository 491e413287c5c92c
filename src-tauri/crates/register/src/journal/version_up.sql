UPDATE complaint SET version = version + 1 WHERE serial = ?1 RETURNING version
