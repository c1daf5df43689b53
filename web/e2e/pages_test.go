package e2e

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// pages are those that are held to be usable by everybody. Who adds a page adds
// a line.
var pages = []string{
	"/",
	"/?q=echiroles",
	"/?q=nowhere",
	"/create",
	"/create?label=tnl&holder=213801517&edition=2021&design=logo",
	"/create?label=tnl&holder=213801517&edition=2021&design=plaque&material=brass&on=wall",
	"/create?label=tnl&edition=2025&level=or&name=Lyon&design=sign&on=print&zoom=true",
	"/create?label=tnl&edition=2025&level=or&design=logo&variant=negative&theme=dark",
	"/create?label=tnl&edition=2025&level=or&design=sign&size=1x1mm&bleed=999",
	"/tnl/map",
	"/tnl/holders/213801517",
	"/tnl/holders/213801517#2021",
	"/tnl/holders/732829320",
	"/c",
	"/c/SPECIMEN",
	"/c/0000-0000",
	"/verify",
	"/verify?q=CMQ1-R5D6",
	"/verify?q=0000-0000",
	"/docs",
	"/privacy",
	"/specimen",
	"/nothing-here",
}

// TestAxe holds that axe-core finds nothing wrong with any page, light or dark.
// The file axe.min.js of npm's axe-core is named by PANONCEAU_AXE.
func TestAxe(t *testing.T) {
	file := os.Getenv("PANONCEAU_AXE")
	if file == "" {
		t.Skip("PANONCEAU_AXE does not name axe.min.js")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	origin := site(t)
	p := open(t, origin)
	p.forgive("404")
	for i, page := range pages {
		lang := []string{"fr", "en"}[i%2]
		p.do(chromedp.Navigate(inLanguage(origin+page, lang)), chromedp.WaitReady("footer"))
		eval[int](p, string(axe)+";0")
		p.audit(page+" in "+lang, "light", `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`)
		p.audit(page+" in "+lang, "dark", `{ type: "rule", values: ["color-contrast", "link-in-text-block"] }`)
	}
}

// audit tells what axe-core finds with some rules. What it says only depends on
// the scheme where colours do.
func (p *tab) audit(what, preferred, rules string) {
	p.Helper()
	p.do(scheme(preferred))
	found := eval[string](p, `axe.run({ runOnly: `+rules+`, resultTypes: ["violations"] }).then((r) => JSON.stringify([String(r.passes.length), ...r.violations.map((v) =>
		v.id + ": " + v.help + "\n    " + v.nodes.map((n) => n.target + " " + n.html.slice(0, 120) + " " + (n.any[0]?.message ?? "")).join("\n    "))]))`)
	var violations []string
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		p.Fatal(err)
	}
	if violations[0] == "0" {
		p.Errorf("%s, %s: axe looked at nothing", what, preferred)
	}
	for _, v := range violations[1:] {
		p.Errorf("%s, %s: %s", what, preferred, v)
	}
}

// TestNarrow holds that no page needs to be scrolled sideways on the narrowest
// screens, which is also a wide one at 400 %.
func TestNarrow(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.forgive("404")
	p.do(size(320, 640))
	for _, page := range pages {
		p.do(chromedp.Navigate(origin+page), chromedp.WaitReady("footer"))
		if w := eval[float64](p, `document.documentElement.scrollWidth`); w > 320 {
			t.Errorf("%s is %g wide; %s", page, w, eval[string](p, `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > 321 && !e.closest(".picks, .scroll, pre, .view, .unseen, table")).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join("\n")`))
		}
	}
}

// What a first visit may cost, before pictures that are loaded lazily.
const (
	firstBytes    = 150_000
	firstRequests = 15
)

// TestFirstLoad holds how much is transferred before anything is seen.
func TestFirstLoad(t *testing.T) {
	origin := site(t)
	for _, page := range []string{"/", "/create?label=tnl&holder=213801517&edition=2021&design=logo"} {
		p := open(t, origin)
		p.do(size(1280, 900), chromedp.Navigate(origin+page), chromedp.WaitReady("footer"))
		p.wait(`document.readyState === "complete" && document.fonts.status === "loaded"`)
		lazy := eval[string](p, `[...document.querySelectorAll("img[loading=lazy]")].flatMap((i) =>
			[i.src, ...[...i.parentElement.querySelectorAll("source")].map((s) => new URL(s.srcset, location).href)]).join(" ") + " "`)
		n, bytes := 0, 0.0
		p.mu.Lock()
		for _, r := range p.requests {
			if strings.Contains(lazy, r.url+" ") || r.kind == network.ResourceTypeFetch {
				continue
			}
			n++
			bytes += r.size
		}
		p.mu.Unlock()
		t.Logf("%s: %d requests, %.0f bytes", page, n, bytes)
		if n > firstRequests || bytes > firstBytes {
			t.Errorf("%s: %d requests, %.0f bytes; at most %d and %d", page, n, bytes, firstRequests, firstBytes)
		}
		shift := eval[float64](p, `new Promise((resolve) => {
			let sum = 0;
			new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
			requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
		})`)
		if shift > 0.1 {
			t.Errorf("%s: what is read moves by %g while it loads", page, shift)
		}
	}
}

func inLanguage(address, lang string) string {
	address, fragment, marked := strings.Cut(address, "#")
	if marked {
		fragment = "#" + fragment
	}
	join := "?"
	if strings.Contains(address, "?") {
		join = "&"
	}
	return address + join + "lang=" + lang + fragment
}
