SELECT max(at) FROM journal
