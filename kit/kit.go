// Package kit puts every picture and text of an award in one archive, sorted by who uses
// it, with a page that shows them and needs no network.
//
//	LISEZ-MOI.txt, README.txt   what this is
//	web/, social/, print/, sign-maker/
//	texts/                      press release, posts … as text, Markdown and HTML
//	credential.json             the open badge, where the service signs
//	manifest.json               sizes, digests, addresses and alt texts
//	index.html                  the page
//
// A kit is drawn and written at the same time: only a few of its files are in
// memory at once. The same award gives the same bytes.
package kit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
)

// Options control how a kit is made. The zero Options suit a command.
type Options struct {
	// Workers is the number of files that are drawn at the same time. Zero
	// means one for each processor.
	Workers int

	// Progress, if it is not nil, is called after each drawn file, always in
	// the same order, with the number of files so far and in all.
	Progress func(done, total int, name string)
}

// Write writes the kit that o asks for as a ZIP archive. What the charter
// forbids, or a format cannot hold, is not in it; its manifest says so.
//
// The error is that of ctx if it ends first, and wraps that of w. What was
// written before is not an archive.
func Write(ctx context.Context, w io.Writer, c *catalog.Catalog, o *catalog.Order, options Options) error {
	if !o.IsKit() {
		return fmt.Errorf("%s: not the address of a kit", o.Canonical)
	}
	if options.Workers <= 0 {
		options.Workers = runtime.GOMAXPROCS(0)
	}
	k, err := plan(c, o)
	if err != nil {
		return err
	}
	if err := k.openBadge(); err != nil {
		return err
	}
	a := newArchive(w)
	k.readmes(a)
	done := 0
	take := func(f *file, m made) error {
		done++
		switch {
		case errors.Is(m.err, press.ErrUnsuited), errors.Is(m.err, render.ErrOverflow):
			k.omit(f.path, m.err.Error())
		case m.err != nil:
			return fmt.Errorf("%s: %w", f.path, m.err)
		default:
			f.made(m)
			a.add(f.path, m.packed)
		}
		if options.Progress != nil {
			options.Progress(done, len(k.files), f.path)
		}
		return a.err
	}
	if err := draw(ctx, k.files, options.Workers, take); err != nil {
		return err
	}
	k.addTexts(a)
	k.addCredential(a)
	k.manifest(a)
	k.page(a)
	return a.close()
}
