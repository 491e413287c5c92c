SELECT c.id, c.number, c.received_at, c.kind, c.channel, c.regime, p.name, c.subject,
    l.status, l.step, l.due, l.safe, l.lead, l.promised, l.delivery, l.drafted, l.trashed,
    (SELECT json_array(k.kind, k.title, k.due_legal,
            (SELECT json_extract(decision, '$.amount') FROM demand WHERE k.kind = 'payment' AND id = k.start_ref))
        FROM clock AS k WHERE k.complaint = c.serial AND k.ended IS NULL AND k.ours = 1 AND k.kind IN {obligation}
            AND k.due_legal IS NOT NULL ORDER BY k.due_legal, k.kind, k.id LIMIT 1) AS owed,
    (SELECT group_concat(kind, ' ' ORDER BY position, id) FROM demand WHERE complaint = c.serial) AS demands
FROM listing AS l
    JOIN complaint AS c ON c.serial = l.serial
    JOIN person AS p ON p.serial = c.person
WHERE l.serial = ?1
