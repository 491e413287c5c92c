SELECT document.*, content.bytes, complaint.id AS complaint_id
FROM document
    JOIN content USING (sha256)
    JOIN complaint ON complaint.serial = document.complaint
WHERE document.id = ?1
