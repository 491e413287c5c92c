SELECT id, name, email, phone FROM person WHERE NOT EXISTS (SELECT 1 FROM complaint WHERE person = person.serial)
