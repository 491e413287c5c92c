//! A key that is printed, kept apart and typed by hand one day.

use crate::error::{RecoveryTypo, Result};
use crate::key::{KEY, expand, random};
use std::fmt;
use std::fmt::{Display, Formatter};
use zeroize::Zeroizing;

/// Douglas Crockford's 32 digits: none of them is easily read as another.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const GROUPS: usize = 8;
/// Digits of a group that say something; one more checks them.
const SAYING: usize = 4;
const GROUP: usize = SAYING + 1;

/// 160 random bits as eight groups of five digits, the last of each a check:
/// `7KQ2M-…`. It is wiped from memory when dropped.
pub struct RecoveryKey(Zeroizing<[u8; GROUPS * SAYING]>);

/// Multiplication in the field of 32 elements, over x⁵ + x² + 1.
fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        a <<= 1;
        if a & 0b10_0000 != 0 {
            a ^= 0b10_0101;
        }
        b >>= 1;
    }
    product
}

/// The check digit of the group in a place: each digit has a weight of its own,
/// so that any one wrong digit shows, and any two that changed places; so does
/// a group that stands where another should.
fn check(saying: &[u8], place: usize) -> u8 {
    let mut weight = 1;
    saying.iter().fold(place as u8, |sum, digit| {
        weight = times(weight, 2);
        sum ^ times(*digit, weight)
    })
}

/// The digit that is meant, if one is: small letters, letters that look like
/// digits, and Cyrillic letters that look like Latin ones are taken too.
fn digit(c: char) -> Option<u8> {
    let c = match c.to_uppercase().next()? {
        'O' | 'О' => '0',
        'I' | 'L' | 'І' => '1',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'З' => '3',
        other => other,
    };
    let at = DIGITS.iter().position(|digit| char::from(*digit) == c)?;
    u8::try_from(at).ok()
}

impl RecoveryKey {
    pub(crate) fn generate() -> Result<Self> {
        let mut digits = Zeroizing::new(random::<{ GROUPS * SAYING }>()?);
        // 256 is a multiple of 32: every digit is as likely.
        digits.iter_mut().for_each(|digit| *digit %= 32);
        Ok(Self(digits))
    }

    /// Reads a key that a person typed. Blanks and dashes may be missing, or stand
    /// elsewhere than between the groups, where no digit is missing.
    ///
    /// # Errors
    /// [`RecoveryTypo`] says in which group.
    pub fn parse(typed: &str) -> Result<Self, RecoveryTypo> {
        let between = |c: char| c.is_whitespace() || "-–—−_".contains(c);
        let mut groups: Vec<Zeroizing<Vec<char>>> = typed
            .split(between)
            .filter(|group| !group.is_empty())
            .map(|group| Zeroizing::new(group.chars().collect()))
            .collect();
        let all: Zeroizing<Vec<char>> = Zeroizing::new(
            groups
                .iter()
                .flat_map(|group| group.iter().copied())
                .collect(),
        );
        if groups.len() == 1 || all.len() == GROUPS * GROUP {
            groups = all
                .chunks(GROUP)
                .map(|group| Zeroizing::new(group.to_vec()))
                .collect();
        }
        if groups.len() != GROUPS {
            return Err(RecoveryTypo::Length);
        }
        let mut digits = Zeroizing::new([0; GROUPS * SAYING]);
        for (place, group) in groups.iter().enumerate() {
            let wrong = RecoveryTypo::Group(place + 1);
            let read: Option<Vec<u8>> = group.iter().copied().map(digit).collect();
            let read = Zeroizing::new(read.ok_or(wrong)?);
            match read.split_last() {
                Some((last, saying)) if saying.len() == SAYING && *last == check(saying, place) => {
                    digits[place * SAYING..][..SAYING].copy_from_slice(saying);
                }
                _ => return Err(wrong),
            }
        }
        Ok(Self(digits))
    }

    /// The key that wraps the data key. 160 random bits need no stretching.
    pub(crate) fn wrapping_key(&self, salt: &[u8]) -> Zeroizing<[u8; KEY]> {
        let mut key = Zeroizing::new([0; KEY]);
        expand(&*self.0, salt, b"otvet/1/recovery", &mut *key);
        key
    }
}

/// As it is printed, groups parted by dashes.
impl Display for RecoveryKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, saying) in self.0.chunks(SAYING).enumerate() {
            if place > 0 {
                f.write_str("-")?;
            }
            for digit in saying.iter().chain([&check(saying, place)]) {
                write!(f, "{}", char::from(DIGITS[usize::from(*digit)]))?;
            }
        }
        Ok(())
    }
}
