SELECT person.id
  FROM complaint
  JOIN person ON person.serial = complaint.person
 WHERE complaint.serial = ?1
