// A mark goes with what the page showed of the work. If that is other work by now, the server keeps nothing, and what was
// typed stays: in its boxes, and after the page was loaded again in a note beside them.
var unsaved = (() => {
  const place = `course-unsaved-${submission_id}`;
  const cellOf = (name) => document.getElementById(name)?.closest(".nbgrader_cell");
  const saw = (cell) => ({ seen: cell?.dataset.seen, blind: cell?.dataset.blind === "yes" });

  for (const kind of [Grade, Comment]) {
    const told = kind.prototype.toJSON;
    kind.prototype.toJSON = function () {
      return { ...told.call(this), ...saw(cellOf(this.get("name"))) };
    };
  }

  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(place)) || {};
    } catch {
      return {};
    }
  };

  const keep = (all) => {
    try {
      sessionStorage.setItem(place, JSON.stringify(all));
    } catch {
      // Without a store of the browser's the boxes still hold it until the page is loaded again.
    }
  };

  const nameOf = (cell) => cell.querySelector(".score").id;

  const typed = (cell) => {
    const lines = [];
    const add = (label, box) => { if (box && box.value.trim()) lines.push([label, box.value.trim()]); };
    for (const box of cell.querySelectorAll(".course-criterion")) add(`Criterion ${box.dataset.number}`, box);
    add("Points", cell.querySelector(".score"));
    add("Extra", cell.querySelector(".extra-credit"));
    add("Comment", cell.querySelector(".comment"));
    return lines;
  };

  // One alert in each cell, where whoever marks is looking.
  const alert = (cell) => {
    let note = cell.querySelector(".course-unsaved");
    if (!note) {
      note = document.createElement("div");
      note.className = "course-flags course-unsaved";
      note.setAttribute("role", "alert");
      (cell.querySelector(".course-marking") || cell).prepend(note);
    }
    note.replaceChildren();
    return note;
  };

  const line = (note, text) => {
    const made = document.createElement("p");
    made.dir = "auto";
    made.textContent = text;
    note.append(made);
  };

  // The server kept nothing: say why, and hold what was typed.
  const refused = (cell, why) => {
    line(alert(cell), `${why} What you typed stays here until then, and is shown beside the boxes afterwards.`);
    keep({ ...kept(), [nameOf(cell)]: typed(cell) });
  };

  // After the page was loaded again.
  const show = (cell) => {
    const lines = kept()[nameOf(cell)];
    if (!lines || !lines.length) return;
    const note = alert(cell);
    line(note, "You typed this for what stood here before, and it was not saved. Look at the work as it is now.");
    for (const [label, text] of lines) line(note, `${label}: ${text}`);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tabbable";
    button.textContent = "Forget it";
    button.addEventListener("click", () => {
      note.remove();
      const { [nameOf(cell)]: _, ...others } = kept();
      keep(others);
    });
    note.append(button);
  };

  return { refused, saw, show };
})();
