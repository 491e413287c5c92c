//! The command line, as `clap` reads it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use otvet_cli::globals::Globals;
use std::path::PathBuf;
use workbench::bench::Measure;
use workbench::fuzz::{READERS, Reader};

/// Made-up registers, benches, plain text as pages.
#[derive(Debug, Parser)]
#[command(name = "otvet-workbench", version, propagate_version = true)]
pub struct Program {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Fills the register with made-up complaints.
    Seed(Seed),
    /// Measures the program beside a rival in the same run.
    Bench(Bench),
    /// Gives broken files to what reads strangers' bytes.
    Fuzz(Fuzz),
    /// Sets text as a letter, without an office.
    #[command(subcommand)]
    Letter(LetterCommand),
}

#[derive(Args, Debug)]
pub struct Seed {
    /// How many complaints to make up.
    #[arg(long)]
    pub complaints: u64,
    /// The same number gives the same complaints.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Args, Debug)]
pub struct Fuzz {
    /// What reads; the names of all that do when absent.
    #[arg(value_parser = reader)]
    pub reader: Option<&'static Reader>,
    /// The same number gives the same files.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The number of the first file.
    #[arg(long, default_value_t = 0)]
    pub from: u64,
    /// For how long.
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
    /// Where the number of each file is written before it is read.
    #[arg(long, value_name = "F")]
    pub mark: Option<PathBuf>,
    /// Writes the first file there, and reads none.
    #[arg(long, value_name = "F", conflicts_with = "mark")]
    pub out: Option<PathBuf>,
}

fn reader(name: &str) -> Result<&'static Reader, String> {
    Reader::named(name).ok_or_else(|| {
        let names: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
        format!("there are {}", names.join(", "))
    })
}

#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    /// Sets a text as the body of a letter.
    Set(Set),
}

#[derive(Args, Debug)]
pub struct Set {
    /// The body as Markdown-light text.
    #[arg(long, value_name = "F")]
    pub text: PathBuf,
    /// The PDF to write.
    #[arg(long, value_name = "P")]
    pub out: PathBuf,
    /// The width of the text in millimetres; the letter's own when absent.
    #[arg(long, value_name = "MM", value_parser = width)]
    pub width: Option<f32>,
}

fn width(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(mm) if (15.0..=1_000.0).contains(&mm) => Ok(mm),
        _ => Err("millimetres from 15 to 1000 are wanted".to_owned()),
    }
}

#[derive(Args, Debug)]
pub struct Bench {
    /// The figures to take.
    what: What,
    /// JSON, which is what comes anyway unless `--human` is given.
    #[arg(long)]
    json: bool,
    /// Sizes of the register to measure.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 1_000_000])]
    sizes: Vec<u64>,
    /// Mebibytes of the file to attach, 256 when absent; of the documents to back up, 512 when absent.
    #[arg(long)]
    mebibytes: Option<u64>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
enum What {
    /// A two-page letter, cold and warm.
    Letters,
    /// Lists and search of a large register.
    Register,
    /// Opening a case of many points and documents, beside one that has none.
    Matrix,
    /// How fast documents are stored.
    Attach,
    /// Backing an office up.
    Backup,
    /// What a password costs, on the first of the sizes.
    Lock,
    /// The typesetter alone: processor time for setting, writing and drawing.
    Typesetter,
    /// Each question that lists and searches are asked.
    Questions,
}

impl Bench {
    /// The measurement with the sizes it needs.
    pub fn measure(&self) -> Measure {
        match self.what {
            What::Letters => Measure::Letters,
            What::Register => Measure::Register(self.sizes.clone()),
            What::Matrix => Measure::Matrix,
            What::Attach => Measure::Attach(self.mebibytes.unwrap_or(256)),
            What::Backup => Measure::Backup(self.mebibytes.unwrap_or(512)),
            What::Lock => Measure::Lock(
                self.sizes.first().copied().unwrap_or_default(),
                self.mebibytes.unwrap_or(256),
            ),
            What::Typesetter => Measure::Typesetter,
            What::Questions => Measure::Questions(self.sizes.clone()),
        }
    }
}
