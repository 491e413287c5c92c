SELECT received_at, acknowledged_at, closed_at FROM complaint WHERE serial = ?1
