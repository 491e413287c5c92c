INSERT OR REPLACE INTO words (rowid, number, subject, complainant, body) VALUES (?1, ?2, ?3, ?4, ?5)
