package text

import (
	"fmt"
	"strings"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"panonceau/render/geom"
)

// A Style is how a string is set, besides its face. The zero Style is usual.
type Style struct {
	// Lang is the language, BCP 47. Fonts may have letters of its own.
	Lang string
	// Tracking is the space added between letters, in em. Ligatures are not
	// formed where it is not 0 (CSS Text 3 §8.2).
	Tracking float64
	// Features turns OpenType features on and off, in HarfBuzz's notation,
	// separated by commas: "tnum,-kern".
	Features string
}

// A lineKey is all that a line depends on.
type lineKey struct {
	face  *Face
	text  string
	style Style
	rtl   bool
}

// Shape sets s on one line, in the direction of the language of the style, or
// of its first strong character if it has none that runs that way.
//
// What f lacks is taken from the other families, scaled to f's capitals, a
// whole letter with its marks at a time. A character no family has is an error
// that wraps [ErrMissing] and names it.
func (f *Face) Shape(s string, st Style) (*Line, error) {
	s, err := clean(s, false)
	if err != nil {
		return nil, err
	}
	runes := []rune(s)
	return f.line(runes, st, direction(runes, st.Lang))
}

// line returns the line of clean text, from the cache if it is there.
func (f *Face) line(runes []rune, st Style, rtl bool) (*Line, error) {
	key := lineKey{f, string(runes), st, rtl}
	cache := f.collection.lines
	if l, ok := cache.Get(key); ok {
		return l, nil
	}
	l, err := f.shape(runes, st, rtl)
	if err == nil && len(runes) <= cachedRunes {
		cache.Add(key, l)
	}
	return l, err
}

func (f *Face) shape(runes []rune, st Style, rtl bool) (l *Line, err error) {
	defer damaged(&err)
	features, err := parseFeatures(st)
	if err != nil {
		return nil, err
	}
	w := &writer{
		runes:    runes,
		main:     f,
		style:    st,
		features: features,
		lang:     language.NewLanguage(st.Lang),
		advances: make([]float64, len(runes)),
		line:     &Line{Text: string(runes), RTL: rtl, Ink: geom.Nowhere()},
	}
	items, err := f.itemize(runes, rtl)
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		if err := w.write(it); err != nil {
			return nil, err
		}
	}
	return w.finish(), nil
}

// A writer puts the glyphs of one line side by side, from left to right.
type writer struct {
	runes    []rune
	main     *Face
	style    Style
	features []harfbuzz.Feature
	lang     language.Language

	line     *Line
	advances []float64 // of the cluster that begins at each rune, in em
	pen      float64
}

// write shapes one item and adds its glyphs at the pen.
func (w *writer) write(it item) error {
	sh := it.face.shapers.Get().(*shaper)
	buf := sh.buffer
	buf.Clear()
	buf.AddRunes(w.runes, it.start, it.end-it.start)
	buf.Props = harfbuzz.SegmentProperties{Language: w.lang, Script: it.script, Direction: harfbuzz.LeftToRight}
	if it.level%2 == 1 {
		buf.Props.Direction = harfbuzz.RightToLeft
	}
	buf.Shape(sh.font, w.features)

	scale := it.face.unit * it.face.scaleFor(w.main)
	for i, info := range buf.Info {
		if info.Glyph == 0 {
			return missing(w.main, w.runes[info.Cluster])
		}
		pos := buf.Pos[i]
		w.draw(it.face.outline(info.Glyph), scale, float64(pos.XOffset), float64(pos.YOffset))
		advance := float64(float64(pos.XAdvance) * scale)
		if last := i == len(buf.Info)-1; last || buf.Info[i+1].Cluster != info.Cluster {
			advance += w.style.Tracking
		}
		w.advances[info.Cluster] += advance
		w.pen += advance
	}
	it.face.shapers.Put(sh) // not after a panic or an error: it is made anew
	return nil
}

// draw places an outline at the pen, moved by (dx, dy) font units, y up.
func (w *writer) draw(o *outline, scale, dx, dy float64) {
	if o.path.Empty() {
		return
	}
	m := geom.Matrix{A: scale, D: scale, E: w.pen + float64(dx*scale), F: -float64(dy*scale) + 0}
	w.line.Glyphs = append(w.line.Glyphs, Glyph{o.path, m})
	a, b := m.Apply(geom.Pt(o.ink.X0, o.ink.Y0)), m.Apply(geom.Pt(o.ink.X1, o.ink.Y1))
	w.line.Ink = w.line.Ink.Union(geom.Rect{X0: a.X, Y0: a.Y, X1: b.X, Y1: b.Y})
}

// finish returns the line. Tracking stands between letters and not after the
// last one.
func (w *writer) finish() *Line {
	l := w.line
	l.Advance = w.pen
	if len(w.runes) > 0 {
		l.Advance -= w.style.Tracking
	}
	l.starts = make([]float64, len(w.runes)+1)
	for i, a := range w.advances {
		l.starts[i+1] = l.starts[i] + a
	}
	return l
}

// scaleFor returns the factor that makes the capitals of f as high as those of
// main. Where f has none, it is set at the same size: what such fonts declare of
// capitals is of no use, as 0.42 em and 1.27 em of two Arabic faces of Noto.
func (f *Face) scaleFor(main *Face) float64 {
	if f.Family == main.Family || !f.Has('H') {
		return 1
	}
	return main.Metrics.CapHeight / f.Metrics.CapHeight
}

func parseFeatures(st Style) ([]harfbuzz.Feature, error) {
	var features []harfbuzz.Feature
	names := strings.FieldsFunc(st.Features, func(r rune) bool { return r == ',' })
	if len(names) > maxFeatures {
		return nil, fmt.Errorf("%d font features; the limit is %d", len(names), maxFeatures)
	}
	if st.Tracking != 0 {
		names = append([]string{"-liga", "-clig"}, names...)
	}
	for _, name := range names {
		feature, err := harfbuzz.ParseFeature(name)
		if err != nil {
			return nil, fmt.Errorf("font feature %q: %w", name, err)
		}
		features = append(features, feature)
	}
	return features, nil
}

func missing(f *Face, r rune) error {
	return fmt.Errorf("%w for U+%04X in %s and its fallbacks", ErrMissing, r, f)
}
