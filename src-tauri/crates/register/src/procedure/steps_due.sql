SELECT s.*, s.complaint AS serial
FROM case_step AS s JOIN complaint AS c ON c.serial = s.complaint
WHERE s.on_day IS NOT NULL AND s.state = 'open' AND s.on_day <= ?1 AND c.closed_at IS NULL AND c.trashed_at IS NULL
ORDER BY s.on_day, s.id LIMIT ?2
