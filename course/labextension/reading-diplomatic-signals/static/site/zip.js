// Archives: made without compression, and read as others make them. Pure, but for the browser's own inflating.

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50, UTF8 = 0x800;
const MOST = 64 * 1024 * 1024; // bytes that a file may unpack to

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

export function crc32(bytes) {
  let found = ~0;
  for (const each of bytes) found = TABLE[(found ^ each) & 255] ^ (found >>> 8);
  return ~found >>> 0;
}

function record(size, fields) {
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

// `files` are pairs of a name and its bytes; `when` is the time that they all get.
export function zip(files, when = new Date()) {
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const date = (Math.max(0, when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  const parts = [], central = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const path = new TextEncoder().encode(name);
    const told = [[2, UTF8], [2, 0], [2, time], [2, date], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
    parts.push(record(30, [[4, LOCAL], [2, 20], ...told]), path, bytes);
    central.push(record(46, [[4, CENTRAL], [2, 20], [2, 20], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), path);
    at += 30 + path.length + bytes.length;
  }
  const size = central.reduce((sum, each) => sum + each.length, 0);
  const end = record(22, [[4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
  return new Blob([...parts, ...central, end], { type: "application/zip" });
}

// The files of an archive, as pairs. Throws an Error if it is none, or one of another kind.
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), found = [];
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("It is no zip archive.");
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error("The zip archive is damaged.");
    const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [path, extra, comment, local] = [28, 30, 32].map((each) => view.getUint16(at + each, true)).concat(view.getUint32(at + 42, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + path));
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (size > MOST) throw new Error(`${name} is too large.`);
    if (!name.endsWith("/")) found.push([name, await inflated(bytes.subarray(begin, begin + packed), method)]);
    at += 46 + path + extra + comment;
  }
  return found;
}

async function inflated(bytes, method) {
  if (method === 0) return bytes;
  if (method !== 8) throw new Error("The zip archive is packed in a way that is not known here.");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
