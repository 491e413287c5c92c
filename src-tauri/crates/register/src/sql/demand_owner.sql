SELECT complaint FROM demand WHERE id = ?1
