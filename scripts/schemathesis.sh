#!/bin/sh
# Tries the API of a running server against its own description with schemathesis, in a virtual environment that is thrown
# away: no 5xx, no answer that is not described, no body of another shape, nothing let in without its token.
#
#   scripts/schemathesis.sh http://127.0.0.1:8080 TOKEN [SECONDS]
#
# Exit code 77, and why on standard error, where there is no Python or no network.
set -eu

url=$1
token=$2
seconds=${3:-40}
here=$(cd "$(dirname "$0")" && pwd)
version=4.32.5

skip() {
    echo "schemathesis is not run: $1" >&2
    exit 77
}

command -v python3 >/dev/null 2>&1 || skip "there is no python3"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || skip "it needs Python 3.10 or later"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" 2>/dev/null || skip "python3 has no venv"
"$folder/venv/bin/pip" install --quiet --no-compile --timeout 15 --retries 1 --disable-pip-version-check --no-input "schemathesis==$version" 2>"$folder/pip" ||
    skip "it cannot be installed from PyPI: $(tail -n 1 "$folder/pip")"
cd "$folder"
"$folder/venv/bin/schemathesis" --config-file "$here/schemathesis.toml" run "$url/openapi.json" \
    --header "Authorization: Bearer $token" --max-time "$seconds" --seed "${SEED:-17}" --checks all
