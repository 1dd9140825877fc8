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

// All files in a folder, as pairs of the path from its parent, and bytes; without hidden ones.
export async function filesOf(contents, folder, within) {
  const { content } = await contents.get(folder, { content: true }), found = [];
  for (const { name, path, type } of [...content].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith(".")) continue;
    if (type === "directory") found.push(...(await filesOf(contents, path, `${within}/${name}`)));
    else found.push([`${within}/${name}`, bytesOf(await contents.get(path, { content: true }))]);
  }
  return found;
}

export function base64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(binary);
}

export function give(name, data, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const giveZip = (name, found) => give(name, zip(found));

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
