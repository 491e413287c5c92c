-- The facts of one case that its status, next step and dates follow from.
-- What stands in braces is written from the domain: which letters answer the
-- message for good, are final, are papers and go nowhere, confirm the receipt,
-- wait for an answer or make a promise, which clocks are a promise alone,
-- lead by a row of their own, are for what a decision grants or outlive the
-- case, and in which states a dispatch is still under way.
-- A clock of the kind 'demand' is a row that says that somebody ended the term
-- which the demand itself keeps.
SELECT
    c.kind, c.regime, c.channel, c.received_at, c.closed_at IS NOT NULL AS closed, c.trashed_at IS NOT NULL AS trashed,
    p.name, c.subject,
    (SELECT count(*) FROM demand WHERE complaint = c.serial) AS demands,
    (SELECT count(decision) FROM demand WHERE complaint = c.serial) AS decided,
    (SELECT min(due_legal) FROM demand AS d WHERE d.complaint = c.serial AND NOT EXISTS (
        SELECT 1 FROM clock WHERE complaint = c.serial AND kind = 'demand' AND source = d.id)) AS due,
    (SELECT min(due_safe) FROM demand AS d WHERE d.complaint = c.serial AND NOT EXISTS (
        SELECT 1 FROM clock WHERE complaint = c.serial AND kind = 'demand' AND source = d.id)) AS safe,
    (SELECT due_legal || ' ' || kind FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {own} AND due_legal IS NOT NULL ORDER BY due_legal, kind LIMIT 1) AS clock_due,
    (SELECT min(due_safe) FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {own}) AS clock_safe,
    (SELECT due_legal || ' ' || kind FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {obligation} AND due_legal IS NOT NULL ORDER BY due_legal, kind LIMIT 1) AS owed_due,
    (SELECT min(due_safe) FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {obligation}) AS owed_safe,
    EXISTS (SELECT 1 FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {obligation}) AS owed,
    (SELECT due_legal || ' ' || kind FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {redress} AND due_legal IS NOT NULL ORDER BY due_legal, kind LIMIT 1) AS redress_due,
    (SELECT min(due_safe) FROM clock WHERE complaint = c.serial AND ended IS NULL AND ours = 1
        AND kind IN {redress}) AS redress_safe,
    (SELECT min(due_legal) FROM clock WHERE complaint = c.serial AND ended IS NULL AND kind IN {promise}) AS interim_due,
    c.acknowledged_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM letter WHERE complaint = c.serial AND kind IN {receipt} AND state <> 'draft') AS acknowledged,
    EXISTS (SELECT 1 FROM allegation WHERE complaint = c.serial AND verdict IS NULL) AS unestablished,
    EXISTS (SELECT 1 FROM diary WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM note WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM allegation WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial)
        OR EXISTS (SELECT 1 FROM document WHERE complaint = c.serial AND side = 'office' AND trashed_at IS NULL) AS worked_on,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind IN {question}
        AND state = 'issued' AND answered_at IS NULL) AS question_open,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'issued' AND {answers}) AS issued,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'issued' AND {answers}
        AND l.sent_at IS NOT NULL) AS sent,
    (SELECT l.decided FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'issued' AND {answers}
        ORDER BY julianday(l.issued_at) DESC, l.id DESC LIMIT 1) AS told,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND state = 'draft') AS drafted,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND {answers}) AS final_draft,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND l.kind IN {final}
        AND 'waiting' = (SELECT state FROM approval WHERE letter = l.id ORDER BY rowid DESC LIMIT 1)) AS approval_waits,
    EXISTS (SELECT 1 FROM letter AS l WHERE l.complaint = c.serial AND l.state = 'draft' AND l.kind IN {final}
        AND 'returned' = (SELECT state FROM approval WHERE letter = l.id ORDER BY rowid DESC LIMIT 1)) AS returned,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind IN {question}
        AND state = 'issued' AND answered_at IS NULL AND sent_at IS NULL) AS question_unsent,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind = '{forwarding}' AND state = 'issued') AS forwarded,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind IN {of_forwarding} AND state = 'issued'
        AND sent_at IS NULL) AS forwarding_unsent,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND kind = '{notice}' AND state = 'issued') AS forwarding_told,
    EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND state = 'issued' AND sent_at IS NULL AND answered_at IS NULL
        AND kind NOT IN {papers}) AS unsent,
    (SELECT d.state FROM dispatch AS d JOIN letter AS l ON l.id = d.letter
        WHERE d.complaint = c.serial AND l.state = 'issued' AND {answers}
        ORDER BY julianday(d.sent_at) DESC, d.id DESC LIMIT 1) AS gone,
    (SELECT d.expected FROM dispatch AS d JOIN letter AS l ON l.id = d.letter
        WHERE d.complaint = c.serial AND l.state = 'issued' AND {answers}
        ORDER BY julianday(d.sent_at) DESC, d.id DESC LIMIT 1) AS gone_by,
    (SELECT min(d.expected) FROM dispatch AS d JOIN letter AS l ON l.id = d.letter
        WHERE d.complaint = c.serial AND l.state = 'issued' AND l.answered_at IS NULL
        AND d.state IN {under_way}
        AND NOT EXISTS (SELECT 1 FROM dispatch AS later WHERE later.letter = d.letter
            AND (julianday(later.sent_at), later.id) > (julianday(d.sent_at), d.id))) AS delivery,
    (SELECT promised FROM letter WHERE complaint = c.serial AND kind IN {promising} AND state = 'issued'
        AND promised IS NOT NULL ORDER BY issued_at DESC, id DESC LIMIT 1) AS promised
FROM complaint AS c JOIN person AS p ON p.serial = c.person
WHERE c.serial = ?1
