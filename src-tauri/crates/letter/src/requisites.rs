//! What does not look right in an office's own requisites: the settings warn of
//! it, and so does the check of each letter that carries them.

use complaint::Requisites;
use russian::requisites::{self as check, Problem};

/// What does not look right, field by field, in the order of the form.
pub fn requisite_faults(requisites: &Requisites) -> Vec<(&'static str, Problem)> {
    let r = requisites;
    let mut found = Vec::new();
    let mut required =
        |field: &'static str, value: &str, verdict: &dyn Fn(&str) -> Result<(), Problem>| {
            let value = value.trim();
            let verdict = if value.is_empty() {
                Err(Problem::Empty)
            } else {
                verdict(value)
            };
            found.push((field, verdict));
        };
    required("name", &r.name, &|_| Ok(()));
    required("inn", &r.inn, &check::inn);
    required("address", &r.address, &address);
    required("signatory.name", &r.signatory.name, &|_| Ok(()));
    required("signatory.post", &r.signatory.post, &|_| Ok(()));
    let mut optional =
        |field: &'static str, value: &str, verdict: &dyn Fn(&str) -> Result<(), Problem>| {
            if !value.trim().is_empty() {
                found.push((field, verdict(value.trim())));
            }
        };
    optional("kpp", r.kpp.as_deref().unwrap_or_default(), &check::kpp);
    optional("ogrn", r.ogrn.as_deref().unwrap_or_default(), &check::ogrn);
    optional("phone", r.phone.as_deref().unwrap_or_default(), &phone);
    optional("email", r.email.as_deref().unwrap_or_default(), &email);
    if let Some(bank) = &r.bank {
        let bic = bank.bic.trim();
        optional("bank.bic", bic, &check::bic);
        optional("bank.account", &bank.account, &|v| check::account(v, bic));
        let correspondent = bank.correspondent.as_deref().unwrap_or_default();
        optional("bank.correspondent", correspondent, &|v| {
            check::correspondent_account(v, bic)
        });
    }
    if let Some(executor) = &r.executor {
        optional("executor.phone", &executor.phone, &phone);
    }
    found
        .into_iter()
        .filter_map(|(field, verdict)| Some((field, verdict.err()?)))
        .collect()
}

fn phone(value: &str) -> Result<(), Problem> {
    check::phone(value).map(|_| ())
}

fn email(value: &str) -> Result<(), Problem> {
    if complaint::looks_like_email(value) {
        Ok(())
    } else {
        Err(Problem::ImpossiblePart)
    }
}

/// A Russian postal address holds a six-digit index somewhere.
fn address(value: &str) -> Result<(), Problem> {
    let has_index = value
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 6 && check::postal_index(run).is_ok());
    if has_index {
        Ok(())
    } else {
        Err(Problem::ImpossiblePart)
    }
}
