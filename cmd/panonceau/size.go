package main

import (
	"fmt"
	"strconv"
	"strings"
)

// A size is an amount of memory, written as 512KiB, 256MiB or 2GiB.
type size int64

// maxSize is more than any machine has and leaves room for sums.
const maxSize = 1 << 50

// UnmarshalText reads an amount. A number alone counts bytes.
func (b *size) UnmarshalText(text []byte) error {
	s, shift := string(text), 0
	for i, unit := range []string{"KiB", "MiB", "GiB", "TiB"} {
		if rest, ok := strings.CutSuffix(s, unit); ok {
			s, shift = rest, 10*(i+1)
			break
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil || n < 0 || n > maxSize>>shift {
		return fmt.Errorf("%q is not a size; write it as 256MiB", text)
	}
	*b = size(n << shift)
	return nil
}
