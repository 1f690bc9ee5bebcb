"""A browser that is driven over the WebDriver protocol, with nothing but Python's standard library."""

import base64
import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    "Home": "\ue011",
    "Space": " ",
}


class Browser:
    """Chromium without a window, and the driver that it is driven by; use it with `with`."""

    def __init__(self):
        driver = shutil.which("chromedriver")
        binary = shutil.which("chromium") or shutil.which("google-chrome")
        if driver is None or binary is None:
            raise SystemExit("error: chromium and chromedriver are not installed")
        self.driver = subprocess.Popen(
            [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.session = None
        try:
            self.address = f"http://127.0.0.1:{self._port()}"
            self.session = self._new_session(binary)
        except BaseException:
            self.__exit__()
            raise

    def _port(self):
        for line in self.driver.stdout:
            found = re.search(r"started successfully on port (\d+)", line)
            if found:
                return found.group(1)
        raise SystemExit("error: chromedriver did not start")

    def _new_session(self, binary):
        arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--hide-scrollbars"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # the sandbox refuses to run as root
        capabilities = {
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": binary, "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        return answer["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.session is not None:
            self._call("DELETE", f"/session/{self.session}")
        self.driver.terminate()
        self.driver.wait()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise SystemExit(f"error: {path}: {json.load(error)['value']['message']}") from None

    def call(self, method, path, body=None):
        """A command of the session."""
        return self._call(method, f"/session/{self.session}{path}", body)

    def open(self, url):
        """Shows a page, and waits until it is loaded."""
        self.call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """The value that a script in the page returns, or that its promise has."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys):
        """Presses keys one after the other; `Shift+Tab` holds the first while it presses the next."""
        actions = []
        for key in keys:
            parts = key.split("+") if len(key) > 1 else [key]
            values = [KEYS.get(part, part) for part in parts]
            actions += [{"type": "keyDown", "value": value} for value in values]
            actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "k", "actions": actions}]})

    def find_all(self, selector):
        """The elements that a selector of CSS chooses."""
        found = self.call("POST", "/elements", {"using": "css selector", "value": selector})
        return [element[ELEMENT] for element in found]

    def label(self, element):
        """The name of an element for those who cannot see it."""
        return self.call("GET", f"/element/{element}/computedlabel")

    def devtools(self, command, **parameters):
        """A command of Chromium's own protocol."""
        body = {"cmd": command, "params": parameters}
        return self.call("POST", "/goog/cdp/execute", body)

    def show(self, width, height, scheme="light", scale=1):
        """Gives the page a size and a colour scheme."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=scale, mobile=False)
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self, path):
        """Writes a picture of what is seen of the page."""
        picture = self.devtools("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture))

    def log(self, kind):
        """The entries of a log since it was last asked for: `browser` or `performance`."""
        return self.call("POST", "/se/log", {"type": kind})

    def requested_urls(self):
        """What the pages have asked for since this was last asked."""
        urls = []
        for entry in self.log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                urls.append(message["params"]["request"]["url"])
        return urls
