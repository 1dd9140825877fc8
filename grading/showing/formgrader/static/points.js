// Points as they are typed into a box: in whatever script, with a point or a comma. A box of type="number" gives a script
// what it made of the text, by the browser's language: of “0,5” it makes 5.
var points = (() => {
  const DIGIT = /\p{Nd}/u;
  const PARTS = { "¼": ".25", "½": ".5", "¾": ".75" };
  const NUMBER = /^(\d+(\.\d+)?|\.\d+)$/;

  // Unicode has the ten digits of a script in a row.
  const digit = (each) => {
    let place = 0;
    while (DIGIT.test(String.fromCodePoint(each.codePointAt(0) - place - 1))) place += 1;
    return String(place % 10);
  };

  // null if nothing is typed, NaN if it is no number.
  const number = (box) => {
    const typed = [...box.value.trim()].map((each) => (DIGIT.test(each) ? digit(each) : PARTS[each] ?? each)).join("");
    const plain = typed.replace(/[,٫，．]/, ".");
    if (plain === "") return null;
    return NUMBER.test(plain) ? Number(plain) : NaN;
  };

  // nbgrader would keep a number in the place of one that is too large, and nothing in the place of what it can't read.
  const within = (box, most) => {
    const value = number(box);
    const fits = value === null || (value >= 0 && value <= most);
    box.setAttribute("aria-invalid", String(!fits));
    if (fits && value !== null) box.value = String(value);
    return fits;
  };

  document.addEventListener("keydown", (event) => {
    const box = event.target, way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || !box.matches(".course-criterion") || !within(box, Number(box.dataset.most))) return;
    event.preventDefault();
    const next = (number(box) ?? 0) + way * Number(box.dataset.step);
    box.value = String(Math.min(Math.max(next, 0), Number(box.dataset.most)));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });

  return { number, within };
})();
