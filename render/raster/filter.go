package raster

import (
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// A filterer computes the effects of one filter.
type filterer struct {
	m       geom.Matrix     // from user space to pixels
	area    image.Rectangle // of every result
	sx, sy  float64         // pixels per unit of user space
	region  image.Rectangle // of the filter
	effects []render.Effect
	results []result // of the effects so far
	source  result
}

// A result is a picture and the space its colours are in.
type result struct {
	*layer
	linear bool
	region image.Rectangle // the primitive subregion
}

// filtered draws the children of g and returns what its filter makes of them,
// on a layer that covers at least area (Filter Effects 1 §5).
func (r *renderer) filtered(g *render.Group, area image.Rectangle) *layer {
	f := &filterer{m: r.ctm.Mul(g.Filter.Matrix), effects: g.Filter.Effects}
	f.sx, f.sy = geom.Pt(f.m.A, f.m.B).Len(), geom.Pt(f.m.C, f.m.D).Len()
	f.region = f.pixels(g.Filter.Region)
	f.area = f.reach(area)
	source := r.layer(f.area, func() {
		for _, n := range g.Children {
			r.node(n)
		}
	})
	source.keep(f.region)
	f.source = result{source, false, f.region}
	last := result{layer: f.blank()}
	for _, e := range f.effects {
		c := e.Common()
		out := result{f.effect(e, c.LinearRGB), c.LinearRGB, f.pixels(c.Region)}
		out.keep(out.region)
		f.results = append(f.results, out)
		last = out
	}
	return last.in(false)
}

// pixels returns the pixels of a region of user space.
func (f *filterer) pixels(region geom.Rect) image.Rectangle {
	const slack = 0.02 // of what pixels adds
	return pixels(rectBounds(region, f.m).Inset(slack))
}

// reach returns area and what of the region lies so near to it that an effect
// may bring it in, as far as memory allows.
func (f *filterer) reach(area image.Rectangle) image.Rectangle {
	x, y := 1.0, 1.0
	for _, e := range f.effects {
		switch e := e.(type) {
		case *render.GaussianBlur:
			x, y = x+float64(3*f.sx*e.X), y+float64(3*f.sy*e.Y)
		case *render.DropShadow:
			d := f.shift(e.DX, e.DY)
			x += math.Abs(float64(d.X)) + float64(3*f.sx*e.X)
			y += math.Abs(float64(d.Y)) + float64(3*f.sy*e.Y)
		case *render.Offset:
			d := f.shift(e.DX, e.DY)
			x, y = x+math.Abs(float64(d.X)), y+math.Abs(float64(d.Y))
		case *render.Morphology:
			x, y = x+float64(f.sx*e.X)+1, y+float64(f.sy*e.Y)+1
		case *render.Tile:
			x, y = x+float64(f.region.Dx()), y+float64(f.region.Dy())
		}
	}
	dx, dy := whole(math.Ceil(x)), whole(math.Ceil(y))
	for {
		wide := wider(area, dx, dy).Intersect(f.region)
		if dx+dy == 0 || float64(wide.Dx())*float64(wide.Dy()) <= maxFilterPixels {
			return wide
		}
		dx, dy = dx/2, dy/2
	}
}

// wider returns r with dx pixels more on both sides, and dy above and below.
func wider(r image.Rectangle, dx, dy int) image.Rectangle {
	return image.Rect(r.Min.X-dx, r.Min.Y-dy, r.Max.X+dx, r.Max.Y+dy)
}

// shift returns a vector of user space in whole pixels.
func (f *filterer) shift(dx, dy float64) image.Point {
	return image.Pt(whole(math.Round(float64(f.m.A*dx)+float64(f.m.C*dy))),
		whole(math.Round(float64(f.m.B*dx)+float64(f.m.D*dy))))
}

// blank returns a transparent picture.
func (f *filterer) blank() *layer { return (&shelf{}).take(f.area) }

// input returns a copy of what an effect reads, in the wanted space.
func (f *filterer) input(in render.Input, linear bool) *layer {
	if i := int(in); i >= 0 && i < len(f.results) {
		return f.results[i].in(linear)
	}
	l := f.source.in(linear)
	if in == render.SourceAlpha {
		for i, p := range l.pix {
			l.pix[i] = p & opaque
		}
	}
	return l
}

// inputRegion returns where what an effect reads may be seen.
func (f *filterer) inputRegion(in render.Input) image.Rectangle {
	if i := int(in); i >= 0 && i < len(f.results) {
		return f.results[i].region
	}
	return f.region
}

// in returns a copy of r with its colours in the wanted space.
func (r result) in(linear bool) *layer {
	l := &layer{r.Rectangle, append([]pixel(nil), r.pix...)}
	convert := toLinear
	switch {
	case r.linear == linear:
		return l
	case r.linear:
		convert = fromLinear
	}
	var last, as pixel
	for i, p := range l.pix {
		if p != last {
			last, as = p, p.mapColor(convert)
		}
		l.pix[i] = as
	}
	return l
}

// keep clears l outside r.
func (l *layer) keep(r image.Rectangle) {
	r = r.Intersect(l.Rectangle)
	for y := l.Min.Y; y < l.Max.Y; y++ {
		if y < r.Min.Y || y >= r.Max.Y {
			clear(l.row(y, l.Min.X, l.Max.X))
			continue
		}
		clear(l.row(y, l.Min.X, r.Min.X))
		clear(l.row(y, r.Max.X, l.Max.X))
	}
}

// effect returns the picture one effect makes.
func (f *filterer) effect(e render.Effect, linear bool) *layer {
	switch e := e.(type) {
	case *render.GaussianBlur:
		l := f.input(e.In, linear)
		l.blur(float64(f.sx*e.X), float64(f.sy*e.Y))
		return l
	case *render.Offset:
		return f.input(e.In, linear).moved(f.shift(e.DX, e.DY))
	case *render.Flood:
		l := f.blank()
		c := floodColor(e.Color, e.Opacity, linear)
		for i := range l.pix {
			l.pix[i] = c
		}
		return l
	case *render.Merge:
		l := f.blank()
		for _, in := range e.In {
			f.input(in, linear).draw(l, full)
		}
		return l
	case *render.Blend:
		l := f.input(e.Under, linear)
		f.input(e.In, linear).blend(l, full, e.Mode)
		return l
	case *render.Composite:
		return composite(f.input(e.In, linear), f.input(e.Under, linear), e)
	case *render.ColorMatrix:
		return colorMatrix(f.input(e.In, linear), &e.Matrix)
	case *render.ComponentTransfer:
		return transfer(f.input(e.In, linear), e)
	case *render.DropShadow:
		l := f.input(e.In, linear)
		shadow := f.shadow(l, e, linear)
		l.draw(shadow, full)
		return shadow
	case *render.Morphology:
		l := f.input(e.In, linear)
		l.morph(e.Dilate, float64(f.sx*e.X), float64(f.sy*e.Y))
		return l
	case *render.Tile:
		return f.input(e.In, linear).tiled(f.inputRegion(e.In))
	}
	return f.blank()
}

// shadow returns the blurred and moved opacity of l in one colour. It is
// blurred first, with room for what only the move brings into l.
func (f *filterer) shadow(l *layer, e *render.DropShadow, linear bool) *layer {
	by, sx, sy := f.shift(e.DX, e.DY), float64(f.sx*e.X), float64(f.sy*e.Y)
	blurred := wider(l.Rectangle, whole(math.Ceil(float64(3*sx)))+1, whole(math.Ceil(float64(3*sy)))+1)
	room := l.Rectangle.Union(l.Rectangle.Sub(by).Intersect(blurred))
	if float64(room.Dx())*float64(room.Dy()) > maxFilterPixels {
		room = l.Rectangle
	}
	s := (&shelf{}).take(room)
	l.draw(s, full)
	s.blur(sx, sy)
	c := floodColor(e.Color, e.Opacity, linear)
	for i, p := range s.pix {
		s.pix[i] = c.scale(p.alpha())
	}
	s.Rectangle = room.Add(by)
	out := f.blank()
	s.draw(out, full)
	return out
}

// floodColor returns a colour in the wanted space.
func floodColor(c render.RGB, opacity float64, linear bool) pixel {
	p := solid(c, 1)
	if linear {
		p = p.mapColor(toLinear)
	}
	return p.scale(fraction(opacity))
}

// moved returns l moved within its rectangle.
func (l *layer) moved(by image.Point) *layer {
	out := (&shelf{}).take(l.Rectangle)
	from := l.Rectangle.Intersect(l.Rectangle.Sub(by))
	for y := from.Min.Y; y < from.Max.Y; y++ {
		copy(out.row(y+by.Y, from.Min.X+by.X, from.Max.X+by.X), l.row(y, from.Min.X, from.Max.X))
	}
	return out
}

// tiled returns the part of l within tile, repeated all over.
func (l *layer) tiled(tile image.Rectangle) *layer {
	out := (&shelf{}).take(l.Rectangle)
	if tile = tile.Intersect(l.Rectangle); tile.Empty() {
		return out
	}
	for y := l.Min.Y; y < l.Max.Y; y++ {
		_, dy := floorDiv(int64(y-tile.Min.Y), int64(tile.Dy()))
		from := l.row(tile.Min.Y+int(dy), tile.Min.X, tile.Max.X)
		to := out.row(y, l.Min.X, l.Max.X)
		for i := range to {
			_, dx := floorDiv(int64(l.Min.X+i-tile.Min.X), int64(tile.Dx()))
			to[i] = from[dx]
		}
	}
	return out
}
