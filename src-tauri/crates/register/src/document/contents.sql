SELECT sha256, bytes FROM content ORDER BY sha256
