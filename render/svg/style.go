package svg

import (
	"bytes"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A style holds the inherited properties of an element, computed. Lengths in
// em are resolved; percentages are not, as they depend on the viewport where
// the element is drawn.
type style struct {
	color rgba

	fill        paint
	fillOpacity float64
	fillRule    render.FillRule

	stroke        paint
	strokeOpacity float64
	strokeWidth   length
	cap           geom.Cap
	join          geom.Join
	miterLimit    float64
	dash          []length
	dashOffset    length

	order    [3]byte // paint-order: 'f', 's' and 'm'
	clipRule render.FillRule
	hidden   bool
	markers  [3]string // start, mid, end: a reference, or empty

	crisp         bool // shape-rendering
	pixelated     bool // image-rendering
	linear        bool // color-interpolation, of masks
	linearFilters bool // color-interpolation-filters

	text textStyle
}

// initialStyle is what the root inherits (SVG 2, appendix of properties).
func initialStyle() *style {
	return &style{
		color:         black,
		fill:          paint{kind: paintColor, color: black},
		fillOpacity:   1,
		strokeOpacity: 1,
		strokeWidth:   length{value: 1},
		miterLimit:    4,
		order:         [3]byte{'f', 's', 'm'},
		linearFilters: true,
		text:          initialTextStyle(),
	}
}

// A paint is a value of fill or stroke as written (SVG 2 §13.2).
type paint struct {
	kind     paintKind
	color    rgba     // of paintColor
	server   *element // of paintServer; nil if the reference is broken
	fallback *paint   // of paintServer; nil: none given
}

type paintKind uint8

const (
	paintNone paintKind = iota
	paintColor
	paintCurrent // currentColor
	paintServer
	paintContextFill
	paintContextStroke
)

// computed returns the style of e, given that of its parent, which it does not
// modify. A value that is not understood is ignored (CSS Syntax 3 §2.2).
func (c *converter) computed(e *element, parent *style) *style {
	s := *parent
	set := func(name, value string) {
		if value != "inherit" && !s.set(e, name, value) {
			c.report.add(e, "%s %.40q is not valid; ignored", name, value)
		}
	}
	if v := e.prop("font-size"); v != "" { // first, for lengths in em
		set("font-size", v)
	}
	for _, a := range e.attrs {
		if a.name != "font-size" && !e.declares(a.name) {
			set(a.name, strings.TrimSpace(a.value))
		}
	}
	for _, p := range e.props {
		if p.name != "font-size" {
			set(p.name, p.value)
		}
	}
	return &s
}

// declares reports whether a style sheet sets the property.
func (e *element) declares(name string) bool {
	for i := range e.props {
		if e.props[i].name == name {
			return true
		}
	}
	return false
}

// set applies one declaration of e. It returns false if the value is not valid.
func (s *style) set(e *element, name, value string) bool {
	switch name {
	case "color":
		c, ok := parseColor(value)
		if ok {
			s.color = c
		}
		return ok
	case "fill":
		return parsePaint(e, value, &s.fill)
	case "stroke":
		return parsePaint(e, value, &s.stroke)
	case "fill-opacity":
		return setOpacity(&s.fillOpacity, value)
	case "stroke-opacity":
		return setOpacity(&s.strokeOpacity, value)
	case "fill-rule":
		return setKeyword(&s.fillRule, value, fillRules)
	case "clip-rule":
		return setKeyword(&s.clipRule, value, fillRules)
	case "stroke-width":
		return s.setLength(&s.strokeWidth, value)
	case "stroke-dashoffset":
		return s.setLength(&s.dashOffset, value)
	case "stroke-dasharray":
		return s.setDash(value)
	case "stroke-linecap":
		return setKeyword(&s.cap, value, caps)
	case "stroke-linejoin":
		return setKeyword(&s.join, value, joins)
	case "stroke-miterlimit":
		v, ok := parseNumber(value)
		if ok {
			s.miterLimit = v
		}
		return ok
	case "paint-order":
		return s.setOrder(value)
	case "visibility":
		return setKeyword(&s.hidden, value, hiddenValues)
	case "marker-start":
		return setReference(&s.markers[0], value)
	case "marker-mid":
		return setReference(&s.markers[1], value)
	case "marker-end":
		return setReference(&s.markers[2], value)
	case "shape-rendering":
		return setKeyword(&s.crisp, value, crispValues)
	case "image-rendering":
		return setKeyword(&s.pixelated, value, pixelatedValues)
	case "color-interpolation":
		return setKeyword(&s.linear, value, linearValues)
	case "color-interpolation-filters":
		return setKeyword(&s.linearFilters, value, linearValues)
	}
	return s.text.set(name, value)
}

// The keywords of enumerated properties.
var (
	fillRules = map[string]render.FillRule{"nonzero": render.NonZero, "evenodd": render.EvenOdd}
	caps      = map[string]geom.Cap{"butt": geom.CapButt, "round": geom.CapRound, "square": geom.CapSquare}
	joins     = map[string]geom.Join{
		"miter": geom.JoinMiter, "miter-clip": geom.JoinMiterClip, "round": geom.JoinRound,
		"bevel": geom.JoinBevel, "arcs": geom.JoinArcs,
	}
	hiddenValues    = map[string]bool{"visible": false, "hidden": true, "collapse": true}
	crispValues     = map[string]bool{"auto": false, "geometricPrecision": false, "optimizeSpeed": true, "crispEdges": true}
	pixelatedValues = map[string]bool{
		"auto": false, "optimizeQuality": false, "smooth": false, "high-quality": false,
		"optimizeSpeed": true, "crisp-edges": true, "pixelated": true,
	}
	linearValues = map[string]bool{"auto": false, "sRGB": false, "linearRGB": true}
	orderValues  = map[string]byte{"normal": 'n', "fill": 'f', "stroke": 's', "markers": 'm'}
)

func setKeyword[T any](dst *T, value string, keywords map[string]T) bool {
	v, ok := keywords[value]
	if ok {
		*dst = v
	}
	return ok
}

func setOpacity(dst *float64, value string) bool {
	v, ok := parseRatio(value)
	if ok {
		*dst = clamp01(v)
	}
	return ok
}

func (s *style) setLength(dst *length, value string) bool {
	l, ok := parseLength(value)
	if ok {
		*dst = s.resolveFont(l)
	}
	return ok
}

// resolveFont resolves lengths that depend on the font, which inherit as what
// they are where they are given.
func (s *style) resolveFont(l length) length {
	if l.unit == unitEm || l.unit == unitEx {
		return length{value: l.px(0, s.text.size)}
	}
	return l
}

// setDash reads stroke-dasharray (SVG 2 §13.5.6).
func (s *style) setDash(value string) bool {
	if value == "none" {
		s.dash = nil
		return true
	}
	list, ok := parseLengths(value, maxDashes)
	if !ok {
		return false
	}
	s.dash = nil
	for i, l := range list {
		if l.value < 0 {
			return false
		}
		list[i] = s.resolveFont(l)
	}
	s.dash = list
	return true
}

// setOrder reads paint-order (SVG 2 §13.8): what is not named follows in the
// usual order.
func (s *style) setOrder(value string) bool {
	var order []byte
	for w := range strings.FieldsSeq(value) {
		k, ok := orderValues[w]
		if !ok || bytes.IndexByte(order, k) >= 0 {
			return false
		}
		order = append(order, k)
	}
	if len(order) == 0 || order[0] == 'n' {
		order = nil
	}
	for _, k := range []byte("fsm") {
		if bytes.IndexByte(order, k) < 0 {
			order = append(order, k)
		}
	}
	copy(s.order[:], order)
	return true
}

// strokeFirst reports whether the fill covers the stroke.
func (s *style) strokeFirst() bool {
	return bytes.IndexByte(s.order[:], 's') < bytes.IndexByte(s.order[:], 'f')
}

// setReference reads none or url(#id).
func setReference(dst *string, value string) bool {
	ref, _, ok := parseURL(value)
	if ok || value == "none" {
		*dst = ref
	}
	return ok || value == "none"
}

// parseURL reads url(…) at the start of s and returns its target and the rest.
func parseURL(s string) (ref, rest string, ok bool) {
	s, ok = strings.CutPrefix(strings.TrimSpace(s), "url(")
	if !ok {
		return "", "", false
	}
	ref, rest = cutOutside(s, ')')
	return strings.TrimSpace(unquote(strings.TrimSpace(ref))), strings.TrimSpace(rest), true
}

// parsePaint reads a value of fill or stroke of e. If the value is not one, it
// returns false and leaves dst alone.
func parsePaint(e *element, s string, dst *paint) bool {
	switch {
	case s == "none":
		*dst = paint{}
		return true
	case s == "context-fill":
		*dst = paint{kind: paintContextFill}
		return true
	case s == "context-stroke":
		*dst = paint{kind: paintContextStroke}
		return true
	case strings.EqualFold(s, "currentColor"):
		*dst = paint{kind: paintCurrent}
		return true
	}
	if ref, rest, ok := parseURL(s); ok {
		p := paint{kind: paintServer, server: e.target(ref)}
		if rest != "" {
			p.fallback = new(paint)
			ok = parsePaint(e, rest, p.fallback)
		}
		*dst = p
		return ok
	}
	c, ok := parseColor(s)
	if ok {
		*dst = paint{kind: paintColor, color: c}
	}
	return ok
}
