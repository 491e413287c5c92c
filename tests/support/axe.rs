//! Accessibility of a screen, by axe-core.

use crate::driver::Window;
use crate::machine::top;
use serde_json::{Value, json};

/// One finding of axe-core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule, for instance `color-contrast`.
    pub rule: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// Selectors of the elements at fault.
    pub where_: Vec<String>,
}

const RUN: &str = "const done = arguments[0];\
    window.axe.run(document, { resultTypes: ['violations'] })\
        .then((told) => done(told.violations.map((found) => ({\
            rule: found.id, impact: found.impact,\
            where: found.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`),\
        }))), (reason) => done(String(reason)));";

impl Window {
    /// Puts axe-core into the page, once a page.
    ///
    /// # Panics
    /// When the packages of the pages are not fetched.
    pub(crate) fn ensure_axe(&self) {
        if self.look("return typeof window.axe === 'object'", &[]) == json!(true) {
            return;
        }
        let file = top().join("ui/node_modules/axe-core/axe.min.js");
        let source =
            std::fs::read_to_string(&file).expect("axe-core among the packages of the pages");
        // The source is a function body here, so what it declares is handed to the page by hand.
        self.look(&format!("{source}\n;window.axe = axe;"), &[]);
    }

    /// All that axe-core finds on the page as it is now.
    ///
    /// # Panics
    /// When axe-core itself fails.
    pub fn axe(&self) -> Vec<Finding> {
        self.ensure_axe();
        let told = self.run_async(RUN, &[]);
        let Value::Array(findings) = told else {
            panic!("axe-core failed: {told}")
        };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        findings
            .iter()
            .map(|found| Finding {
                rule: text(&found["rule"]),
                impact: text(&found["impact"]),
                where_: found["where"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(text)
                    .collect(),
            })
            .collect()
    }

    /// Fails when the page has a serious or critical finding.
    ///
    /// # Panics
    /// Then, naming each with its elements.
    pub fn assert_accessible(&self, screen: &str) {
        let grave: Vec<Finding> = self
            .axe()
            .into_iter()
            .filter(|found| matches!(found.impact.as_str(), "serious" | "critical"))
            .collect();
        assert!(grave.is_empty(), "axe-core on {screen}: {grave:#?}");
    }
}
