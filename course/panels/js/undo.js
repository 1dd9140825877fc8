// Take changes of a page back, and make them again. What this page has changed is taken back and nothing else: what another
// notebook, or another panel of the same answer, has changed since stays. Pure; values are JSON.

const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function same(a, b) {
  if ((a ?? null) === (b ?? null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

// `now` without the change from `before` to `after`, as far as `now` still says what the change has made of it.
function takenBack(now, after, before) {
  if (same(after, before)) return now;
  if (same(now, after)) return before;
  if (!plain(now) || ![after, before].every((each) => each === null || each === undefined || plain(each))) return now;
  const keys = new Set([now, after, before].flatMap((each) => Object.keys(each ?? {})));
  return Object.fromEntries([...keys].map((key) => [key, takenBack(now[key], after?.[key], before?.[key])])
    .filter(([, value]) => value !== undefined));
}

// `seen` gives what the page shows, `put` shows another value.
function changes(seen, put) {
  const look = () => structuredClone(seen());
  let now = look();
  const back = [], forth = [];
  function go(from, to, value) {
    while (from.length) {
      const step = from.pop(), wanted = value(step);
      if (same(wanted, now)) continue; // changed elsewhere since
      to.push(step);
      put(wanted);
      now = look();
      return;
    }
  }
  return {
    // The learner has changed something.
    note() {
      const next = look();
      if (same(now, next)) return;
      back.push({ before: now, after: next });
      forth.length = 0;
      now = next;
    },
    // Something else has.
    stand() { now = look(); },
    undo: () => go(back, forth, ({ before, after }) => takenBack(now, after, before)),
    redo: () => go(forth, back, ({ before, after }) => takenBack(now, before, after)),
    left: () => ({ undo: back.length, redo: forth.length }),
  };
}
