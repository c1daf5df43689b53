package e2e

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestFindToFiles finds a town by a misspelt name without accents, composes a
// picture of it, and saves the files.
func TestFindToFiles(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.do(chromedp.Navigate(origin+"/?lang=fr"), chromedp.SendKeys("#q", "echirole"))
	p.wait(`document.querySelector("#q-list [role=option]")?.textContent.startsWith("Échirolles")`)
	p.do(chromedp.SendKeys("#q", kb.ArrowDown))
	p.wait(`document.activeElement.getAttribute("aria-activedescendant") === "q-list-0"`)
	p.do(chromedp.SendKeys("#q", kb.Enter))
	p.wait(`location.pathname === "/create" && document.getElementById("picture")?.complete`)

	p.do(chromedp.Click("#design-logo-vertical", chromedp.NodeReady))
	p.wait(`document.getElementById("picture").src.includes("/logo-vertical.svg")`)
	p.do(chromedp.Click(`input[name=variant][value=mono]`, chromedp.NodeReady))
	p.wait(`document.getElementById("picture").src.endsWith("/logo-vertical.svg?variant=mono")`)
	p.wait(`location.search.includes("design=logo-vertical") && location.search.includes("variant=mono")`)
	p.wait(`document.getElementById("live").textContent.includes("Logo vertical")`)
	p.run(`document.getElementById("files").scrollIntoView()`)
	p.wait(`[...document.querySelectorAll("[data-file=svg]")].some((c) => c.textContent.endsWith("ko"))`)

	dir := t.TempDir()
	for _, c := range []struct{ name, begin string }{{"SVG", "<?xml"}, {"PNG 2×", "\x89PNG\r\n\x1a\n"}, {"PDF", "%PDF-"}} {
		link := `[...document.querySelectorAll("#files a")].find((a) => a.textContent === "` + c.name + `")`
		got := p.save(dir, link+".click()")
		if !bytes.HasPrefix(got, []byte(c.begin)) {
			t.Errorf("%s: begins with %q", c.name, got[:min(len(got), 8)])
		}
		if want := fetch(t, eval[string](p, link+".href")); !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes; the service has %d", c.name, len(got), len(want))
		}
	}
	archive := p.save(dir, `document.querySelector("[data-kit]").click()`)
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil || len(z.File) < 20 {
		t.Fatalf("the kit: %v", err)
	}
	p.wait(`document.getElementById("live").textContent.startsWith("Kit enregistré")`)
}

// save returns what the browser saves when a script is run.
func (p *tab) save(dir, script string) []byte {
	p.Helper()
	saved := make(chan string, 1)
	if err := chromedp.ListenBrowser(p.ctx, func(event any) {
		if e, ok := event.(*browser.EventDownloadProgress); ok && e.State == browser.DownloadProgressStateCompleted {
			select {
			case saved <- e.GUID:
			default: // of an earlier call
			}
		}
	}); err != nil {
		p.Fatal(err)
	}
	behaviour := browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID, DownloadPath: dir, EventsEnabled: new(true)}
	if _, err := chromedp.CallBrowser(p.ctx, browser.SetDownloadBehavior, behaviour); err != nil {
		p.Fatal(err)
	}
	p.run(script)
	select {
	case guid := <-saved:
		body, err := os.ReadFile(filepath.Join(dir, guid))
		if err != nil {
			p.Fatal(err)
		}
		return body
	case <-p.ctx.Done():
		p.Fatalf("%s saved nothing", script)
		return nil
	}
}

// letCopy lets the pages of an origin read and write the clipboard.
func (p *tab) letCopy(origin string) {
	p.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		permission := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted,
			Origin: origin, BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID}
		if _, err := chromedp.CallBrowser(p.ctx, browser.SetPermission, permission); err != nil {
			p.Fatal(err)
		}
	}
}

func fetch(t *testing.T, address string) []byte {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d, %v", address, r.StatusCode, err)
	}
	return body
}

// TestKeyboard goes from the address bar to a copied snippet without a mouse.
func TestKeyboard(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.do(chromedp.Navigate(origin+"/?lang=en"), chromedp.KeyEvent(kb.Tab))
	p.wait(`document.activeElement.className === "skip"`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`document.activeElement.id === "main"`)
	p.do(chromedp.Navigate(origin + "/?lang=en"))
	p.tabTo(`document.activeElement.id === "q"`)
	p.do(chromedp.KeyEvent("fontaine"))
	p.wait(`!document.getElementById("q-list").hidden`)
	p.do(chromedp.KeyEvent(kb.Escape))
	p.wait(`document.getElementById("q-list").hidden && document.getElementById("q").value === "fontaine"`)
	p.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	p.wait(`location.pathname === "/create" && document.querySelector("h1").textContent === "Fontaine"`)

	p.tabTo(`document.activeElement.id === "design-logo"`)
	p.do(chromedp.KeyEvent(kb.ArrowRight))
	p.wait(`document.activeElement.id === "design-logo-vertical" && document.getElementById("picture").src.includes("logo-vertical.svg")`)
	p.tabTo(`document.activeElement.name === "theme"`)
	p.do(chromedp.KeyEvent(kb.ArrowRight))
	p.wait(`document.activeElement.value === "dark" && document.getElementById("picture").src.includes("theme=dark")`)
	p.tabTo(`document.activeElement.id === "s-html"`)
	p.wait(`getSelection().toString().length > 0 || document.activeElement.selectionEnd === document.activeElement.value.length`)
	p.tabTo(`document.activeElement.className.startsWith("copy")`)
	p.letCopy(origin)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`document.activeElement.textContent === "Copied" && document.getElementById("live").textContent === "Copied"`)
}

// tabTo presses Tab until an expression is true. What has the focus has to be
// seen on the way.
func (p *tab) tabTo(expression string) {
	p.Helper()
	for range 120 {
		p.do(chromedp.KeyEvent(kb.Tab))
		seen := eval[bool](p, `(() => {
			const e = document.activeElement, box = e.getBoundingClientRect();
			return e === document.body || box.width > 0 && box.height > 0;
		})()`)
		if !seen {
			p.Errorf("the focus is on something unseen: %s", eval[string](p, `document.activeElement.outerHTML`))
		}
		if eval[bool](p, expression) {
			return
		}
	}
	p.Fatalf("Tab does not lead to %s", expression)
}

// TestWithoutScripts does with forms and links what others do with scripts.
func TestWithoutScripts(t *testing.T) {
	origin := site(t)
	p := open(t, origin)
	p.do(scripts(false), chromedp.Navigate(origin+"/?lang=fr"), chromedp.SendKeys("#q", "st joseph"), chromedp.Submit("#q"))
	p.do(chromedp.WaitReady("#found"), chromedp.Click(`.found a[href*="219740123"]`), chromedp.WaitReady("#picture"))
	p.do(chromedp.Click("#design-sign", chromedp.NodeReady), chromedp.Click("#designs button"), chromedp.WaitReady(`#picture[src*="/sign.svg"]`))
	p.do(chromedp.SetValue("#size-w", "600"), chromedp.SetValue("#size-h", "800"), chromedp.SetValue("#size", "free"),
		chromedp.Click("#options > button"), chromedp.WaitReady(`#picture[src*="size=600x800mm"]`))
	at, err := chromedp.Run(p.ctx, chromedp.Location())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(at, "=&") || strings.HasSuffix(at, "=") || !strings.Contains(at, "size=600x800mm") {
		t.Errorf("the address is %s", at)
	}
	kit, err := chromedp.Run(p.ctx, chromedp.AttributeValue("[data-kit]", "href"))
	if err != nil || !strings.HasSuffix(kit.Value, ".zip") {
		t.Errorf("the kit is at %q, %v", kit.Value, err)
	}
}
