// Package browser shows pages in a headless Chromium, for tests.
package browser

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// ErrMissing means that there is no Chromium on this machine.
var ErrMissing = errors.New("chromium is not installed")

// patience bounds a run of the browser on a machine that does much else; it
// takes two seconds on an idle one.
const patience = 90 * time.Second

// A Window is what pages are shown in. Its profile is new each time, so that
// nothing is remembered from one page to the next.
type Window struct {
	Width, Height int // in CSS pixels
	Scale         int // device pixels in a CSS pixel; zero means 1

	// Flags are further ones of the command line.
	Flags []string
}

// A Page is what a browser made of an address.
type Page struct {
	Picture  *image.RGBA // in device pixels
	Messages []string    // what its console says
}

// Show shows an address.
func (w Window) Show(ctx context.Context, url string) (*Page, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, ErrMissing
	}
	dir, err := os.MkdirTemp("", "browser-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	shot := filepath.Join(dir, "shot.png")
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	run := exec.CommandContext(ctx, program, append(w.arguments(dir, shot), url)...)
	run.WaitDelay = time.Second // its children hold on to its output
	log, err := run.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("chromium: %w\n%s", err, log)
	}
	m, err := read(shot)
	if err != nil {
		return nil, fmt.Errorf("chromium took no picture: %w\n%s", err, log)
	}
	return &Page{m, messages(string(log))}, nil
}

// arguments returns a command line that says where things are put and keeps
// the browser from what a test has no use for.
func (w Window) arguments(profile, shot string) []string {
	return append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
		"--disable-quic", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--no-first-run", "--hide-scrollbars", "--force-color-profile=srgb",
		"--enable-logging=stderr", "--v=0",
		fmt.Sprintf("--force-device-scale-factor=%d", max(1, w.Scale)),
		fmt.Sprintf("--window-size=%d,%d", w.Width, w.Height),
		"--user-data-dir=" + profile, "--screenshot=" + shot,
	}, w.Flags...)
}

func read(name string) (*image.RGBA, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out, nil
}

// messages returns the lines of a log that are from the console of the page.
func messages(log string) (lines []string) {
	for line := range strings.Lines(log) {
		if strings.Contains(line, ":CONSOLE") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}
