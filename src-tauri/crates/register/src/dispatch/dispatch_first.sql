SELECT id, way, sent_at FROM dispatch WHERE letter = ?1 ORDER BY julianday(sent_at), id LIMIT 1
