SELECT last FROM counter WHERE series = ?1 AND year = ?2
