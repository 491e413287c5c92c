SELECT EXISTS (SELECT 1 FROM complaint WHERE number = ?1)
    OR EXISTS (SELECT 1 FROM spent_number WHERE number = ?1)
