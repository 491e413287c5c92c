SELECT id, regimes FROM template WHERE kind = ?1 AND language = ?2 AND chosen = 1
