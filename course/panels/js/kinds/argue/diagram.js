// Where the boxes and arrows of an argument go: premises to the left, what follows to the right; or one below the other.

const TYPE = { size: 12, line: 16, pad: 8 }; // px; the size is that of --rs-chart
const BESIDE = { least: 620, widest: 300, between: 76, gap: 14 }; // px: room that columns need, a box, between columns, between boxes
const BELOW = { gap: 22, indent: 12, gutter: 46 }; // px: between boxes, what each column is set in, and where arrows run

// A text in lines that are no wider than so many px, as the page would draw it.
function inLines(text, width, pen) {
  const found = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) {
      found.push(line);
      line = word;
    } else line = longer;
  }
  return [...found, line].filter((each) => each);
}

// Columns of boxes {head, text} and arrows [[column, n], [column, n]], placed: {width, height, boxes, ways}. A box gets x, y,
// width, height and its lines; a way is the path of an arrow, with the place where a word beside it stands.
function diagram(columns, arrows, room, pen) {
  return room >= BESIDE.least ? sideBySide(columns, arrows, room, pen) : stacked(columns, arrows, room, pen);
}

function sized(box, width, pen) {
  const lines = inLines(box.text, width - 2 * TYPE.pad, pen), head = inLines(box.head, width - 2 * TYPE.pad, pen);
  return { ...box, width, heads: head, lines, height: 2 * TYPE.pad + TYPE.line * (head.length + lines.length) };
}

function sideBySide(columns, arrows, room, pen) {
  const width = Math.min(BESIDE.widest, (room - 4 - (columns.length - 1) * BESIDE.between) / columns.length);
  const pitch = width + BESIDE.between, last = columns.length - 1;
  // An arrow that leaves a column out passes it between the boxes: it has a place of its own there, without a box.
  const passing = arrows.filter(([[from], [to]]) => to - from > 1);
  const lanes = columns.map((column) => column.map((box) => sized(box, width, pen)));
  const inner = lanes.map((lane, c) => [...lane, ...(c > 0 && c < last ? passing.map((arrow) => ({ arrow, height: 2 })) : [])]);
  const tall = (lane) => lane.reduce((sum, { height }) => sum + height + BESIDE.gap, -BESIDE.gap);
  const height = Math.max(...inner.map(tall)) + 4, middles = new Map();
  inner.forEach((lane, c) => {
    // A box stands about where what it follows from stands, so that arrows seldom cross.
    const sources = (each) => (each.arrow ? [each.arrow[0]] : arrows.filter(([, to]) => to[0] === c && lanes[c][to[1]] === each).map(([from]) => from));
    const wish = (each) => { const ys = sources(each).map((from) => middles.get(from.join()) ?? 0); return ys.length ? ys.reduce((a, b) => a + b) / ys.length : 0; };
    const order = c ? [...lane].sort((a, b) => wish(a) - wish(b)) : lane;
    let y = 2 + (height - 4 - tall(lane)) / 2;
    for (const each of order) {
      Object.assign(each, { x: 2 + c * pitch, y });
      middles.set(each.arrow ? `passing ${passing.indexOf(each.arrow)} ${c}` : `${c},${lanes[c].indexOf(each)}`, y + each.height / 2);
      y += each.height + BESIDE.gap;
    }
  });
  const bend = BESIDE.between / 2, curve = (x1, y1, x2, y2) => `C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
  const ways = arrows.map((arrow) => {
    const [from, to] = arrow, end = middles.get(to.join()), n = passing.indexOf(arrow);
    let x = 2 + from[0] * pitch + width, y = middles.get(from.join()), d = `M${x} ${y}`;
    for (let c = from[0] + 1; c < to[0]; c += 1) {
      const through = middles.get(`passing ${n} ${c}`), left = 2 + c * pitch;
      d += `${curve(x, y, left, through)} H ${left + width}`;
      [x, y] = [left + width, through];
    }
    const tip = 2 + to[0] * pitch - 3;
    return { d: d + curve(x, y, tip, end), word: [tip - 9, end - 6], anchor: "end" };
  });
  return { width: room, height, boxes: lanes, ways };
}

function stacked(columns, arrows, room, pen) {
  const width = Math.max(120, room - 4 - BELOW.gutter - (columns.length - 1) * BELOW.indent);
  let y = 2;
  const boxes = columns.map((column, c) => column.map((box) => {
    const placed = { ...sized(box, width, pen), x: 2 + c * BELOW.indent, y };
    y += placed.height + BELOW.gap;
    return placed;
  }));
  const right = Math.max(...boxes.flat().map((box) => box.x + box.width));
  const ways = arrows.map(([from, to], n) => {
    const a = boxes[from[0]][from[1]], b = boxes[to[0]][to[1]], out = right + 12 + ((n * 7) % (BELOW.gutter - 20));
    const y1 = a.y + a.height / 2, y2 = b.y + b.height / 2 - 6, tip = b.x + b.width + 3;
    return { d: `M${a.x + a.width} ${y1} C ${out} ${y1}, ${out} ${y1}, ${out} ${y1 + 14} V ${y2 - 14} C ${out} ${y2}, ${out} ${y2}, ${tip} ${y2}`,
      word: [tip + 8, y2 + 18], anchor: "start" };
  });
  return { width: room, height: y - BELOW.gap + 2, boxes, ways };
}
