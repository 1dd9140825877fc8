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

// The files of an archive that are wanted, as pairs. Throws an Error if it is none, is damaged, or is of another kind.
export async function unzip(bytes, wanted = () => true) {
  const entries = listed(bytes).filter(({ name }) => !name.endsWith("/") && wanted(name));
  const found = [];
  for (const each of entries) {
    const data = await unpacked(bytes, each);
    if (crc32(data) !== each.sum) throw new Error(`The zip archive is damaged: ${each.name} is not what was packed.`);
    found.push([each.name, data]);
  }
  return found;
}

function listed(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), found = [];
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("It is no zip archive, or not all of one.");
  const u16 = (at) => view.getUint16(at, true), u32 = (at) => view.getUint32(at, true);
  try {
    let at = u32(end + 16);
    for (let n = u16(end + 10); n > 0; n--) {
      if (u32(at) !== CENTRAL) throw new RangeError();
      const path = u16(at + 28), local = u32(at + 42);
      if (u32(local) !== LOCAL) throw new RangeError();
      const begin = local + 30 + u16(local + 26) + u16(local + 28);
      found.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + path)),
        packed: bytes.subarray(begin, begin + u32(at + 20)), method: u16(at + 10), sum: u32(at + 16), locked: u16(at + 8) & 1,
      });
      at += 46 + path + u16(at + 30) + u16(at + 32);
    }
  } catch {
    throw new Error("The zip archive is damaged.");
  }
  return found;
}

async function unpacked(bytes, { name, packed, method, locked }) {
  if (locked || ![0, 8].includes(method)) throw new Error(`${name} is packed in a way that is not known here.`);
  if (method === 0) return packed;
  const parts = [], reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done && size <= MOST; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
    }
  } catch {
    throw new Error(`The zip archive is damaged: ${name} can’t be unpacked.`);
  }
  if (size > MOST) throw new Error(`${name} is too large.`);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
