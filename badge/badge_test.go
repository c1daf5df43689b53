package badge

import (
	"errors"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/fonts"
	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/svg"
	"panonceau/render/text"
)

// TestParse holds the grammar of shields.io.
func TestParse(t *testing.T) {
	for _, c := range []struct{ target, left, right, canonical string }{
		{"/badge/build-passing-brightgreen", "build", "passing", "/badge/build-passing-44cc11.svg"},
		{"/badge/build-passing-brightgreen.svg", "build", "passing", "/badge/build-passing-44cc11.svg"},
		{"/badge/build-passing-4c1.png", "build", "passing", "/badge/build-passing-44cc11.png"},
		{"/badge/message-blue", "", "message", "/badge/message-007ec6.svg"},
		{"/badge/-message-blue", "", "message", "/badge/message-007ec6.svg"},
		{"/badge/any_text-you_like-%239cf", "any text", "you like", "/badge/any_text-you_like-99ccff.svg"},
		{"/badge/any%20text-you%20like-99CCFF", "any text", "you like", "/badge/any_text-you_like-99ccff.svg"},
		{"/badge/a__b-c--d-red", "a_b", "c-d", "/badge/a__b-c--d-e05d44.svg"},
		{"/badge/a---b-red", "a", "-b", "/badge/a---b-e05d44.svg"},
		{"/badge/v1.2.3-ok.-tomato", "v1.2.3", "ok.", "/badge/v1.2.3-ok.-ff6347.svg"},
		{"/badge/caf%C3%A9-50%25%2F50+1-teal", "café", "50%/50+1", "/badge/caf%C3%A9-50%25%2F50%2B1-008080.svg"},
		{"/badge/a-b-red?label=other%20one&style=for-the-badge&logo=github&labelColor=000", "other one", "b",
			"/badge/other_one-b-e05d44.svg?labelColor=000000&style=for-the-badge"},
		{"/badge/a-b-red?color=blue&style=flat", "a", "b", "/badge/a-b-007ec6.svg"},
		{"/badge/a-b-red?label=", "", "b", "/badge/b-e05d44.svg"},
	} {
		b, err := Parse(c.target)
		if err != nil {
			t.Errorf("%s: %v", c.target, err)
			continue
		}
		if b.Left != c.left || b.Right != c.right || b.String() != c.canonical {
			t.Errorf("%s: %q, %q, %s; want %q, %q, %s", c.target, b.Left, b.Right, b, c.left, c.right, c.canonical)
		}
		again, err := Parse(b.String())
		if err != nil || *again != *b {
			t.Errorf("%s: its canonical address is another badge: %+v, %v", c.target, again, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	long := strings.Repeat("a", maxText+1)
	for target, param := range map[string]string{
		"/badge/": "url", "/badge/red": "url", "/badge/a-b-c-red": "url", "/badge/%zz-red": "url",
		"/badge/a-b-notacolour": "color", "/badge/a-b-12345": "color", "/badge/a-b-%23ggg": "color",
		"/badge/-red": "message", "/badge/a-%20-red": "message",
		"/badge/" + long + "-b-red": "label", "/badge/a-" + long + "-red": "message",
		"/badge/a%00b-c-red": "label", "/badge/a%E2%80%AEb-c-red": "label", "/badge/a%E2%80%8Bb-c-red": "label", "/badge/a-%FF-red": "message",
		"/badge/a-b-red?style=social": "style", "/badge/a-b-red?labelColor=x": "labelColor", "/badge/a-b-red?width=9": "query",
		"/badge/a-b-red?style=flat&style=flat": "query", "/badge/a-b-red?label=%zz": "query",
		"/badge/" + strings.Repeat("a", maxTarget): "url",
	} {
		b, err := Parse(target)
		var e *catalog.Error
		if !errors.As(err, &e) || !errors.Is(err, catalog.ErrInvalid) || e.Param != param || e.Fr == "" || e.En == "" {
			t.Errorf("%.60s: %v (%+v); want a fault of %s", target, err, b, param)
		}
	}
}

// TestClaims is the table of ways to write a label's name, and of texts that
// have nothing to do with one.
func TestClaims(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	names := c.Packs[0].Names()
	for _, text := range []string{
		"Territoire Numérique Libre|or", "territoire numerique libre|5", "TERRITOIRE|NUMÉRIQUE LIBRE", "Numérique Libre|Territoire",
		"territoire-numerique-libre|niveau 5", "TerritoireNumeriqueLibre|x", "T e r r i t o i r e numérique|libre",
		"Territoires Numériques Libres|3", "Teritoire Numerique Libre|or", "Terr1t01re Num3r1que L1bre|x", "T3RR1T01R3 NUM3R1QU3 L18R3|x",
		"TNL|niveau 5", "tnl|5", "Label TNL|or", "label|tnl2025", "#TNL2025|or", "TNL2020|x", "T.N.L.|5", "T N L|5", "T-N-L|5", "T_N_L|5", "7NL|5", "TN1|5", "TN|L", "TN!|5", "TNI|5",
		"ＴＮＬ|5", "𝐓𝐍𝐋|5", "Ⓣⓝⓛ|5", "ТΝL|5", "ТNL|5", "ᴛɴʟ|5", "ꓔꓠꓡ|5", "TŃĹ|5", "T\u0301N\u0301L|5", "ꓔNŁ|x", "xTNLx|5",
		"Теrrіtоіrе Νumérіquе Lіbrе|or", "@TerrNumLibre|or", "territoire-numerique-libre.org|ok",
	} {
		left, right, _ := strings.Cut(text, "|")
		if !Claims(left, right, names) {
			t.Errorf("%q: not seen as a name of the label", text)
		}
	}
	for _, text := range []string{
		"build|passing", "licence|AGPL--3.0", "logiciel|libre", "territoire|rural", "données|ouvertes", "numérique|responsable",
		"version|2025", "content|nlp", "partnership|ok", "fitness|level 3", "until|2027", "catnip|9", "ville|Échirolles", "", "|",
		"couverture|97%", "Territoire|engagé", "tests|1234 ok", "html|valid", "TLN|x",
	} {
		left, right, _ := strings.Cut(text, "|")
		if Claims(left, right, names) {
			t.Errorf("%q: taken for a name of the label", text)
		}
	}
}

// TestContrast holds that text is read on every colour.
func TestContrast(t *testing.T) {
	for _, c := range named {
		if got := catalog.Contrast(c, textOn(c)); got < 4.5 {
			t.Errorf("%s: %.2f:1", hex(c), got)
		}
	}
	least := 21.0
	for i := range 4096 {
		c := render.RGB{R: uint8(i >> 8 * 17), G: uint8(i >> 4 & 15 * 17), B: uint8(i & 15 * 17)}
		least = min(least, catalog.Contrast(c, textOn(c)))
	}
	if least < 4.5 {
		t.Errorf("some colour has %.2f:1", least)
	}
}

func program(t testing.TB) *text.Collection {
	t.Helper()
	all, err := text.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPictures(t *testing.T) {
	all := program(t)
	for name, c := range map[string]struct{ target, specimen string }{
		"flat":          {"/badge/build-passing-brightgreen", ""},
		"flat-square":   {"/badge/couverture-97%20%25-yellow?style=flat-square", ""},
		"for-the-badge": {"/badge/licence-AGPL--3.0-blue?style=for-the-badge", ""},
		"message":       {"/badge/d%C3%A9j%C3%A0_vu-000", ""},
		"specimen":      {"/badge/TNL-niveau_5-orange", "SPÉCIMEN"},
	} {
		b, err := Parse(c.target)
		if err != nil {
			t.Fatal(err)
		}
		spec, err := b.Spec(all, c.specimen)
		if err != nil {
			t.Fatal(err)
		}
		d, err := render.Compose(spec)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := svg.Encode(&out, d, svg.EncodeOptions{}); err != nil {
			t.Fatal(err)
		}
		golden.Text(t, name+".svg", []byte(out.String()))
	}
	if b, err := Parse("/badge/%E9%95%BF-b-red"); err != nil {
		t.Error(err)
	} else if _, err := b.Spec(all, ""); !errors.Is(err, catalog.ErrInvalid) {
		t.Errorf("a character without a glyph: %v", err)
	}
}

// FuzzParse holds that whatever is accepted has a canonical address that means
// the same, and a picture.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"/badge/a-b-red", "/badge/a__b-c--d-red.png?style=flat", "/badge/---red", "/badge/%2D-b-%23fff?label=x", "/badge/TNL-or-gold", "/badge/a-b\n-red"} {
		f.Add(s)
	}
	all := program(f)
	f.Fuzz(func(t *testing.T, target string) {
		b, err := Parse(target)
		if err != nil {
			var e *catalog.Error
			if !errors.As(err, &e) {
				t.Fatalf("%q: %v is no *catalog.Error", target, err)
			}
			return
		}
		again, err := Parse(b.String())
		if err != nil || *again != *b {
			t.Fatalf("%q: %s is another badge: %+v, %v", target, b, again, err)
		}
		Claims(b.Left, b.Right, []string{"Territoire Numérique Libre", "TNL"})
		spec, err := b.Spec(all, "")
		if err != nil {
			return
		}
		if _, err := render.Compose(spec); err != nil {
			t.Fatalf("%q: %v", target, err)
		}
	})
}
