# What scripts/demo and scripts/test share: the system libraries that the package is built on.
# Sourced by bash; the caller has set -euo pipefail.

# How what is shipped and measured is built. Exclusive access to memory is checked while the tests run; in a
# release the checks would be a third of what the proxy does for a request.
# shellcheck disable=SC2034  # used by those who source this file
release_flags=(-c release --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked)

say() { printf '%s\n' "$*" >&2; }

# Finds pkg-config and the libraries, installs what is missing where that is possible, and says what
# to run where it is not.
ensure_libraries() {
  if ! command -v swift >/dev/null 2>&1; then
    say "error: there is no Swift toolchain; install Swift 6.3 from https://www.swift.org/install"
    exit 69
  fi
  local packages=()
  command -v pkg-config >/dev/null 2>&1 || packages+=(pkg-config)
  library libcurl || packages+=(libcurl4-openssl-dev)
  library libxml-2.0 || packages+=(libxml2-dev)
  library libpcre2-8 || packages+=(libpcre2-dev)
  library yaml-0.1 || packages+=(libyaml-dev)
  [ ${#packages[@]} -eq 0 ] && return
  if [ "$(uname)" = Darwin ]; then
    say "missing: ${packages[*]}"
    say "run: brew install pkg-config curl libxml2 pcre2 libyaml"
    exit 69
  fi
  install_packages "${packages[@]}"
}

# Installs packages of Debian, or says what to run.
install_packages() {
  local packages=("$@")
  say "missing: ${packages[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    say "install what these packages of Debian hold with the package manager of this system, then"
    say "run this script again"
    exit 69
  fi
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      sudo=(sudo)
    else
      say "run: sudo apt-get install -y ${packages[*]}"
      exit 69
    fi
  fi
  say "installing them with apt-get"
  export DEBIAN_FRONTEND=noninteractive
  "${sudo[@]}" apt-get update -qq >&2
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2
}

library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
