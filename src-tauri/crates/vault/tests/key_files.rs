use std::fs;
use vault::{Cost, KeyFile, Password, Purpose, RecoveryKey, VaultError};

fn password(typed: &str) -> Password {
    Password::new(typed).unwrap()
}

#[test]
fn both_ways_lead_to_the_same_key_and_no_other_does() {
    let (file, key, recovery) = KeyFile::create(&password("синица"), Cost::NONE).unwrap();
    let file = KeyFile::from_bytes(&file.to_bytes()).unwrap();
    assert!(file.unlock(&password("синица")).unwrap().is(&key));
    let typed = RecoveryKey::parse(&recovery.to_string()).unwrap();
    assert!(file.recover(&typed).unwrap().is(&key));
    assert!(file.is_whole(&key));
    for wrong in ["синица ", "Синица", "x"] {
        let answer = file.unlock(&password(wrong));
        assert!(matches!(answer, Err(VaultError::WrongPassword)));
    }
    let (other, other_key, other_recovery) =
        KeyFile::create(&password("синица"), Cost::NONE).unwrap();
    assert!(!other_key.is(&key));
    assert!(matches!(
        file.recover(&other_recovery),
        Err(VaultError::WrongRecoveryKey)
    ));
    assert!(!other.is_whole(&key));
}

#[test]
fn a_password_is_the_same_however_its_letters_are_put_together() {
    let (file, _, _) = KeyFile::create(&password("мой ёж"), Cost::NONE).unwrap();
    assert!(file.unlock(&password("мои\u{306} е\u{308}ж")).is_ok());
    assert!(matches!(Password::new(""), Err(VaultError::EmptyPassword)));
}

#[test]
fn another_password_leaves_key_and_recovery_key() {
    let (file, key, recovery) = KeyFile::create(&password("old"), Cost::NONE).unwrap();
    let changed = file
        .with_password(&key, &password("new"), Cost::NONE)
        .unwrap();
    assert!(changed.unlock(&password("old")).is_err());
    assert!(changed.unlock(&password("new")).unwrap().is(&key));
    assert!(changed.recover(&recovery).unwrap().is(&key));
    assert!(changed.is_whole(&key));

    let (renewed, fresh) = changed.with_new_recovery_key(&key).unwrap();
    assert!(renewed.recover(&recovery).is_err());
    assert!(renewed.recover(&fresh).unwrap().is(&key));
    assert!(renewed.unlock(&password("new")).unwrap().is(&key));
    assert!(renewed.is_whole(&key));
}

#[test]
fn every_bit_of_the_file_is_guarded_and_damage_of_one_way_leaves_the_other() {
    let (file, key, recovery) = KeyFile::create(&password("pass"), Cost::NONE).unwrap();
    let bytes = file.to_bytes();
    let mut one_way = 0;
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut altered = bytes.clone();
            altered[at] ^= 1 << bit;
            let Ok(read) = KeyFile::from_bytes(&altered) else {
                continue;
            };
            let by_password = read.unlock(&password("pass")).is_ok_and(|k| k.is(&key));
            let by_recovery = read.recover(&recovery).is_ok_and(|k| k.is(&key));
            assert!(!read.is_whole(&key), "bit {bit} of byte {at} goes unseen");
            one_way += u32::from(by_password != by_recovery);
        }
    }
    assert!(
        one_way > 500,
        "damage of one way locks nobody out: {one_way}"
    );
    for cut in 0..bytes.len() {
        assert!(KeyFile::from_bytes(&bytes[..cut]).is_err());
    }
}

#[test]
fn a_hostile_file_gets_neither_memory_nor_time() {
    let (file, _, _) = KeyFile::create(&password("pass"), Cost::NONE).unwrap();
    let text = String::from_utf8(file.to_bytes()).unwrap();
    for (honest, hostile) in [
        ("\"memory_kib\": 8", "\"memory_kib\": 4294967295"),
        ("\"memory_kib\": 8", "\"memory_kib\": 1048577"),
        ("\"passes\": 1", "\"passes\": 4000000000"),
        ("\"lanes\": 1", "\"lanes\": 16777215"),
    ] {
        let altered = text.replace(honest, hostile);
        assert_ne!(altered, text);
        let read = KeyFile::from_bytes(altered.as_bytes()).unwrap();
        let answer = read.unlock(&password("pass"));
        assert!(matches!(answer, Err(VaultError::TooCostly)), "{hostile}");
    }
    let costly = Cost {
        memory_kib: 1024 * 1024,
        passes: 32,
        lanes: 1,
    };
    assert!(matches!(
        KeyFile::create(&password("pass"), costly),
        Err(VaultError::TooCostly)
    ));
    for none in ["\"memory_kib\": 0", "\"memory_kib\": 7"] {
        let altered = text.replace("\"memory_kib\": 8", none);
        let read = KeyFile::from_bytes(altered.as_bytes()).unwrap();
        assert!(read.unlock(&password("pass")).is_err());
    }
    assert!(KeyFile::from_bytes(&vec![b' '; 1 << 20]).is_err());
}

#[test]
fn a_newer_file_is_told_from_a_broken_one() {
    let (file, _, _) = KeyFile::create(&password("pass"), Cost::NONE).unwrap();
    let text = String::from_utf8(file.to_bytes()).unwrap();
    let newer = text.replace("\"format\": 1", "\"format\": 2, \"more\": true");
    assert!(matches!(
        KeyFile::from_bytes(newer.as_bytes()),
        Err(VaultError::TooNew { found: 2, known: 1 })
    ));
    assert!(matches!(
        KeyFile::from_bytes(b"{}"),
        Err(VaultError::NotAKeyFile)
    ));
}

#[test]
fn the_old_file_stands_until_the_new_one_is_proved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let (file, key, _) = KeyFile::create(&password("old"), Cost::NONE).unwrap();
    file.write(&path, &key, |read| read.unlock(&password("old")))
        .unwrap();
    let changed = file
        .with_password(&key, &password("new"), Cost::NONE)
        .unwrap();
    let answer = changed.write(&path, &key, |read| read.unlock(&password("mistyped")));
    assert!(matches!(answer, Err(VaultError::WrongPassword)));
    let there = KeyFile::from_bytes(&fs::read(&path).unwrap()).unwrap();
    assert!(there.unlock(&password("old")).is_ok());

    changed
        .write(&path, &key, |read| read.unlock(&password("new")))
        .unwrap();
    let there = KeyFile::from_bytes(&fs::read(&path).unwrap()).unwrap();
    let unlocked = there.unlock(&password("new")).unwrap();
    assert_eq!(
        unlocked.subkey(Purpose::Database).bytes(),
        key.subkey(Purpose::Database).bytes()
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
