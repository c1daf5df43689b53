package server

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/internal/browser"
)

// A shown picture is one that a browser draws from SVG, in a box as wide as
// our PNG picture of it and on the same ground.
type shown struct {
	svg    string // address
	png    string // of the same picture, if it has another address
	width  int
	ground color.RGBA
	inline bool // within the page, rather than in an img

	box image.Rectangle
}

var (
	white = color.RGBA{255, 255, 255, 255}
	nuit  = color.RGBA{0x16, 0x23, 0x3a, 255}
)

// screenWidth is the width of the browser's window, in CSS pixels.
const screenWidth = 1280

// fineness is how many pixels of the browser make one to compare. A browser in
// a hurry finds how much of a pixel an outline covers from 4 by 4 samples, which
// is off by up to 40 of 255 on every edge; their average is not.
const fineness = 3

// TestBrowserPictures holds that a browser draws our SVG files as we do, in a
// page of another origin that allows pictures of ours and nothing else; and
// that pictures within one page keep to themselves.
func TestBrowserPictures(t *testing.T) {
	const award = "/tnl/holders/213801517/latest/"
	compareInBrowser(t, []shown{
		{svg: "/tnl/2020/3/logo.svg", width: 424, ground: white},
		{svg: "/tnl/2025/or/logo.svg?lang=en", width: 424, ground: white},
		{svg: "/tnl/2020/5/logo-vertical.svg?theme=dark", width: 240, ground: nuit},
		{svg: "/tnl/2025/argent/logo.svg?variant=negative", width: 424, ground: nuit},
		{svg: "/tnl/2016/4/mark.svg?variant=mono", width: 240, ground: white},
		{svg: award + "badge.svg", width: 648, ground: white},
		{svg: award + "badge.svg?style=flat-square", width: 648, ground: white},
		{svg: "/tnl/2020/3/badge.svg?style=for-the-badge", width: 909, ground: white},
		{svg: "/tnl/holders/217500016/2018/sign.svg", width: 400, ground: white},
		{svg: "/tnl/2025/bronze/sign-landscape.svg", width: 600, ground: white},
		{svg: award + "social.svg", width: 800, ground: white},
		{svg: "/tnl/2024/9/logo.svg", width: 424, ground: white},
		{svg: "/tnl/2020/3/logo.svg?name=Plouguerneau%20/%20Plougerne", width: 424, ground: white},
		{svg: "/tnl/2020/3/logo.svg?theme=auto", png: "/tnl/2020/3/logo.png", width: 424, ground: white},
		{svg: "/tnl/2020/3/logo.svg", width: 212, ground: white, inline: true},
		{svg: "/tnl/2020/3/logo.svg", width: 318, ground: white, inline: true},
		{svg: "/tnl/2020/5/logo.svg", width: 318, ground: white, inline: true},
	})
}

// TestBrowserDark holds that theme=auto is the dark picture for readers who
// prefer that. That it is the light one for others is seen in
// TestBrowserPictures.
func TestBrowserDark(t *testing.T) {
	const prefersDark = "--blink-settings=preferredColorScheme=0"
	compareInBrowser(t, []shown{
		{svg: "/tnl/2020/3/logo.svg?theme=auto", png: "/tnl/2020/3/logo.png?theme=dark", width: 424, ground: nuit},
		{svg: "/tnl/2025/or/logo.svg?theme=auto", png: "/tnl/2025/or/logo.png?theme=dark", width: 424, ground: nuit},
		{svg: "/tnl/2016/4/mark.svg?theme=auto", png: "/tnl/2016/4/mark.png?theme=dark", width: 240, ground: nuit},
	}, prefersDark)
}

// TestBrowserPage holds that the page gives a browser nothing to complain of:
// no script error, nothing that its policy refuses, nothing missing.
func TestBrowserPage(t *testing.T) {
	origin := httptest.NewServer(newServer(t, Options{}))
	t.Cleanup(origin.Close)
	page := visit(t, browser.Window{Width: screenWidth, Height: 2400}, origin.URL+"/?level=2025/or")
	for _, message := range page.Messages {
		t.Error(message)
	}
	if blank(page.Picture) {
		t.Error("the page is blank")
	}
}

// compareInBrowser shows pictures in a page and compares what is seen with our
// PNG pictures. The page is of another origin than the pictures, as those of
// other sites are, and allows no more than they need.
func compareInBrowser(t *testing.T, pictures []shown, flags ...string) {
	t.Helper()
	ours := newServer(t, Options{})
	origin := httptest.NewServer(ours)
	t.Cleanup(origin.Close)

	want := make([]*image.RGBA, len(pictures))
	for i := range pictures {
		want[i] = pictures[i].wanted(t, ours)
		pictures[i].box = want[i].Rect
	}
	height := arrange(pictures)
	page := compose(t, ours, origin.URL, pictures)
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src "+origin.URL)
		w.Write(page)
	}))
	t.Cleanup(elsewhere.Close)

	w := browser.Window{Width: screenWidth, Height: height, Scale: fineness, Flags: flags}
	shot := visit(t, w, elsewhere.URL)
	for _, message := range shot.Messages {
		t.Error(message)
	}
	seen := browser.Reduced(shot.Picture, fineness)
	for i, p := range pictures {
		got := seen.SubImage(p.box).(*image.RGBA)
		if alike := browser.Likeness(want[i], got); alike < 0.99 {
			t.Errorf("%s at %d pixels: only %.2f %% are alike%s", p.svg, p.width, 100*alike, keep(t, i, want[i], got))
		}
	}
}

// wanted returns our PNG picture on its ground.
func (p *shown) wanted(t *testing.T, s http.Handler) *image.RGBA {
	t.Helper()
	target := p.png
	if target == "" {
		target = strings.Replace(p.svg, ".svg", ".png", 1)
	}
	join := "?"
	if strings.Contains(target, "?") {
		join = "&"
	}
	target += fmt.Sprintf("%swidth=%d", join, p.width)
	r := get(s, "GET", target)
	m, err := png.Decode(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v", target, r.StatusCode, err)
	}
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, image.NewUniform(p.ground), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Over)
	return out
}

// arrange puts the boxes of pictures in rows and returns the height of all.
func arrange(pictures []shown) int {
	var at image.Point
	row := 0
	for i := range pictures {
		size := pictures[i].box.Size()
		if at.X+size.X > screenWidth {
			at, row = image.Pt(0, at.Y+row), 0
		}
		pictures[i].box = image.Rectangle{Max: size}.Add(at)
		at.X += size.X
		row = max(row, size.Y)
	}
	return at.Y + row
}

// compose returns a page that shows each picture in its box.
func compose(t *testing.T, s http.Handler, origin string, pictures []shown) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(`<!DOCTYPE html><html lang="fr"><meta name="color-scheme" content="light dark"><title>Pictures</title>
<style>body{background:#fff;margin:0} div{position:absolute} img,svg{display:block;width:100%;height:100%}</style>`)
	for _, p := range pictures {
		c := p.ground
		fmt.Fprintf(&b, "\n<div style=\"left:%dpx;top:%dpx;width:%dpx;height:%dpx;background:#%02x%02x%02x\">",
			p.box.Min.X, p.box.Min.Y, p.box.Dx(), p.box.Dy(), c.R, c.G, c.B)
		if p.inline {
			_, element, _ := strings.Cut(string(body(t, get(s, "GET", p.svg))), "?>")
			b.WriteString(element)
		} else {
			fmt.Fprintf(&b, `<img src="%s" alt="" crossorigin>`, html.EscapeString(origin+p.svg))
		}
		b.WriteString("</div>")
	}
	return b.Bytes()
}

// visit returns what a browser makes of a page. The test is skipped if there
// is no browser.
func visit(t *testing.T, w browser.Window, url string) *browser.Page {
	t.Helper()
	page, err := w.Show(t.Context(), url)
	if errors.Is(err, browser.ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// blank reports whether a picture is of one colour.
func blank(m *image.RGBA) bool {
	for i, v := range m.Pix {
		if v != m.Pix[i%4] {
			return false
		}
	}
	return true
}

// keep writes what was wanted and what was got, one over the other, to the
// artifacts of the test, and returns where.
func keep(t *testing.T, i int, want, got *image.RGBA) string {
	t.Helper()
	size := want.Rect.Size()
	both := image.NewRGBA(image.Rect(0, 0, size.X, 2*size.Y))
	draw.Draw(both, image.Rectangle{Max: size}, want, want.Rect.Min, draw.Src)
	draw.Draw(both, image.Rectangle{Max: size}.Add(image.Pt(0, size.Y)), got, got.Rect.Min, draw.Src)
	name := filepath.Join(t.ArtifactDir(), fmt.Sprintf("%d.png", i))
	f, err := os.Create(name)
	if err == nil {
		defer f.Close()
		err = png.Encode(f, both)
	}
	if err != nil {
		return ": " + err.Error()
	}
	return ": wanted over got in " + name
}
