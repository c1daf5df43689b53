package render

import (
	"cmp"
	"errors"
	"fmt"
	"math"

	"panonceau/render/geom"
	"panonceau/render/text"
)

// alignments of text boxes, by the words of data-align and data-valign.
var (
	textAlign  = map[string]text.Align{"": text.AlignStart, "start": text.AlignStart, "middle": text.AlignMiddle, "end": text.AlignEnd}
	textVAlign = map[string]text.VAlign{"": text.VAlignMiddle, "middle": text.VAlignMiddle, "top": text.VAlignTop, "bottom": text.VAlignBottom, "baseline": text.VAlignBaseline}
)

// text sets the text of a slot in its box.
func (c *composer) text(d *directive, box geom.Rect, ctx scope) Node {
	f, forms := c.forms(d, ctx.on.Scale)
	if f == nil {
		return nil
	}
	b, err := c.textBox(d, f, box, ctx.warp.k)
	if err != nil {
		c.fail(err)
		return nil
	}
	block, err := text.Fit(b, forms...)
	if err != nil {
		if errors.Is(err, text.ErrOverflow) {
			err = fmt.Errorf("%w: %w", ErrOverflow, err)
		}
		c.fail(fmt.Errorf("slot %q: %w", d.key, err))
		return nil
	}
	glyphs := block.Glyphs()
	if len(glyphs) == 0 {
		return nil
	}
	t := &Text{String: block.String(), Lang: f.Lang, Glyphs: make([]Glyph, len(glyphs))}
	if t.Lang == "" {
		t.Lang = c.spec.Lang
	}
	place := geom.Translate(box.X0, box.Y0)
	for i, g := range glyphs {
		t.Glyphs[i] = Glyph{g.Outline, place.Mul(g.Matrix)}
	}
	paint := repaintPaint(d.fill, func(k Color) Color { return c.color(k, ctx) })
	t.Fill = &Fill{Paint: paint, Opacity: 1}
	return t
}

// forms returns the field that a slot sets and its texts, the longest first,
// or nil when the slot stays empty. Within data-scale a text is that of the
// scale, if it has one.
func (c *composer) forms(d *directive, scale string) (*Field, []string) {
	f := c.spec.field(d.key + "-" + scale)
	if scale == "" || f == nil {
		f = c.spec.field(d.key)
	}
	if f == nil || f.Text == "" {
		if d.need {
			c.fail(fmt.Errorf("slot %q has no text, and is not data-optional", d.key))
		}
		return nil, nil
	}
	forms := make([]string, 0, 1+len(f.Short))
	for _, s := range append([]string{f.Text}, f.Short...) {
		if d.text.upper {
			s = text.Upper(f.Lang, s)
		}
		forms = append(forms, s)
	}
	return f, forms
}

// textBox returns the box of a slot whose design is scaled by k.
func (c *composer) textBox(d *directive, f *Field, box geom.Rect, k float64) (text.Box, error) {
	t := d.text
	face, err := c.spec.Fonts.Find(t.face, t.weight)
	if err != nil {
		return text.Box{}, fmt.Errorf("slot %q: %w", d.key, err)
	}
	return text.Box{
		W: box.W(), H: box.H(),
		Align: textAlign[d.align], VAlign: textVAlign[d.valign],
		Face: face, Condensed: face.Condensed(),
		RTL:   text.RightToLeft(c.spec.Lang),
		Style: text.Style{Tracking: t.tracking / 1000, Lang: cmp.Or(f.Lang, c.spec.Lang)},
		Size:  t.size * k, MinSize: t.floor * k,
		MinStretch: t.stretch, MaxLines: t.lines, LineHeight: t.leading,
	}, nil
}

// textWidth returns how wide the text of a hugging slot is on one line, at its
// full size, in units of the artwork.
func (c *composer) textWidth(d *directive) float64 {
	f, forms := c.forms(d, "")
	if f == nil {
		return 0
	}
	b, err := c.textBox(d, f, geom.Rect{X1: math.Inf(1), Y1: d.box.H()}, 1)
	if err != nil {
		c.fail(err)
		return 0
	}
	b.Align, b.MaxLines = text.AlignStart, 1
	block, err := text.Fit(b, forms[0])
	if err != nil {
		c.fail(fmt.Errorf("slot %q: %w", d.key, err))
		return 0
	}
	if block.Ink.IsNowhere() {
		return 0
	}
	return block.Ink.W()
}
