#!/bin/sh
# Install what the browser tests need: Chromium by the system's packages, the rest under build/browser.
# A check that cannot run counts as failed: each step that fails says what is missing and ends with status 1.
set -u
python=$1
here=$(dirname "$0")
target=build/browser

lacks() {
  echo "The browser tests cannot run: $1" >&2
  exit 1
}

found=""
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && found=$name && break
done
if [ -z "$found" ]; then
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] ||
    lacks "no Chromium here. Install it (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chrome"
  echo "installing chromium"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null ||
    lacks "apt-get could not install chromium"
fi

stamp=$(cat "$here/requirements.txt" "$here/package-lock.json" | cksum)
[ -f "$target/ready" ] && [ "$(cat "$target/ready")" = "$stamp" ] && exit 0
rm -rf "$target/python" "$target/node_modules" && mkdir -p "$target" || lacks "$target cannot be written"
"$python" -m pip install -q --disable-pip-version-check --require-hashes --target "$target/python" -r "$here/requirements.txt" ||
  lacks "pip could not install playwright"
command -v npm >/dev/null 2>&1 || lacks "no npm here, which brings axe-core. Install it (Debian: apt-get install npm)"
cp "$here/package.json" "$here/package-lock.json" "$target/"
npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund --silent || lacks "npm could not install axe-core"
echo "$stamp" > "$target/ready"
