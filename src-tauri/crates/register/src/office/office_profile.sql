SELECT profile FROM office WHERE id = ?1
