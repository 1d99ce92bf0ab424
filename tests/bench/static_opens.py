"""How the static edition opens: seconds and bytes, beside a bare page that only starts Pyodide.

Run it with `make bench-static`. The bare page loads the same files of Pyodide and runs `1 + 1`, so that what
a busy machine takes, and what the browser's Python takes by itself, can be told from what is ours.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
PATIENCE = 300_000
BARE = """<!doctype html><title>bare</title><script type="module">
import {{ loadPyodide }} from "./{at}/pyodide.mjs";
const types = {{
  "pyodide.asm.mjs": "text/javascript",
  "pyodide.asm.wasm": "application/wasm",
  "python_stdlib.zip": "application/zip",
}};
const loads = fetch.bind(window);
const unpacked = async (name) => new Response(
  (await loads(`./{at}/${{name}}.bin`)).body.pipeThrough(new DecompressionStream("gzip")),
  {{ headers: {{ "content-type": types[name] }} }},
);
window.fetch = (address, more) => {{
  const name = String(address).split("/").at(-1);
  return name in types ? unpacked(name) : loads(address, more);
}};
const script = URL.createObjectURL(await (await unpacked("pyodide.asm.mjs")).blob());
const {{ default: createPyodideModule }} = await import(script);
const python = await loadPyodide({{ createPyodideModule }});
const button = document.createElement("button");
button.textContent = python.runPython("1 + 1");
document.body.append(button);
</script>"""


@contextmanager
def hosted(made: Path):
    """Serve a copy of the folder, with the bare page in it, as any host would."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        site = Path(folder) / "site"
        shutil.copytree(made, site)
        at = (site / ".infoview-static").read_text(encoding="utf-8").strip()
        (site / "bare.html").write_text(BARE.format(at=at), encoding="utf-8")
        command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", site]
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen([str(part) for part in command], text=True, **pipe) as server:
            try:
                port = re.search(r"port (\d+)", server.stdout.readline())[1]
                yield f"http://127.0.0.1:{port}/"
            finally:
                server.terminate()


def opened(page: Page, url: str, first: str) -> float:
    """Open an address and wait until its first control can be used; the seconds it took."""
    began = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(first).first.wait_for(timeout=PATIENCE)
    return time.perf_counter() - began


def megabytes_of(page: Page, act) -> tuple[float, float]:
    """Do something, and tell its result and the megabytes that came from the network meanwhile."""
    asked = []

    def note(request):
        asked.append(request)

    page.on("requestfinished", note)
    result = act()
    page.remove_listener("requestfinished", note)
    return result, sum(map(size_of, asked)) / 1_000_000


def size_of(request) -> float:
    """The bytes of an answer that came from the network; 0 where the browser had it."""
    answer = request.response()
    if answer is None or answer.from_service_worker:
        return 0
    return request.sizes()["responseBodySize"]


def measured(browser: Browser, url: str, first: str) -> None:
    """Open a page in a browser without a past, and again, and print what it took."""
    page = browser.new_context().new_page()
    for said in ("cold", "warm", "warm"):
        seconds, megabytes = megabytes_of(page, lambda: opened(page, url, first))
        click.echo(f"{url.rsplit('/', 1)[-1] or 'workbook':10} {said}: {seconds:5.1f} s, {megabytes:5.1f} MB")
        if first != "button":
            page.locator("#kept-offline").get_by_text("without").wait_for(state="attached", timeout=PATIENCE)
    page.context.close()


def main() -> None:
    """Measure, and print what was found."""
    made = Path(sys.argv[1])
    with hosted(made) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        load = " ".join(f"{number:.1f}" for number in os.getloadavg())
        click.echo(f"load of this machine: {load}, on {os.cpu_count()} processors")
        measured(browser, f"{url}bare.html", "button")
        measured(browser, url, ".iv-stage input, .iv-stage button")


if __name__ == "__main__":
    main()
