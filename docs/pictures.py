"""Takes the pictures of the app for these pages, from the sample logbook: `make pictures`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
DAY = "2026-11-23"  # the day the sample logbook tells of
WIDTH, HEIGHT = 1100, 700
SHOWN = {
    "today": "?step=start&part=today",
    "contacts": "?step=contacts&part=people",
    "requests": "?step=requests&part=write",
    "questions": "?step=questions&part=questions",
    "debrief": "?step=debrief&part=learned",
    "progress": "?step=progress&part=adds_up",
}


def take(page: Page, address: str) -> None:
    """Photograph what each step looks like."""
    for name, place in SHOWN.items():
        page.goto(address + place)
        page.locator(".iv-stage .iv-section:visible").first.wait_for()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=HERE / "pictures" / f"{name}.png")


def main() -> None:
    """Open the sample logbook in the app, and take every picture."""
    command = [sys.executable, "-m", "infoview"]
    (HERE / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures") as folder:
        book = str(Path(folder) / "sample.infoview")
        there = {**os.environ, "INFOVIEW_TODAY": DAY}
        subprocess.run([*command, "demo", book], check=True, env=there)
        with subprocess.Popen(
            [*command, "app", book, "--no-browser", "--port", "0"],
            stdout=subprocess.PIPE, text=True, env=there,
        ) as app:  # fmt: skip
            try:
                said = next(line for line in app.stdout or () if "http" in line)
                address = re.search(r"http\S+/", said)
                with sync_playwright() as browsers:
                    browser = browsers.chromium.launch(
                        executable_path=os.environ.get("CHROMIUM") or None, args=["--no-sandbox"]
                    )
                    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
                    take(page, address.group() if address else "")
                    browser.close()
            finally:
                app.terminate()


if __name__ == "__main__":
    main()
