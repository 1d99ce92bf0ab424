"""The command line as a process of its own, and what it took of the machine."""

import subprocess
import sys
from dataclasses import dataclass

MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stderr=subprocess.STDOUT, close_fds=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(status)
"""
"""A process counts as its own the memory of the one that began it: so a small one begins it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command said and ended with, the most memory it held, and the processor's seconds it took."""

    status: int
    said: str
    megabytes: float
    seconds: float


def run(*arguments: str) -> Run:
    """Run `infoview` with these arguments."""
    command = [sys.executable, "-c", MEASURED, sys.executable, "-m", "infoview", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", close_fds=False, check=False)
    kilobytes, seconds = done.stderr.split()[-2:]
    return Run(done.returncode, done.stdout, int(kilobytes) / 1024, float(seconds))
