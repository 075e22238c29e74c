"""Programs that look into what others made: each with a time, a memory, a folder of its own, and no network.

This file is also the first thing that runs in the new process: it takes the means away, then becomes the program.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of unshare(2)
_MOST_WRITTEN = 256 * 1024 * 1024


class Failed(Exception):
    """The program ended with an error, or by one of its limits."""


class TooSlow(Failed):
    """The program did not end in time."""


def run(command: Sequence[str], *, folder: Path, seconds: int, memory: int, data: bytes = b"") -> bytes:
    """What `command` prints when it is fed `data` in `folder`, which is its home too. `memory` is address space in bytes.

    It and whatever it started are gone when this returns. Raises TooSlow, Failed.
    """
    confined = [sys.executable, "-I", __file__, str(memory), str(seconds), *command]
    surroundings = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
    }
    with subprocess.Popen(
        confined,
        cwd=folder,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        try:
            printed, _ = program.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TooSlow(command[0]) from None
        finally:
            if program.returncode is None:
                os.killpg(program.pid, signal.SIGKILL)
    if program.returncode == -signal.SIGXCPU:
        raise TooSlow(command[0])
    if program.returncode:
        raise Failed(command[0])
    return printed


def _become(memory: int, seconds: int, command: Sequence[str]) -> None:
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _MOST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        least = resource.getrlimit(what)[1]
        most = most if least == resource.RLIM_INFINITY else min(most, least)
        resource.setrlimit(what, (most, least if what == resource.RLIMIT_CPU else most))
    with suppress(AttributeError):  # not Linux
        unshare = ctypes.CDLL(None).unshare
        if unshare(
            _NEW_NETWORK
        ):  # only root may; everybody else in a user namespace, where the kernel allows it
            unshare(_NEW_USER | _NEW_NETWORK)
    os.execvp(command[0], list(command))


if __name__ == "__main__":
    _become(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
