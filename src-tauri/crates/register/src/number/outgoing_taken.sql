SELECT EXISTS (SELECT 1 FROM letter WHERE number = ?1)
    OR EXISTS (SELECT 1 FROM spent_outgoing WHERE number = ?1)
