SELECT c.serial, c.number, c.received_at, c.recorded_at, c.kind, c.channel, p.name, c.subject, c.closed_at, c.no_answer,
    l.status,
    coalesce(
        (SELECT min(due_legal) FROM demand WHERE complaint = c.serial),
        (SELECT min(due_legal) FROM clock WHERE complaint = c.serial AND kind = 'answer')) AS answer_by
FROM listing AS l JOIN complaint AS c ON c.serial = l.serial JOIN person AS p ON p.serial = c.person
WHERE l.trashed = 0 AND substr(c.received_at, 1, 10) BETWEEN ?1 AND ?2
ORDER BY c.counted, c.serial LIMIT ?3
