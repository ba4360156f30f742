#!/bin/sh
# Install what the browser tests need: Chromium and npm from the system's packages, the rest under
# build/browser. Tests that cannot run count as failed, so a step that fails says what is missing and
# exits with status 1.
set -u
python=$1
here=$(dirname "$0")
target=build/browser

fail() {
  echo "The browser tests cannot run: $1" >&2
  exit 1
}

# install COMMAND PACKAGE [HINT]: from the system's packages, if the user may install them
install() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] ||
    fail "$1 is not installed. Install it (Debian: apt-get install $2)${3:+, $3}"
  echo "installing $2"
  options="-qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3"
  { apt-get $options update && DEBIAN_FRONTEND=noninteractive apt-get $options install -y --no-install-recommends "$2"; } >/dev/null ||
    fail "apt-get could not install $2"
}

found=""
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && found=$name && break
done
[ -n "$found" ] || install Chromium chromium "or set CHROMIUM=/path/to/chrome"

stamp=$(cat "$here/requirements.txt" "$here/package-lock.json" | cksum; "$python" --version)
[ -f "$target/ready" ] && [ "$(cat "$target/ready")" = "$stamp" ] && exit 0
command -v npm >/dev/null 2>&1 || install npm npm
rm -rf "$target/python" "$target/node_modules" "$target/ready" && mkdir -p "$target" || fail "$target cannot be written"
"$python" -m pip install -q --disable-pip-version-check --require-hashes --target "$target/python" -r "$here/requirements.txt" ||
  fail "pip could not install playwright"
cp "$here/package.json" "$here/package-lock.json" "$target/"
npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund --silent || fail "npm could not install axe-core"
echo "$stamp" > "$target/ready"
