SELECT stem FROM stem WHERE stem >= ?1 AND stem < ?2 LIMIT ?3
