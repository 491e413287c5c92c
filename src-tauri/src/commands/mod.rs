//! What the window may ask for: one file a screen. Each use case of the office
//! is a command of the same name; what needs a file, a dialog or another
//! program is written out.

/// Commands that hand their input to the use case of the same name and its answer back.
macro_rules! use_cases {
    ($($name:ident($($input:ident: $type:ty)?) -> $answer:ty;)+) => {$(
        #[doc = concat!("See [`office::", stringify!($name), "`].")]
        #[tauri::command]
        pub async fn $name(app: tauri::AppHandle $(, $input: $type)?) -> $crate::failure::Answer<$answer> {
            $crate::desk::work(app, move |_, desk| {
                Ok(office::$name(&*desk.office()?, &desk.by() $(, $input)?)?)
            })
            .await
        }
    )+};
}

pub mod case;
pub mod clocks;
pub mod documents;
pub mod forms;
pub mod intake;
pub mod letter;
pub mod norms;
pub mod posting;
pub mod program;
pub mod register;
pub mod settings;
pub mod templates;
