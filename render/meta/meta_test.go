package meta

import (
	"strings"
	"testing"

	"panonceau/internal/golden"
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

// TestVocabulary holds that all formats say the same, with the same words: XMP in
// the frames it wants, RDF without them.
func TestVocabulary(t *testing.T) {
	a := About{"Titre <1>", "Texte", "fr", render.Meta{
		URL: "https://labels.example/a.svg?a=1&b=2", Proof: "https://labels.example/c/N8D5N8ST", Label: "TNL", Edition: "2025", Level: "niveau Or",
		LevelID: "or", Holder: "Boé", HolderID: "214700312", Code: "N8D5N8ST", Issuer: "ADULLACT", License: "CC-BY-4.0", Notice: "non officiel",
		Specimen: true, Drawing: "d1", Key: "k1",
	}}
	golden.Text(t, "about.xmp", XMP(a, ` xmlns:pdf="http://ns.adobe.com/pdf/1.3/"`, func(p *Properties) { p.Plain("pdf:Trapped", "False") }))
	golden.Text(t, "about.rdf", []byte(RDF(a)))
}

func TestEmpty(t *testing.T) {
	if a := (About{Title: "T", Meta: render.Meta{Credential: "{}"}}); !a.Empty() {
		t.Error("a title says where a picture comes from")
	}
	if a := (About{Meta: render.Meta{Notice: "non officiel"}}); a.Empty() {
		t.Error("a notice is nothing")
	}
	long := strings.Repeat("é", maxText/2+1)
	if s := RDF(About{Meta: render.Meta{Holder: long, Edition: "2025"}}); strings.Contains(s, "holder") || !strings.Contains(s, "2025") {
		t.Error("a text that is too long is there, or takes the others with it")
	}
}
