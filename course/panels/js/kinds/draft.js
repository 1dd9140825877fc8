// Write freely: a box that grows with the text, and how many words are in it.

CONTROLS.draft = (question, id, change) => {
  const box = control("textarea", { id: `${id}-draft`, rows: 10, maxlength: question.most, "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-words` });
  const words = h("p", { class: "dr-words", id: `${id}-words` });
  const show = () => {
    const count = (box.value.match(/\S+/g) ?? []).length;
    say(words, `${count} ${count === 1 ? "word" : "words"}`);
  };
  box.addEventListener("input", () => { show(); change(); });
  // Else the notebook takes Enter for itself, and no second line can be begun.
  for (const kind of ["keydown", "keypress"]) box.addEventListener(kind, (event) => event.stopPropagation());
  show();
  return {
    rest: 600,
    node: h("div", {}, box, words),
    read: () => box.value || null,
    write: (value) => {
      const text = typeof value === "string" ? value : "";
      if (box.value !== text) box.value = text; // else the cursor would jump
      show();
    },
  };
};
