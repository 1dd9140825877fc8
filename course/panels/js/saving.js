// The line that says whether an answer is saved. It says so only of what is shown, and only after Python has written it
// to the journal.

const PATIENCE = 3000;

function clock(stamp) {
  const then = new Date(stamp), today = new Date().toDateString() === then.toDateString();
  return today ? then.toLocaleTimeString() : then.toLocaleString();
}

// `soon` tells that an answer has changed and will be sent, `drop` that it will not; `send` brings it to Python; `settle`
// is called with each status that comes back, and says whether the page may show what the journal holds. `again` sends
// what is shown once more, `look` shows what the journal holds, `offer` answers an offer of Python's, and `unclear` gives
// what stands in boxes and can't be read. `shown` is told what the page says once it shows what the journal holds.
//
// Each message says which answer the page stands on: when that was saved (`base`), what the page said then (`began`),
// and the number of its own message that it had heard of then (`heard`). If another was saved since, by another notebook, Python joins what only one of the two has changed; where both have
// changed the same, it writes nothing, and the learner chooses.
function saving(model, id, { again, look, offer, unclear }) {
  const line = h("p", { class: "rs-status", role: "status", id: `${id}-status` }), offered = h("div", { class: "rs-buttons" });
  const view = Math.random().toString(36).slice(2);
  const flying = new Map(); // what was sent, by its number, until Python has answered
  let sent = 0, acknowledged = 0, unsent = false, waiting = null, held = null, base = model.get("status").saved_at, began = null;

  function say(kind, text, ...buttons) {
    // An alert is read at once, a status when the reader is idle: only what endangers an answer is an alert.
    mark(line, { role: kind === "lost" ? "alert" : "status" });
    line.dataset.kind = kind;
    if (line.textContent !== text) line.textContent = text;
    buttons.forEach((node, i) => owned(node, `${id}-offer-${i}`, `${id}-title`));
    if (buttons.length || offered.childNodes.length) offered.replaceChildren(...buttons);
  }
  const retry = () => button("Save again", again);
  function lost() {
    say("lost", "Not saved: Python is busy or has stopped. Keep this page open. If this doesn’t change, restart the kernel, run all cells, and answer again.", retry());
  }
  function differs({ saved_at: at, words }) {
    const theirs = button("Show the saved answer", () => { held = null; base = at; look(); });
    const mine = button("Save mine instead", () => { held = null; base = at; again(); });
    say("lost", `Not saved: another answer was saved elsewhere, ${clock(at)}.${words ? ` It is: ${words}.` : ""} What is shown here is yours. Nothing has been replaced.`, theirs, mine);
  }
  function draw() {
    const status = model.get("status"), odd = unclear();
    if (held?.conflict) differs(held.conflict);
    else if (held) say("lost", `Not saved: ${held.error}`, retry());
    else if (status.error) say("lost", `Not saved: ${status.error}`, ...(status.gone ? [retry()] : []));
    else if (status.refused && status.view === view) say("incoherent", `${status.saved_at && status.state !== "not_attempted" ? `Saved ${clock(status.saved_at)}. ` : ""}${status.refused}`);
    else {
      const rest = status.saved_at ? `Saved ${clock(status.saved_at)}${status.elsewhere ? ", elsewhere" : ""}. ${status.words} ${status.notice}` : `Not answered yet. ${status.notice}`;
      say(odd.length ? "lost" : status.saved_at ? status.state : "blank", [...odd.map((each) => `Not saved: ${each}`), rest].join(" ").trim(),
        ...status.offers.map(({ kind, value, text }) => button(text, () => offer(kind, value))));
    }
  }
  function soon() {
    unsent = true;
    say("busy", "Saving…");
  }
  function send(kind, value) {
    soon();
    unsent = false;
    sent += 1;
    flying.set(sent, structuredClone(value));
    clearTimeout(waiting);
    waiting = setTimeout(lost, PATIENCE);
    try {
      model.send({ kind, value, seq: sent, view, base, began, heard: acknowledged });
    } catch {
      lost();
    }
  }
  function settle() {
    const status = model.get("status"), own = status.view === view, writes = status.kind !== "hint";
    if (own) {
      if (writes && (status.error || status.conflict)) held = status;
      else if (writes) [held, base, began] = [null, status.saved_at, flying.has(status.seq) ? flying.get(status.seq) : began];
      for (const seq of flying.keys()) if (seq <= status.seq) flying.delete(seq);
      if (status.seq < sent) return false;
      acknowledged = status.seq;
      clearTimeout(waiting);
    }
    // An answer that is still on its way, is not sent yet or could not be saved is newer than what comes from Python.
    if (unsent || sent > acknowledged) return false;
    const shows = !held && !status.error;
    if (shows) base = status.saved_at;
    if (own || !status.view || shows) draw();
    return shows;
  }
  function drop() {
    unsent = false;
    const shows = settle();
    if (!shows && sent <= acknowledged) draw();
    return shows;
  }
  return {
    line, offered, soon, drop, send, settle, shown: (value) => { began = structuredClone(value); }, held: () => held !== null,
    open: () => unsent || sent > acknowledged, stop: () => clearTimeout(waiting),
  };
}
