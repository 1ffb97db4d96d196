#!/bin/sh
# Opens the desk on a store of its own that holds the sample inbox, as if it had come yesterday: scripts/serve.sh BINARY PORT
# The store is kept between runs; remove its folder to begin anew.
set -eu
binary=$1 port=$2
store=${COURTOIS_STORE:-.build/desk/courtois.sqlite}
mkdir -p "$(dirname "$store")"

if [ ! -f "$store" ]; then
    day=$(date -d yesterday +%F 2>/dev/null || date -v-1d +%F)
    sed "s/\"sent_at\": \"[0-9-]*T/\"sent_at\": \"${day}T/" samples/inbox.jsonl | "$binary" receive --store "$store" --quiet
fi
echo "The desk opens at http://127.0.0.1:$port — end it with Ctrl-C. Its store: $store"
exec "$binary" serve --store "$store" --port "$port" --no-delivery --log-level warning
