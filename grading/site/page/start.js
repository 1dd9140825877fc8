// Run by the page before JupyterLite starts. Tabs of one site start one after the other: JupyterLite makes its storage as it
// starts, and of two tabs that make it at the same moment both fail.

const LONGEST = 30_000;
const NEEDS = "This page can't keep your work: it needs a web address that begins with https:// (or http://localhost), and a " +
  "browser window that is not private. Opened from a folder, or over plain http, it does not work.";

export function turn(locks = navigator.locks) {
  if (!navigator.serviceWorker || !locks) {
    const say = () => {
      document.body.textContent = NEEDS;
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", say);
    else say();
    return new Promise(() => {});
  }
  return new Promise((go) => {
    const ended = new Promise((done) => {
      addEventListener("rds-started", done, { once: true });
    });
    locks.request(`${new URL(".", document.baseURI).pathname} start`, () => {
      go();
      return Promise.race([ended, new Promise((done) => setTimeout(done, LONGEST))]);
    });
  });
}
