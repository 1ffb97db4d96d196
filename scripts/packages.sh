#!/bin/sh
# Installs the Debian packages that building (run), testing (test) or measuring under load (load) needs. Does nothing when they are there.
set -eu

run="libcurl4-openssl-dev libhunspell-dev libsqlite3-dev libssl-dev pkg-config tzdata"
test="chromium chromium-driver curl grammalecte-cli hunspell-en-gb hunspell-fr-classical jq nghttp2-server openssl $run"
load="wrk $run"

case "${1:-}" in
    run) wanted=$run ;;
    test) wanted=$test ;;
    load) wanted=$load ;;
    *) echo "usage: $0 run|test|load" >&2; exit 2 ;;
esac

if ! command -v "${SWIFT:-swift}" >/dev/null 2>&1; then
    echo "Swift 6.3 or later is needed and “${SWIFT:-swift}” is not found: install it from swift.org, or name it with SWIFT=path." >&2
    exit 1
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is no Debian; install what these packages hold: $wanted" >&2
    exit 0
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "These packages are missing, and there is no sudo to install them with. As root:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    sudo="sudo"
fi

echo "Installing with apt:$missing"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
