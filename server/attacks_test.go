package server

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"panonceau/catalog"
)

// TestSmuggledNames tries to have an official picture for a name by what the
// address hides. Nothing but a specimen, another address or a refusal comes back.
func TestSmuggledNames(t *testing.T) {
	now := time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC)
	s, c := trusting(t, &now, inForce)
	const deux = "/coquelicot/2022-2024/deux/card.svg"
	signed, err := c.Sign(deux+"?name=Lyon", "", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	_, sig, _ := strings.Cut(signed, "&")
	const specimen, bad, invalid, moved, none = "200 specimen", "200 bad-signature", "400 invalid", "307 ", "404 "
	for target, want := range map[string]string{
		deux: "200 ", signed: "200 ",
		// The query.
		deux + "?name=Lyon&name=Lyon":       invalid,
		deux + "?name=Lyon&n%61me=Paris":    invalid,
		deux + "?name=Lyon&NAME=Paris":      invalid,
		deux + "?name[]=Lyon":               invalid,
		deux + "?name=Lyon;" + sig:          specimen, // a name with a semicolon in it
		deux + "?name=Lyon%26" + sig:        specimen, // and with an ampersand
		deux + "?name=Paris&" + sig:         bad,
		deux + "?name=Ly%256Fn&" + sig:      bad, // escaped twice: the name has a percent sign
		deux + "?name=Ly%6Fn&" + sig:        "200 ",
		deux + "?name=+Lyon%20&" + sig:      "200 ", // spaces around a name are none of it
		deux + "?name=Ly+on&" + sig:         bad,
		deux + "?name=Ly%2Bon&" + sig:       bad,
		deux + "?name=Ly%C0%AFon&" + sig:    invalid, // overlong UTF-8
		deux + "?name=Ly%ED%A0%80on&" + sig: invalid, // half a surrogate
		deux + "?name=Lyon%00&" + sig:       invalid,
		deux + "?name=Lyon%0D%0AX:%20y":     invalid,
		deux + "?name=Lyon%23&" + sig:       bad,
		deux + "?name=LYON&" + sig:          bad,
		deux + "?name=Lyon.&" + sig:         bad,
		deux + "?name=Lyon%&" + sig:         invalid,
		deux + "?name=&" + sig:              invalid,
		deux + "?" + sig:                    "200 ", // names nobody
		deux + "?&&name=Lyon&&" + sig:       "200 ",
		deux + "?name=Lyon?" + sig:          specimen,
		// The path.
		"/coquelicot//2022-2024/deux/card.svg?name=Lyon":       moved,
		"/coquelicot/./2022-2024/deux/card.svg?name=Lyon":      moved,
		"/coquelicot/2022-2024/une/../deux/card.svg":           moved,
		"/coquelicot/2022-2024/une/%2e%2e/deux/card.svg":       none,
		"/coquelicot/2022-2024/deux%2fcard.svg":                none,
		"/coquelicot/2022-2024/deux%252fcard.svg":              none,
		"/coquelicot/2022-2024/deux;name=Lyon/card.svg":        invalid,
		"/coquelicot/2022-2024/deux%3Fname=Lyon/card.svg":      invalid,
		"/coquelicot/2022-2024/deux./card.svg":                 invalid,
		"/coquelicot/2022-2024/Deux/card.svg":                  invalid,
		"/coquelicot/2022-2024/deux%00/card.svg":               invalid,
		"/coquelicot/2022-2024/d%65ux/card%2esvg?name=Lyon":    specimen,
		"/coquelicot/2022-2024/deux/card.svg/?name=Lyon":       none,
		"/coquelicot/2022-2024/deux/card.svg%3Fname=Lyon":      "400 ",
		"/coquelicot/2022-2024/deux/card.svg%23?name=Lyon":     "400 ",
		"/coquelicot/2022-2024/deux/card.svg%00.png?name=Lyon": "400 ",
		"/coquelicot/2022-2024/deux/card.svg.?name=Lyon":       "400 ",
		"/coquelicot/2022-2024/deux/card.SVG?name=Lyon":        "400 ",
		// A holder.
		card + "svg?name=Lyon":                                         invalid,
		card + "svg?level=trois":                                       invalid,
		card + "svg?holder=xother":                                     invalid,
		"/coquelicot/holders/xsitiv%2f2022-2024/card.svg":              none,
		"/coquelicot/holders/xsitiv/trois/card.svg":                    "200 unknown-edition",
		"/coquelicot/holders/xsitiv/2022-2024/trois/card.svg":          none,
		"/coquelicot/holders/xsitiv%00/2022-2024/card.svg":             invalid,
		"/coquelicot/holders/XSITIV/2022-2024/card.svg":                invalid,
		"/coquelicot/holders/xsitiv-lyon-trois/2022-2024/card.svg":     "200 ", // of SITIV, whatever is said after it
		"/coquelicot/holders/xother/2022-2024/card.svg":                "200 unknown-holder",
		"/coquelicot/holders/xsitiv/2022-2024/card.svg?name=&" + sig:   invalid,
		"/coquelicot/holders/xsitiv/2022-2024/card.svg?" + sig[:30]:    "200 ", // of SITIV, all the same
		"/coquelicot/holders/xsitiv/2022-2024/card.svg?v=0000&lang=fr": "200 ",
	} {
		r := get(s, "GET", target)
		if got := strings.TrimSpace(r.Status[:3] + " " + r.Header.Get("Panonceau-State")); got != strings.TrimSpace(want) {
			t.Errorf("%s: %s; want %s", target, got, want)
		}
		b := body(t, r)
		letters := 0
		if strings.HasSuffix(want, "specimen") || strings.HasSuffix(want, "signature") {
			letters = len([]rune("SPÉCIMEN"))
		}
		if got := lettersOf(b); got != letters {
			t.Errorf("%s: %s with %d letters of the mark", target, want, got)
		}
		if r.StatusCode == 200 && want == "200 " && !strings.Contains(target, "name=") && bytes.Contains(b, []byte("Lyon")) {
			t.Errorf("%s: names Lyon", target)
		}
	}
}

// lettersOf counts the letters of the mark in an SVG file: the elements that
// nothing but the root contains, so that no attribute of one is that of all.
func lettersOf(file []byte) int {
	d := xml.NewDecoder(bytes.NewReader(file))
	d.Strict = false // refusals are text
	depth, n := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			return n
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 && slices.Contains(e.Attr, xml.Attr{Name: xml.Name{Local: "data-layer"}, Value: "specimen"}) {
				n++
			}
		case xml.EndElement:
			depth--
		}
	}
}

// TestLongNames holds that a million characters are refused by their bound.
func TestLongNames(t *testing.T) {
	now := time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC)
	s, c := trusting(t, &now, inForce)
	long := strings.Repeat("x", 1e6)
	for _, target := range []string{"/coquelicot/2022-2024/deux/card.svg?name=" + long, "/coquelicot/2022-2024/" + long + "/card.svg",
		"/coquelicot/holders/xsitiv-" + long + "/2022-2024/card.svg", "/coquelicot/2022-2024/deux/card.svg?" + long + "=1"} {
		if r := get(s, "GET", target); r.StatusCode != http.StatusBadRequest || !strings.Contains(string(body(t, r)), "2048") {
			t.Errorf("%.60s…: %d", target, r.StatusCode)
		}
		if _, err := c.Sign(target, "", time.Time{}); err == nil || !strings.Contains(err.Error(), "2048") {
			t.Errorf("%.60s…: signed, %v", target, err)
		}
	}
	for _, target := range []string{"/verify?q=" + long, "/verify.json?q=" + long, "/oembed?url=" + long, "/create?label=coquelicot&name=" + long, "/c/" + long, "/coquelicot/holders/" + long} {
		if r := get(s, "GET", target); r.StatusCode >= 500 || strings.HasPrefix(r.Header.Get("Content-Type"), "image/") {
			t.Errorf("%.60s…: %d", target, r.StatusCode)
		}
	}
}

// TestSpecimenEveryWayOut asks for a free name in every way there is. What is
// not refused has the state, the mark, and no way around it by HEAD, a range
// or the tag of the official picture.
func TestSpecimenEveryWayOut(t *testing.T) {
	now := time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC)
	s, c := trusting(t, &now, inForce)
	for _, ext := range []string{"card.svg", "card.png", "card.jpg", "card.tiff", "card.pdf", "plate.eps", "plate.dxf", "plate.cut.svg",
		"card.svg?proof=a4", "card.png?proof=a4", "card.pdf?proof=a4", "card.pdf?profile=x1a", "card.json"} {
		file, query, _ := strings.Cut(ext, "?")
		v, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		v.Set("name", "Lyon")
		target := "/coquelicot/2022-2024/deux/" + file + "?" + v.Encode()
		address, err := c.Sign(target, "", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		signed := get(s, "GET", address)
		official, tag := body(t, signed), signed.Header.Get("Etag")
		if signed.StatusCode != 200 || signed.Header.Get("Panonceau-State") != "" {
			t.Fatalf("%s: %d %q", address, signed.StatusCode, signed.Header.Get("Panonceau-State"))
		}
		var first []byte
		for _, a := range []struct {
			method string
			fields []string
			status int
		}{
			{"GET", nil, 200}, {"GET", []string{"If-None-Match", tag}, 200}, {"HEAD", nil, 200}, {"HEAD", []string{"If-None-Match", tag}, 200},
			{"GET", []string{"Range", "bytes=0-99"}, 200}, {"GET", []string{"Range", "bytes=0-99", "If-Range", tag}, 200},
			{"GET", []string{"If-Match", tag}, 200}, {"GET", []string{"If-None-Match", "*"}, 304},
			{"GET", []string{"X-Original-URL", address, "X-Rewrite-URL", address, "X-HTTP-Method-Override", "PUT"}, 200},
		} {
			r := get(s, a.method, target, a.fields...)
			b := body(t, r)
			if r.StatusCode != a.status || r.Header.Get("Panonceau-State") != "specimen" || r.Header.Get("Etag") == tag {
				t.Errorf("%s %s %.60q: %d, state %q", a.method, target, a.fields, r.StatusCode, r.Header.Get("Panonceau-State"))
			}
			if a.method == "HEAD" || a.status == 304 {
				if len(b) != 0 {
					t.Errorf("%s %s: %d bytes", a.method, target, len(b))
				}
				continue
			}
			if first == nil {
				first = b
			}
			if bytes.Equal(b, official) || !bytes.Equal(b, first) {
				t.Errorf("%s %s %.60q: the official picture, or a part", a.method, target, a.fields)
			}
		}
		if r := get(s, "POST", target); r.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", target, r.StatusCode)
		}
		if strings.HasSuffix(ext, ".json") {
			var twin catalog.Twin
			if err := json.Unmarshal(first, &twin); err != nil || twin.State.Attest || twin.State.Code != "specimen" {
				t.Errorf("%s: %+v, %v", ext, twin.State, err)
			}
		}
	}
	for target, status := range map[string]int{
		"/coquelicot/2022-2024/deux.zip?name=Lyon":                           404,
		"/coquelicot/2022-2024/deux/kit.zip?name=Lyon":                       400,
		"/coquelicot/holders/xsitiv/2022-2024.zip?name=Lyon":                 400,
		"/coquelicot/holders/xsitiv/2022-2024.json?name=Lyon":                400,
		"/coquelicot/holders.csv?name=Lyon":                                  400,
		"/coquelicot/holders.json?name=Lyon":                                 400,
		"/coquelicot/holders.geojson?name=Lyon":                              400,
		"/coquelicot/2022-2024/deux/credential.json?name=Lyon":               404,
		"/coquelicot/holders/xsitiv/2022-2024/credential.jwt?name=Lyon":      400,
		"/coquelicot/2022-2024/deux/card.svg?name=Lyon&bake=1":               400,
		"/coquelicot/2022-2024/deux/card.png?name=Lyon&bake=1":               400,
		"/coquelicot/2022-2024/deux/note.md?name=Lyon":                       404,
		"/coquelicot/2022-2024/deux/note.txt?name=Lyon":                      404,
		"/coquelicot/2022-2024/deux/note.html?name=Lyon":                     404,
		"/coquelicot/holders/xsitiv/2022-2024/note.txt?name=Lyon":            400,
		"/coquelicot/holders/xsitiv/2022-2024/latest/shields.json?name=Lyon": 404,
		"/coquelicot/2022-2024/deux/shields.json?name=Lyon":                  404,
	} {
		r := get(s, "GET", target)
		if b := body(t, r); r.StatusCode != status || strings.HasPrefix(r.Header.Get("Content-Type"), "image/") && r.Header.Get("Panonceau-State") == "" {
			t.Errorf("%s: %d %s %q; want %d: %.80s", target, r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Panonceau-State"), status, b)
		}
	}
	for _, target := range []string{"/create?label=coquelicot&edition=2022-2024&level=deux&name=Lyon", "/oembed?url=" + url.QueryEscape("http://example.com/coquelicot/2022-2024/deux/card.svg?name=Lyon")} {
		r := get(s, "GET", target)
		if b := string(body(t, r)); r.StatusCode != 200 || !strings.Contains(strings.ToLower(b), "specimen") && !strings.Contains(b, "pécimen") {
			t.Errorf("%s: %d, no word of a specimen: %.300s", target, r.StatusCode, b)
		}
	}
}

// TestSpecimenIsSeen compares a free name with the same name signed, 160 pixels
// wide: what differs is a good part of the picture.
func TestSpecimenIsSeen(t *testing.T) {
	now := time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC)
	s, c := trusting(t, &now, inForce)
	for _, what := range []string{"card.png?width=160", "card.jpg?width=160", "card.png?style=tall&width=160",
		"flower.png?width=160", "plate.png?width=160"} {
		target := "/coquelicot/2022-2024/deux/" + what + "&name=Lyon"
		address, err := c.Sign(target, "", time.Time{})
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		a, b := pixels(t, body(t, get(s, "GET", address))), pixels(t, body(t, get(s, "GET", target)))
		if a.Bounds() != b.Bounds() || a.Bounds().Dx() != 160 {
			t.Fatalf("%s: %v and %v", what, a.Bounds(), b.Bounds())
		}
		share, within := unlike(a, b)
		page := a.Bounds()
		if share < .08 || within.Dx()*10 < page.Dx()*7 && within.Dy()*10 < page.Dy()*7 {
			t.Errorf("%s: %.1f %% of the pixels differ, within %v of %v", what, 100*share, within, page)
		}
	}
}

func pixels(t *testing.T, file []byte) image.Image {
	t.Helper()
	decode := png.Decode
	if bytes.HasPrefix(file, []byte("\xff\xd8")) {
		decode = jpeg.Decode
	}
	m, err := decode(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("%v: %.80q", err, file)
	}
	return m
}

// unlike returns the share of pixels that anybody sees to be others, and where
// they are.
func unlike(a, b image.Image) (float64, image.Rectangle) {
	r, n := a.Bounds(), 0
	var within image.Rectangle
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r0, g0, b0, a0 := a.At(x, y).RGBA()
			r1, g1, b1, a1 := b.At(x, y).RGBA()
			for _, d := range [][2]uint32{{r0, r1}, {g0, g1}, {b0, b1}, {a0, a1}} {
				if max(d[0], d[1])-min(d[0], d[1]) > 0x3000 {
					n++
					within = within.Union(image.Rect(x, y, x+1, y+1))
					break
				}
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy()), within
}
