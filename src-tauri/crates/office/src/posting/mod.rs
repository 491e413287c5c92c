//! How letters leave the office.

pub(crate) mod dispatch;
pub(crate) mod values;

pub use dispatch::{
    address_check, delivery_remove, delivery_save, dispatch_remove, dispatch_save, posting_card,
    tracking_check,
};
pub use values::{
    AddressCheck, AddressQuestion, DeliveryRef, DeliverySave, DispatchRef, DispatchSave,
    DispatchValues, DispatchView, PostingCard, TrackingCheck, TrackingQuestion, WayView,
};
