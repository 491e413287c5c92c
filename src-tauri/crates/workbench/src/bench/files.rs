//! Files to keep, and the rival that copies them.

use otvet_cli::answer::{Outcome, Trouble};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

/// A file of bytes that no disk can pack.
pub(super) fn noise(path: &Path, mebibytes: u64) -> Outcome {
    let fail = |error: std::io::Error| Trouble::at_file(path, &error);
    let mut file = File::create(path).map_err(fail)?;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut block = vec![0_u8; 1 << 20];
    for _ in 0..mebibytes {
        for eight in block.chunks_exact_mut(8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            eight.copy_from_slice(&state.to_le_bytes());
        }
        file.write_all(&block).map_err(fail)?;
    }
    file.sync_all().map_err(fail)
}

/// The plainest safe copy: read, hash, write, and see it onto the disk.
pub(super) fn copy_hashed(from: &Path, to: &Path) -> Outcome<u64> {
    let mut source = File::open(from).map_err(|error| Trouble::at_file(from, &error))?;
    let fail = |error: std::io::Error| Trouble::at_file(to, &error);
    let mut target = File::create(to).map_err(fail)?;
    let mut hash = Sha256::new();
    let mut block = vec![0_u8; 1 << 20];
    let mut bytes = 0;
    loop {
        let read = source.read(&mut block).map_err(fail)?;
        if read == 0 {
            break;
        }
        hash.update(&block[..read]);
        target.write_all(&block[..read]).map_err(fail)?;
        bytes += read as u64;
    }
    std::hint::black_box(hash.finalize());
    target.sync_all().map_err(fail)?;
    Ok(bytes)
}
