//! Sound files, broken in every way that chance finds, given to all that reads strangers' bytes.
//!
//! What reads may take a broken file or refuse it. It may not panic, run without end or fill the memory:
//! those end or stop the process, which is why `cargo xtask fuzz` has one of its own for each reader, and
//! watches it. An input follows from its reader, the seed and its number alone, so that a finding needs
//! no more than the three to come again.

mod breaking;
mod ground;
mod readers;

pub use ground::Ground;
pub use readers::{READERS, Reader};

use crate::choices::Choices;
use breaking::broken;
use otvet_cli::answer::Outcome;

/// What came of a run of inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    pub inputs: u64,
    /// Inputs that were taken for sound in spite of all.
    pub taken: u64,
}

/// A reader with what it is given.
pub struct Bout<'g> {
    reader: &'static Reader,
    ground: &'g Ground,
    seeds: Vec<Vec<u8>>,
    seed: u64,
}

impl<'g> Bout<'g> {
    /// # Errors
    /// Those of the office that the sound files come of.
    pub fn of(ground: &'g Ground, reader: &'static Reader, seed: u64) -> Outcome<Self> {
        let seeds = (reader.seeds)(ground)?;
        Ok(Self {
            reader,
            ground,
            seeds,
            seed,
        })
    }

    /// A sound file, broken as chance of this number will have it.
    pub fn input(&self, number: u64) -> Vec<u8> {
        let mut choices = Choices(self.seed ^ number.wrapping_mul(0xA24B_AED4_963E_E407));
        let seed = choices.of(&self.seeds).clone();
        broken(seed, &self.seeds, &mut choices)
    }

    /// Reads the input of this number; whether it was taken for sound.
    pub fn read(&self, number: u64) -> bool {
        (self.reader.read)(self.ground, &self.input(number))
    }

    /// Whether each of the sound files, as it is, is taken.
    pub fn takes_the_sound(&self) -> bool {
        self.seeds
            .iter()
            .all(|sound| (self.reader.read)(self.ground, sound))
    }
}
