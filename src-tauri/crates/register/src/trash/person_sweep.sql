DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM complaint WHERE person = person.serial)
