// Needs: model, state, scales
// Take the weighing along: as text, CSV or JSON. Each says whether it holds the answer or what is only tried out.

const holds = (state) => (state.playing() ? "what if" : "my answer");

function sheet(question, state, readings) {
  const weighing = weigh(state.judgement()), stories = storiesOf(state.shown().ratings), news = newsOf(state.shown().ratings);
  const heads = ["holds", "signal", "name", "step", "likelihood_ratio", "credibility", "story", "news", ...(question.reasons ? ["because"] : []), "weight_log_odds", ...(readings ? ["reading_for_reset"] : [])];
  const rows = inOrder(question).map(({ id: signal, title }) => {
    const { step, credibility, because } = state.shown().ratings[signal];
    const story = Object.entries(stories).find(([, told]) => told.includes(signal))?.[0] ?? "";
    const cells = [holds(state), signal, title, step ?? "", step === null ? "" : 2 ** step, credibility ?? "", story, story ? news[signal] : "", ...(question.reasons ? [because ?? ""] : []), weighing.weights[signal] ?? ""];
    return readings ? [...cells, readings[signal]?.word ?? ""] : cells;
  });
  return { heads, rows, weighing };
}

const quoted = (cell, between) => (/["\n]/.test(String(cell)) || String(cell).includes(between) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

function download(name, type, text) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function tools(question, state, readings) {
  const note = h("p", { class: "bd-note rs-passing", role: "status" });
  const called = (form) => `${question.id}${state.playing() ? "-what-if" : ""}.${form}`;
  const csv = (between) => {
    const { heads, rows } = sheet(question, state, readings());
    return [heads, ...rows].map((row) => row.map((cell) => quoted(cell, between)).join(between)).join("\n") + "\n";
  };
  const json = () => {
    const { weighing } = sheet(question, state, readings());
    const extra = question.conclude ? {} : { weighing, standings: standings(state.table()), diagnosticity: diagnosticity(state.table()) };
    return JSON.stringify({ question: question.id, holds: holds(state), answer: state.read(), what_if: state.playing() ? state.shown() : null, ...extra }, null, 1) + "\n";
  };
  const copy = async () => {
    const what = state.playing() ? "Copied as a table: what you try out, not your answer." : "Copied as a table: your answer.";
    try {
      await navigator.clipboard.writeText(csv("\t"));
      say(note, what);
    } catch {
      say(note, "This browser does not allow copying. Save it as CSV instead.");
    }
  };
  const node = h("div", {}, h("div", { class: "rs-buttons" },
    ...(question.conclude ? [] : [button("Copy", copy), button("Save as CSV", () => download(called("csv"), "text/csv", csv(",")))]),
    button("Save as JSON", () => download(called("json"), "application/json", json()))), note);
  return { node };
}
