INSERT INTO counter (series, year, last) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET last = max(last, excluded.last)
