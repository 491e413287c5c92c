SELECT received_at, acknowledged_at, closed_at, kind, regime FROM complaint WHERE serial = ?1
