use crate::messages::key;
use proptest::prelude::*;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};
use vault::{Purpose, Result, SealedReader, SealedWriter, Subkey, VaultError};

const CHUNK: usize = 65_536;
const TAG: usize = 16;
const HEADER: usize = 32;

fn sealed(key: &Subkey, plain: &[u8], gulp: usize) -> Vec<u8> {
    let mut writer = SealedWriter::new(Vec::new(), key).unwrap();
    for part in plain.chunks(gulp.max(1)) {
        writer.write_all(part).unwrap();
    }
    writer.finish().unwrap()
}

fn opened(key: &Subkey, sealed: &[u8]) -> Result<Vec<u8>> {
    let mut plain = Vec::new();
    SealedReader::open(Cursor::new(sealed), key)?.read_to_end(&mut plain)?;
    Ok(plain)
}

fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 % 251) as u8).collect()
}

/// Nothing comes out, neither at opening nor while reading.
fn is_refused(key: &Subkey, sealed: &[u8]) -> bool {
    match opened(key, sealed) {
        Err(VaultError::Altered) => true,
        Err(VaultError::Io(error)) => VaultError::is_altered(&error),
        _ => false,
    }
}

#[test]
fn files_of_every_length_around_a_chunk_come_back() {
    let key = key(Purpose::Documents);
    let lengths = [
        0,
        1,
        15,
        16,
        17,
        CHUNK - 1,
        CHUNK,
        CHUNK + 1,
        2 * CHUNK,
        3 * CHUNK + 7,
    ];
    for length in lengths {
        let plain = plain(length);
        let sealed = sealed(&key, &plain, 10_000);
        let chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(sealed.len(), HEADER + length + chunks * TAG);
        assert_eq!(opened(&key, &sealed).unwrap(), plain);
        let reader = SealedReader::open(Cursor::new(&sealed), &key).unwrap();
        assert_eq!(reader.length(), length as u64);
    }
}

#[test]
fn the_same_file_never_becomes_the_same_bytes_and_shows_none_of_its_own() {
    let key = key(Purpose::Documents);
    let plain = b"Ivanov I. I., flat 7".repeat(100);
    let (one, other) = (sealed(&key, &plain, 99), sealed(&key, &plain, 99));
    assert_ne!(one, other);
    assert!(!one.windows(6).any(|bytes| bytes == b"Ivanov"));
}

#[test]
fn every_bit_of_a_short_file_is_guarded() {
    let key = key(Purpose::Documents);
    let whole = sealed(&key, b"a short letter", 99);
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut altered = whole.clone();
            altered[at] ^= 1 << bit;
            assert!(is_refused(&key, &altered), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn a_bit_in_any_part_of_a_long_file_is_guarded_and_other_chunks_stay_readable() {
    let key = key(Purpose::Documents);
    let plain = plain(3 * CHUNK + 100);
    let whole = sealed(&key, &plain, 7777);
    let mut at = 0;
    while at < whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 1;
        assert!(is_refused(&key, &altered), "byte {at}");
        at += 4099;
    }
    let mut altered = whole.clone();
    altered[HEADER + CHUNK + TAG + 5] ^= 1;
    let mut reader = SealedReader::open(Cursor::new(&altered), &key).unwrap();
    let mut first = vec![0; CHUNK];
    reader.read_exact(&mut first).unwrap();
    assert_eq!(first, plain[..CHUNK]);
    assert!(VaultError::is_altered(
        &reader.read(&mut first).unwrap_err()
    ));
    reader.seek(SeekFrom::Start(2 * CHUNK as u64)).unwrap();
    reader.read_exact(&mut first).unwrap();
    assert_eq!(first, plain[2 * CHUNK..3 * CHUNK]);
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let key = key(Purpose::Documents);
    let whole = sealed(&key, &plain(2 * CHUNK + 300), 5000);
    let chunk = CHUNK + TAG;
    let around = [0, HEADER, HEADER + chunk, HEADER + 2 * chunk, whole.len()];
    for edge in around {
        for cut in edge.saturating_sub(40)..(edge + 40).min(whole.len()) {
            assert!(is_refused(&key, &whole[..cut]), "cut to {cut}");
        }
    }
    for added in [1, 15, 16, 17, 400] {
        let longer = [whole.clone(), vec![0; added]].concat();
        assert!(is_refused(&key, &longer), "{added} bytes more");
    }
}

#[test]
fn a_file_that_was_not_finished_is_refused() {
    let key = key(Purpose::Documents);
    let mut written = Vec::new();
    let mut writer = SealedWriter::new(&mut written, &key).unwrap();
    writer.write_all(&plain(2 * CHUNK + 5)).unwrap();
    drop(writer);
    assert!(is_refused(&key, &written));
}

#[test]
fn chunks_that_changed_places_came_twice_or_come_from_elsewhere_are_refused() {
    let key = key(Purpose::Documents);
    let whole = sealed(&key, &plain(4 * CHUNK), 5000);
    let other = sealed(&key, &plain(4 * CHUNK), 5000);
    let chunk = CHUNK + TAG;
    let place = |at: usize| HEADER + at * chunk..HEADER + (at + 1) * chunk;
    for one in 0..4 {
        for two in 0..4 {
            let mut altered = whole.clone();
            altered[place(one)].copy_from_slice(&whole[place(two)]);
            altered[place(two)].copy_from_slice(&whole[place(one)]);
            assert_eq!(is_refused(&key, &altered), one != two, "{one} and {two}");
        }
        let mut doubled = whole.clone();
        doubled.splice(
            place(one),
            [&whole[place(one)], &whole[place(one)]].concat(),
        );
        assert!(is_refused(&key, &doubled), "{one} twice");
        let mut left_out = whole.clone();
        left_out.drain(place(one));
        assert!(is_refused(&key, &left_out), "without {one}");
        let mut foreign = whole.clone();
        foreign[place(one)].copy_from_slice(&other[place(one)]);
        assert!(is_refused(&key, &foreign), "{one} of another file");
    }
}

#[test]
fn the_key_of_another_purpose_opens_nothing() {
    let sealed = sealed(&key(Purpose::Documents), b"words", 9);
    assert!(is_refused(&key(Purpose::Drafts), &sealed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_read_in_any_order_is_what_was_written(
        length in 0usize..200_000,
        gulp in 1usize..100_000,
        places in prop::collection::vec((0u64..250_000, 0usize..90_000), 1..8),
    ) {
        let key = key(Purpose::Documents);
        let plain = plain(length);
        let sealed = sealed(&key, &plain, gulp);
        prop_assert_eq!(&opened(&key, &sealed).unwrap(), &plain);
        let mut reader = SealedReader::open(Cursor::new(&sealed), &key).unwrap();
        let mut same = Cursor::new(&plain);
        for (at, wanted) in places {
            let (mut found, mut expected) = (Vec::new(), Vec::new());
            for (to, into) in [(SeekFrom::Start(at), wanted), (SeekFrom::Current(-(at.min(99) as i64)), 50)] {
                prop_assert_eq!(reader.seek(to).unwrap(), same.seek(to).unwrap());
                (&mut reader).take(into as u64).read_to_end(&mut found).unwrap();
                (&mut same).take(into as u64).read_to_end(&mut expected).unwrap();
            }
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn damage_of_any_kind_gives_no_byte_that_was_not_written(
        length in 0usize..150_000,
        at in any::<prop::sample::Index>(),
        with in prop::collection::vec(any::<u8>(), 1..40),
    ) {
        let key = key(Purpose::Documents);
        let plain = plain(length);
        let whole = sealed(&key, &plain, 9000);
        let mut altered = whole.clone();
        let at = at.index(whole.len());
        let end = (at + with.len()).min(whole.len());
        altered[at..end].copy_from_slice(&with[..end - at]);
        prop_assume!(altered != whole);
        prop_assert!(is_refused(&key, &altered));
        let mut read = Vec::new();
        if let Ok(mut reader) = SealedReader::open(Cursor::new(&altered), &key) {
            let _ = reader.read_to_end(&mut read);
        }
        prop_assert!(plain.starts_with(&read));
    }
}

#[test]
fn of_a_damaged_file_each_whole_chunk_can_be_read_and_zeros_stand_for_the_others() {
    let key = key(Purpose::Documents);
    let plain = plain(3 * CHUNK + 7);
    let whole = sealed(&key, &plain, 10_000);
    let salvaged = |sealed: &[u8]| {
        let mut left = Vec::new();
        let mut reader = SealedReader::salvage(Cursor::new(sealed), &key).unwrap();
        reader.read_to_end(&mut left).unwrap();
        left
    };
    assert_eq!(salvaged(&whole), plain);
    let mut bitten = whole.clone();
    bitten[HEADER + (CHUNK + TAG) + 5] ^= 1;
    assert!(is_refused(&key, &bitten));
    let mut expected = plain.clone();
    expected[CHUNK..2 * CHUNK].fill(0);
    assert_eq!(salvaged(&bitten), expected);
    // A header says nothing that the format does not say, but for the nonce.
    let mut bitten = whole.clone();
    bitten[4] ^= 1;
    assert!(is_refused(&key, &bitten));
    assert_eq!(salvaged(&bitten), plain);
    let cut = &whole[..HEADER + 2 * (CHUNK + TAG) - 1];
    assert_eq!(salvaged(cut)[..CHUNK], plain[..CHUNK]);
    let stump = SealedReader::salvage(Cursor::new(&whole[..HEADER + 3]), &key);
    assert!(matches!(stump, Err(VaultError::Altered)));
}
