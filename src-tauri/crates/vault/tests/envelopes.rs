//! The way in by a secret that somebody else keeps.

use vault::{Cost, Envelope, KeyFile, KeyringSecret, Password, VaultError};

fn password(typed: &str) -> Password {
    Password::new(typed).expect("a password")
}

#[test]
fn the_secret_opens_its_own_envelope_and_no_other() {
    let (file, key, _) = KeyFile::create(&password("one"), Cost::NONE).expect("keys");
    let (envelope, secret) = Envelope::create(&file, &key).expect("an envelope");
    let (other, other_secret) = Envelope::create(&file, &key).expect("an envelope");
    assert_ne!(envelope.id(), other.id());
    let read = Envelope::from_bytes(&envelope.to_bytes()).expect("read back");
    let kept = KeyringSecret::parse(&secret.to_text()).expect("read back");
    assert!(read.open(&file, &kept).expect("opens").is(&key));
    let refused = read.open(&file, &other_secret);
    assert!(matches!(refused, Err(VaultError::Altered)));
    for wrong in ["", "AAAA", "no base64", &"A".repeat(400)] {
        assert!(KeyringSecret::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn another_password_voids_it_and_another_recovery_key_does_not() {
    let (file, key, _) = KeyFile::create(&password("one"), Cost::NONE).expect("keys");
    let (envelope, secret) = Envelope::create(&file, &key).expect("an envelope");
    let (renewed, _) = file.with_new_recovery_key(&key).expect("a recovery key");
    assert!(envelope.open(&renewed, &secret).is_ok());
    // The same password set again is another one, too: it has a salt of its own.
    for next in ["two", "one"] {
        let changed = file.with_password(&key, &password(next), Cost::NONE);
        let changed = changed.expect("a password");
        let refused = envelope.open(&changed, &secret);
        assert!(matches!(refused, Err(VaultError::Altered)));
    }
    let (of_another, other_key, _) = KeyFile::create(&password("one"), Cost::NONE).expect("keys");
    assert!(envelope.open(&of_another, &secret).is_err());
    assert!(!other_key.is(&key));
}

#[test]
fn no_byte_of_an_envelope_can_be_altered() {
    let (file, key, _) = KeyFile::create(&password("one"), Cost::NONE).expect("keys");
    let (envelope, secret) = Envelope::create(&file, &key).expect("an envelope");
    let bytes = envelope.to_bytes();
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains(secret.to_text().as_str()));
    for place in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[place] ^= 1;
        let opened = Envelope::from_bytes(&altered).and_then(|read| read.open(&file, &secret));
        // White space may be another one.
        assert!(opened.is_err() || bytes[place].is_ascii_whitespace());
    }
}
