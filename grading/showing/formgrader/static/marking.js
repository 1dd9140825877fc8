// Points by criterion, their sum as nbgrader's mark, comments to use again, and marks confirmed as they are.
(() => {
  const course = `${base_url}/api/course`;

  // JupyterHub asks for the token whatever the method, and sends a request without it from page to page for ever.
  const ask = (path, init = {}) =>
    fetch(`${course}/${path}`, { ...init, headers: { ...init.headers, "X-XSRFToken": getCookie("_xsrf") || "" } });

  const put = (path, value) =>
    ask(path, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });

  const reasonOf = async (answer) => {
    try {
      return (await answer.json()).message || answer.statusText;
    } catch {
      return answer.statusText;
    }
  };

  // What was given before: points by criterion, comments, and of two markers what may be seen.
  const given = async () => {
    try {
      const answer = await ask(`marking?submission_id=${encodeURIComponent(submission_id)}`);
      if (!answer.ok) throw new Error(await reasonOf(answer));
      return await answer.json();
    } catch (error) {
      // An empty box would pass for one that nobody has filled.
      document.querySelectorAll(".course-criterion").forEach((box) => { box.disabled = true; });
      const note = document.querySelector("#course-not-loaded");
      note.hidden = false;
      note.textContent = `What was given before was not loaded (${error.message}). Load the page again before you fill boxes.`;
      return { criteria: {}, comments: {} };
    }
  };

  const say = (text, bad) => {
    const line = document.querySelector("#statusmessage");
    line.textContent = text;
    line.classList.toggle("course-bad", Boolean(bad));
    line.hidden = false;
    $(line).show();
    clearTimeout(say.timer);
    say.timer = setTimeout(() => $(line).fadeOut(400), bad ? 6000 : 1200);
  };

  const GONE = "Nothing was saved. This submission was taken out of the grade book, or entered anew, after this page was loaded. Load the page again.";

  // What was not saved: by a change of the work, or because the server does not answer.
  const failed = (cell, status, reason) => {
    $(cell).find(".save-icon").stop(true).hide();
    const why = status === 404 ? GONE : reason || "is the server running?";
    const other = why.startsWith("Nothing was saved.");
    if (other) unsaved.refused(cell, why);
    say(other ? "Nothing was saved." : `Not saved (${why}).`, true);
  };

  const refusal = async (answer) => Object.assign(new Error(await reasonOf(answer)), { status: answer.status });

  const number = points.number;
  const fits = (box) => points.within(box, Number(box.dataset.most));
  const round = (value) => Math.round(value * 1e6) / 1e6;

  // What nbgrader knows of a cell; it loads it by itself, after the page.
  const gradeOf = (cell) => {
    const score = cell.querySelector(".score");
    return formgrader.grades.find((grade) => grade.get("name") === score.id);
  };

  // What the server tells of an essay that two persons mark; undefined for all others.
  let two = {};
  const twoOf = (cell) => two[cell.querySelector(".score").id];

  // Where a journal as a whole is in doubt, each of its questions waits.
  const toConfirm = () =>
    [...document.querySelectorAll(".course-confirm:not([hidden])")].map((each) => each.closest(".nbgrader_cell")).filter((cell) => !twoOf(cell) || twoOf(cell).bothIn);

  const offerAll = () => {
    const count = toConfirm().length;
    document.querySelector("#course-all").hidden = count < 2;
    document.querySelector("#course-confirm-all").textContent = `Confirm all ${count} marks as they stand`;
  };

  const confirm = (cell) => {
    const grade = gradeOf(cell);
    grade.save({ manual_score: grade.get("manual_score") }, { success: () => say("Confirmed") });
  };

  const boxesOf = (cell) => [...cell.querySelectorAll(".course-criterion")];

  const shown = (cell) => {
    const grade = gradeOf(cell);
    if (!grade) return;
    const waits = grade.get("needs_manual_grade");
    const stands = grade.get("manual_score") ?? grade.get("auto_score");
    const confirm = cell.querySelector(".course-confirm");
    confirm.hidden = !waits || stands === null;
    const blind = twoOf(cell) && !twoOf(cell).bothIn;
    confirm.textContent = blind ? `Hand in ${stands}` : `Confirm ${stands}`;
    cell.querySelector(".course-waits").hidden = !waits;
    offerAll();
    const sum = cell.querySelector(".course-sum");
    if (!sum) return;
    const boxes = boxesOf(cell);
    const filled = boxes.filter((box) => Number.isFinite(number(box)));
    const total = round(filled.reduce((all, box) => all + number(box), 0));
    const manual = grade.get("manual_score");
    if (!filled.length) sum.textContent = `${boxes.length} boxes add up to it.`;
    else if (filled.length < boxes.length) sum.textContent = `${filled.length} of ${boxes.length} criteria, ${total} so far.`;
    else if (manual === null || Math.abs(Number(manual) - total) > 1e-6) sum.textContent = `The criteria make ${total}; learners see only the mark.`;
    else sum.textContent = "The sum of the criteria.";
  };

  const saveCriteria = (cell) => inTurn(async () => {
    const boxes = boxesOf(cell);
    const [wrong] = boxes.filter((box) => !fits(box));
    if (wrong) {
      say(`Criterion ${wrong.dataset.number}: expected 0 to ${wrong.dataset.most} points. Not saved.`, true);
      return;
    }
    const filled = Object.fromEntries(boxes.filter((box) => number(box) !== null).map((box) => [box.dataset.number, number(box)]));
    const grade = gradeOf(cell);
    try {
      const answer = await put(`criteria/${grade.id}`, { points: filled, ...unsaved.saw(cell) });
      if (!answer.ok) throw await refusal(answer);
      if (boxes.every((box) => number(box) !== null)) {
        const sum = round(Object.values(filled).reduce((all, each) => all + each, 0));
        // Its own listeners tell of a failure.
        await Promise.resolve(grade.save({ manual_score: sum }, { withinTurn: true })).catch(() => {});
      } else {
        $(document).trigger("finished_saving");
        say("Saved");
      }
    } catch (error) {
      failed(cell, error.status, error.message);
    }
    shown(cell);
  });

  const offer = (cell, texts) => {
    const group = cell.querySelector(".course-reuse");
    if (!group || !texts || !texts.length) return;
    for (const text of texts) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tabbable";
      button.dir = "auto";
      button.textContent = text;
      button.addEventListener("click", () => {
        const comment = cell.querySelector(".comment");
        comment.value = comment.value.trim() ? `${comment.value.trimEnd()}\n\n${text}` : text;
        $(comment).trigger("change");
        autosize.update(comment);
      });
      // nbgrader knows only what stood here as the page was loaded.
      button.addEventListener("focus", () => { formgrader.last_selected = $(button); });
      group.append(button);
    }
    group.hidden = false;
  };

  const handIn = (cell) => inTurn(async () => {
    const grade = gradeOf(cell);
    const answer = await put(`hand-in/${grade.id}`, { seen: unsaved.saw(cell).seen });
    if (!answer.ok) {
      failed(cell, answer.status, await reasonOf(answer));
      return;
    }
    if ((await answer.json()).bothIn) location.reload();
    else grade.fetch({ success: () => { say("Handed in"); shown(cell); } });
  });

  // Who marks it besides, and, when both are in, what the two gave.
  const tell = (cell) => {
    const said = twoOf(cell);
    if (!said) return;
    const part = document.createElement("div");
    part.className = "course-two";
    const line = document.createElement("p");
    part.append(line);
    if (!said.bothIn) {
      cell.dataset.blind = "yes";
      line.textContent = said.mayMark
        ? `Two mark this essay. You mark as ${said.marker}. Neither sees the other’s mark until both are handed in.`
        : "Two others mark this essay. Nothing is shown of their marks until both are handed in.";
      cell.querySelector(".extra-credit").closest("label").hidden = true;
      if (!said.mayMark) for (const box of cell.querySelectorAll("input, textarea")) box.disabled = true;
    } else {
      line.textContent = said.toModerate
        ? `The two marks differ by more than ${said.tolerance}. The mark that you give here is the moderated one.`
        : "Both marks are handed in.";
      const table = document.createElement("table");
      const row = (head, values) => {
        const made = table.insertRow();
        const first = document.createElement("th");
        first.scope = "row";
        first.textContent = head;
        made.append(first);
        for (const value of values) made.insertCell().textContent = value ?? "–";
      };
      row("Marker", said.marks.map((each) => each.marker));
      for (const box of boxesOf(cell)) row(`Criterion ${box.dataset.number}`, said.marks.map((each) => each.criteria[box.dataset.number]));
      row("Points", said.marks.map((each) => each.points));
      row("Comment", said.marks.map((each) => each.comment || "–"));
      for (const each of table.querySelectorAll("td")) each.dir = "auto";
      part.append(table);
    }
    cell.querySelector(".course-marking").prepend(part);
  };

  const prepare = async () => {
    const cells = [...document.querySelectorAll(".nbgrader_cell")];
    const before = await given();
    two = before.two || {};
    for (const cell of cells) {
      const id = cell.querySelector(".score").id;
      for (const box of boxesOf(cell)) box.value = before.criteria[id]?.[box.dataset.number] ?? "";
      offer(cell, before.comments[id]);
      tell(cell);
      const grade = gradeOf(cell);
      if (grade) grade.on("change sync", () => shown(cell));
      const comment = formgrader.comments.find((each) => each.get("name") === id);
      for (const model of [grade, comment]) {
        if (model) model.on("error", (_, answer) => failed(cell, answer.status, answer.responseJSON?.message || answer.statusText));
      }
      // nbgrader promises formulas here, which a page of feedback does not set.
      const box = cell.querySelector(".comment");
      if (box && box.placeholder.includes("MathJax")) box.placeholder = "";
      unsaved.show(cell);
      shown(cell);
    }
    document.documentElement.dataset.ready = "yes";
  };

  const saveMark = GradeUI.prototype.save;
  GradeUI.prototype.save = function () {
    const most = this.model.get("max_score");
    const boxes = [[this.$score[0], most], [this.$extra_credit[0], Infinity]];
    const [wrong] = boxes.filter(([box, limit]) => !points.within(box, limit));
    if (wrong) say(`“${wrong[0].value.trim()}”: expected ${wrong[1] === most ? `0 to ${most}` : "a number of"} points. Not saved.`, true);
    else saveMark.call(this);
  };

  // Without a place in the address, begin where something is to be given.
  const atPlace = FormGrader.prototype.setIndexFromUrl;
  FormGrader.prototype.setIndexFromUrl = function () {
    atPlace.call(this);
    if (/[?&]index=\d/.test(location.search)) return;
    const first = document.querySelector(".course-criterion") || document.querySelector(".score");
    this.setCurrentIndex(Math.max(0, $(".tabbable").index(first)));
    this.last_selected = $($(".tabbable")[this.current_index]);
  };

  // nbgrader stops at what is hidden or disabled, and there the Tab key would seem dead.
  FormGrader.prototype.selectInput = function (index) {
    const all = $(".tabbable");
    const step = index < this.getIndex(this.last_selected) ? -1 : 1;
    const next = (place) => (place + all.length) % all.length;
    let place = next(index);
    for (let tried = 0; tried < all.length && (all[place].disabled || !all[place].checkVisibility()); tried += 1) place = next(place + step);
    $(all[place]).trigger("select").trigger("focus");
  };

  document.addEventListener("DOMContentLoaded", () => {
    // A table that fits need not be scrolled, so it is no stop on the way from box to box.
    for (const wide of document.querySelectorAll(".wide")) {
      if (wide.scrollWidth > wide.clientWidth) wide.classList.add("tabbable");
      else wide.removeAttribute("tabindex");
    }
    $(document).on("change", ".course-criterion", (event) => saveCriteria(event.target.closest(".nbgrader_cell")));
    $(document).on("click", ".course-confirm", (event) => {
      const cell = event.target.closest(".nbgrader_cell");
      if (twoOf(cell) && !twoOf(cell).bothIn) handIn(cell);
      else confirm(cell);
      cell.querySelector(".score").focus();
    });
    $("#course-confirm-all").on("click", () => {
      document.querySelector("#course-waiting").focus();
      toConfirm().forEach(confirm);
    });
    $("#course-name").on("click", function () {
      const on = this.getAttribute("aria-pressed") !== "true";
      this.setAttribute("aria-pressed", String(on));
      document.querySelector(".name-shown").hidden = !on;
      document.querySelector(".name-hidden").hidden = on;
    });
    $(".course-nav").on("click", "a.tabbable", function (event) {
      event.preventDefault();
      formgrader.save(() => { window.location = this.href; });
    });
  });

  $(window).on("load", () => {
    const loaded = setInterval(() => {
      if (!formgrader.grades || !formgrader.grades.loaded || !formgrader.comments.loaded) return;
      clearInterval(loaded);
      prepare();
    }, 30);
  });
})();
