package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"panonceau/render/png"
)

const (
	// rounds of each comparison alternate between us and the peer, so that
	// what else the machine does slows down both.
	rounds = 9
	// budget is the time of one side in one round.
	budget = 150 * time.Millisecond
)

// widths of pictures, in pixels: an icon, a logo, a poster on screen.
var widths = []int{64, 512, 2048}

// flagsToTime are of few and of many paths.
var flagsToTime = []string{"fr", "eu", "es", "mx"}

// speed prints how long we take in parts of what a peer takes.
func speed(ctx context.Context, p *peer) error {
	drawings := [][2]string{}
	logo, err := answer("/tnl/2020/3/logo.svg")
	if err != nil {
		return err
	}
	drawings = append(drawings, [2]string{"logo", string(logo)})
	for _, flag := range flagsToTime {
		data, err := os.ReadFile(filepath.Join(flagFolder, flag+".svg"))
		if err != nil {
			return err
		}
		drawings = append(drawings, [2]string{"flag " + flag, string(data)})
	}
	fmt.Println("SVG to pixels, and to a PNG file: time, and size of the file, in parts of resvg's")
	fmt.Println()
	fmt.Println("| drawing | width | pixels | PNG file | its size |")
	fmt.Println("|---|--:|--:|--:|--:|")
	for _, d := range drawings {
		for _, width := range widths {
			if err := compareDrawing(ctx, p, d[0], d[1], width); err != nil {
				return fmt.Errorf("%s at %d pixels: %w", d[0], width, err)
			}
		}
	}
	return compareBadges(ctx, p)
}

// compareDrawing prints a row of the table.
func compareDrawing(ctx context.Context, p *peer, name, doc string, width int) error {
	toPixels := func() (int, error) {
		d, err := read(name, []byte(doc))
		if err != nil {
			return 0, err
		}
		m, err := pixels(d, width)
		if err != nil {
			return 0, err
		}
		return len(m.Pix), nil
	}
	toFile := func() (int, error) {
		d, err := read(name, []byte(doc))
		if err != nil {
			return 0, err
		}
		var b bytes.Buffer
		err = png.Encode(&b, d, png.Options{Width: width})
		return b.Len(), err
	}
	raw, err := compare(ctx, p, toPixels, task{Do: "pixels", SVG: doc, Width: width})
	if err != nil {
		return err
	}
	file, err := compare(ctx, p, toFile, task{Do: "png", SVG: doc, Width: width})
	if err != nil {
		return err
	}
	fmt.Printf("| %s | %d | %s | %s | %.2f |\n", name, width, raw.time(), file.time(), float64(file.ourBytes)/float64(file.theirBytes))
	return nil
}

// compareBadges compares two badges of the same words. Ours has the level as
// a picture, its words as outlines, and is made from a URL.
func compareBadges(ctx context.Context, p *peer) error {
	ours := func() (int, error) {
		b, err := answer("/tnl/holders/213801517/latest/badge.svg")
		return len(b), err
	}
	c, err := compare(ctx, p, ours, task{Do: "badge", Badge: map[string]any{
		"label": "Territoire Numérique Libre", "message": "niveau Or", "color": "#9C7613", "style": "flat",
	}})
	if err != nil {
		return err
	}
	fmt.Printf("\nA badge as SVG, nothing kept: %s of badge-maker's time, %d bytes to %d\n", c.time(), c.ourBytes, c.theirBytes)
	return nil
}

// A comparison is of one thing that both sides do.
type comparison struct {
	ours, theirs         float64 // median nanoseconds
	ratio                float64 // median of the rounds' ratios
	ourBytes, theirBytes int
}

func (c *comparison) time() string {
	return fmt.Sprintf("**%.2f** (%s : %s)", c.ratio, short(c.ours), short(c.theirs))
}

func short(ns float64) string {
	if ns < 1e6 {
		return fmt.Sprintf("%.0f µs", ns/1e3)
	}
	return fmt.Sprintf("%.1f ms", ns/1e6)
}

// compare times both sides in alternating rounds, after one that warms up.
func compare(ctx context.Context, p *peer, once func() (int, error), t task) (*comparison, error) {
	t.Milliseconds = int(budget.Milliseconds())
	var c comparison
	var ours, theirs, ratios []float64
	for round := range rounds + 1 {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		us, n, err := repeat(once)
		if err != nil {
			return nil, err
		}
		them, err := p.do(t)
		if err != nil {
			return nil, err
		}
		c.ourBytes, c.theirBytes = n, them.Bytes
		if round > 0 {
			ours, theirs, ratios = append(ours, us), append(theirs, them.Nanoseconds), append(ratios, us/them.Nanoseconds)
		}
	}
	c.ours, c.theirs, c.ratio = median(ours), median(theirs), median(ratios)
	return &c, nil
}

// repeat does something for a while and returns the nanoseconds that it takes
// once, and the bytes that it gave.
func repeat(once func() (int, error)) (ns float64, bytes int, err error) {
	start := time.Now()
	for n := 1; ; n++ {
		if bytes, err = once(); err != nil {
			return 0, 0, err
		}
		if spent := time.Since(start); spent >= budget {
			return float64(spent) / float64(n), bytes, nil
		}
	}
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
