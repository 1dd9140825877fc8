// The line that says whether an answer is saved. It says so only after Python has written it to the journal.

const PATIENCE = 3000;

function clock(stamp) {
  const then = new Date(stamp), today = new Date().toDateString() === then.toDateString();
  return today ? then.toLocaleTimeString() : then.toLocaleString();
}

// `soon` tells that an answer has changed and will be sent; `send` brings it to Python; `settle` is called with each
// status that comes back.
function saving(model, id) {
  const line = h("p", { class: "rs-status", role: "status", id: `${id}-status` });
  const view = Math.random().toString(36).slice(2);
  let sent = 0, acknowledged = 0, unsent = false, waiting = null;

  function say(kind, text) {
    // An alert is read at once, a status when the reader is idle: only what endangers an answer is an alert.
    line.setAttribute("role", kind === "lost" ? "alert" : "status");
    line.dataset.kind = kind;
    line.textContent = text;
  }
  function lost() {
    say("lost", "Not saved: Python is busy or has stopped. Keep this page open. If this stays, run the cell again and answer again.");
  }
  function soon() {
    unsent = true;
    say("busy", "Saving…");
  }
  function send(kind, value) {
    soon();
    unsent = false;
    sent += 1;
    clearTimeout(waiting);
    waiting = setTimeout(lost, PATIENCE);
    try {
      model.send({ kind, value, seq: sent, view });
    } catch {
      lost();
    }
  }
  function settle() {
    const status = model.get("status");
    // An older answer may be saved by now; the one on the page is not.
    if (unsent) return;
    if (status.view === view) {
      if (status.seq < sent) return;
      acknowledged = status.seq;
      clearTimeout(waiting);
    } else if (sent > acknowledged) return;
    if (status.error) say("lost", `Not saved: ${status.error}`);
    else if (!status.saved_at) say("blank", `Not answered yet. ${status.notice}`.trim());
    else say(status.state, `Saved ${clock(status.saved_at)}. ${status.words} ${status.notice}`.trim());
  }
  return { line, soon, send, settle, pending: () => unsent || sent > acknowledged, stop: () => clearTimeout(waiting) };
}
