//! How letters leave the office.

pub(crate) mod dispatch;
pub(crate) mod values;

pub use dispatch::{
    delivery_remove, delivery_save, dispatch_check, dispatch_remove, dispatch_save, posting_card,
    tracking_check,
};
pub use values::{
    DeliveryRef, DeliverySave, DispatchCheck, DispatchQuestion, DispatchRef, DispatchSave,
    DispatchValues, DispatchView, PostingCard, TrackingCheck, TrackingQuestion, WayView,
};
