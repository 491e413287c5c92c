SELECT c.id AS complaint_id, c.number, d.id, d.name, d.trashed_at, content.bytes,
    EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.complaint = c.serial AND h.lifted_at IS NULL
        AND (h.until IS NULL OR h.until >= ?1)) AS held
FROM document AS d JOIN complaint AS c ON c.serial = d.complaint JOIN content ON content.sha256 = d.sha256
WHERE d.trashed_at IS NOT NULL
ORDER BY c.counted, c.serial, d.exhibit
