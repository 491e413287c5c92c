UPDATE complaint SET exhibits = exhibits + 1 WHERE serial = ?1 RETURNING exhibits
