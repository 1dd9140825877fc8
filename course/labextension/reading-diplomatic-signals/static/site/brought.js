// What a learner brings back: a journal, or an archive with one, looked through before anything is touched.

import { unzip } from "./zip.js";
import * as words from "../words.js";

export const JOURNAL = "journal.json";
const MOST = 20_000_000; // bytes of a journal (`course/journal/record.py`)

const last = (name) => name.split("/").pop();
const hidden = (name) => name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");

// `journal` as bytes, and `notebooks` as pairs of a name and what it holds. Throws an Error that says what is wrong.
export async function looked({ name, bytes }) {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped && !/\.json$/i.test(name)) throw new Error(words.notOurs(name));
  const wanted = (each) => !hidden(each) && (last(each) === JOURNAL || each.endsWith(".ipynb"));
  const files = zipped ? await unzip(bytes, wanted) : [[JOURNAL, bytes]];
  const journals = files.filter(([each]) => last(each) === JOURNAL);
  if (!journals.length) throw new Error(words.NO_JOURNAL);
  if (journals.length > 1) throw new Error(words.twoJournals(journals.map(([each]) => each)));
  if (journals[0][1].length > MOST) throw new Error(words.TOO_LARGE);
  const notebooks = files.filter(([each]) => each.endsWith(".ipynb")).map(([each, data]) => [last(each), parsed(each, data)]);
  return { journal: journals[0][1], notebooks };
}

function parsed(name, data) {
  try {
    const notebook = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
    if (Array.isArray(notebook?.cells)) return notebook;
  } catch {
    // said below
  }
  throw new Error(words.badNotebook(name));
}
