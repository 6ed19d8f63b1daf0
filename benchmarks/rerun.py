"""What does a rerun of the app cost beside a rerun of an empty Streamlit page as shipped?

    python benchmarks/rerun.py [--runs 20] [--example NAME]

Starts both servers on free loopback ports, the app with an empty store in a temporary folder and the empty page
without any settings of ours, and drives both turn and turn about in one headless Chromium. On the role-fit page it
unfolds and folds a part, which reruns the page; on the intake page it clicks options of a question.

observed_page.js takes the times inside the page. Server: from the message that the widget sends to the message
that the script has finished. Browser: from there to the last change of the page before it stays still. Both: their
sum, what a person waits. The empty page is often drawn before its script has ended, so its browser time is next to
nothing and the ratio of it says little; the ratio of both says what a person notices.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.observed_page import Times, opened, press, wait_until_still
from fcio.knowledge.load import load

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EMPTY_PAGE = 'import streamlit as st\n\nst.radio("Probe", ["a", "b"])\n'
WARM_UP = 3
QUESTION_LIST = "All questions and answers"
FOLDED_PART = "The numbers"
SERVER_TARGET = 1.0
BROWSER_TARGETS = {"intake": 1.2, "role fit": 2.0}


@contextmanager
def server(script: Path, **environment: str) -> Iterator[str]:
    """The address of a Streamlit server for this script, stopped at the end."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("STREAMLIT_")}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=script.parent, env=kept | environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_healthy(process, address)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def wait_until_healthy(process: subprocess.Popen[bytes], address: str) -> None:
    """Return when the server answers; stop when it ended or takes a minute."""
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("a server did not start")


def ask_again(page: Page) -> None:
    """Put a question with options on screen by way of the list of all questions."""
    question = next(q for q in load().questions if q.kind == "one" and not q.shown_when)
    press(page, fold(page, QUESTION_LIST))
    chooser = page.get_by_role("combobox", name="Go to a question")
    chooser.fill(question.label)
    chooser.press("Enter")
    page.get_by_role("heading", name=question.text, exact=True).wait_for()
    wait_until_still(page)
    press(page, fold(page, QUESTION_LIST))


def another_option(page: Page) -> Locator:
    """An option of the question on screen that is not chosen; asks a question again if there is none on screen."""
    radio = page.get_by_test_id("stMain").get_by_test_id("stRadio")
    if not radio.count():
        ask_again(page)
    return radio.first.locator("label:has(input:not(:checked))").first


def fold(page: Page, title: str) -> Locator:
    """The line that folds and unfolds a part of the page."""
    return page.get_by_test_id("stExpander").filter(has_text=title).locator("summary")


def go_to(page: Page, title: str) -> None:
    """Choose a page from the navigation."""
    page.get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_url(f"**/{title.lower()}*")
    wait_until_still(page)


def open_example(page: Page, name: str) -> None:
    """Open an example client through its button on the start page, which leads to its role fit."""
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_url("**/fit*")
    wait_until_still(page)


def measured(runs: int, presses: dict[str, Callable[[], Times]]) -> dict[str, list[float]]:
    """Median milliseconds of server, browser and both for every name, driven turn and turn about."""
    taken: dict[str, list[Times]] = {name: [] for name in presses}
    for _ in range(WARM_UP + runs):
        for name, pressed in presses.items():
            taken[name].append(pressed())
    return {
        name: [median(times) for times in zip(*[(s, b, s + b) for s, b in all_times[WARM_UP:]], strict=True)]
        for name, all_times in taken.items()
    }


def report(title: str, medians: dict[str, list[float]]) -> None:
    """Print one page of the app beside the empty page."""
    target = BROWSER_TARGETS[title]
    print(f"\n{title:<12}{'app ms':>10}{'empty ms':>10}{'ratio':>8}{'target':>8}")
    limits = {"server": SERVER_TARGET, "browser": target, "both": target}
    for (part, limit), app, empty in zip(limits.items(), medians["app"], medians["empty"], strict=True):
        ratio = app / max(empty, 0.1)
        print(f"{part:<12}{app:10.1f}{empty:10.1f}{ratio:8.2f}{limit:8.1f}  {'held' if ratio <= limit else 'MISSED'}")


def compare(browser: Browser, addresses: tuple[str, str], example: str, runs: int) -> None:
    """Measure the intake and the role-fit page, each beside the empty page."""
    empty, app = (opened(browser, address) for address in addresses)

    def change_empty() -> Times:
        return press(empty, another_option(empty))

    open_example(app, example)
    report("role fit", measured(runs, {"app": lambda: press(app, fold(app, FOLDED_PART)), "empty": change_empty}))
    go_to(app, "Intake")
    report("intake", measured(runs, {"app": lambda: press(app, another_option(app)), "empty": change_empty}))


def first_example() -> str:
    """Name of the first example client."""
    file = min((ROOT / "data" / "demo").glob("*.json"))
    name: str = json.loads(file.read_text(encoding="utf-8"))["client"]["name"]
    return name


def main() -> None:
    """Start the servers and the browser, measure, and stop all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20, help="measured reruns of each page (20)")
    parser.add_argument("--example", help="name of an example client (the first one)")
    arguments = parser.parse_args()
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise SystemExit(f"no browser found; install one of {', '.join(BROWSERS)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # else the servers would outlive this script
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "empty.py").write_text(EMPTY_PAGE, encoding="utf-8")
        empty = stack.enter_context(server(folder / "empty.py"))
        app = stack.enter_context(server(ROOT / "app.py", FCIO_DATABASE=str(folder / "clients.duckdb")))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        stack.callback(browser.close)
        print(f"median of {arguments.runs} reruns, in milliseconds")
        compare(browser, (empty, app), arguments.example or first_example(), arguments.runs)


if __name__ == "__main__":
    main()
