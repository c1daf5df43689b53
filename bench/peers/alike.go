package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"

	"panonceau/catalog"
	"panonceau/internal/browser"
	"panonceau/render"
	"panonceau/render/rendertest"
	"panonceau/render/svg"
)

// flagFolder holds the flags of flag-icons in the proportions 4 to 3.
const flagFolder = "node_modules/flag-icons/flags/4x3"

// flagWidth is the width at which flags are compared, in pixels: a unit of
// their drawings.
const flagWidth = 640

// alike is the share of pixels that makes pictures the same.
const alike = 0.99

// A specimen is a picture that we drew, and an SVG file of what we drew.
type specimen struct {
	name    string
	drawn   *image.RGBA
	written []byte
}

// A tally counts the pictures that are the same.
type tally struct {
	who         string
	quiet       bool // does not name those that are not
	same, total int
}

func (t *tally) add(name string, likeness float64) {
	t.total++
	if likeness >= alike {
		t.same++
		return
	}
	if t.quiet {
		return
	}
	fmt.Printf("%s: %s: only %.2f %% of pixels are alike\n", t.who, name, 100*likeness)
}

func (t *tally) print() {
	fmt.Printf("%s: %d of %d are the same (%.1f %%)\n", t.who, t.same, t.total, 100*float64(t.same)/float64(max(1, t.total)))
}

// finer is how many pixels a side resvg draws for one, when its own edges are
// to be seen without the grain of 4 by 4 samples that they have.
const finer = 4

// flags compares what resvg and we make of each flag: as resvg draws it, as it
// draws it finer, and, to see how much of a difference is its own, these two
// with each other.
func flags(ctx context.Context, p *peer) error {
	plain := tally{who: "flags, ours and resvg's"}
	fine := tally{who: "flags, ours and resvg's drawn finer"}
	own := tally{who: "flags, resvg's and resvg's drawn finer", quiet: true}
	err := eachFlag(func(name string, data []byte, d *render.Drawing) error {
		ours, err := picture(d, flagWidth)
		if err != nil {
			return err
		}
		theirs, err := p.picture(string(data), flagWidth)
		if err != nil {
			return err
		}
		larger, err := p.picture(string(data), finer*flagWidth)
		if err != nil {
			return err
		}
		larger = browser.Reduced(larger, finer)
		plain.add(name, browser.Likeness(ours, theirs))
		fine.add(name, browser.Likeness(ours, larger))
		own.add(name, browser.Likeness(theirs, larger))
		return ctx.Err()
	})
	plain.print()
	fine.print()
	own.print()
	return err
}

func eachFlag(do func(name string, data []byte, d *render.Drawing) error) error {
	files, err := filepath.Glob(filepath.Join(flagFolder, "*.svg"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no flags in %s", flagFolder)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".svg")
		d, err := read(name, data)
		if err == nil {
			err = do(name, data, d)
		}
		if err != nil {
			return fmt.Errorf("flag %s: %w", name, err)
		}
	}
	return nil
}

// written compares what resvg and Chromium make of SVG files that we wrote
// with what we draw ourselves.
func written(ctx context.Context, p *peer) error {
	byResvg, byChromium := tally{who: "written, as resvg draws it"}, tally{who: "written, as Chromium draws it"}
	sheet := newSheet(&byChromium)
	take := func(s *specimen) error {
		theirs, err := p.picture(string(s.written), finer*s.drawn.Rect.Dx())
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		byResvg.add(s.name, browser.Likeness(s.drawn, browser.Reduced(theirs, finer)))
		return sheet.add(ctx, s)
	}
	for _, each := range []func(func(*specimen) error) error{designs, samples, flagSpecimens} {
		if err := each(take); err != nil {
			return err
		}
	}
	if err := sheet.flush(ctx); err != nil {
		return err
	}
	byResvg.print()
	byChromium.print()
	return nil
}

// newSpecimen draws d and writes it out.
func newSpecimen(name string, d *render.Drawing, width int) (*specimen, error) {
	var b bytes.Buffer
	if err := svg.Encode(&b, d, svg.EncodeOptions{}); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	m, err := picture(d, width)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &specimen{name, m, b.Bytes()}, nil
}

func flagSpecimens(take func(*specimen) error) error {
	return eachFlag(func(name string, _ []byte, d *render.Drawing) error {
		s, err := newSpecimen("flag "+name, d, flagWidth)
		if err != nil {
			return err
		}
		return take(s)
	})
}

// samples are small pictures that use each field of a Drawing.
func samples(take func(*specimen) error) error {
	for _, sample := range rendertest.Samples() {
		s, err := newSpecimen("sample "+sample.Name, sample.Drawing, fitting(sample.Drawing, 400))
		if err == nil {
			err = take(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// awards are levels of each scale, whose designs are compared.
var awards = []string{"2020/3", "2025/or"}

// designs are the pictures of the bundled pack in each variant.
func designs(take func(*specimen) error) error {
	c, err := bundled()
	if err != nil {
		return err
	}
	for _, d := range c.Pack("tnl").Designs {
		if d.For != catalog.ForScreen && d.For != catalog.ForPrint {
			continue
		}
		variants := d.Variants
		if len(variants) == 0 {
			variants = []string{"colour"}
		}
		for _, award := range awards {
			for _, variant := range variants {
				s, err := designSpecimen("/tnl/" + award + "/" + d.ID + ".svg?variant=" + variant)
				if err == nil {
					err = take(s)
				}
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func designSpecimen(address string) (*specimen, error) {
	o, err := order(address)
	if err != nil {
		return nil, err
	}
	d, err := render.Compose(o.Spec)
	if err != nil {
		return nil, err
	}
	return newSpecimen(address, d, fitting(d, flagWidth))
}
