package catalog

import (
	"errors"
	"strings"
	"testing"

	"panonceau/render"
)

// order resolves an address that must be right.
func order(t testing.TB, c *Catalog, address string) *Order {
	t.Helper()
	r, err := ParseRequest(address)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return o
}

// TestTexts holds what pictures say, one line a text.
func TestTexts(t *testing.T) {
	c := bundled(t)
	for _, l := range []struct{ address, key, want string }{
		{"/tnl/2020/3/logo.svg", "level", "niveau 3"},
		{"/tnl/2020/3/logo.svg", "level-name", "3"},
		{"/tnl/2020/3/logo.svg", "level-word", "niveau"},
		{"/tnl/2020/3/logo.svg", "label", "Territoire Numérique Libre"},
		{"/tnl/2020/3/logo.svg", "label-short", "TNL"},
		{"/tnl/2020/3/logo.svg", "label-lines", "Territoire\nNumérique\nLibre"},
		{"/tnl/2020/3/logo.svg", "edition", "2020"},
		{"/tnl/2020/3/logo.svg", "edition-line", "édition 2020"},
		{"/tnl/2020/3/logo.svg", "award", "Label Territoire Numérique Libre 2020, niveau 3"},
		{"/tnl/2020/3/logo.svg", "award-line", "niveau 3 · édition 2020"},
		{"/tnl/2020/3/logo.svg", "hashtag", "#TNL2020"},
		{"/tnl/2020/3/logo.svg", "account", "@TerrNumLibre"},
		{"/tnl/2020/3/logo.svg", "issuer", "Label décerné par l’ADULLACT"},
		{"/tnl/2020/3/logo.svg", "holder", ""},
		{"/tnl/2020/3/logo.svg?lang=en", "award", "Territoire Numérique Libre label 2020, level 3"},
		{"/tnl/2021/1/logo.svg", "desc", "Le niveau 1 récompense un premier pas dans la découverte et l’usage des logiciels libres\u202f; il valorise un premier élan vers des pratiques libres et ouvertes, sans stratégie ni plan d’action définis."},
		{"/tnl/2022/1/logo.svg", "desc", "Niveau correspondant à un premier pas confirmé dans la découverte et l’usage de logiciels libres."},
		{"/tnl/2025/badge/logo.svg", "level", "badge"},
		{"/tnl/2025/badge/logo.svg", "award", "Badge Territoire Numérique Libre 2025"},
		{"/tnl/2025/badge/logo.svg", "issuer", "Badge décerné par l’ADULLACT"},
		{"/tnl/2025/or/logo.svg", "level", "label Or"},
		{"/tnl/2025/or/logo.svg", "level-name", "Or"},
		{"/tnl/2025/or/logo.svg?lang=en", "level", "Gold label"},
		{"/tnl/2025/or/logo.svg", "award", "Label Territoire Numérique Libre 2025, niveau Or"},
		{"/tnl/holders/213805161/2023/logo.svg", "holder", "La Tronche"},
		{"/tnl/holders/213805161/2023/logo.svg", "holder-of", "de La Tronche"},
		{"/tnl/holders/213805161/2023/logo.svg", "holder-noun", "Ville de La Tronche"},
		{"/tnl/holders/213801517/2025/logo.svg", "holder-noun", "Ville d’Échirolles"},
		{"/tnl/holders/213801517/2025/logo.svg", "mentions", "Promotion, communication et sensibilisation aux logiciels libres"},
		{"/tnl/holders/xmorbihanenergies/2023/logo.svg", "mentions", "Open data · Communication"},
		{"/tnl/holders/xmorbihanenergies/2023/logo.svg", "holder-noun", "Morbihan Énergies"},
		{"/tnl/holders/222200016/2016/logo.svg", "holder-noun", "Département des Côtes-d’Armor"},
		{"/tnl/holders/222200016/2016/logo.svg", "holder-of", "du Département des Côtes-d’Armor"},
		{"/tnl/holders/xrecia/2020/logo.svg", "holder-of", "du GIP RECIA"},
		{"/tnl/2020/3/logo.svg?name=Plouguerneau%20/%20Plougerne", "holder", "Plouguerneau"},
		{"/tnl/2020/3/logo.svg?name=Plouguerneau%20/%20Plougerne", "holder2", "Plougerne"},
		{"/tnl/2020/3/logo.svg?name=L%27Ha%C3%BF-les-Roses", "holder-of", "de L’Haÿ-les-Roses"},
		{"/tnl/2024/9/logo.svg", "state", "niveau inconnu"},
		{"/tnl/2024/9/logo.svg", "state-detail", "9 · 2024"},
		{"/tnl/2024/9/logo.svg", "hashtag", "#TNL2024"},
		{"/tnl/2024/9/logo.svg", "level", ""},
		{"/tnl/1999/9/logo.svg", "hashtag", ""},
		{"/nul/2020/3/logo.svg?lang=en", "state", "unknown label"},
	} {
		if got := find(order(t, c, l.address).Spec.Fields, l.key); got != l.want {
			t.Errorf("%s: %s is %q, want %q", l.address, l.key, got, l.want)
		}
	}
}

func TestTitles(t *testing.T) {
	c := bundled(t)
	for address, want := range map[string]string{
		"/tnl/2020/3/logo.svg":                      "Label Territoire Numérique Libre 2020, niveau 3",
		"/tnl/holders/214700312/2025/badge.svg":     "Label Territoire Numérique Libre 2025, niveau Or – Ville de Boé",
		"/tnl/holders/246700488/2025/sign.svg":      "Badge Territoire Numérique Libre 2025 – Eurométropole de Strasbourg",
		"/tnl/holders/xsitiv/2022/logo.svg?lang=en": "Territoire Numérique Libre label 2022, level 5 – SITIV",
		"/tnl/2025/or/logo.svg?name=Y":              "Spécimen sans valeur\u00a0: Label Territoire Numérique Libre 2025, niveau Or – Y",
		"/tnl/holders/213801517/2019/sign.svg":      "Territoire Numérique Libre – non labellisé\u00a0: Échirolles · 2019",
		"/tnl/holders/732829320/2019/sign.svg":      "Territoire Numérique Libre – titulaire inconnu\u00a0: 732829320",
		"/tnl/1999/3/logo.svg?lang=en":              "Territoire Numérique Libre – unknown edition: 1999",
		"/nul/1999/3/logo.svg":                      "label inconnu – nul",
	} {
		o := order(t, c, address)
		if o.Title != want || o.Alt != want || o.Spec.Title != want || o.Spec.Lang != o.Lang {
			t.Errorf("%s: title %q, alt %q, want %q", address, o.Title, o.Alt, want)
		}
	}
	o := order(t, testPacks(t), "/coquelicot/2022-2024/deux/flower.svg")
	if o.Alt != "Village au coquelicot 2022–2024, deux fleurs (fleur)" {
		t.Errorf("alt of the design: %q", o.Alt)
	}
}

// TestCanonical holds what is the same request in other words.
func TestCanonical(t *testing.T) {
	c := testPacks(t)
	for address, want := range map[string]string{
		"/coquelicot/2022-2024/deux/flower.svg?variant=plain&lang=fr":         "/coquelicot/2022-2024/deux/flower.svg",
		"/coquelicot/2022-2024/deux/card.svg?style=wide":                      "/coquelicot/2022-2024/deux/card.svg",
		"/coquelicot/2022-2024/deux/card.svg?size=300x300px":                  "/coquelicot/2022-2024/deux/card.svg?size=square",
		"/coquelicot/2022-2024/deux/plate.svg?size=200x100mm&material=enamel": "/coquelicot/2022-2024/deux/plate.svg",
		"/coquelicot/2022-2024/deux/plate.svg?material=wood&v=abcd&download":  "/coquelicot/2022-2024/deux/plate.svg?material=wood",
		"/coquelicot/holders/212901953/latest/card.svg":                       "/coquelicot/holders/xplouguerneau/latest/card.svg",
	} {
		o := order(t, c, address)
		again := order(t, c, o.Canonical)
		if o.Canonical != want || again.Canonical != want || again.Key != o.Key {
			t.Errorf("%s: canonical address %s, want %s", address, o.Canonical, want)
		}
	}
	latest := order(t, c, "/coquelicot/holders/xplouguerneau/latest/card.svg")
	if pinned := order(t, c, latest.Permanent); !latest.Latest || pinned.Latest || pinned.Key != latest.Key ||
		latest.Permanent != "/coquelicot/holders/xplouguerneau/2022-2024/card.svg" {
		t.Errorf("latest: %+v, permanent %s", latest.Request, latest.Permanent)
	}
}

// TestKeys holds that different pictures have different keys.
func TestKeys(t *testing.T) {
	c := testPacks(t)
	seen := make(map[string]string)
	for _, a := range []string{
		"/coquelicot/2022-2024/deux/card.svg", "/coquelicot/2022-2024/deux/card.png",
		"/coquelicot/2022-2024/une/card.svg", "/coquelicot/2019-2021/deux/card.svg",
		"/coquelicot/2022-2024/deux/card.svg?lang=en", "/coquelicot/2022-2024/deux/card.svg?name=A",
		"/coquelicot/2022-2024/deux/card.svg?name=B", "/coquelicot/holders/xplouguerneau/latest/card.svg",
		"/coquelicot/2022-2024/deux/card.svg?style=tall", "/coquelicot/2022-2024/quatre/card.svg",
		"/coquelicot/2022-2024/deux/card.png?scale=2", "/x/2022-2024/deux/card.svg",
	} {
		k := order(t, c, a).Key
		if seen[k] != "" || len(k) != 32 {
			t.Errorf("%s and %s have the key %s", a, seen[k], k)
		}
		seen[k] = a
	}
	based, err := Load(Sources{Packs: testPack(t), Base: "https://labels.example/"})
	if err != nil {
		t.Fatal(err)
	}
	o := order(t, based, "/coquelicot/2022-2024/deux/card.svg")
	if o.Spec.Meta.URL != "https://labels.example/coquelicot/2022-2024/deux/card.svg" || seen[o.Key] != "" {
		t.Errorf("with an origin: %s, key %s", o.Spec.Meta.URL, o.Key)
	}
}

func TestResolveErrors(t *testing.T) {
	c := testPacks(t)
	const base = "/coquelicot/2022-2024/trois/"
	for _, l := range []struct {
		address string
		kind    error
		param   string
		says    string
	}{
		{base + "flower.svg?lang=de", ErrInvalid, "lang", `"de" is not allowed; expected: fr, en, br`},
		{base + "flower.svg?variant=mono", ErrInvalid, "variant", "expected: plain, line"},
		{base + "card.svg?variant=line", ErrInvalid, "variant", "this design has no such choice"},
		{base + "card.svg?theme=dark", ErrInvalid, "theme", "no such choice"},
		{base + "card.svg?style=round", ErrInvalid, "style", "expected: wide, tall"},
		{base + "flower.svg?style=wide", ErrInvalid, "style", "no such choice"},
		{base + "plate.svg?material=brass", ErrInvalid, "material", "expected: enamel, wood"},
		{base + "plate.svg?size=90x50mm", ErrInvalid, "size", "expected: 200x100mm, 300x150mm, 100x50mm – 1000x500mm"},
		{base + "plate.svg?size=huge", ErrInvalid, "size", ""},
		{base + "plate.svg?size=110x60mm", ErrInvalid, "size", "110 mm wide; this design needs at least 120"},
		{base + "card.svg?size=round", ErrInvalid, "size", "expected: square"},
		{base + "flower.png?width=15", ErrInvalid, "width", "15 pixels; this design needs at least 16"},
		{base + "plate.png?dpi=1200&size=1000x500mm", ErrInvalid, "width", "at most 41: ask for a PDF"},
		{base + "plate.svg?variant=line", ErrRefused, "charter", "three flowers are always in colour"},
		{base + "card.svg?name=a%F0%9F%98%80", ErrInvalid, "name", "no font has the character U+1F600"},
		{"/coquelicot/holders/210500740/1999.zip", ErrNotFound, "holder", "1999"},
		{"/coquelicot/holders/xnobody/latest.zip", ErrNotFound, "holder", "xnobody"},
		{"/nobody/holders/210500740/latest.zip", ErrNotFound, "label", "nobody"},
		{"/coquelicot/holders/210500740/latest.zip?theme=dark", ErrInvalid, "theme", "means nothing for a kit"},
	} {
		r, err := ParseRequest(l.address)
		if err != nil {
			t.Errorf("%s: %v", l.address, err)
			continue
		}
		_, err = c.Resolve(r)
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, l.kind) || e.Param != l.param || !strings.Contains(e.En, l.says) {
			t.Errorf("%s: %v; want %v, %s: … %s …", l.address, err, l.kind, l.param, l.says)
		}
	}
	order(t, c, "/coquelicot/2022-2024/deux/plate.svg?variant=line")
}

// TestErrorSpec draws refusals of every kind, also without a request.
func TestErrorSpec(t *testing.T) {
	c := bundled(t)
	for _, a := range []string{"", "/x", "/tnl/2020/3/logo.svg?colour=x", "/tnl/2020/3/badge.png?theme=a&lang=en",
		"/tnl/2020/3/sign.svg?width=0", "/tnl/2020/3/social.svg?name=" + strings.Repeat("x", 200), "/x/2020/3/logo.svg?y=1",
		"/tnl/2020/3/logo.svg?%F0%9F%98%80=%E4%B8%AD"} {
		r, err := ParseRequest(a)
		if err == nil {
			t.Fatalf("%s is no error", a)
		}
		s := c.ErrorSpec(err, r)
		if s.Desc == "" || find(s.Fields, "state") != s.Title {
			t.Errorf("%s: title %q, description %q", a, s.Title, s.Desc)
		}
		if _, err := render.Compose(s); err != nil {
			t.Errorf("%s: %v", a, err)
		}
	}
}

// TestStateKeepsSize holds that pages do not move when an award goes.
func TestStateKeepsSize(t *testing.T) {
	c := bundled(t)
	for _, p := range c.Packs {
		for _, d := range p.Designs {
			if !d.Orderable() {
				continue
			}
			o := order(t, c, "/tnl/1999/3/"+d.ID+".svg")
			got, err := render.Compose(o.Spec)
			if err != nil {
				t.Errorf("%s: %v", d.ID, err)
				continue
			}
			w, h := d.Styles[0].Width(), d.Styles[0].Height()
			if d.Styles[0].Art.Hugs() { // as wide as what it says
				w = got.Width * got.Unit
			}
			if dw, dh := got.Width*got.Unit-w, got.Height*got.Unit-h; dw*dw+dh*dh > 1e-6 {
				t.Errorf("%s: the state is %g × %g mm, the design %g × %g", d.ID, got.Width*got.Unit, got.Height*got.Unit, w, h)
			}
		}
	}
}

func TestFactsAreSorted(t *testing.T) {
	for _, a := range []string{"/coquelicot/2022-2024/deux/card.svg", "/coquelicot/1/deux/card.svg"} {
		facts := order(t, testPacks(t), a).Spec.Facts
		for i := 1; i < len(facts); i++ {
			if facts[i-1].Name >= facts[i].Name {
				t.Errorf("%s: %s before %s", a, facts[i-1].Name, facts[i].Name)
			}
		}
	}
}

func BenchmarkParseRequest(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseRequest("/tnl/holders/213801517-echirolles/latest/badge.svg?theme=light&style=flat"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	c := bundled(b)
	for _, l := range []struct{ name, address string }{
		{"reference", "/tnl/2020/3/logo.svg"},
		{"award", "/tnl/holders/213801517/latest/badge.svg"},
		{"specimen", "/tnl/2025/or/logo.svg?name=Plouguerneau%20/%20Plougerne"},
		{"state", "/tnl/2024/9/logo.svg"},
	} {
		b.Run(l.name, func(b *testing.B) {
			b.ReportAllocs()
			r, err := ParseRequest(l.address)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := c.Resolve(r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
