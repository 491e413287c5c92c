use vault::{Cost, KeyFile, Password, Purpose, Subkey, VaultError};

/// A key that no other call gives.
pub fn key(purpose: Purpose) -> Subkey {
    let password = Password::new("correct horse").unwrap();
    let (_, key, _) = KeyFile::create(&password, Cost::NONE).unwrap();
    key.subkey(purpose)
}

#[test]
fn a_message_comes_back_from_the_place_it_is_bound_to_alone() {
    let key = key(Purpose::Messages);
    let sealed = key.seal_message("строка".as_bytes(), b"heads").unwrap();
    let open = |bound_to| key.open_message(&sealed, bound_to);
    assert_eq!(open(b"heads").unwrap().as_slice(), "строка".as_bytes());
    assert!(matches!(open(b"names"), Err(VaultError::Altered)));
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut altered = sealed.clone();
            altered[at] ^= 1 << bit;
            assert!(key.open_message(&altered, b"heads").is_err());
        }
        assert!(key.open_message(&sealed[..at], b"heads").is_err());
    }
}

#[test]
fn a_name_becomes_the_same_each_time_and_another_under_another_key() {
    let (one, other) = (key(Purpose::Names), key(Purpose::Names));
    let sealed = one.seal_name(&[7; 32]).unwrap();
    assert_eq!(sealed.len(), 48);
    assert_eq!(one.seal_name(&[7; 32]).unwrap(), sealed);
    assert_ne!(other.seal_name(&[7; 32]).unwrap(), sealed);
    assert_eq!(one.open_name(&sealed).unwrap(), [7; 32]);
    assert!(other.open_name(&sealed).is_err());
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut altered = sealed.clone();
            altered[at] ^= 1 << bit;
            assert!(one.open_name(&altered).is_err());
        }
    }
}

#[test]
fn subkeys_of_one_key_are_the_same_each_time_and_differ_by_purpose() {
    let password = Password::new("x").unwrap();
    let (_, key, _) = KeyFile::create(&password, Cost::NONE).unwrap();
    let purposes = [
        Purpose::Database,
        Purpose::Drafts,
        Purpose::Documents,
        Purpose::Names,
        Purpose::Messages,
        Purpose::KeyFile,
    ];
    let mut seen = Vec::new();
    for purpose in purposes {
        let subkey = *key.subkey(purpose).bytes();
        assert_eq!(*key.subkey(purpose).bytes(), subkey);
        assert!(!seen.contains(&subkey), "{purpose:?}");
        seen.push(subkey);
    }
}
