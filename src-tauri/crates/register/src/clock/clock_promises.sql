-- Letters that name a day, and those that end what another named.
SELECT l.id, l.kind, l.state, l.promised, l.issued_at, l.sent_at,
    l.kind GLOB 'final_*'
        OR l.kind = 'thanks' AND c.kind IN ('gratitude', 'review')
        OR l.kind = 'personal_data_reply' AND c.kind = 'request'
        OR l.kind = 'regulator_reply' AND c.kind = 'authority' AS answers
FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint
WHERE l.complaint = ?1 AND l.state <> 'draft'
ORDER BY julianday(l.issued_at), l.id
