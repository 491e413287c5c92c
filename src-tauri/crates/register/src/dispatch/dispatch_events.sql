SELECT e.*, EXISTS (SELECT 1 FROM document WHERE document.id = e.document) AS document_kept
FROM dispatch_event AS e WHERE e.dispatch = ?1 ORDER BY e.on_day, julianday(e.recorded_at), e.id
