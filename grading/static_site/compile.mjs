// Run by Node: node compile.mjs <folder of Pyodide> <folder of wheels> <folder for what is made>
// Compiles the Python of wheels with the very Python of Pyodide. Of each file the byte code alone is kept.
import { pathToFileURL } from "node:url";

const [pyodide, given, made] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${pyodide}/`, env: { PYTHONHASHSEED: "0", HOME: "/" } });
python.mountNodeFS("/given", given);
python.mountNodeFS("/made", made);
python.runPython(`
import base64, hashlib, importlib.util, marshal, pathlib, zipfile

SITE, DATE = "/lib/python3.14/site-packages/", (2020, 2, 2, 0, 0, 0)

def compiled(name, data):
    code = compile(data, SITE + name, "exec", dont_inherit=True)
    # "Unchecked": Python takes it as it is, and compares it with no source.
    head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + importlib.util.source_hash(data)
    return name + "c", head + marshal.dumps(code)

for path in sorted(pathlib.Path("/given").glob("*.whl")):
    files = {}
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if not n.endswith("/")):
            data = archive.read(name)
            if name.endswith(".py"):
                name, data = compiled(name, data)
            files[name] = data
    (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
        lines.append(f"{name},," if name == record else f"{name},sha256={digest},{len(data)}")
    files[record] = ("\\n".join(lines) + "\\n").encode()
    with zipfile.ZipFile(f"/made/{path.name}", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[name])
`);
