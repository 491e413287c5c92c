SELECT serial, number FROM complaint WHERE counted = ?1 ORDER BY serial DESC LIMIT ?2
