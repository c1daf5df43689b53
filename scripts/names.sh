#!/bin/sh
# Fits the names of all communes and bodies of France into every design. The
# public reference data comes from npm into a temporary folder.
set -eu
version=6.0.0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
(cd "$dir" && npm pack --silent "@etalab/decoupage-administratif@$version" >/dev/null && tar xzf ./*.tgz)
PANONCEAU_NAMES="$dir/package/data" ${GO:-go} test ./artwork -count 1 -timeout 60m -run '^TestAllNames$' -v
