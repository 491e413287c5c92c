//! What the one window may ask for, from the list of commands. The build script writes it.

/// The capability as Tauri reads it: each command is granted by its name, events may be heard, and no
/// plugin has any right.
pub fn capability(commands: &[&str]) -> String {
    let heard = ["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned);
    let granted = commands
        .iter()
        .map(|command| format!("allow-{}", command.replace('_', "-")));
    let permissions: Vec<String> = heard
        .into_iter()
        .chain(granted)
        .map(|permission| format!("{permission:?}"))
        .collect();
    format!(
        r#"{{ "identifier": "main", "windows": ["main"], "local": true, "permissions": [{}] }}"#,
        permissions.join(", ")
    )
}
