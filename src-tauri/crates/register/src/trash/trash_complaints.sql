SELECT serial, id, number FROM complaint AS c
WHERE trashed_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND state <> 'draft')
