SELECT trashed_at IS NOT NULL FROM document WHERE id = ?1
