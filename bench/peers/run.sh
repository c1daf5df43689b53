#!/bin/sh
# run.sh [speed | flags | written]...: compares Panonceau with its peers.
#
# Installs resvg, badge-maker and the flags of flag-icons from npm, in the
# versions of package.json, beside this file. Needs Go and Node; for "written",
# Chromium. See docs/benchmarks.md for what came out.
set -eu
cd "$(dirname "$0")"
for tool in go node npm; do
	command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 0; }
done
if ! npm ls --silent >/dev/null 2>&1 && ! npm install --no-package-lock --no-audit --no-fund --silent; then
	echo "skipped: npm cannot install the peers"
	exit 0
fi
[ $# -gt 0 ] || set -- speed flags written
for command in "$@"; do
	go run . "$command"
done
