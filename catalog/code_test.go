package catalog

import (
	"os"
	"strings"
	"testing"

	"panonceau/render"
)

// based returns the pack for tests of a service that knows its address.
func based(t testing.TB, base string, rows ...string) (*Catalog, error) {
	t.Helper()
	return Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Base: base,
		Registry:     []byte("id,name,kind,edition,level,aliases\n" + strings.Join(rows, "\n")),
		RegistryName: "coquelicot-holders.csv"})
}

// TestCodes holds that codes never change: they are printed. The values were
// computed by another program.
func TestCodes(t *testing.T) {
	c := bundled(t)
	a := c.Holder("tnl", "213801517").Award("2025")
	if a.Code() != "CMQ1R5D6" || ShowCode(a.Code()) != "CMQ1-R5D6" {
		t.Errorf("code %s, shown %s", a.Code(), ShowCode(a.Code()))
	}
	for _, typed := range []string{"CMQ1R5D6", "cmq1-r5d6", "CMQI r5d6", " cmql\u00a0r5\u2011d6 ", "C-M-Q-1-R-5-D-6"} {
		if c.ByCode(typed) != a {
			t.Errorf("%q is not the award", typed)
		}
	}
	for _, typed := range []string{"", "CMQ1R5D", "CMQ1R5D60", "CMQ1R5D7", "CMQUR5D6", "CMQ1R5D6é", SpecimenCode, strings.Repeat("-", 1000) + "CMQ1R5D6"} {
		if got := c.ByCode(typed); got != nil {
			t.Errorf("%.40q is the award of %s", typed, got.Name)
		}
	}
	seen := make(map[string]bool)
	for _, h := range c.Holders("tnl") {
		for _, a := range h.Awards {
			if seen[a.Code()] || c.ByCode(a.Code()) != a || NormalCode(ShowCode(a.Code())) != a.Code() {
				t.Errorf("%s %s: code %s", h.ID, a.Edition, a.Code())
			}
			seen[a.Code()] = true
		}
	}
}

// TestFormerCode holds that a code keeps answering when its holder gets another
// identifier.
func TestFormerCode(t *testing.T) {
	c, err := based(t, "", "210500740,Lettret,bourg,2019-2021,une,xaa")
	if err != nil {
		t.Fatal(err)
	}
	if a := c.ByCode("N8D5N8ST"); a == nil || a.Holder.ID != "210500740" || a.Code() == "N8D5N8ST" {
		t.Errorf("%+v", a)
	}
}

func TestCodeCollision(t *testing.T) {
	_, err := based(t, "", "x0475364,A,bourg,2019-2021,une,", "x1171294,B,bourg,2019-2021,une,")
	want := "coquelicot-holders.csv:3: x1171294, edition 2019-2021, has the code 6TRE-B6C4, and so has x0475364, edition 2019-2021, of coquelicot"
	if err == nil || err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
}

// TestProof holds where pictures say that they can be checked.
func TestProof(t *testing.T) {
	const award, level, free = "/coquelicot/holders/xaa/2019-2021/card.svg", "/coquelicot/2019-2021/une/card.svg", "/coquelicot/2019-2021/une/card.svg?name=A"
	for _, c := range []struct{ base, address, qr, code string }{
		{"", award, "", "N8D5-N8ST"},
		{"https://labels.example", award, "https://labels.example/c/N8D5N8ST", "N8D5-N8ST"},
		{"https://labels.example/", "/coquelicot/holders/xaa/latest/card.svg", "https://labels.example/c/N8D5N8ST", "N8D5-N8ST"},
		{"https://labels.example", level, "", ""},
		{"https://labels.example", free, "https://labels.example/c/SPECIMEN", "SPECIMEN"},
	} {
		cat, err := based(t, c.base, "xaa,A,bourg,2019-2021,une,")
		if err != nil {
			t.Fatal(err)
		}
		s := order(t, cat, c.address).Spec
		_, bare, _ := strings.Cut(c.qr, "://")
		if s.QR != c.qr || s.Meta.Proof != c.qr || find(s.Fields, "code") != c.code || find(s.Fields, "proof-url") != bare {
			t.Errorf("%s %s: QR %q, proof %q, code %q, proof-url %q", c.base, c.address, s.QR, s.Meta.Proof, find(s.Fields, "code"), find(s.Fields, "proof-url"))
		}
		if has := factOf(s, "qr") != ""; has != (c.qr != "") {
			t.Errorf("%s %s: fact qr is %v", c.base, c.address, has)
		}
	}
}

func factOf(s *render.Spec, name string) string {
	for _, f := range s.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

func TestBase(t *testing.T) {
	for _, base := range []string{"labels.example", "ftp://labels.example", "https://", "https://labels.example/sub", "https://a@labels.example",
		"https://labels.example?x", "https://été.example", "https://labels.example/ ", "https://" + strings.Repeat("a", 100)} {
		if _, err := based(t, base, "xaa,A,bourg,2019-2021,une,"); err == nil || !strings.Contains(err.Error(), "want the origin") {
			t.Errorf("%q: %v", base, err)
		}
	}
}
