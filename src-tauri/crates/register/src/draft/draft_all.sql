SELECT key, body, at FROM draft ORDER BY at DESC, rowid DESC
