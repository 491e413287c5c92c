SELECT id AS approval_id, state AS approval_state, asked_at, asked_by, note, told_at, told_by,
    remarks, mark, void_at, void_by, void_why
FROM approval WHERE letter = ?1 ORDER BY rowid DESC
