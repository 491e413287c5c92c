// Made by `cargo xtask types`; change the Rust types instead.

/** The body of rules the relation falls under; it picks the law pack. */
export type Regime = "goods" | "services" | "prepaid_goods" | "distance" | "housing" | "communal" | "medical" | "hotel" | "catering" | "household" | "tourism" | "carriage" | "passenger" | "telecom" | "finance" | "car_service" | "education" | "fitness_beauty" | "veterinary" | "tickets" | "delivery" | "personal_data" | "b2b" | "platform" | "prosecutor" | "rospotrebnadzor" | "roskomnadzor" | "housing_inspection" | "labour_inspection" | "neighbour" | "general" | "none";
