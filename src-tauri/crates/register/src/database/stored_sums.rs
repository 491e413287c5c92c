//! The file of the sums: what stands in it, and its bytes.

const MAGIC: &[u8; 16] = b"otvet page sums3";

/// Of programs that did not keep how far the journal was looked through.
const MAGIC_2: &[u8; 16] = b"otvet page sums2";

/// Of programs that did not keep whether alterations were answered, either.
const MAGIC_1: &[u8; 16] = b"otvet page sums1";

/// Says that a page has no sum.
pub(crate) const UNKNOWN: u32 = 0;

/// A row of the journal up to which its chain was looked through, and the hash of that row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LookedAt {
    /// 0 where nothing was.
    pub seq: i64,
    pub hash: [u8; 32],
}

/// One page's sums as they lie in the file: by place, from 0.
pub(crate) struct StoredSums {
    pub page: u32,
    /// When the database was written to last, in nanoseconds since 1970.
    pub written: u64,
    /// When its structure was last checked, in seconds since 1970.
    pub checked: u64,
    /// Whether pages were found altered since the records were last found whole.
    pub unanswered: bool,
    pub looked: LookedAt,
    pub sums: Vec<u32>,
}

impl StoredSums {
    /// Its bytes, with a sum of their own at the end.
    pub(crate) fn bytes(&self, looked: LookedAt) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.page.to_le_bytes());
        bytes.extend(self.written.to_le_bytes());
        bytes.extend(self.checked.to_le_bytes());
        bytes.extend(u32::from(self.unanswered).to_le_bytes());
        bytes.extend(looked.seq.to_le_bytes());
        bytes.extend(looked.hash);
        for sum in &self.sums {
            bytes.extend(sum.to_le_bytes());
        }
        bytes.extend(sum(&bytes).to_le_bytes());
        bytes
    }
}

pub(crate) fn sum(page: &[u8]) -> u32 {
    crc32fast::hash(page).max(UNKNOWN + 1)
}

/// The sums that these bytes are; none where they are damaged.
pub(crate) fn read_sums(bytes: &[u8]) -> Option<StoredSums> {
    let (body, end) = bytes.split_last_chunk()?;
    let known = [MAGIC_1, MAGIC_2, MAGIC].into_iter().zip(1..);
    let (rest, version) = known
        .filter_map(|(magic, version)| Some((body.strip_prefix(magic)?, version)))
        .next()?;
    if sum(body) != u32::from_le_bytes(*end) {
        return None;
    }
    let (page, rest) = rest.split_first_chunk()?;
    let (written, rest) = rest.split_first_chunk()?;
    let (checked, rest) = rest.split_first_chunk()?;
    let (unanswered, rest) = match version {
        1 => (&[0; 4], rest),
        _ => rest.split_first_chunk()?,
    };
    let (seq, rest) = match version {
        1 | 2 => (&[0; 8], rest),
        _ => rest.split_first_chunk()?,
    };
    let (hash, rest) = match version {
        1 | 2 => (&[0; 32], rest),
        _ => rest.split_first_chunk()?,
    };
    let page = u32::from_le_bytes(*page);
    let (sums, []) = rest.as_chunks() else {
        return None;
    };
    (page.is_power_of_two() && (512..=1 << 16).contains(&page)).then(|| StoredSums {
        page,
        written: u64::from_le_bytes(*written),
        checked: u64::from_le_bytes(*checked),
        unanswered: u32::from_le_bytes(*unanswered) != 0,
        looked: LookedAt {
            seq: i64::from_le_bytes(*seq),
            hash: *hash,
        },
        sums: sums.iter().map(|sum| u32::from_le_bytes(*sum)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored() -> StoredSums {
        StoredSums {
            page: 4096,
            written: 7,
            checked: 8,
            unanswered: true,
            looked: LookedAt {
                seq: 9,
                hash: [3; 32],
            },
            sums: vec![1, 2, 3],
        }
    }

    fn with_its_sum(mut body: Vec<u8>) -> Vec<u8> {
        body.extend(sum(&body).to_le_bytes());
        body
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = stored().bytes(stored().looked);
        let read = read_sums(&bytes).expect("sums");
        assert_eq!((read.page, read.written, read.checked), (4096, 7, 8));
        assert!(read.unanswered);
        assert_eq!((read.looked, read.sums), (stored().looked, vec![1, 2, 3]));
        for at in 0..bytes.len() {
            let mut turned = bytes.clone();
            turned[at] ^= 1;
            assert!(read_sums(&turned).is_none(), "a bit of byte {at}");
            assert!(read_sums(&bytes[..at]).is_none(), "cut at {at}");
        }
    }

    #[test]
    fn sums_of_programs_before_keep_what_they_tell() {
        let mut first = b"otvet page sums1".to_vec();
        first.extend(4096_u32.to_le_bytes());
        first.extend(7_u64.to_le_bytes());
        first.extend(8_u64.to_le_bytes());
        let mut second = [b"otvet page sums2", &first[16..]].concat();
        second.extend(1_u32.to_le_bytes());
        for (body, unanswered) in [(first, false), (second, true)] {
            let sums = [1_u32, 2].map(u32::to_le_bytes).concat();
            let read = read_sums(&with_its_sum([body, sums].concat())).expect("sums");
            assert_eq!((read.page, read.written, read.checked), (4096, 7, 8));
            assert_eq!(read.unanswered, unanswered);
            assert_eq!((read.looked, read.sums), (LookedAt::default(), vec![1, 2]));
        }
    }
}
