// In a static site the kernel's files lie in the browser's storage, and the kernel reaches them through this page. So the
// page can do what such storage can't: lock a journal against every other tab. `course/journal/in_page.py` asks for it by
// looking for a file: the answer is a file once the lock is held, and a folder if another tab keeps it for too long.

export const ASKED = /^(.*)\.(lock|held)-([0-9a-f]{16})$/;
const WAIT = 10_000;
const LEASE = 30_000; // a kernel that was stopped in the middle gives nothing back

export function lockJournals(contents, locks = navigator.locks, { wait = WAIT, lease = LEASE } = {}) {
  if (!locks) return;
  const held = new Map(); // id to what gives the lock back
  const refused = new Set();
  const { get, delete: remove } = { get: contents.get.bind(contents), delete: contents.delete.bind(contents) };
  const site = new URL(".", document.baseURI).pathname;

  async function take(name, id) {
    const signal = AbortSignal.timeout(wait);
    return new Promise((resolve) => {
      locks.request(`${site} ${name}`, { signal }, () => new Promise((release) => {
        const timer = setTimeout(() => give(id), lease);
        held.set(id, () => (clearTimeout(timer), release()));
        resolve(true);
      })).catch(() => resolve(false));
    });
  }

  function give(id) {
    held.get(id)?.();
    return held.delete(id);
  }

  contents.get = async (path, options) => {
    const [, name, what, id] = ASKED.exec(path) ?? [];
    if (what === "lock") {
      // Whoever looks for a file asks more than once.
      if (!held.has(id) && !refused.has(id) && !(await take(name, id))) refused.add(id);
      return { type: held.has(id) ? "file" : "directory", path, content: null };
    }
    if (what === "held" && held.has(id)) return { type: "file", path, content: null };
    return get(path, options);
  };
  contents.delete = async (path) => {
    const [, , what, id] = ASKED.exec(path) ?? [];
    if (what !== "lock") return remove(path);
    give(id); // nothing is there, whoever asks
  };
}
