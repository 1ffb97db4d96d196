#!/bin/sh
# Measures the rulebook on labelled messages and prints one table: scripts/measure.sh BINARY RULES DATA
# Files that are not there are left out. DATA holds JSON lines as `courtois help evaluate` describes them.
set -eu
binary=$1 rules=$2 data=$3

if ! ls "$data"/*.jsonl >/dev/null 2>&1; then
    echo "There are no labelled messages in “$data”: give their folder with make measure DATA=folder." >&2
    exit 0
fi

evaluate() { "$binary" evaluate --rules "$rules" --json "$@"; }
row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }
percent='def p: . * 1000 | round / 1000 | tostring;'

intents() {
    [ -f "$data/$1.jsonl" ] || return 0
    if [ -f "$data/$1.map.json" ]; then set -- "$1" --map "$data/$1.map.json"; fi
    name=$1
    shift
    figures=$(evaluate "$data/$name.jsonl" "$@")
    row "$name" "top-1 accuracy / among those claimed" "$(echo "$figures" | jq -r "$percent"'"\(.accuracy|p) / \(.listed|p)"')"
    row "$name" "right where claimed / abstention" "$(echo "$figures" | jq -r "$percent"'"\(.accuracy_answered|p) / \(.abstention|p)"')"
    row "$name" "macro F1" "$(echo "$figures" | jq -r "$percent"'.macro_f1|p')"
    row "$name" "careful / casual / noisy" "$(echo "$figures" | jq -r "$percent"'[.registers[] | p] | join(" / ")')"
    row "$name" "language" "$(echo "$figures" | jq -r "$percent"'.language // 0 | p')"
}

polarity() {
    [ -f "$data/$1.jsonl" ] || return 0
    row "$1" "sign accuracy" "$(evaluate "$data/$1.jsonl" | jq -r "$percent"'.correct / .messages | p')"
}

echo "$(date +%Y-%m-%d), rulebook $("$binary" check "$rules" 2>&1 | sed -n 's/.*rulebook \([0-9a-f]*\).*/\1/p')"
echo
row file measure figure
row --- --- ---
intents intents.en.bitext
intents intents.fr.shop-chat
polarity reviews.fr.insurance
polarity sentiment.en.amazon
if [ -f "$data/moderation.fr.hatecheck.jsonl" ]; then
    row moderation.fr.hatecheck "recall / false alarms" \
        "$(evaluate "$data/moderation.fr.hatecheck.jsonl" | jq -r "$percent"'"\(.recall|p) / \(.false_alarms|p)"')"
fi
for name in typos.fr; do
    [ -f "$data/$name.jsonl" ] || continue
    row "$name" "same intents and entities on both sides" "$(evaluate "$data/$name.jsonl" | jq -r "$percent"'.same / .pairs | p')"
done
name=intents.en.banking77.train
if [ -f "$data/$name.jsonl" ]; then
    folder=$(mktemp -d)
    echo "learning from $name in five folds; this takes some minutes" >&2
    figure=$("$binary" learn "$data/$name.jsonl" --out "$folder/rules" --per-intent 60 2>&1 |
        sed -n 's/.*accuracy \(0\.[0-9]*\) with these.*/\1/p' | tail -1)
    rm -rf "$folder"
    row "$name" "learn, then 5-fold accuracy, at most 60 hints an intent" "${figure:-?}"
fi
