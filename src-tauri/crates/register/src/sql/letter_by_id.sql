SELECT letter.*, complaint.id AS complaint_id FROM letter JOIN complaint ON complaint.serial = letter.complaint WHERE letter.id = ?1
