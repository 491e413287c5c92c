SELECT id, kind, decision FROM demand WHERE complaint = ?1 ORDER BY position, id
