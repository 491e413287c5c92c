SELECT f.*, c.id AS complaint_id FROM form AS f JOIN complaint AS c ON c.serial = f.complaint
WHERE f.id = ?1
