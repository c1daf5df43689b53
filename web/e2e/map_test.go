package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestMap uses the map as a reader does: looks at the markers, opens a cluster
// with the keyboard, opens a marker, goes overseas. That nothing is fetched from
// elsewhere, every tab holds.
func TestMap(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.do(size(1280, 1400), chromedp.Navigate(origin+"/tnl/map?lang=fr"), chromedp.WaitReady("footer"))
	p.run(`window.all = (s) => [...document.querySelectorAll(s)]`)
	p.wait(`all("img.pin").length > 3 && all(".cluster").length > 0`)
	p.wait(`all("img.pin").every((i) => i.complete && i.naturalWidth > 0)`)
	p.wait(`all("path.land").length > 90 && all("path.halo").length > 5`)
	if !eval[bool](p, `all("img.pin").every((i) => i.alt.includes(", ") && i.tabIndex === 0)`) {
		t.Error("a marker has no name, or the keyboard cannot reach it")
	}
	p.run(`window.largest = all(".cluster").sort((a, b) => parseInt(b.textContent) - parseInt(a.textContent))[0]; largest.focus()`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`!largest.isConnected && all("img.pin").length > 0`)
	p.run(`all("img.pin")[0].click()`)
	p.wait(`document.querySelector(".leaflet-popup a").pathname.startsWith("/tnl/holders/")`)
	if n := eval[int](p, `all("#views button").length`); n != 2 {
		t.Fatalf("%d parts of the country to go to; want 2", n)
	}
	p.run(`all("#views button")[1].click()`)
	p.wait(`all(".leaflet-marker-icon").some((i) => (i.alt || i.textContent).includes("Saint-Joseph"))`)
}

// TestMapFits holds that the whole of the country is seen on a telephone, and
// still is when the window changes.
func TestMapFits(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.do(size(390, 844), chromedp.Navigate(origin+"/tnl/map"), chromedp.WaitReady("footer"))
	p.wait(`document.querySelectorAll("path.land").length > 90 && document.querySelector("#map.ready")`)
	const inside = `(() => {
		const m = document.getElementById("map").getBoundingClientRect();
		const lands = [...document.querySelectorAll("path.land")].map((p) => p.getBoundingClientRect()).filter((r) => r.width > 0);
		const width = Math.max(...lands.map((r) => r.right)) - Math.min(...lands.map((r) => r.left));
		return innerWidth === %d && width > m.width / 2 && lands.every((r) => r.left >= m.left && r.right <= m.right && r.top >= m.top && r.bottom <= m.bottom);
	})()`
	for _, width := range []int64{390, 320, 844} {
		p.do(size(width, 844))
		p.wait(fmt.Sprintf(inside, width))
	}
}
