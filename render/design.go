package render

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"panonceau/render/geom"
)

// A Design is one artwork of a pack, checked and ready to be composed: its
// marks are understood, its colours are inks. It is never modified.
type Design struct {
	Name string
	Art  *Drawing
	Bare []RGB // colours of the artwork that are no ink, in order of appearance

	bleed        float64
	seamX, seamY []float64
	marks        map[*Mark]*directive
	hug          bool // some text slot takes the width of its text
}

// Inks known to every design besides those of its pack.
const (
	inkLevel     = "level"
	inkLevelText = "level-text"
)

// NewDesign checks artwork that was decoded with its marks, and makes its
// colours the inks of the pack. The error joins every fault found, each with
// its line.
func NewDesign(name string, art *Drawing, inks []*Ink) (*Design, error) {
	d := &Design{Name: name, marks: make(map[*Mark]*directive)}
	byColor := make(map[RGB]*Ink, len(inks))
	for _, k := range inks {
		if byColor[k.RGB] == nil {
			byColor[k.RGB] = k
		}
	}
	dyed := *art
	dyed.Root = repaint(art.Root, func(c Color) Color {
		if k := byColor[c.RGB]; k != nil {
			c.Ink = k
		}
		return c
	}).(*Group)
	d.Art = &dyed

	var faults []error
	root := rootMark(dyed.Root)
	if err := d.readRoot(root); err != nil {
		faults = append(faults, err)
	}
	d.readMarks(dyed.Root, root, inks, &faults)
	d.findBare(dyed.Root)
	if len(faults) > 0 {
		return nil, fmt.Errorf("design %q: %w", name, errors.Join(faults...))
	}
	return d, nil
}

// findBare collects the colours below n that are no ink. The rect of a piece is
// not drawn, so its colour does not count.
func (d *Design) findBare(n Node) {
	if g, ok := n.(*Group); ok {
		if dir := d.marks[g.Mark]; g.Mark != nil && dir != nil && dir.kind != noSlot && dir.kind != textSlot {
			return
		}
		for _, c := range g.Children {
			d.findBare(c)
		}
		return
	}
	repaint(n, func(c Color) Color {
		if c.Ink == nil && !slices.Contains(d.Bare, c.RGB) {
			d.Bare = append(d.Bare, c.RGB)
		}
		return c
	})
}

// rootMark returns the mark of the root element, which the importer puts on
// the group that holds the whole picture; nil if it has none.
func rootMark(g *Group) *Mark {
	if len(g.Children) == 1 {
		if c, ok := g.Children[0].(*Group); ok && c.Mark != nil && c.Mark.Element == "svg" {
			return c.Mark
		}
	}
	return nil
}

// readRoot reads the attributes that only the root may have.
func (d *Design) readRoot(m *Mark) error {
	if m == nil {
		return nil
	}
	p := &markParser{m: m}
	d.seamX = p.seams("seam-x", d.Art.Width)
	d.seamY = p.seams("seam-y", d.Art.Height)
	d.bleed = p.number("bleed", 0, 0, d.Art.Width+d.Art.Height)
	for _, a := range m.Data {
		if a.Name != "seam-x" && a.Name != "seam-y" && a.Name != "bleed" {
			p.fail(a.Name, "the root knows data-seam-x, data-seam-y and data-bleed only")
		}
	}
	return p.err
}

// maxSeams bounds the seams of one axis.
const maxSeams = 8

func (p *markParser) seams(name string, length float64) []float64 {
	s, ok := p.m.Get(name)
	if !ok {
		return nil
	}
	words := strings.Fields(s)
	if len(words) > maxSeams {
		p.fail(name, "%d seams; at most %d", len(words), maxSeams)
		return nil
	}
	var at []float64
	for _, w := range words {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil || !(v >= 0 && v <= length) || len(at) > 0 && v <= at[len(at)-1] {
			p.fail(name, "%q: want growing positions from 0 to %g", s, length)
			return nil
		}
		at = append(at, v)
	}
	return at
}

// readMarks understands the marks of the artwork below g, but that of the root.
func (d *Design) readMarks(g *Group, root *Mark, inks []*Ink, faults *[]error) {
	for _, n := range g.Children {
		c, ok := n.(*Group)
		if !ok {
			continue
		}
		if c.Mark != nil && c.Mark != root {
			dir, err := parseDirective(c.Mark, c)
			if err == nil {
				err = knownInks(dir, inks)
			}
			if err != nil {
				*faults = append(*faults, err)
			} else if dir != nil {
				d.marks[c.Mark] = dir
				d.hug = d.hug || dir.text.hug
			}
		}
		d.readMarks(c, root, inks, faults)
	}
}

// knownInks checks the ink names of a directive.
func knownInks(dir *directive, inks []*Ink) error {
	if dir == nil {
		return nil
	}
	for _, name := range [3]string{dir.ink, dir.unlit, dir.ground} {
		if name == "" || name == inkLevel || name == inkLevelText || inkNamed(inks, name) != nil {
			continue
		}
		return fmt.Errorf("line %d: %q is no ink of the pack", dir.line, name)
	}
	return nil
}

func inkNamed(inks []*Ink, name string) *Ink {
	for _, k := range inks {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Hugs reports whether d takes the width of its text, so that it has no size of
// its own.
func (d *Design) Hugs() bool { return d.hug }

// Bleed returns how far the artwork runs beyond the piece, in units.
func (d *Design) Bleed() float64 { return d.bleed }

// TextKeys returns the names of the texts that the slots of d set, in document
// order, each once.
func (d *Design) TextKeys() []string { return d.keys(textSlot) }

// PartNames returns the names of the designs that the slots of d draw, in
// document order, each once.
func (d *Design) PartNames() []string { return append(d.keys(partSlot), d.keys(rowSlot)...) }

// HasArms reports whether d has a slot for the holder's coat of arms.
func (d *Design) HasArms() bool {
	for _, dir := range d.marks {
		if dir.kind == armsSlot {
			return true
		}
	}
	return false
}

// HasSteps reports whether some part of d stands for a step of a scale.
func (d *Design) HasSteps() bool {
	for _, dir := range d.marks {
		if dir.step > 0 || dir.kind == rowSlot {
			return true
		}
	}
	return false
}

// OpenText returns the inks of text slots that stand on the ground of the page
// in a variant: nothing is painted under their middle, whatever else is the
// case. Each is there once, in document order.
func (d *Design) OpenText(variant string) []*Ink {
	var inks []*Ink
	var painted []geom.Rect
	var walk func(g *Group)
	walk = func(g *Group) {
		dir := d.marks[g.Mark]
		if g.Mark == nil {
			dir = nil
		}
		if dir != nil && !dir.mayHold("variant", variant) {
			return
		}
		if dir != nil && dir.kind != noSlot {
			k, ok := dir.fill.(Color)
			m := dir.box.Center()
			over := slices.ContainsFunc(painted, func(r geom.Rect) bool { return r.Contains(geom.Rect{X0: m.X, Y0: m.Y, X1: m.X, Y1: m.Y}, 0) })
			if dir.kind == textSlot && ok && k.Ink != nil && !over && !slices.Contains(inks, k.Ink) {
				inks = append(inks, k.Ink)
			}
			return
		}
		for _, n := range g.Children {
			switch n := n.(type) {
			case *Group:
				walk(n)
			case *Shape:
				if n.Fill != nil {
					painted = append(painted, n.Path.Bounds())
				}
			}
		}
	}
	walk(d.Art.Root)
	return inks
}

// mayHold reports whether a fact with this value leaves it open that the
// condition of the directive holds.
func (d *directive) mayHold(fact, value string) bool {
	return !slices.ContainsFunc(d.when, func(t term) bool { return t.fact == fact && !t.holds(value) })
}

// ScaleNames returns the scales that parts of d are about, in document order,
// each once.
func (d *Design) ScaleNames() []string {
	return d.names(func(dir *directive) string { return dir.scale })
}

func (d *Design) keys(kind slotKind) []string {
	return d.names(func(dir *directive) string {
		if dir.kind == kind {
			return dir.key
		}
		return ""
	})
}

// names returns what name says of the directives of d, each word once.
func (d *Design) names(name func(*directive) string) []string {
	var out []string
	seen := make(map[string]bool)
	var walk func(g *Group)
	walk = func(g *Group) {
		if dir := d.marks[g.Mark]; dir != nil && g.Mark != nil {
			if word := name(dir); word != "" && !seen[word] {
				seen[word] = true
				out = append(out, word)
			}
		}
		for _, n := range g.Children {
			if c, ok := n.(*Group); ok {
				walk(c)
			}
		}
	}
	walk(d.Art.Root)
	return out
}
