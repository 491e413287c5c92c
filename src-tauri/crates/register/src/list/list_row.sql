SELECT c.id, c.number, c.received_at, c.kind, c.channel, c.regime, p.name, c.subject,
    l.status, l.step, l.due, l.safe, l.lead, l.promised, l.delivery, l.trashed,
    (SELECT group_concat(kind, ' ' ORDER BY position, id) FROM demand WHERE complaint = c.serial) AS demands
FROM listing AS l
    JOIN complaint AS c ON c.serial = l.serial
    JOIN person AS p ON p.serial = c.person
WHERE l.serial = ?1
