#!/usr/bin/env python3
"""Runs a command to its end and prints what it cost: exit code, wall and CPU seconds, peak MB.

It is a process of its own because Linux counts the memory of the process that starts a command
into the command's peak, and this one is small.

Usage: cost.py LOG COMMAND…
"""

import os
import signal
import sys
import time


def main():
    # Ctrl-C reaches the command and the parent; the parent ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Blocked until the command has started, so that none is left behind.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, sys.argv[1], flags, 0o644), (os.POSIX_SPAWN_DUP2, 1, 2)]
    started = time.perf_counter()
    child = os.posix_spawn(
        sys.argv[2], sys.argv[2:], os.environ, file_actions=actions, setsigmask=[],
        setsigdef=[signal.SIGINT])
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    # Linux counts in KiB, macOS in bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1_024) / 1e6
    print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, peak)


main()
