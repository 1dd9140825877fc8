// Files of the browser's storage as bytes, given to the learner and taken back.

import { zip } from "./zip.js";

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0));

export const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
export const joined = (folder, name) => (folder ? `${folder}/${name}` : name);

export function bytesOf({ content, format }) {
  if (format === "json") return encode(JSON.stringify(content, null, 1));
  return format === "base64" ? decode(content) : encode(content ?? "");
}

export async function read(contents, path) {
  try {
    return bytesOf(await contents.get(path, { content: true }));
  } catch {
    return null;
  }
}

// Beside a journal, one that was brought back: what it held has been joined, or is asked about.
export const brought = (at) => `journal (brought back ${at}).json`;
const LEFT_OUT = /^(\.|journal \(brought back )/;

// All files in a folder, as pairs of the path from its parent, and bytes; without hidden ones and journals brought back.
export async function filesOf(contents, folder, within) {
  const { content } = await contents.get(folder, { content: true }), found = [];
  for (const { name, path, type } of [...content].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LEFT_OUT.test(name)) continue;
    if (type === "directory") found.push(...(await filesOf(contents, path, `${within}/${name}`)));
    else found.push([`${within}/${name}`, bytesOf(await contents.get(path, { content: true }))]);
  }
  return found;
}

export function give(name, data, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function giveFolder(contents, folder, name) {
  give(`${name}.zip`, zip(await filesOf(contents, folder, name)));
}

// The file that a learner chooses; null if none.
export function chosen(accept) {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept, hidden: true, className: "rds-file" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      input.remove();
      resolve(file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null);
    });
    input.addEventListener("cancel", () => (input.remove(), resolve(null)));
    document.body.append(input);
    input.click();
  });
}
