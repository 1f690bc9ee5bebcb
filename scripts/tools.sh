# What the scripts share that run the built tools: finding them, and starting and stopping servers.
# Sourced by bash after scripts/common.sh; the caller has set -euo pipefail.

# Installs commands that are missing, where that is possible. Takes COMMAND=PACKAGE of Debian.
ensure_commands() {
  local packages=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || packages+=("${pair#*=}")
  done
  [ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
}

# Builds products as scripts/test does, unless COUNTERPART_TOOLS names the folder that they are in.
ensure_tools() {
  if [ -z "${COUNTERPART_TOOLS:-}" ]; then
    ensure_libraries
    export COUNTERPART_WARNINGS_AS_ERRORS=1
    local product
    for product in "$@"; do swift build --product "$product" --scratch-path .build-test >&2; done
    COUNTERPART_TOOLS=$(swift build --scratch-path .build-test --show-bin-path)
  fi
  PATH="$COUNTERPART_TOOLS:$PATH"
}

servers=()
logs=$(mktemp -d)
stop_servers() {
  local pid
  for pid in "${servers[@]:-}"; do [ -z "$pid" ] || kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$logs"
}
trap stop_servers EXIT

# Starts a server in the background and waits until it says a text; sets $url to its address.
# Usage: start NAME TEXT COMMAND...
start() {
  local name=$1 text=$2 tries=0
  shift 2
  "$@" >"$logs/$name" 2>&1 &
  servers+=($!)
  until grep -q "$text" "$logs/$name"; do
    if ! kill -0 "${servers[-1]}" 2>/dev/null || [ $((tries += 1)) -gt 600 ]; then
      say "error: $name did not start"
      cat "$logs/$name" >&2
      exit 70
    fi
    sleep 0.05
  done
  url=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$logs/$name" | head -1)
}

# Runs a verification that has to find a broken contract; prints its last line.
broken() {
  local code=0
  "$@" >"$logs/output" || code=$?
  tail -1 "$logs/output"
  if [ "$code" -ne 1 ]; then
    say "error: '$*' ended with $code and not with 1"
    exit 70
  fi
}
