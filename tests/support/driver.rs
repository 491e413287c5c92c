//! WebDriver over plain HTTP to WebKit's own driver: only what the tests use.

use crate::machine::target;
use crate::screen::end;
use crate::wire::{call, free_port, within};
use base64::Engine;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ureq::Agent;

/// How long a thing may take to appear before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);
/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// `WebKitWebDriver` on a loopback port of its own.
pub struct Driver {
    child: Child,
    base: String,
    agent: Agent,
    program: PathBuf,
}

impl Driver {
    /// Starts the driver; programs it opens see this environment on top of ours.
    ///
    /// # Panics
    /// When it is not installed or does not answer.
    pub fn start(program: &std::path::Path, environment: &[(String, String)]) -> Self {
        let port = free_port();
        let child = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".into()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // The program's own choice for Linux is 1, but with it the driver
            // waits for the next drawn frame of a picture for ever.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver (package webkit2gtk-driver)");
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build();
        let driver = Self {
            child,
            base: format!("http://127.0.0.1:{port}"),
            agent: config.into(),
            program: program.to_path_buf(),
        };
        let ready = within(PATIENCE, || {
            let status = driver
                .agent
                .get(format!("{}/status", driver.base))
                .call()
                .ok()?;
            status.status().is_success().then_some(())
        });
        assert!(ready.is_some(), "the driver does not answer");
        driver
    }

    /// Opens the program and waits for its page.
    pub(crate) fn open(&self, words: &[String]) -> Window {
        let window = self.begin(words);
        window.wait_for_page();
        window
    }

    /// Opens the program and gives the time until this script answers true in its page.
    ///
    /// # Panics
    /// When it does not.
    pub fn time_until(&self, script: &str) -> (Window, Duration) {
        let begun = Instant::now();
        let window = self.begin(&[]);
        let body = json!({ "script": script, "args": [] });
        while window.post("execute/sync", &body).ok() != Some(json!(true)) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for: {script}");
            std::thread::sleep(Duration::from_millis(2));
        }
        (window, begun.elapsed())
    }

    /// Ids of the programs that are open.
    pub fn programs(&self) -> Vec<u32> {
        children(self.child.id())
    }

    /// Ids of the programs that are open, and of what they started in their turn.
    pub fn processes(&self) -> Vec<u32> {
        let mut all = self.programs();
        let mut seen = 0;
        while let Some(process) = all.get(seen).copied() {
            all.extend(children(process));
            seen += 1;
        }
        all
    }

    fn begin(&self, words: &[String]) -> Window {
        let options = json!({ "binary": self.program, "args": words });
        let wish =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made =
            call(&self.agent, &format!("{}/session", self.base), Some(&wish)).expect("a session");
        let session = made["sessionId"].as_str().expect("its id");
        Window {
            agent: self.agent.clone(),
            base: format!("{}/session/{session}", self.base),
        }
    }

    /// Waits until no program of ours is left; whether that came true.
    pub(crate) fn program_ends(&self) -> bool {
        within(PATIENCE, || {
            children(self.child.id()).is_empty().then_some(())
        })
        .is_some()
    }

    /// Kills the program's process; the driver stays.
    pub(crate) fn kill_program(&self) {
        for child in children(self.child.id()) {
            // The standard library can only kill children of its own.
            let _ = Command::new("kill")
                .args(["-KILL", &child.to_string()])
                .status();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill_program();
        end(&mut self.child);
    }
}

/// The window of the program, as a driver sees it. Closing the session closes the program.
pub struct Window {
    agent: Agent,
    base: String,
}

pub struct Element<'w> {
    window: &'w Window,
    id: String,
}

impl Window {
    /// The element with this role and accessible name, as a screen reader
    /// would find it; waits for it to appear.
    ///
    /// # Panics
    /// When it does not appear, naming those of that role that did.
    pub fn role(&self, role: &str, name: &str) -> Element<'_> {
        let found = within(PATIENCE, || self.try_role(role, name));
        found.unwrap_or_else(|| {
            let there = self.run(FIND, &[json!(role), json!(null)]);
            self.picture("failure");
            panic!("no {role} «{name}» on the page; there is {there}")
        })
    }

    /// Whether an element of this role and name is on the page now.
    pub fn has_role(&self, role: &str, name: &str) -> bool {
        self.try_role(role, name).is_some()
    }

    fn try_role(&self, role: &str, name: &str) -> Option<Element<'_>> {
        self.ensure_axe();
        self.element_of(&self.look(FIND, &[json!(role), json!(name)]))
    }

    /// The first element that this CSS selector finds; waits for it.
    ///
    /// # Panics
    /// When it does not appear.
    pub fn css(&self, selector: &str) -> Element<'_> {
        let found = within(PATIENCE, || self.try_css(selector));
        found.unwrap_or_else(|| {
            self.picture("failure");
            panic!("nothing on the page matches {selector}")
        })
    }

    /// The first element that this CSS selector finds now.
    pub fn try_css(&self, selector: &str) -> Option<Element<'_>> {
        self.element_of(&self.look(
            "return document.querySelector(arguments[0])",
            &[json!(selector)],
        ))
    }

    /// Waits until the page's visible text contains this.
    ///
    /// # Panics
    /// When it does not come, showing the text that is there.
    pub fn wait_for_text(&self, text: &str) {
        if within(PATIENCE, || self.text().contains(text).then_some(())).is_none() {
            self.picture("failure");
            panic!("«{text}» does not appear; the page says:\n{}", self.text());
        }
    }

    /// Waits until the foot of the window has said this, and takes it and what
    /// was said before it as heard. Its lines go by themselves after seconds,
    /// so they are noted as they appear, as a screen reader would hear them.
    ///
    /// # Panics
    /// When it is not said, naming what was.
    pub fn wait_for_notice(&self, text: &str) {
        self.run(LISTEN, &[]);
        let heard = within(PATIENCE, || {
            (self.run(HEARD, &[json!(text)]) == json!(true)).then_some(())
        });
        if heard.is_none() {
            self.picture("failure");
            let said = self.run("return window.saidAtTheFoot", &[]);
            panic!(
                "«{text}» is not said, but {said}; the page says:\n{}",
                self.text()
            );
        }
    }

    /// Waits until this script answers true.
    ///
    /// # Panics
    /// When it does not.
    pub fn wait_until(&self, what: &str, script: &str) {
        let body = json!({ "script": script, "args": [] });
        let asked = || match self.post("execute/sync", &body) {
            Ok(answer) => (answer == json!(true)).then_some(()),
            // A page that is being left gives no answer; the next one will.
            Err(reason) if reason.contains("unload event") => None,
            Err(reason) => panic!("a script failed: {reason}\n{script}"),
        };
        if within(PATIENCE, asked).is_none() {
            self.picture("failure");
            panic!("waited in vain until {what}");
        }
    }

    /// All visible text of the page, with no-break and narrow spaces as plain ones.
    pub fn text(&self) -> String {
        let text = self.look("return document.body ? document.body.innerText : ''", &[]);
        text.as_str()
            .unwrap_or_default()
            .replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// What a script that changes nothing finds in the page. A page that is being left gives no answer, so the
    /// next one is asked.
    ///
    /// # Panics
    /// When it throws.
    pub(crate) fn look(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        let asked = || match self.post("execute/sync", &body) {
            Ok(answer) => Some(answer),
            Err(reason) if reason.contains("unload event") => None,
            Err(reason) => panic!("a script failed: {reason}\n{script}"),
        };
        within(PATIENCE, asked).unwrap_or_else(|| panic!("no page answers\n{script}"))
    }

    /// Runs a function body in the page; `arguments` are these.
    ///
    /// # Panics
    /// When it throws.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.post("execute/sync", &body)
            .unwrap_or_else(|reason| panic!("a script failed: {reason}\n{script}"))
    }

    /// Runs a function body that calls its last argument when it is done.
    ///
    /// # Panics
    /// When it throws or never calls back.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.post("execute/async", &body)
            .unwrap_or_else(|reason| panic!("a script failed: {reason}\n{script}"))
    }

    /// Asks the shell for a command as the page would: the answer, or what it was refused with.
    ///
    /// # Errors
    /// What the shell answered to a refused or failed command.
    pub fn invoke(&self, command: &str, arguments: &Value) -> Result<Value, Value> {
        let script = "const [command, given, done] = arguments;\
            window.__TAURI_INTERNALS__.invoke(command, given)\
                .then((answer) => done({ answer: answer ?? null }), (refusal) => done({ refusal: refusal ?? null }));";
        let told = self.run_async(script, &[json!(command), arguments.clone()]);
        match told.get("answer") {
            Some(answer) => Ok(answer.clone()),
            None => Err(told["refusal"].clone()),
        }
    }

    /// Presses keys in whatever has the focus; `\u{e007}` is Enter, as WebDriver writes keys.
    pub fn press(&self, keys: &[&str]) {
        let mut steps: Vec<Value> = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }))
            .collect();
        steps.extend(
            keys.iter()
                .rev()
                .map(|key| json!({ "type": "keyUp", "value": key })),
        );
        let body = json!({ "actions": [{ "type": "key", "id": "keys", "actions": steps }] });
        self.post("actions", &body)
            .unwrap_or_else(|reason| panic!("keys {keys:?}: {reason}"));
    }

    /// Types into whatever has the focus, key by key.
    pub fn type_keys(&self, text: &str) {
        for key in text.chars() {
            self.press(&[&key.to_string()]);
        }
    }

    /// Fills a date field, which is three small boxes named after its label.
    pub fn fill_date(&self, label: &str, day: &str) {
        let mut parts = day.split('.');
        for part in ["день", "месяц", "год"] {
            self.role("spinbutton", &format!("{label}: {part}")).click();
            self.type_keys(parts.next().unwrap_or_default());
        }
    }

    /// Gives the window this size, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let body = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.post("window/rect", &body)
            .unwrap_or_else(|reason| panic!("resizing: {reason}"));
        let _ = within(Duration::from_secs(3), || {
            (self.run("return [innerWidth, innerHeight]", &[]) == json!([width, height]))
                .then_some(())
        });
    }

    /// Keeps a picture of the page as `pictures/NAME.png` in cargo's target folder.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = pictures();
        std::fs::create_dir_all(&folder).expect("the folder of pictures");
        // What a script sees is painted with the next frame at the earliest.
        self.run_async(PAINTED, &[]);
        let told =
            call(&self.agent, &format!("{}/screenshot", self.base), None).expect("a picture");
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(told.as_str().expect("a picture in base64"))
            .expect("a picture in base64");
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, bytes).expect("the picture's file");
        path
    }

    fn wait_for_page(&self) {
        let ready = within(PATIENCE, || {
            let state = self
                .post("execute/sync", &json!({ "script": READY, "args": [] }))
                .ok()?;
            (state == json!(true)).then_some(())
        });
        assert!(ready.is_some(), "the page of the program did not load");
    }

    fn element_of(&self, value: &Value) -> Option<Element<'_>> {
        let id = value.get(ELEMENT)?.as_str()?;
        Some(Element {
            window: self,
            id: id.to_owned(),
        })
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        call(&self.agent, &format!("{}/{path}", self.base), Some(body))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.base).call();
    }
}

impl Element<'_> {
    /// Clicks it, scrolling it into view first.
    ///
    /// # Panics
    /// When something covers it for good.
    pub fn click(&self) {
        self.window.run(LISTEN, &[]);
        let clicked = within(PATIENCE, || self.post("click", &json!({})).ok());
        if clicked.is_none() {
            self.window.picture("failure");
            let reason = self.post("click", &json!({})).err();
            panic!("it can't be clicked: {reason:?}");
        }
    }

    /// Types into it, after what is there.
    pub fn write(&self, text: &str) {
        self.post("value", &json!({ "text": text }))
            .unwrap_or_else(|reason| panic!("typing: {reason}"));
    }

    /// Empties it and types.
    pub fn fill(&self, text: &str) {
        self.post("clear", &json!({}))
            .unwrap_or_else(|reason| panic!("emptying: {reason}"));
        self.write(text);
    }

    /// Chooses the entry of a list that reads so.
    ///
    /// # Panics
    /// When there is no such entry.
    pub fn choose(&self, entry: &str) {
        let script = "const [list, entry] = arguments;\
            const found = [...list.options].find((option) => option.label.trim() === entry);\
            if (!found) return [...list.options].map((option) => option.label);\
            list.value = found.value;\
            list.dispatchEvent(new Event('input', { bubbles: true }));\
            list.dispatchEvent(new Event('change', { bubbles: true }));\
            return true;";
        let done = self
            .window
            .run(script, &[json!({ ELEMENT: self.id }), json!(entry)]);
        assert_eq!(done, json!(true), "no entry «{entry}» in the list");
    }

    pub fn text(&self) -> String {
        let told = call(&self.window.agent, &format!("{}/text", self.base()), None);
        told.ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// A property of it, for instance `value` or `checked`.
    pub fn property(&self, name: &str) -> Value {
        call(
            &self.window.agent,
            &format!("{}/property/{name}", self.base()),
            None,
        )
        .unwrap_or(Value::Null)
    }

    fn base(&self) -> String {
        format!("{}/element/{}", self.window.base, self.id)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        call(
            &self.window.agent,
            &format!("{}/{path}", self.base()),
            Some(body),
        )
    }
}

/// Calls back when the fonts are there and two frames were painted.
const PAINTED: &str = "const done = arguments[arguments.length - 1];\
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));";

/// Notes from now on every line that appears at the foot of the window.
const LISTEN: &str = include_str!("listen.js");

/// Whether a line with these words was said since the last one that was heard.
const HEARD: &str = "const at = window.saidAtTheFoot.findIndex((line) => line.includes(arguments[0]));\
    return at >= 0 && window.saidAtTheFoot.splice(0, at + 1).length > 0";

const READY: &str = "return document.readyState === 'complete' && location.href !== 'about:blank' && document.visibilityState === 'visible'";

/// Finds by role and name with axe-core's own reading of both; without a name it lists the names there are.
const FIND: &str = include_str!("find.js");

fn children(parent: u32) -> Vec<u32> {
    let text = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))
        .unwrap_or_default();
    text.split_whitespace()
        .filter_map(|id| id.parse().ok())
        .collect()
}

fn pictures() -> PathBuf {
    target().join("pictures")
}
