-- Clocks that run, besides the terms of demands.
SELECT c.id AS complaint_id, c.number, c.subject, k.*
FROM listing AS l JOIN complaint AS c ON c.serial = l.serial JOIN clock AS k ON k.complaint = c.serial
WHERE l.trashed = 0 AND l.status < 5 AND k.ended IS NULL AND k.kind <> 'demand' AND k.due_legal IS NOT NULL
ORDER BY c.serial, k.id
