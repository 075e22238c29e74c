"""The laws that read the source: all of them, side by side, the output of those that fail.

`make check` runs this with the interpreter of .venv. It needs no database and leaves no file.
"""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CHECKS = {  # the slowest first
    "types": "mypy",
    "house": "pytest --quiet -m static src tests",
    "templates": "djlint src --lint --quiet",
    "style": "ruff check --quiet --output-format concise",
    "format": "ruff format --check --quiet --output-format concise",
}


def run(name: str, command: str, home: str) -> bool:
    """Run one check; print one line, and what it said when it failed."""
    program, *words = shlex.split(command)
    began = time.monotonic()
    done = subprocess.run(
        [BIN / program, *words],
        cwd=ROOT,
        env=os.environ | {"WIAN_HOME": home, "WIAN_DEVELOPMENT": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    good = done.returncode == 0
    said = "" if good else f"\n{done.stdout}{done.stderr}".rstrip()
    print(f"{'ok  ' if good else 'FAIL'} {name:<10} {time.monotonic() - began:5.1f} s{said}", flush=True)
    return good


def main(names: Sequence[str]) -> int:
    chosen = {name: command for name, command in CHECKS.items() if not names or name in names}
    with (
        tempfile.TemporaryDirectory(prefix="wian-check-") as home,
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        outcomes = list(pool.map(lambda name: run(name, chosen[name], home), chosen))
    print(f"{outcomes.count(True)} passed, {outcomes.count(False)} failed")
    return 0 if outcomes and all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
