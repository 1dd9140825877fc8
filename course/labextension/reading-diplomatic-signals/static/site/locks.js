// In a static site the kernel's files lie in the browser's storage, and the kernel reaches them through this page. So the
// page can do what such storage can't: lock a journal against every other tab. `course/journal/in_page.py` asks for it by
// looking for a file: the answer is a file once the lock is held, and a folder if another tab keeps it for too long. Before
// it says that something is saved, it looks for another: a file if the lock is held still, a folder if the browser refused to
// store what was written.

export const ASKED = /^(.*)\.(lock|held)-([0-9a-f]{16})$/;
// What the kernel writes before it takes the journal's place (`course/journal/files.py`).
const UNFINISHED = /^(.*)\.\d+-[0-9a-f]{8}\.tmp$/;
const WAIT = 10_000;
const LEASE = 30_000; // a kernel that was stopped in the middle gives nothing back

export function lockJournals(contents, locks = navigator.locks, { wait = WAIT, lease = LEASE } = {}) {
  if (!locks) return;
  const held = new Map(); // id to the journal's name, what gives the lock back, and whether the browser refused to store
  const refused = new Set();
  const own = (name) => contents[name].bind(contents);
  const get = own("get"), save = own("save"), rename = own("rename"), remove = own("delete");
  const site = new URL(".", document.baseURI).pathname;

  async function take(name, id) {
    const signal = AbortSignal.timeout(wait);
    return new Promise((resolve) => {
      locks.request(`${site} ${name}`, { signal }, () => new Promise((release) => {
        const timer = setTimeout(() => give(id), lease);
        held.set(id, { name, full: false, release: () => (clearTimeout(timer), release()) });
        resolve(true);
      })).catch(() => resolve(false));
    });
  }

  function give(id) {
    held.get(id)?.release();
    return held.delete(id);
  }

  contents.get = async (path, options) => {
    const [, name, what, id] = ASKED.exec(path) ?? [];
    if (what === "lock") {
      // Whoever looks for a file asks more than once.
      if (!held.has(id) && !refused.has(id) && !(await take(name, id))) refused.add(id);
      return { type: held.has(id) ? "file" : "directory", path, content: null };
    }
    if (what === "held" && held.has(id)) return { type: held.get(id).full ? "directory" : "file", path, content: null };
    return get(path, options);
  };
  contents.delete = async (path) => {
    const [, , what, id] = ASKED.exec(path) ?? [];
    if (what !== "lock") return remove(path);
    give(id); // nothing is there, whoever asks
  };

  // JupyterLite's page never answers a kernel whose file it could not store, and the kernel would wait for ever.
  const told = async (path, storing) => {
    const [, name] = UNFINISHED.exec(path) ?? [];
    if (name === undefined) return storing;
    try {
      return await storing;
    } catch (error) {
      console.warn(`${path}: ${error}`);
      for (const each of held.values()) if (each.name === name) each.full = true;
      return { path, name: path, type: "file", format: null, content: null };
    }
  };
  contents.save = (path, given) => told(path, save(path, given));
  contents.rename = (path, to) => told(path, rename(path, to));
}
