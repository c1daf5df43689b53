package meta

import (
	"fmt"
	"strings"
	"testing"

	"panonceau/render"
)

func TestEscape(t *testing.T) {
	tests := []struct{ in, want string }{
		{"L’Haÿ & <Roses>", "L’Haÿ &amp; &lt;Roses&gt;"},
		{"a\x00b\x01c\td\ne", "abc\td\ne"},
		{"\uFFFE\uFFFFx", "x"},
		{"a\xFFb", "a\uFFFDb"},
	}
	for _, test := range tests {
		if got := Escape(test.in); got != test.want {
			t.Errorf("Escape(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestAward(t *testing.T) {
	var b strings.Builder
	say := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s=%s ", tag, value)
		}
	}
	Award(render.Meta{Label: "TNL", Holder: "Boé", Specimen: true}, say)
	if want := "panonceau:label=TNL panonceau:holder=Boé panonceau:specimen=True "; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
