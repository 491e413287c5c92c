DELETE FROM change WHERE seq IN (SELECT seq FROM journal WHERE complaint = ?1)
