//! What this process may take of the computer, and that it reaches nothing of it.

#[cfg(target_os = "linux")]
pub use linux::{Confinement, alone, within};
#[cfg(not(target_os = "linux"))]
pub use watched::{Confinement, alone, within};

#[cfg(target_os = "linux")]
mod linux {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    use std::env;
    use std::fs;
    use std::io::Result;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    /// Says to this program that it was started anew.
    const AGAIN: &str = "OTVET_PAGES_AGAIN";

    /// Sees to it that nothing is open beside the three channels. The office hands nothing down, but what its own
    /// starter left open without a word comes through it; then this program starts itself anew without that.
    pub fn alone() -> Result<()> {
        // The three, and the folder that is read.
        let handed_down = || fs::read_dir("/proc/self/fd").map_or(true, |open| open.count() > 4);
        if env::var_os(AGAIN).is_some() || !handed_down() {
            return Ok(());
        }
        close_fds::set_fds_cloexec(3, &[]);
        let mut again = Command::new(env::current_exe()?);
        again.args(env::args_os().skip(1)).env(AGAIN, "1");
        Err(again.exec())
    }

    /// Holds the processor's time of each request.
    pub struct Confinement {
        /// s
        processor: u64,
    }

    /// Gives up what drawing does not need, for good: no file or socket can be opened beside the three channels,
    /// none written, no process started, no picture of the memory left behind; the address space has `memory` bytes.
    pub fn within(memory: u64, processor: u64) -> Result<Confinement> {
        for (resource, most) in [
            (Resource::As, memory),
            (Resource::Core, 0),
            (Resource::Fsize, 0),
            (Resource::Nproc, 0),
            (Resource::Nofile, 3),
        ] {
            // Where less is left already, that stays.
            let most = most.min(getrlimit(resource).maximum.unwrap_or(most));
            let limit = Rlimit {
                current: Some(most),
                maximum: Some(most),
            };
            setrlimit(resource, limit)?;
        }
        Ok(Confinement { processor })
    }

    impl Confinement {
        /// From here on the next request's seconds count.
        pub fn begin(&self) -> Result<()> {
            let spent = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
            // The system counts whole seconds.
            let until = u64::try_from(spent).unwrap_or(0) + 1 + self.processor;
            let maximum = getrlimit(Resource::Cpu).maximum;
            let limit = Rlimit {
                current: Some(until.min(maximum.unwrap_or(until))),
                maximum,
            };
            Ok(setrlimit(Resource::Cpu, limit)?)
        }
    }
}

/// Elsewhere the system is not asked for limits: the office ends what takes too long, and the environment is empty.
#[cfg(not(target_os = "linux"))]
mod watched {
    use std::io::Result;

    pub struct Confinement;

    pub fn alone() -> Result<()> {
        Ok(())
    }

    pub fn within(_memory: u64, _processor: u64) -> Result<Confinement> {
        Ok(Confinement)
    }

    impl Confinement {
        pub fn begin(&self) -> Result<()> {
            Ok(())
        }
    }
}
