INSERT INTO sweep (only, next) VALUES (1, ?1) ON CONFLICT DO UPDATE SET next = excluded.next
