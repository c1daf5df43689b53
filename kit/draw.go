package kit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"runtime/debug"
	"sync"

	"panonceau/press"
)

// made is what came of drawing a file.
type made struct {
	packed        packed
	digest        string
	width, height int
	err           error
}

// draw draws files, some at the same time, and hands them to take in their
// order. It returns the first error of take, or that of ctx, when all its
// workers are done.
func draw(ctx context.Context, files []*file, workers int, take func(*file, made) error) error {
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()

	working := make(chan struct{}, workers)
	results := make(chan chan made, ahead*workers)
	group.Go(func() {
		defer close(results)
		for _, f := range files {
			select {
			case working <- struct{}{}:
			case <-ctx.Done():
				return
			}
			one := make(chan made, 1)
			group.Go(func() {
				defer func() { <-working }()
				one <- f.draw()
			})
			select {
			case results <- one:
			case <-ctx.Done():
				return
			}
		}
	})
	for _, f := range files {
		one, ok := <-results
		if !ok {
			return context.Cause(ctx)
		}
		if err := take(f, <-one); err != nil {
			return err
		}
	}
	return nil
}

// draw draws one file. A panic becomes an error, as in package press: one
// picture may not take down a server.
func (f *file) draw() (m made) {
	defer func() {
		if v := recover(); v != nil {
			m = made{err: &press.PanicError{Value: v, Stack: debug.Stack()}}
		}
	}()
	var b bytes.Buffer
	if err := press.Draw(&b, f.order); err != nil {
		return made{err: err}
	}
	if f.ext == "png" {
		c, err := png.DecodeConfig(bytes.NewReader(b.Bytes()))
		if err != nil {
			return made{err: err}
		}
		m.width, m.height = c.Width, c.Height
	}
	sum := sha256.Sum256(b.Bytes())
	m.digest = hex.EncodeToString(sum[:])
	format, err := press.FormatOf(f.ext)
	if err != nil {
		return made{err: err}
	}
	m.packed = pack(b.Bytes(), format.Compressible)
	return m
}

// made notes what is known of f now that it is made.
func (f *file) made(m made) {
	f.bytes, f.digest, f.width, f.height = m.packed.size, m.digest, m.width, m.height
}
