SELECT person.* FROM person_words CROSS JOIN person ON person.serial = person_words.rowid
WHERE person_words MATCH ?1 ORDER BY person_words.rowid DESC LIMIT ?2
