INSERT INTO journal_subject (complaint, seq) VALUES (?1, ?2)
