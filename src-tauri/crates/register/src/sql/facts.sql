-- The facts of one case that its status, next step and dates follow from.
-- Which letters answer for good is LetterKind::answers, said in SQL.
SELECT
    c.kind, c.channel, c.received_at, c.closed_at IS NOT NULL AS closed, c.trashed_at IS NOT NULL AS trashed,
    p.name, c.subject,
    (SELECT count(*) FROM demand WHERE complaint = c.serial) AS demands,
    (SELECT count(decision) FROM demand WHERE complaint = c.serial) AS decided,
    (SELECT min(due_legal) FROM demand WHERE complaint = c.serial) AS due,
    (SELECT min(due_safe) FROM demand WHERE complaint = c.serial) AS safe,
    c.acknowledged_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM letter WHERE complaint = c.serial AND kind = 'acknowledgement' AND state <> 'draft') AS acknowledged,
    EXISTS (SELECT 1 FROM diary WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM note WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM document WHERE complaint = c.serial AND side = 'office' AND trashed_at IS NULL) AS worked_on,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind = 'information_request'
        AND state = 'issued' AND answered_at IS NULL) AS question_open,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'issued' AND (l.kind GLOB 'final_*'
        OR l.kind = 'thanks' AND c.kind IN ('gratitude', 'review')
        OR l.kind = 'personal_data_reply' AND c.kind = 'request'
        OR l.kind = 'regulator_reply' AND c.kind = 'authority')) AS answered,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'issued' AND (l.kind GLOB 'final_*'
        OR l.kind = 'thanks' AND c.kind IN ('gratitude', 'review')
        OR l.kind = 'personal_data_reply' AND c.kind = 'request'
        OR l.kind = 'regulator_reply' AND c.kind = 'authority')
        AND l.sent_at IS NOT NULL) AS sent,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND (l.kind GLOB 'final_*'
        OR l.kind = 'thanks' AND c.kind IN ('gratitude', 'review')
        OR l.kind = 'personal_data_reply' AND c.kind = 'request'
        OR l.kind = 'regulator_reply' AND c.kind = 'authority')) AS final_draft,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND l.kind GLOB 'final_*'
        AND 'waiting' = (SELECT state FROM approval WHERE letter = l.id ORDER BY id DESC LIMIT 1)) AS approval_waits,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND l.kind GLOB 'final_*'
        AND 'returned' = (SELECT state FROM approval WHERE letter = l.id ORDER BY id DESC LIMIT 1)) AS returned,
    (SELECT promised FROM letter WHERE complaint = c.serial AND kind = 'interim' AND state = 'issued'
        AND promised IS NOT NULL ORDER BY issued_at DESC, id DESC LIMIT 1) AS promised
FROM complaint AS c JOIN person AS p ON p.serial = c.person
WHERE c.serial = ?1
