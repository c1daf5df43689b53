package catalog

import (
	"errors"
	"strings"
	"testing"

	"panonceau/render"
)

// bareCard makes the card of the test pack a design without a ground, in a grey
// and a night variant.
var bareCard = strings.NewReplacer(
	"[[theme]]", `[[variant]]
id = "grey"
grey = true
swap = { pavot = "encre" }
[[variant]]
id = "white"
dark = true
grounds = ["dark", "pavot"]
reason = { fr = "le blanc ne se voit que sur le sombre", en = "white shows on dark only" }
swap = { pavot = "craie", encre = "craie", craie = "encre" }
[[theme]]`,
	"id = \"card\"", "id = \"card\"\nbare = true\nvariants = [\"plain\", \"grey\", \"white\"]\nthemes = [\"dark\"]",
)

func bareCatalog(t *testing.T, more ...string) (*Catalog, error) {
	t.Helper()
	fsys := testPack(t)
	f := *fsys["coquelicot/label.toml"]
	f.Data = []byte(strings.NewReplacer(more...).Replace(bareCard.Replace(string(f.Data))))
	fsys["coquelicot/label.toml"] = &f
	return Load(Sources{Packs: fsys})
}

func TestGrounds(t *testing.T) {
	c, err := bareCatalog(t)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []struct{ query, ground, says string }{
		{"", "", ""},
		{"?ground=light", "paper", ""},
		{"?ground=dark&variant=white", "encre", ""},
		{"?ground=pavot&variant=white", "pavot", ""},
		{"?ground=light&variant=white", "", "refused by the charter: white shows on dark only; allowed grounds: dark, pavot"},
		{"?ground=pavot", "", "refused by the charter: the variant “plain” is not made for this ground; allowed grounds: light"},
		{"?ground=rose", "", "ground: \"rose\" is not allowed; expected: light"},
		{"?ground=light&theme=dark", "", "ground: means nothing with theme=dark"},
	} {
		address := "/coquelicot/2022-2024/une/card.svg" + l.query
		r, err := ParseRequest(address)
		if err != nil {
			t.Fatal(err)
		}
		o, err := c.Resolve(r)
		var e *Error
		if l.says != "" {
			if !errors.As(err, &e) || !strings.Contains(e.En, l.says) {
				t.Errorf("%s: %v, want … %s …", l.query, err, l.says)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", l.query, err)
			continue
		}
		got := ""
		if o.Spec.Ground != nil {
			got = o.Spec.Ground.Name
		}
		if got != l.ground {
			t.Errorf("%s: ground %q, want %q", l.query, got, l.ground)
		}
	}
	if _, err := c.Resolve(Request{Label: "coquelicot", Edition: "2022-2024", Level: "une", Design: "plate", Ext: "svg", Ground: "light"}); err == nil {
		t.Error("a design with a ground of its own takes another")
	}
}

// TestGroundContrast: what cannot be read or seen on a ground that the charter
// allows is a fault, at the design.
func TestGroundContrast(t *testing.T) {
	for _, c := range []struct{ old, new, says string }{
		{`swap = { pavot = "craie", encre = "craie", craie = "encre" }`, `swap = { encre = "craie", craie = "encre" }`, `steps of level "une" on the ground "pavot" have a contrast of 1.00 at most; one needs 3`},
		{`grounds = ["dark", "pavot"]`, `grounds = ["light"]`, `text in encre on the ground "light" has a contrast of 1.02; at least 4.5`},
		{`grounds = ["dark", "pavot"]`, `grounds = ["rose"]`, `no ground is called "rose"`},
	} {
		// The ground of the card goes, so that its texts stand on the page.
		fsys := testPack(t)
		fsys["coquelicot/card.svg"].Data = []byte(strings.Replace(string(fsys["coquelicot/card.svg"].Data), `<rect width="300" height="100" fill="#FDFDFA"/>`, "", 1))
		fsys["coquelicot/label.toml"].Data = []byte(strings.Replace(bareCard.Replace(string(fsys["coquelicot/label.toml"].Data)), c.old, c.new, 1))
		_, err := readPack(fsys, "coquelicot")
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v\nwant … %s …", c.new, err, c.says)
		}
	}
}

func TestGrey(t *testing.T) {
	c, err := bareCatalog(t)
	if err != nil {
		t.Fatal(err)
	}
	p := c.Packs[0]
	for _, l := range []struct {
		ink string
		rgb uint8
		k   float64
	}{
		{"encre", 0x1A, 90}, {"pavot", 0x1A, 90}, {"craie", 0xFD, 1},
	} {
		got := p.palette("grey", "light").ink(p.ink(l.ink))
		if got.RGB != (render.RGB{R: l.rgb, G: l.rgb, B: l.rgb}) || got.CMYK != [4]float64{3: l.k} {
			t.Errorf("%s becomes %+v", l.ink, got)
		}
	}
	// The grey of a colour has its luminance.
	for _, c := range []render.RGB{{R: 0xC4, G: 0x16, B: 0x1C}, {R: 0x1F, G: 0x9A, B: 0x63}, {R: 0xF0, G: 0xB4, B: 0x29}, {}, {R: 255, G: 255, B: 255}} {
		v := greyOf(c)
		if ratio := contrast(c, render.RGB{R: v, G: v, B: v}); ratio > 1.02 {
			t.Errorf("%v becomes %d: contrast %g", c, v, ratio)
		}
	}
}
