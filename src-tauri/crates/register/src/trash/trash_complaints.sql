SELECT id, number,
    closed_at IS NOT NULL
        OR EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND state <> 'draft')
        OR EXISTS (SELECT 1 FROM form WHERE complaint = c.serial AND json_array_length(used) > 0) AS answered,
    EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.complaint = c.serial AND h.lifted_at IS NULL
        AND (h.until IS NULL OR h.until >= ?1)) AS held,
    trash_reason IS NULL AND kind IN (SELECT value FROM json_each(?2)) AS by_law,
    (SELECT count(*) FROM document WHERE complaint = c.serial) AS documents
FROM complaint AS c WHERE trashed_at IS NOT NULL
