SELECT document.complaint, document.sha256
FROM document
    JOIN listing ON listing.serial = document.complaint
WHERE document.trashed_at IS NULL AND listing.trashed = 0
    AND (document.sha256 = ?1 OR (document.media_type = 'message/rfc822' AND document.file_time = ?2))
ORDER BY document.complaint DESC
LIMIT 20
