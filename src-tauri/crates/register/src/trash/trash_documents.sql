SELECT c.id AS complaint_id, c.number, d.id, d.name, d.trashed_at, content.bytes
FROM document AS d JOIN complaint AS c ON c.serial = d.complaint JOIN content ON content.sha256 = d.sha256
WHERE d.trashed_at IS NOT NULL
ORDER BY c.counted, c.serial, d.exhibit
