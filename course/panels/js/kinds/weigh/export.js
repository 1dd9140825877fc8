// Needs: model, state, scales
// Take the weighing along: as text, CSV or JSON. Reset can be undone.

function sheet(question, state, readings) {
  const weighing = weigh(state.judgement()), stories = storiesOf(state.shown().ratings), news = newsOf(state.shown().ratings);
  const heads = ["signal", "name", "step", "likelihood_ratio", "credibility", "story", "news", "weight_log_odds", ...(readings ? ["reading_for_reset"] : [])];
  const rows = inOrder(question).map(({ id: signal, title }) => {
    const { step, credibility } = state.shown().ratings[signal];
    const story = Object.entries(stories).find(([, told]) => told.includes(signal))?.[0] ?? "";
    const cells = [signal, title, step ?? "", step === null ? "" : 2 ** step, credibility ?? "", story, story ? news[signal] : "", weighing.weights[signal] ?? ""];
    return readings ? [...cells, readings[signal]?.word ?? ""] : cells;
  });
  return { heads, rows, weighing };
}

const quoted = (cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

function download(name, type, text) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function tools(question, state, redraw, readings, begin) {
  const note = h("p", { class: "bd-note", role: "status" }), undone = h("p", { class: "bd-note", role: "status" });
  const csv = () => {
    const { heads, rows } = sheet(question, state, readings());
    return [heads, ...rows].map((row) => row.map(quoted).join(",")).join("\n") + "\n";
  };
  const json = () => {
    const { weighing } = sheet(question, state, readings());
    const extra = question.conclude ? {} : { weighing, standings: standings(state.table()), diagnosticity: diagnosticity(state.table()) };
    return JSON.stringify({ question: question.id, answer: state.read(), what_if: state.playing() ? state.shown() : null, ...extra }, null, 1) + "\n";
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(csv().replaceAll(",", "\t"));
      note.textContent = "Copied as a table.";
    } catch {
      note.textContent = "This browser does not allow copying. Save it as CSV instead.";
    }
  };
  let before = null;
  const undo = button("Undo reset", () => {
    state.write(before);
    before = null;
    undo.hidden = true;
    undone.textContent = "Your weighing is back.";
    redraw();
    state.set(() => {});
  });
  undo.hidden = true;
  const reset = button("Reset", () => {
    before = state.read();
    state.play(false);
    state.write({ prior: null, ratings: {} });
    state.set(() => {});
    undo.hidden = false;
    undone.textContent = "Everything is blank. You can undo this until you leave the page.";
    begin();
  });
  const node = h("div", {}, h("div", { class: "rs-buttons" },
    ...(question.conclude ? [] : [button("Copy", copy), button("Save as CSV", () => download(`${question.id}.csv`, "text/csv", csv()))]),
    button("Save as JSON", () => download(`${question.id}.json`, "application/json", json())), reset), note);
  return { node, undo: h("div", {}, undone, undo) };
}
