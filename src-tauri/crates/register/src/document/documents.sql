SELECT document.*, content.bytes FROM document JOIN content USING (sha256) WHERE complaint = ?1 ORDER BY exhibit
