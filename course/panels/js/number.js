// What a number typed as a percentage means, in whatever script and with whatever separator. Pure; no page, no widget.
// tests/data/percentages.json holds it to what is meant. A probability is kept as it was typed, never rounded, and is
// certain (0 or 1) only if exactly that was typed.

// The zero of each set of decimal digits; Unicode has the nine others in order behind it.
const ZEROS = [..."0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０"].map((zero) => zero.codePointAt(0));
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const HALVES = { "¼": ".25", "½": ".5", "¾": ".75" };
const NUMBER = /^(%\s*)?(\d+(?:\.\d+)?|\.\d+)(\s*(?:%|percent|per cent|pct|prozent|درصد|प्रतिशत))?$/i;

function plainNumber(text) {
  const digit = (each) => {
    const code = each.codePointAt(0), zero = ZEROS.find((from) => code >= from && code < from + 10);
    return zero === undefined ? HALVES[each] ?? each : String(code - zero);
  };
  return [...text.replace(UNSEEN, "")].map(digit).join("").replace(/[,٫،，．]/g, ".").replace(/[٪％﹪]/g, "%")
    .replace(/[−–﹣－]/g, "-").trim();
}

// A probability in per cent with all its digits, and a point: 0.125 gives 12.5.
function inPercent(probability) {
  const [digits, power = "0"] = String(probability).split("e");
  return Number(`${digits}e${Number(power) + 2}`).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}

const WRITE = "Write a number from 0 to 100, such as 12.5 or 12,5.";

// {value: a probability, or null if nothing is typed}, {either: two probabilities that may be meant, fault} or {fault: why
// it can't be understood}.
function readPercent(text) {
  const plain = plainNumber(text), shown = `“${text.trim()}”`;
  if (plain === "") return { value: null };
  const negative = /^-\s*/.test(plain), found = NUMBER.exec(plain.replace(/^-\s*/, ""));
  if (!found || (found[1] && found[3])) return { fault: `${shown} can’t be read as a number. ${WRITE}` };
  if (negative) return { fault: `${shown} is less than 0 %. ${WRITE}` };
  const number = Number(found[2]), sign = found[1] || found[3];
  const nought = /^0*(\.0*)?$/.test(found[2]), certain = /^0*100(\.0*)?$/.test(found[2]);
  if (number > 100) return { fault: `${shown} is more than 100 %. ${WRITE}` };
  const value = Number(`${found[2]}e-2`);
  if ((value === 0 && !nought) || (value === 1 && !certain)) return { fault: `${shown} is too near to certainty to be kept. Write fewer digits, or ${value ? 100 : 0}.` };
  if (sign || nought || number > 1 || !found[2].includes(".")) return { value };
  const either = [value, Number(found[2])];
  return { either, fault: `${shown} may mean ${either.map((each) => `${inPercent(each)} %`).join(" or ")}. Choose one, or write it with the sign %.` };
}
