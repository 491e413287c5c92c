SELECT id, version, closed_at IS NOT NULL, trashed_at IS NOT NULL FROM complaint WHERE serial = ?1
