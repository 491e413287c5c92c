SELECT sha256, bytes FROM content
WHERE NOT EXISTS (
        SELECT 1 FROM document AS d JOIN complaint AS c ON c.serial = d.complaint
        WHERE d.sha256 = content.sha256
            AND (d.trashed_at IS NULL
                    AND (c.trashed_at IS NULL OR c.closed_at IS NOT NULL
                        OR c.trash_reason IS NULL AND c.kind IN (SELECT value FROM json_each(?2))
                        OR EXISTS (SELECT 1 FROM letter WHERE complaint = c.serial AND state <> 'draft')
                        OR EXISTS (SELECT 1 FROM form WHERE complaint = c.serial AND json_array_length(used) > 0))
                OR EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.complaint = c.serial AND h.lifted_at IS NULL
                    AND (h.until IS NULL OR h.until >= ?1))))
    AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.sha256 = content.sha256)
