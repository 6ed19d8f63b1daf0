"""Set up what is missing, then start the app, run its tests or check its code.

python run.py [--port N] [--no-browser]    start the app and show it in the browser
python run.py test [pytest arguments]      run the tests
python run.py check                        check style, types and import rules

Python 3.11 or newer is all it needs; every package goes into .venv beside this file.
"""

import argparse
import hashlib
import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

NEEDED = (3, 11)
if sys.version_info < NEEDED:  # here, because the annotations below mean nothing to an older Python
    sys.stderr.write(f"run.py: Python 3.11 or newer is needed, and this is {sys.version.split()[0]}.\n")
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up.txt"
APP_LIST, DEV_LIST = "requirements.txt", "requirements-dev.txt"
FIRST_PORT = 8501
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_logo=True))"),
)


def refuse(message: str) -> NoReturn:
    sys.stderr.write(f"run.py: {message}\n")
    sys.exit(2)


def python(*arguments: str, stderr: int | None = None) -> int:
    """The exit code of .venv's Python after these arguments."""
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, stderr=stderr).returncode


def fingerprint(requirements: str) -> str:
    """A text that changes with the Python and with any line of the files that pip is given."""
    files = sorted({APP_LIST, "constraints.txt", requirements})
    digest = hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in files))
    return f"{requirements} {sys.version.split()[0]} {digest.hexdigest()}"


def venv_is_usable() -> bool:
    """Whether .venv runs, has pip, and is of the very Python that runs this file."""
    probe = f"import pip, sys; sys.exit(sys.version_info[:3] != {sys.version_info[:3]})"
    return PYTHON.exists() and python("-c", probe, stderr=subprocess.DEVNULL) == 0


def make_venv() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        refuse("this Python cannot make a virtual environment; on Debian or Ubuntu: apt install python3-venv")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        refuse("the folder .venv could not be made; is this folder writable, and is there disk space left?")


def set_up(requirements: str) -> None:
    """Bring .venv to what the list asks for, unless its stamp says that it is there already."""
    stamp = STAMP.read_text() if STAMP.exists() and PYTHON.exists() else ""
    if stamp in (fingerprint(requirements), fingerprint(DEV_LIST)):  # the longer list holds the shorter
        return
    print("Setting up: packages go into .venv; the first time this takes about a minute.", flush=True)
    if not venv_is_usable():
        make_venv()
    STAMP.unlink(missing_ok=True)  # an installation that stops half-way must not look finished
    if python("-m", "pip", "--disable-pip-version-check", "-qq", "install", "-r", requirements):
        refuse(
            "the packages could not be installed (pip says why above); check the network and the disk "
            "space, then try again, and if it still fails delete the folder .venv first"
        )
    STAMP.write_text(fingerprint(requirements))


def wait_for(child: "subprocess.Popen[bytes]") -> int:
    """The child's exit code. Ctrl-C reaches the child as well: let it close its files, then follow."""
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def hand_over(*arguments: str) -> int:
    """Go on as .venv's Python, so that signals and exit code need no passing on; Windows has to wait."""
    if os.name == "nt":
        return wait_for(subprocess.Popen([PYTHON, *arguments], cwd=ROOT))
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), *arguments])


def is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def free_port(port: int) -> int:
    """This port, or the next one that nobody listens on."""
    return port if is_free(port) else free_port(port + 1)


def start(arguments: list[str]) -> int:
    layout = argparse.RawDescriptionHelpFormatter  # keeps the lines of this file's own text
    parser = argparse.ArgumentParser("run.py", description=__doc__, formatter_class=layout, allow_abbrev=False)
    parser.add_argument("--port", type=int, help=f"instead of the first free one from {FIRST_PORT} on")
    parser.add_argument("--no-browser", action="store_true", help="as does setting FCIO_NO_BROWSER")
    options = parser.parse_args(arguments)
    set_up(APP_LIST)
    port = options.port or free_port(FIRST_PORT)  # a port named by hand is that one or nothing
    if port != (options.port or FIRST_PORT):
        print(f"Port {FIRST_PORT} is taken; using {port}.", flush=True)
    command = ["-m", "streamlit", "run", "app.py", "--server.address=127.0.0.1", f"--server.port={port}"]
    if options.no_browser or os.environ.get("FCIO_NO_BROWSER"):
        command.append("--server.headless=true")
    return hand_over(*command)


def test(arguments: list[str]) -> int:
    set_up(DEV_LIST)
    return hand_over("-m", "pytest", *arguments)


def check(arguments: list[str]) -> int:
    """The first exit code that is not 0, after every check has had its say."""
    if arguments:
        refuse("check takes no arguments")
    set_up(DEV_LIST)
    codes = [python(*command) for command in CHECKS]
    return next((code for code in codes if code), 0)


def main(arguments: list[str]) -> int:
    words = {"start": start, "test": test, "check": check}
    if not arguments or arguments[0].startswith("-"):
        return start(arguments)
    if arguments[0] not in words:
        refuse(f"'{arguments[0]}' is not a word it knows; say nothing (or start), test, or check")
    return words[arguments[0]](arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
