-- Clocks of open cases that are counted over the calendar, and the days they stood still.
SELECT k.*, c.id AS complaint_id, c.number, c.subject
FROM listing AS l JOIN complaint AS c ON c.serial = l.serial JOIN clock AS k ON k.complaint = c.serial
WHERE l.trashed = 0 AND l.status < 5 AND k.ended IS NULL AND (k.count IS NOT NULL OR k.day IS NOT NULL)
