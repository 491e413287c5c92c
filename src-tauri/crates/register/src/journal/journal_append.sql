INSERT INTO journal (seq, at, actor, op, complaint, payload, changes, prev, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
