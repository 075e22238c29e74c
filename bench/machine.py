"""What the kernel knows of processes: their trees, CPU time, memory."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
MB = 1024


def tree(root: int) -> list[int]:
    """A process and everything below it."""
    below: dict[int, list[int]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            below.setdefault(int(_after_name(file)[1]), []).append(int(file.parent.name))
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def cpu(*roots: int) -> float:
    """Seconds that the trees have used so far, those of their ended children with them."""
    return sum(map(_seconds, (pid for root in roots for pid in tree(root))))


def _seconds(pid: int) -> float:
    try:
        return sum(int(ticks) for ticks in _after_name(Path(f"/proc/{pid}/stat"))[11:15]) / TICK
    except OSError:  # ended: its parent has its time
        return 0.0


def _after_name(stat: Path) -> list[str]:
    return stat.read_text().rpartition(")")[2].split()


def private_memory(root: int) -> float:
    """MB of a tree, what it shares divided among those who share it (PSS)."""
    return sum(_field(f"/proc/{pid}/smaps_rollup", "Pss:") for pid in tree(root)) / MB


def resident_memory(pid: int | str = "self") -> float:
    """MB (RSS) of one process."""
    return _field(f"/proc/{pid}/status", "VmRSS:") / MB


class Peak:
    """`with Peak(pids) as peak: …` then `peak.before` and `peak.most`: MB (RSS) of the largest of the processes."""

    def __init__(self, pids: Iterable[int]) -> None:
        self.pids = list(pids)

    def __enter__(self) -> "Peak":
        for pid in self.pids:
            Path(f"/proc/{pid}/clear_refs").write_text("5")  # forget the peak so far
        self.before = max(self._each("VmRSS:"))
        return self

    def __exit__(self, *_trouble: object) -> None:
        self.most = max(self._each("VmHWM:"))

    def _each(self, name: str) -> Iterator[float]:
        return (_field(f"/proc/{pid}/status", name) / MB for pid in self.pids)


def _field(path: str, name: str) -> int:
    lines = Path(path).read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
