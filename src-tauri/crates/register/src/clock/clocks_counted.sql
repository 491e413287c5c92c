-- Clocks that run and are counted over the calendar, and the days they stood still:
-- those of open cases, and what is still owed in closed ones.
SELECT k.*, c.id AS complaint_id, c.number, c.subject
FROM (SELECT serial, status FROM listing WHERE trashed = 0 AND status < 6
        UNION ALL SELECT serial, status FROM listing WHERE trashed = 0 AND status = 6 AND term IS NOT NULL) AS l
    JOIN complaint AS c ON c.serial = l.serial JOIN clock AS k ON k.complaint = c.serial
WHERE k.ended IS NULL AND (k.count IS NOT NULL OR k.day IS NOT NULL)
    AND (l.status < 6 OR k.ours = 1 AND k.kind IN {obligation})
