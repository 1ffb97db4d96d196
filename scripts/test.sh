#!/bin/sh
# Every test; those that drive a browser or take times for themselves come last, with the processors to themselves.
# What failed is said once more at the end, where it is found.
set -u
SWIFT="${SWIFT:-swift}"
last='BrowserSuite|PageSpeedTests|CurlTransportTests|CurlTLSTests'
output=.build/tests
mkdir -p "$output"

# Tests open many connections, and eight at a time are enough for any machine; the variable is read by Swift Testing.
ulimit -n 4096 2>/dev/null || true
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8

# run NAME ARGUMENTS: tests, their output shown and kept.
run() {
    name="$1"
    shift
    { "$SWIFT" test --disable-xctest "$@" 2>&1; echo $? > "$output/$name.status"; } | tee "$output/$name.txt"
    return "$(cat "$output/$name.status")"
}

$SWIFT build --build-tests || exit 1
# again NAME: the suites that failed among the others, by themselves; false where they fail again, or where the run ended early.
again() {
    grep -q 'Test run with .* failed' "$output/$1.txt" || return 1
    suites=$(sed -n 's/.*recorded an issue at \([A-Za-z0-9]*\).*\.swift.*/\1/p' "$output/$1.txt" | sort -u)
    [ "$(printf '%s\n' "$suites" | wc -l)" -le 2 ] || return 1
    run "$1-again" --skip-build --filter "$(printf '%s\n' "$suites" | paste -s -d '|')" || return 1
    grep -q 'Test run with [1-9]' "$output/$1-again.txt" || return 1
    printf '\nThese failed among others and passed by themselves, which is a fault to be found:\n'
    grep '^✘' "$output/$1.txt"
}

failed=0
run first --skip-build --skip "$last" || again first || failed=1
run last --skip-build --filter "$last" || again last || failed=1
if [ $failed -ne 0 ]; then
    printf '\nWhat failed (all output is in %s):\n' "$output"
    grep -h -e '^✘' -e 'Fatal error' -e 'unexpected signal' "$output/first.txt" "$output/last.txt"
fi
exit $failed
