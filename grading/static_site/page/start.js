// Run before JupyterLite starts, also where a page is opened from a folder, so it is no module. It says where answers can't be
// kept, and makes JupyterLite's storage in one go: JupyterLite adds one store after another as it starts, and of two tabs that
// do so at the same moment one fails.
(() => {
  const ROOT = new URL(".", document.currentScript.src).pathname;
  const STORES = ["files", "counters", "checkpoints", "settings", "statedb", "local-forage-detect-blob-support"];
  const NEEDS = "This page can’t keep your answers here, so the course does not start. It needs an address that begins with " +
    "https:// (or http://localhost), in a window that is not private. Opened from a folder, or at an address that begins with " +
    "http://, it does not work.";

  const fit = /^https?:$/.test(location.protocol) && isSecureContext && navigator.serviceWorker && navigator.locks && globalThis.indexedDB;

  function say(text) {
    const told = document.getElementById("stop") ?? document.body;
    told.hidden = false;
    told.textContent = text;
  }

  function opened(name, version) {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(name, version);
      asked.onupgradeneeded = () => STORES.forEach((each) => lacks(asked.result, each) && asked.result.createObjectStore(each));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  }

  const lacks = (database, store) => !database.objectStoreNames.contains(store);

  async function stored() {
    const name = `JupyterLite Storage - ${ROOT}`, database = await opened(name), { version } = database;
    const short = STORES.some((each) => lacks(database, each));
    database.close();
    if (short) (await opened(name, version + 1)).close();
  }

  // A promise that JupyterLite waits for, and that never comes true where nothing can be kept.
  globalThis.courseStorage = new Promise((go) => {
    const refuse = () => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", () => say(NEEDS)) : say(NEEDS));
    if (!fit) refuse();
    else navigator.locks.request(`${ROOT} storage`, stored).then(go, refuse);
  });
})();
