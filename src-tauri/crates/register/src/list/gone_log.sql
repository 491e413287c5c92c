-- Numbers of which the log can say no more than that they were given: erased, by
-- the day they were recorded, and in the trash, by the day they were received.
SELECT s.number, coalesce(j.at, s.at) AS recorded_at, NULL AS received_at, s.at AS since
FROM spent_number AS s LEFT JOIN journal AS j ON j.complaint = s.complaint AND j.op = 'complaint_add'
WHERE substr(coalesce(j.at, s.at), 1, 10) BETWEEN ?1 AND ?2
UNION ALL
SELECT number, recorded_at, received_at, trashed_at FROM complaint
WHERE trashed_at IS NOT NULL AND substr(received_at, 1, 10) BETWEEN ?1 AND ?2
ORDER BY recorded_at LIMIT ?3
