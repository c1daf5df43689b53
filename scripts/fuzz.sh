#!/bin/sh
# Runs every fuzz target of the module, one after the other, for the time given
# (default 20s). What is found to be new is not made smaller for long: for large
# files that would take all of the time.
set -eu
time=${1:-20s}
for file in $(git ls-files '*_test.go' | xargs grep -l '^func Fuzz'); do
	for name in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file"); do
		echo "$(dirname "$file") $name"
		go test -run '^$' -fuzz "^$name\$" -fuzztime "$time" -fuzzminimizetime 10x "./$(dirname "$file")"
	done
done
