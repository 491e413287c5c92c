INSERT INTO change (seq, body) VALUES (?1, ?2)
