"""What the benchmarks share: processes and what they cost, tables and goals."""

import atexit
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import time

HOST = "127.0.0.1"
TICKS = os.sysconf("SC_CLK_TCK")
FOLDER = pathlib.Path(__file__).resolve().parent


class NotMeasured(Exception):
    """Something that a table needs could not be measured; the text says why."""


# Time and order


def bound(seconds):
    """Ends this process and what it started after some time, or when it is told to end."""

    def end(number, _):
        if number == signal.SIGALRM:
            sys.exit(f"error: not done after {seconds} s")
        sys.exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, end)
    signal.alarm(seconds)
    atexit.register(Server.stop_all)


def setting(name, default):
    """A whole number from the environment."""
    text = os.environ.get(name, "")
    return max(1, int(text)) if text.isdigit() else default


def say(text):
    print(text, file=sys.stderr, flush=True)


# Processes


def free_port():
    """A free port outside the range that the kernel takes the ports of clients from.

    A client that tries a port of that range until somebody listens may end up talking to itself.
    """
    try:
        first = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    except OSError:
        first = 32_768
    start = 20_000 if first > 21_000 else 1_024
    for _ in range(1_000):
        free_port.next = (free_port.next + 1) % (max(first, start + 1_000) - start)
        with socket.socket() as probe:
            try:
                probe.bind((HOST, start + free_port.next))
                return start + free_port.next
            except OSError:
                continue
    raise NotMeasured("there is no free port")


free_port.next = os.getpid() * 37 % 5_000


class Server:
    """A process that listens on a port of its own."""

    running = []

    def __init__(self, arguments, port, log):
        self.port = port
        self.log = log
        with open(log, "wb") as out:
            self.started = time.perf_counter()
            self.process = subprocess.Popen(
                [str(argument) for argument in arguments],
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        Server.running.append(self)

    def first_response(self, path, timeout=60):
        """Asks until there is an answer; gives the milliseconds since the process was started."""
        end = self.started + timeout
        while True:
            try:
                get(self.port, path, timeout=max(0.1, end - time.perf_counter()))
                return (time.perf_counter() - self.started) * 1_000
            except ConnectionError:
                pass
            except OSError as error:
                raise NotMeasured(f"{self.process.args[0]}: {error}") from error
            if self.process.poll() is not None:
                text = pathlib.Path(self.log).read_text(errors="replace")[-500:]
                raise NotMeasured(f"{self.process.args[0]} ended early: {text}")
            if time.perf_counter() > end:
                raise NotMeasured(f"{self.process.args[0]} gave no answer in {timeout} s")
            time.sleep(0.000_1)

    def processes(self):
        """The process and its children: nginx serves from a child."""
        parents = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    parents[int(entry)] = int(stat(int(entry))[1])
                except OSError:
                    pass
        pid = self.process.pid
        return [pid] + [child for child, parent in parents.items() if parent == pid]

    def cpu(self):
        """The seconds of processor time that were used so far."""
        return sum(sum(map(int, stat(pid)[11:13])) for pid in self.processes()) / TICKS

    def memory(self):
        """What is resident now, and the most that ever was, in MB of 1,000,000 bytes."""
        now, peak = 0, 0
        for pid in self.processes():
            text = pathlib.Path(f"/proc/{pid}/status").read_text()
            now += int(re.search(r"VmRSS:\s+(\d+)", text)[1])
            peak += int(re.search(r"VmHWM:\s+(\d+)", text)[1])
        return now * 1_024 / 1e6, peak * 1_024 / 1e6

    def stop(self):
        if self in Server.running:
            Server.running.remove(self)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    @staticmethod
    def stop_all():
        for server in list(Server.running):
            server.stop()


def stat(pid):
    """The fields of /proc/PID/stat that follow the command's name: state, parent, …"""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()


def get(port, path, timeout=10):
    """The status and the body of a GET on a connection of its own."""
    with socket.create_connection((HOST, port), timeout) as client:
        request = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n"
        client.sendall(request.encode())
        answer = b""
        while chunk := client.recv(65_536):
            answer += chunk
    head, separator, body = answer.partition(b"\r\n\r\n")
    if not separator:
        raise ConnectionError("the connection was closed before there was an answer")
    return int(head.split()[1]), body


class Cost:
    """What a process that ran to its end cost: seconds, and MB of 1,000,000 bytes."""

    def __init__(self, line):
        code, self.wall, self.cpu, self.peak = map(float, line.split())
        self.code = int(code)


def cost(arguments, log, environment=None, timeout=300):
    """Runs a command, given by its path, to its end; gives its exit code and what it cost."""
    command = [sys.executable, "-I", "-S", FOLDER / "cost.py", log, *arguments]
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.PIPE, text=True,
        env={**os.environ, **(environment or {})})
    try:
        line, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise NotMeasured(f"{arguments[0]} was not done after {timeout} s") from error
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
    if process.returncode != 0:
        raise NotMeasured(f"{arguments[0]} could not be started")
    cost = Cost(line)
    return cost.code, cost


def write_contract(count, out, *options):
    """Writes the contract of so many interactions, in a process of its own."""
    file = out / f"contract-{count}.json"
    command = [sys.executable, FOLDER / "contract.py", str(count), file, *options]
    if subprocess.run([str(word) for word in command]).returncode != 0:
        raise NotMeasured(f"{file} was not written")
    return file


def nginx(binary, out, name, location, connections=1_024, tls=None):
    """Starts nginx with one worker and what one location holds.

    `tls` is the certificate and its key, for a server that speaks TLS.
    """
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    temporary = "\n".join(
        f'  {kind}_temp_path "{folder}/{kind}";'
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    file = folder / "nginx.conf"
    file.write_text(f"""\
{"user root;" if os.geteuid() == 0 else ""}
worker_processes 1;
{f"worker_rlimit_nofile {2 * connections};" if connections > 1_024 else ""}
daemon off;
pid "{folder}/nginx.pid";
error_log stderr crit;
events {{
  worker_connections {connections};
}}
http {{
  access_log off;
  keepalive_requests 1000000000;
  default_type application/json;
{temporary}
  server {{
    listen {HOST}:{port} {"ssl" if tls else ""} backlog=1024;
    {f'ssl_certificate "{tls[0]}"; ssl_certificate_key "{tls[1]}";' if tls else ""}
    location / {{
      {location}
    }}
  }}
}}
""")
    command = [binary, "-p", folder, "-c", file, "-e", "stderr"]
    return Server(command, port, out / f"{name}.log")


# Numbers


median = statistics.median


class Report:
    """Tables and goals, on standard output and in a file; raw data beside it."""

    def __init__(self, out, name):
        self.name = name
        self.out = out
        self.raw = {"machine": machine()}
        self.complete = True
        self.file = open(out / f"{name}.txt", "w", encoding="utf-8")
        self.line(f"== {name}: {self.raw['machine']}")

    def line(self, text=""):
        print(text, flush=True)
        print(text, file=self.file, flush=True)

    def table(self, title, head, rows):
        """Columns as wide as they must be; the first one to the left."""
        self.line()
        self.line(title)
        self.line()
        rows = [[str(cell) for cell in row] for row in [head, *rows]]
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        rows.insert(1, ["-" * width for width in widths])
        for row in rows:
            cells = [
                cell.rjust(width) if column else cell.ljust(width)
                for column, (cell, width) in enumerate(zip(row, widths))]
            self.line("  ".join(cells).rstrip())

    def goal(self, text, value, limit, unit="", at_least=False):
        """One line: whether a goal is met, or that nobody knows."""
        sign = "≥" if at_least else "≤"
        if value is None:
            self.line(f"– {text} {sign} {limit}{unit}: not measured")
            self.complete = False
            return
        met = value >= limit if at_least else value <= limit
        self.line(f"{'✓' if met else '✗'} {text} {sign} {limit}{unit}: {number(value)}{unit}")

    def missing(self, text):
        """Something that is not there, or did not work: the rest goes on."""
        self.line(f"! {text}")
        self.complete = False

    def finish(self):
        """Writes the raw data; gives the exit code."""
        self.line()
        text = json.dumps(self.raw, indent=2, ensure_ascii=False)
        (self.out / f"{self.name}.json").write_text(text + "\n", encoding="utf-8")
        self.file.close()
        return 0 if self.complete else 1


def number(value, digits=3):
    """As many digits as are worth reading."""
    if value is None:
        return "–"
    if value >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    whole = len(str(int(value))) if value >= 1 else 0
    return f"{value:.{max(0, digits - whole)}f}"


def machine():
    """The processors, the system and how busy it is: the first thing to know of a number."""
    name = ""
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
        name = re.search(r"model name\s*:\s*(.+)", text)[1]
    except (OSError, TypeError):
        pass
    system = os.uname()
    load = os.getloadavg()[0]
    name = name or system.machine
    return f"{os.cpu_count()} x {name}, {system.sysname} {system.release}, load {load:.1f}"
