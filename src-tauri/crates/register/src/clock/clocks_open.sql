-- Clocks that run, besides the terms of demands: those of open cases, and what is still owed in closed ones.
SELECT c.id AS complaint_id, c.number, c.subject, k.*
FROM (SELECT serial, status FROM listing WHERE trashed = 0 AND status < 6
        UNION ALL SELECT serial, status FROM listing WHERE trashed = 0 AND status = 6 AND term IS NOT NULL) AS l
    JOIN complaint AS c ON c.serial = l.serial JOIN clock AS k ON k.complaint = c.serial
WHERE k.ended IS NULL AND k.kind <> 'demand' AND k.due_legal IS NOT NULL
    AND (l.status < 6 OR k.ours = 1 AND k.kind IN {obligation})
ORDER BY c.serial, k.id
