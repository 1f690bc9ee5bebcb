"""Runs a verification on terminals of several widths, and checks what a person sees there.

Usage: check_terminal.py URL, where order-service runs with its bug.
"""

import fcntl
import os
import pty
import re
import struct
import sys
import termios

failures = 0


def check(what, is_so, found=""):
    """Notes a failure, and goes on."""
    global failures
    print(f"  {'✓' if is_so else '✗'} {what}" + ("" if is_so else f": {found!r}"))
    failures += not is_so


def run(url, width, options=(), **environment):
    """What the tool writes to a terminal of that width, which is both of its outputs."""
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        os.environ.pop("NO_COLOR", None)
        os.environ.update({"TERM": "xterm", **environment})
        os.execvp("counterpart", [
            "counterpart", "verify", "contracts", "--provider", "order-service", "--provider-url", url,
            "--state-url", url + "/_states", "--message-url", url + "/_messages", *options])
    output = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # how Linux says that the other side has gone
            break
        if not part:
            break
        output += part
    _, status = os.waitpid(process, 0)
    check(f"{width} columns: exit code 1", os.waitstatus_to_exitcode(status) == 1, output)
    return output.decode().replace("\r\n", "\n")


def main(url):
    """Checks wide and narrow terminals, with and without colour."""
    for width in (120, 50, 20):
        text = run(url, width)
        frames = [frame.split("\r")[0] for frame in text.split("\r\x1b[K")[1:-1]]
        check(f"{width} columns: a bar is shown", any(frames) and "of 16" in frames[0], frames)
        check(f"{width} columns: it stays on its line", all(len(f) < width for f in frames), frames)
        shown = text.split("\r\x1b[K")[-1]
        check(f"{width} columns: it is gone in the end", shown.startswith("\x1b[1mweb-shop"), shown)
        check(f"{width} columns: the result is coloured", "\x1b[31m✗" in shown, shown)
        plain = re.sub(r"\x1b\[\d*m", "", shown)
        check(f"{width} columns: the command is whole", "      curl -sS -X GET 'http" in plain, plain)
        long = [line for line in plain.split("\n") if len(line) > width and re.match(
            r" {6}(body|status|header|hint|comment)", line)]
        check(f"{width} columns: sentences are broken", width < 40 or not long, long)
    check("NO_COLOR takes colours away", "\x1b[3" not in run(url, 80, NO_COLOR="1"))
    check("--color never does", "\x1b[3" not in run(url, 80, ["--color", "never"]))
    check("--color always brings them back",
          "\x1b[31m" in run(url, 80, ["--color", "always"], NO_COLOR="1"))
    check("TERM=dumb has neither bar nor colour", "\x1b" not in run(url, 80, TERM="dumb"))
    if failures:
        raise SystemExit(f"{failures} checks of the terminal failed")


main(sys.argv[1])
