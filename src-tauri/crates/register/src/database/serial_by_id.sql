SELECT serial FROM complaint WHERE id = ?1
