// Compiles Python modules with the very Python that will run them: node compile.mjs PYODIDE ARCHIVE
// The archive of .py files is replaced by one of .pyc files, without the docstrings, which nobody reads there.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [runtime, archive] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
const pyodide = await loadPyodide({ indexURL: `${runtime}/`, lockFileURL: `${runtime}/pyodide-lock.json` });
pyodide.FS.writeFile("/tmp/sources.zip", readFileSync(archive));
pyodide.runPython(`
import py_compile, zipfile
from pathlib import Path

source, made = Path("/tmp/module.py"), Path("/tmp/module.pyc")
with zipfile.ZipFile("/tmp/sources.zip") as old, zipfile.ZipFile("/tmp/compiled.zip", "w") as new:
    for name in old.namelist():
        source.write_bytes(old.read(name))
        py_compile.compile(source, made, name, doraise=True, optimize=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
        new.writestr(name + "c", made.read_bytes())
`);
writeFileSync(archive, pyodide.FS.readFile("/tmp/compiled.zip"));
