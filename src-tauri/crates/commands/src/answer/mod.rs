//! The list of commands, carried out: a name and JSON in, JSON or bytes out.

mod bytes;

pub use bytes::Bytes;

use crate::failure::Refusal;
use crate::file::SavedFile;
use crate::host::Host;
use crate::program::Program;
use crate::records::*;
use crate::{
    bundle, clock, copies, document, intake, keyring, law, letter, locking, posting, program,
    records, template, words,
};
use crate::{
    bundle::*, copies::*, document::*, intake::*, keyring::*, law::*, locking::*, posting::*,
    printing::*, program::*,
};
// Whatever crosses the border may be named in the list.
use complaint::*;
use office::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::result::Result;
use std::sync::Arc;

/// What a command answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Json(String),
    /// A picture or another file, as it is.
    Bytes(Vec<u8>),
}

/// What a function of the list gives.
trait Output {
    fn answer(self) -> Result<Answer, Refusal>;
}

impl<T: Serialize> Output for T {
    fn answer(self) -> Result<Answer, Refusal> {
        let json = serde_json::to_string(&self);
        json.map(Answer::Json)
            .map_err(|reason| Refusal::Broken(reason.to_string()))
    }
}

impl Output for Bytes {
    fn answer(self) -> Result<Answer, Refusal> {
        Ok(Answer::Bytes(self.0))
    }
}

/// One asking of a command.
struct Call<'c> {
    program: &'c Program,
    host: &'c dyn Host,
    input: &'c Value,
    progress: &'c dyn Fn(Progress),
}

impl Call<'_> {
    fn office(&self) -> Result<Arc<Office>, Refusal> {
        self.program.office(self.host)
    }

    /// Does a use case of the open office, whose folder is named where its disk is full.
    fn of_records<T>(
        &self,
        done: impl FnOnce(&Office, &By) -> Result<T, OfficeError>,
    ) -> Result<T, Refusal> {
        let office = self.office()?;
        done(&office, &self.by()).map_err(|error| Refusal::OpenOffice {
            folder: office.folder().to_owned(),
            error,
        })
    }

    fn by(&self) -> By {
        self.program.by(self.host)
    }

    /// Fields that the input doesn't have are passed over.
    fn input<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        Ok(serde_path_to_error::deserialize(self.input)?)
    }
}

/// Does what the command of this name does, and tells meanwhile how far it is where it can. Nothing when
/// no command is called so. A panic breaks off this one command and becomes its failure.
///
/// It returns when all is done, which may be after a person has answered a dialog: not for a window's thread.
pub fn answer(
    program: &Program,
    host: &dyn Host,
    name: &str,
    input: &Value,
    progress: &dyn Fn(Progress),
) -> Option<Result<Answer, Failure>> {
    let _busy = program.begin_command();
    let call = Call {
        program,
        host,
        input,
        progress,
    };
    let answer =
        catch_unwind(AssertUnwindSafe(|| carry_out(name, &call))).unwrap_or_else(|panic| {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
            let said = said.unwrap_or("a panic").to_owned();
            // What was said may be of the records; the window shows it.
            log::error!("{name} broke off");
            Some(Err(Refusal::Broken(said)))
        })?;
    Some(answer.map_err(Failure::from))
}

/// What one entry of the list gives.
macro_rules! output_of {
    ($call:ident, $name:ident ()) => {
        $call.of_records(|office, by| office::$name(office, by))
    };
    ($call:ident, $name:ident (&$input:ty)) => {{
        let input: $input = $call.input()?;
        $call.of_records(|office, by| office::$name(office, by, &input))
    }};
    ($call:ident, $name:ident ($input:ty)) => {{
        let input: $input = $call.input()?;
        $call.of_records(|office, by| office::$name(office, by, input))
    }};
    ($call:ident, $name:ident () = $function:path) => {
        $function($call.program, $call.host)
    };
    ($call:ident, $name:ident ($input:ty) = $function:path) => {{
        let input: $input = $call.input()?;
        $function($call.program, $call.host, input)
    }};
    ($call:ident, $name:ident ($input:ty; progress) = $function:path) => {{
        let input: $input = $call.input()?;
        $function($call.program, $call.host, input, $call.progress)
    }};
}

/// The same entry for the screens.
#[cfg(test)]
macro_rules! describe {
    ($ts:ident, $name:ident () -> $output:ty) => {
        $ts.command::<(), $output>(stringify!($name))
    };
    ($ts:ident, $name:ident (&$input:ty) -> $output:ty) => {
        $ts.command::<$input, $output>(stringify!($name))
    };
    ($ts:ident, $name:ident ($input:ty) -> $output:ty) => {
        $ts.command::<$input, $output>(stringify!($name))
    };
    ($ts:ident, $name:ident ($input:ty; progress) -> $output:ty) => {
        $ts.command_with_progress::<$input, $output, Progress>(stringify!($name))
    };
}

macro_rules! commands {
    ($($name:ident $input:tt -> $output:ty $(= $function:path)?;)+) => {
        /// The names of all commands, in the order of the list.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        fn carry_out(name: &str, call: &Call<'_>) -> Option<Result<Answer, Refusal>> {
            Some(match name {
                $(stringify!($name) => {
                    let output = || -> Result<$output, Refusal> {
                        Ok(output_of!(call, $name $input $(= $function)?)?)
                    };
                    output().and_then(Output::answer)
                })+
                _ => return None,
            })
        }

        /// Every command with its input and output.
        #[cfg(test)]
        pub fn describe(ts: &mut crate::typescript::Typescript) {
            $(describe!(ts, $name $input -> $output);)+
        }
    };
}

include!("../list.rs");
