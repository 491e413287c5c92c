INSERT INTO content (sha256, bytes, kept_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
