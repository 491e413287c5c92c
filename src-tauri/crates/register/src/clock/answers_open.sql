-- Open cases in which nothing is demanded.
SELECT c.serial, c.id, c.number, c.subject, c.kind, c.regime, c.received_at
FROM listing AS l JOIN complaint AS c ON c.serial = l.serial
WHERE l.trashed = 0 AND l.status < 6 AND NOT EXISTS (SELECT 1 FROM demand WHERE complaint = l.serial)
ORDER BY c.serial
