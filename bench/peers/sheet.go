package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"net/http"
	"net/http/httptest"

	"panonceau/internal/browser"
)

const (
	// sheetWidth and sheetHeight bound a page of pictures, in CSS pixels: with
	// fineness, as many device pixels as a browser draws in two seconds.
	sheetWidth  = 1300
	sheetHeight = 1450

	// fineness is how many device pixels of the browser make one of ours. It
	// finds how much of a pixel a small outline covers from 4 by 4 samples,
	// which is coarser than what is compared; their average is not.
	fineness = 3
)

// A sheet collects specimens and shows them to a browser, many at a time.
type sheet struct {
	tally     *tally
	specimens []*specimen
	boxes     []image.Rectangle
	at        image.Point // where the next one goes
	row       int         // height of the current row
}

func newSheet(t *tally) *sheet { return &sheet{tally: t} }

// add puts s on the sheet, or on a new one if it has no room.
func (s *sheet) add(ctx context.Context, one *specimen) error {
	size := one.drawn.Rect.Size()
	if s.at.X+size.X > sheetWidth {
		s.at, s.row = image.Pt(0, s.at.Y+s.row), 0
	}
	if s.at.Y+size.Y > sheetHeight {
		if err := s.flush(ctx); err != nil {
			return err
		}
	}
	s.specimens = append(s.specimens, one)
	s.boxes = append(s.boxes, image.Rectangle{s.at, s.at.Add(size)})
	s.at.X += size.X
	s.row = max(s.row, size.Y)
	return nil
}

// flush shows the sheet, compares what is seen, and empties it.
func (s *sheet) flush(ctx context.Context) error {
	if len(s.specimens) == 0 {
		return nil
	}
	server := httptest.NewServer(http.HandlerFunc(s.serve))
	defer server.Close()
	w := browser.Window{Width: sheetWidth, Height: max(s.at.Y+s.row, 400), Scale: fineness}
	page, err := w.Show(ctx, server.URL)
	if err != nil {
		return err
	}
	for _, message := range page.Messages {
		fmt.Println(message)
	}
	seen := browser.Reduced(page.Picture, fineness)
	for i, one := range s.specimens {
		part := seen.SubImage(s.boxes[i]).(*image.RGBA)
		if part.Rect != s.boxes[i] {
			return fmt.Errorf("%s: chromium's picture of %v lacks it", one.name, seen.Rect)
		}
		s.tally.add(one.name, browser.Likeness(one.drawn, part))
	}
	*s = sheet{tally: s.tally}
	return nil
}

// serve answers with the page, or with the specimen of a number.
func (s *sheet) serve(w http.ResponseWriter, r *http.Request) {
	var n int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d.svg", &n); err == nil && n >= 0 && n < len(s.specimens) {
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Write(s.specimens[n].written)
		return
	}
	var b bytes.Buffer
	b.WriteString(`<!DOCTYPE html><link rel="icon" href="data:,"><style>body{background:#fff} img{position:absolute}</style>`)
	for i, at := range s.boxes {
		fmt.Fprintf(&b, "\n<img src=\"/%d.svg\" style=\"left:%dpx;top:%dpx;width:%dpx;height:%dpx\">", i, at.Min.X, at.Min.Y, at.Dx(), at.Dy())
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(b.Bytes())
}
