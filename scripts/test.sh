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
failed=0
run first --skip-build --skip "$last" || failed=1
run last --skip-build --filter "$last" || failed=1
if [ $failed -ne 0 ]; then
    printf '\nWhat failed (all output is in %s):\n' "$output"
    grep -h -e '^✘' -e 'Fatal error' -e 'unexpected signal' "$output/first.txt" "$output/last.txt"
fi
exit $failed
