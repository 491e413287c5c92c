SELECT value FROM fact WHERE name = ?1
