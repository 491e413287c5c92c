SELECT seq, hash FROM journal_head
