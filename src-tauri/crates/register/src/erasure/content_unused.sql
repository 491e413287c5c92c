SELECT sha256, bytes FROM content
WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.sha256 = content.sha256)
    AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.sha256 = content.sha256)
