const [role, name] = arguments;
const axe = window.axe;
// On a page that took the place of the one that was asked nothing can be found yet; whoever waits asks again.
if (!axe) return null;
const plain = (text) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ').trim();
const names = [];
axe.setup(document.documentElement);
try {
  for (const element of document.querySelectorAll('body *')) {
    if (axe.commons.aria.getRole(element) !== role || !element.checkVisibility()) continue;
    const own = plain(axe.commons.text.accessibleText(element));
    // A choice is often drawn by its label, with the box itself out of sight.
    if (name !== null && own === plain(name)) return element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    names.push(own);
  }
} finally {
  axe.teardown();
}
return name === null ? names : null;
