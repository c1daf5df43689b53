package e2e

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/draw"
	"image/png"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"panonceau/internal/browser"
)

var anyAddress = regexp.MustCompile(`http://[^\s"'\]\)\[]+`)

// TestSnippets copies each snippet and puts it into a page of another origin
// that allows nothing but images of the service: the pictures have to be there,
// and to be the same as the file in the page itself.
func TestSnippets(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	state := origin + "/create?label=tnl&holder=213801517&edition=2025&design=logo&lang=fr"
	p.do(chromedp.Navigate(state), chromedp.WaitReady("#s-html"))
	p.letCopy(origin)
	copied := make(map[string]string)
	for _, id := range []string{"s-html", "s-picture", "s-linked", "s-markdown", "s-asciidoc", "s-rst", "s-bbcode", "s-url"} {
		button := `document.querySelector("#` + id + `").closest(".snippet").querySelector(".copy")`
		p.run(button + ".click()")
		p.wait(button + `.textContent === "Copié"`)
		copied[id] = eval[string](p, `navigator.clipboard.readText()`)
	}
	for _, id := range []string{"s-markdown", "s-asciidoc", "s-rst", "s-bbcode", "s-url"} {
		address := anyAddress.FindString(copied[id])
		if address != strings.TrimSpace(copied["s-url"]) {
			t.Errorf("%s: the address is %q; want %q", id, address, copied["s-url"])
		}
	}
	inline := string(fetch(t, copied["s-url"]))
	inlineDark := string(fetch(t, copied["s-url"]+"?theme=dark"))
	page := fmt.Sprintf(`<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>x</title>
<p id="img">%s</p><p id="picture">%s</p><p id="linked">%s</p><p id="light">%s</p><p id="dark">%s</p><p id="url"><img src="%s" alt=""></p>`,
		copied["s-html"], copied["s-picture"], copied["s-linked"], element(inline), element(inlineDark), html.EscapeString(copied["s-url"]))
	other := listen(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src "+origin)
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path != "/" {
			w.Header().Set("Content-Type", "image/png")
		}
		fmt.Fprint(w, page)
	}))
	q := open(t, origin, other)
	q.do(size(900, 900), scheme("light"), chromedp.Navigate(other+"/"))
	q.wait(`[...document.images].every((i) => i.complete && i.naturalWidth > 0)`)
	light := q.shots("img", "picture", "linked", "light", "url")
	alike(t, "img, and the file in the page", light["img"], light["light"])
	alike(t, "picture on a light page, and the file in the page", light["picture"], light["light"])
	alike(t, "picture that is a link, and the file in the page", light["linked"], light["light"])
	alike(t, "plain address, and the file in the page", light["url"], light["light"])
	if to := eval[string](q, `document.querySelector("#linked a").href`); !strings.HasPrefix(to, origin+"/c/") || fetch(t, to) == nil {
		t.Errorf("the link leads to %s", to)
	}
	q.do(scheme("dark"))
	q.wait(`document.querySelector("#picture img").currentSrc.endsWith("theme=dark") && document.querySelector("#picture img").complete`)
	dark := q.shots("picture", "dark")
	alike(t, "picture on a dark page, and the dark file in the page", dark["picture"], dark["dark"])
	if browser.Likeness(dark["picture"], light["picture"]) > 0.9 {
		t.Error("the picture is the same on a dark page")
	}
}

// element returns the root of an SVG file.
func element(file string) string {
	_, svg, found := strings.Cut(file, "?>")
	if !found {
		return file
	}
	return svg
}

func alike(t *testing.T, what string, a, b *image.RGBA) {
	t.Helper()
	if got := browser.Likeness(a, b); got < 0.99 {
		t.Errorf("%s: only %.2f %% are alike", what, 100*got)
	}
}

// shots returns what the pictures in some elements look like.
func (p *tab) shots(ids ...string) map[string]*image.RGBA {
	p.Helper()
	all := make(map[string]*image.RGBA)
	for _, id := range ids {
		shot, err := chromedp.Run(p.ctx, chromedp.Screenshot("#"+id+" img, #"+id+" svg", chromedp.NodeVisible))
		if err != nil {
			p.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			p.Fatal(err)
		}
		out := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
		draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
		all[id] = out
	}
	return all
}
