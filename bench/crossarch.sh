#!/bin/sh
# crossarch.sh: do all processors draw the same picture?
#
# Runs the tests that compare pictures with recorded checksums on every
# architecture this machine can run, under emulation where it must be, and
# looks in the machine code of the packages that draw for multiplications and
# additions that the compiler has fused. What is missing is skipped, by name.
# See docs/notes/determinism.md.
#
# crossarch.sh NAME...: on these only, such as 386 arm64 wasm.
set -u
cd "$(dirname "$0")/.." || exit 1

packages="./render/geom ./render/raster ./render/mockup"
pictures=./press
tests='Digests'
failed=0
only=" $* "

# run NAME TOOL ENVIRONMENT... : one architecture. TOOL runs its programs, or
# is - if the machine does.
run() {
	name=$1 tool=$2
	shift 2
	case $only in
	"  " | *" ${name%% *} "*) ;;
	*) return ;;
	esac
	if [ "$tool" != - ] && ! command -v "$tool" >/dev/null; then
		echo "skip  $name: no $tool"
		return
	fi
	exec=
	[ "$tool" = - ] || exec="-exec=${runner:-$tool}"
	if out=$(env "$@" go test -count=1 $exec -run "$tests" $packages $pictures 2>&1); then
		echo "same  $name"
	else
		echo "$out"
		echo "DIFFERENT  $name"
		failed=1
	fi
}

run "$(go env GOHOSTARCH)" - GOARCH="$(go env GOHOSTARCH)"
if [ "$(go env GOHOSTARCH)" = amd64 ]; then
	if grep -qw avx2 /proc/cpuinfo 2>/dev/null; then
		run "amd64 v3 (fuses)" - GOARCH=amd64 GOAMD64=v3
	else
		echo "skip  amd64 v3: no AVX2"
	fi
	run 386 - GOARCH=386
fi
run arm64 qemu-aarch64 GOARCH=arm64
run riscv64 qemu-riscv64 GOARCH=riscv64
run s390x qemu-s390x GOARCH=s390x
runner="$(go env GOROOT)/lib/wasm/go_js_wasm_exec"
run wasm node GOOS=js GOARCH=wasm
runner=

# FMADDD, FNMSUBD and their like on arm64, which fuses wherever it may.
fused=$(GOARCH=arm64 go build -gcflags=-S $packages 2>&1 |
	grep -E '[[:space:]]FN?M(ADD|SUB)[SD][[:space:]]' |
	sed -E 's/.*\(([^)]*:[0-9]+)\).*/\1/' | sort -u)
if [ -n "$fused" ]; then
	echo "a product is fused with a sum at:"
	echo "$fused"
	failed=1
else
	echo "none  fused products in $packages"
fi
exit $failed
