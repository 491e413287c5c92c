SELECT id FROM letter WHERE number = ?1
