SELECT serial FROM person WHERE id = ?1
