package render

// Repaint returns d with f(c) in place of every colour c. The colours of
// luminance masks stay: they are arithmetic, not ink. Paths, pictures and clips
// are shared with d; groups are not.
func Repaint(d *Drawing, f func(Color) Color) *Drawing {
	out := *d
	out.Root = repaint(d.Root, f).(*Group)
	return &out
}

// repaint returns a copy of the tree below n in which every colour c is f(c).
// Paths, images and clips are shared with n.
func repaint(n Node, f func(Color) Color) Node {
	switch n := n.(type) {
	case *Group:
		g := *n
		g.Children = make([]Node, len(n.Children))
		for i, c := range n.Children {
			g.Children[i] = repaint(c, f)
		}
		g.Mask = repaintMask(n.Mask, f)
		return &g
	case *Shape:
		s := *n
		s.Fill = repaintFill(n.Fill, f)
		if n.Stroke != nil {
			k := *n.Stroke
			k.Paint = repaintPaint(k.Paint, f)
			s.Stroke = &k
		}
		return &s
	case *Text:
		t := *n
		t.Fill = repaintFill(n.Fill, f)
		return &t
	default:
		return n
	}
}

func repaintMask(m *Mask, f func(Color) Color) *Mask {
	if m == nil {
		return nil
	}
	c := *m
	// The colours of a luminance mask are arithmetic, not ink.
	if m.Alpha {
		c.Content = repaint(m.Content, f).(*Group)
	}
	c.And = repaintMask(m.And, f)
	return &c
}

func repaintFill(fill *Fill, f func(Color) Color) *Fill {
	if fill == nil {
		return nil
	}
	c := *fill
	c.Paint = repaintPaint(c.Paint, f)
	return &c
}

func repaintPaint(p Paint, f func(Color) Color) Paint {
	switch p := p.(type) {
	case Color:
		return f(p)
	case *LinearGradient:
		g := *p
		g.Stops = repaintStops(p.Stops, f)
		return &g
	case *RadialGradient:
		g := *p
		g.Stops = repaintStops(p.Stops, f)
		return &g
	case *Pattern:
		t := *p
		t.Content = repaint(p.Content, f).(*Group)
		return &t
	default:
		return p
	}
}

func repaintStops(stops []Stop, f func(Color) Color) []Stop {
	out := make([]Stop, len(stops))
	for i, s := range stops {
		s.Color = f(s.Color)
		out[i] = s
	}
	return out
}
