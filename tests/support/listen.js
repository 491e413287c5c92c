// Notes what the foot of the window says, since its lines go by themselves.
if (window.saidAtTheFoot === undefined) {
  const seen = new WeakSet();
  const said = (window.saidAtTheFoot = []);
  const note = () => {
    for (const line of document.querySelectorAll('.notices .notice')) {
      if (seen.has(line)) continue;
      seen.add(line);
      said.push(line.innerText.replace(/[\u00a0\u202f]/g, ' '));
    }
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  note();
}
