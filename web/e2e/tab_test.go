package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/server"
)

// patience bounds each test on a machine that does much else.
const patience = 90 * time.Second

// service is the whole service, as it runs when nothing is configured.
var service = sync.OnceValues(func() (http.Handler, error) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		return nil, err
	}
	return server.New(c, press.New(press.Options{Revision: "test"}), server.Options{}), nil
})

// site starts the service at an origin of its own.
func site(t *testing.T) string {
	t.Helper()
	s, err := service()
	if err != nil {
		t.Fatal(err)
	}
	return listen(t, s)
}

func listen(t *testing.T, h http.Handler) string {
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

// chromium is one browser for all tests; each has a profile's worth of its own.
var chromium = sync.OnceValues(func() (context.Context, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("force-color-profile", "srgb"), chromedp.WindowSize(1280, 900))
	ctx, _ := chromedp.NewExecAllocator(context.Background(), flags...)
	browser, _ := chromedp.NewContext(ctx)
	return browser, chromedp.Do(browser)
})

func TestMain(m *testing.M) {
	m.Run()
	if browser, err := chromium(); err == nil {
		chromedp.Cancel(browser)
	}
}

// A tab is a page of the browser, and what was heard of it.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	messages []string // of the console and of what failed
	forgiven []string // parts of messages that are expected
	requests map[network.RequestID]*request
}

type request struct {
	url  string
	kind network.ResourceType
	size float64 // bytes transferred
}

// open opens a tab that shares nothing with others. When the test ends, its
// console has to be empty and every request to have gone to one of the origins.
func open(t *testing.T, origins ...string) *tab {
	t.Helper()
	browser, err := chromium()
	if err != nil {
		t.Skip("chromium: ", err)
	}
	limited, stop := context.WithTimeout(browser, patience)
	ctx, cancel := chromedp.NewContext(limited, chromedp.WithNewBrowserContext())
	t.Cleanup(func() { cancel(); stop() })
	p := &tab{T: t, ctx: ctx, requests: make(map[network.RequestID]*request)}
	p.do(command(network.Enable, network.EnableParams{}))
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.quiet(origins) })
	return p
}

func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		p.messages = append(p.messages, fmt.Sprintf("console: %s %s", e.Type, e.Args[0].Value))
	case *runtime.EventExceptionThrown:
		p.messages = append(p.messages, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		p.messages = append(p.messages, "log: "+e.Entry.Text+" "+e.Entry.URL)
	case *network.EventRequestWillBeSent:
		p.requests[e.RequestID] = &request{url: e.Request.URL, kind: e.Type}
	case *network.EventLoadingFinished:
		if r := p.requests[e.RequestID]; r != nil {
			r.size = e.EncodedDataLength
		}
	}
}

// quiet checks that nothing was complained of and nothing left the origins.
func (p *tab) quiet(origins []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, m := range p.messages {
		if !slices.ContainsFunc(p.forgiven, func(part string) bool { return strings.Contains(m, part) }) {
			p.Errorf("%s", m)
		}
	}
	for _, r := range p.requests {
		ok := strings.HasPrefix(r.url, "data:") || strings.HasPrefix(r.url, "blob:") || strings.HasPrefix(r.url, "about:")
		for _, o := range origins {
			ok = ok || strings.HasPrefix(r.url, o+"/")
		}
		if !ok {
			p.Errorf("a request left the origin: %s", r.url)
		}
	}
}

// forgive expects messages that contain a text.
func (p *tab) forgive(part string) { p.forgiven = append(p.forgiven, part) }

// do runs actions one after the other.
func (p *tab) do(actions ...step) {
	p.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// A step is something that is done to a page.
type step = chromedp.Action[chromedp.Void]

// command is a command of the DevTools protocol as a step.
func command[P, R any](c cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// wait waits until an expression is true; one that cannot be had yet is not. A
// page that is left takes the question with it, so that it is asked again.
func (p *tab) wait(expression string) {
	p.Helper()
	script := fmt.Sprintf(`new Promise((resolve) => {
		const end = performance.now() + %d, check = () => {
			try { if (%s) return resolve(true); } catch {}
			if (performance.now() > end) resolve(false); else setTimeout(check, 15);
		};
		check();
	})`, (patience / 3).Milliseconds(), expression)
	var err error
	for range 4 {
		var ok bool
		if ok, err = chromedp.Run(p.ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise)); ok {
			return
		}
		if err == nil {
			break
		}
	}
	now, _ := chromedp.Run(p.ctx, chromedp.Evaluate[string](`location.href + " " + document.activeElement?.outerHTML.slice(0, 200)`))
	p.Fatalf("waited for %s: %v; at %s", expression, err, now)
}

// eval returns what an expression gives, once it is there.
func eval[T any](p *tab, expression string) T {
	p.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return v
}

// run runs a script.
func (p *tab) run(script string) {
	p.Helper()
	eval[bool](p, "(() => { "+script+"; return true })()")
}

// scheme makes the reader prefer light or dark pages.
func scheme(s string) step {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s}}})
}

// size sets the size of the window, in CSS pixels.
func size(w, h int64) step {
	return command(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w, Height: h, DeviceScaleFactor: 1})
}

// scripts lets pages run scripts, or not.
func scripts(on bool) step {
	return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}
