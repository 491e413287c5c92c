SELECT c.id, c.number, c.subject, c.regime, d.id, d.kind, d.made_on, d.rule, d.due_legal, d.due_safe, l.status < 5
    AND NOT EXISTS (SELECT 1 FROM clock WHERE complaint = c.serial AND kind = 'demand' AND source = d.id)
FROM listing AS l JOIN complaint AS c ON c.serial = l.serial JOIN demand AS d ON d.complaint = c.serial
WHERE l.trashed = 0 AND l.status < 6 ORDER BY c.serial, d.position, d.id
