INSERT INTO draft (key, body, at) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at
