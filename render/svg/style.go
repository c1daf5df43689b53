package svg

import (
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
func computed(e *element, parent *style) *style {
	s := *parent
	if v := e.prop("font-size"); v != "" {
		s.text.size = fontSize(v, parent.text.size)
	}
	for _, a := range e.attrs {
		if !e.declares(a.name) {
			s.set(e, a.name, strings.TrimSpace(a.value))
		}
	}
	for _, p := range e.props {
		s.set(e, p.name, p.value)
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

// set applies one declaration of e.
func (s *style) set(e *element, name, value string) {
	switch name {
	case "color":
		if c, ok := parseColor(value); ok {
			s.color = c
		}
	case "fill":
		parsePaint(e, value, &s.fill)
	case "stroke":
		parsePaint(e, value, &s.stroke)
	case "fill-opacity":
		setOpacity(&s.fillOpacity, value)
	case "stroke-opacity":
		setOpacity(&s.strokeOpacity, value)
	case "fill-rule":
		setKeyword(&s.fillRule, value, fillRules)
	case "clip-rule":
		setKeyword(&s.clipRule, value, fillRules)
	case "stroke-width":
		s.setLength(&s.strokeWidth, value)
	case "stroke-dashoffset":
		s.setLength(&s.dashOffset, value)
	case "stroke-dasharray":
		s.setDash(value)
	case "stroke-linecap":
		setKeyword(&s.cap, value, caps)
	case "stroke-linejoin":
		setKeyword(&s.join, value, joins)
	case "stroke-miterlimit":
		if v, ok := parseNumber(value); ok {
			s.miterLimit = v
		}
	case "paint-order":
		s.setOrder(value)
	case "visibility":
		setKeyword(&s.hidden, value, hiddenValues)
	case "marker-start":
		setReference(&s.markers[0], value)
	case "marker-mid":
		setReference(&s.markers[1], value)
	case "marker-end":
		setReference(&s.markers[2], value)
	case "shape-rendering":
		setKeyword(&s.crisp, value, crispValues)
	case "image-rendering":
		setKeyword(&s.pixelated, value, pixelatedValues)
	case "color-interpolation":
		setKeyword(&s.linear, value, linearValues)
	case "color-interpolation-filters":
		setKeyword(&s.linearFilters, value, linearValues)
	default:
		s.text.set(name, value)
	}
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
)

func setKeyword[T any](dst *T, value string, keywords map[string]T) {
	if v, ok := keywords[value]; ok {
		*dst = v
	}
}

func setOpacity(dst *float64, value string) {
	if v, ok := parseRatio(value); ok {
		*dst = clamp01(v)
	}
}

func (s *style) setLength(dst *length, value string) {
	if l, ok := parseLength(value); ok {
		*dst = s.resolveFont(l)
	}
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
func (s *style) setDash(value string) {
	if value == "none" {
		s.dash = nil
		return
	}
	list, ok := parseLengths(value, maxDashes)
	if !ok {
		return
	}
	s.dash = nil
	for i, l := range list {
		if l.value < 0 {
			return
		}
		list[i] = s.resolveFont(l)
	}
	s.dash = list
}

// setOrder reads paint-order (SVG 2 §13.8): what is not named follows in the
// usual order.
func (s *style) setOrder(value string) {
	order := []byte{}
	for w := range strings.FieldsSeq(value) {
		k, ok := map[string]byte{"normal": 'n', "fill": 'f', "stroke": 's', "markers": 'm'}[w]
		if !ok || strings.IndexByte(string(order), k) >= 0 {
			return
		}
		order = append(order, k)
	}
	if len(order) == 0 || order[0] == 'n' {
		order = nil
	}
	for _, k := range []byte("fsm") {
		if strings.IndexByte(string(order), k) < 0 {
			order = append(order, k)
		}
	}
	copy(s.order[:], order)
}

// setReference reads none or url(#id).
func setReference(dst *string, value string) {
	if value == "none" {
		*dst = ""
	} else if ref, _, ok := parseURL(value); ok {
		*dst = ref
	}
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

// parsePaint reads a value of fill or stroke of e. It leaves dst alone if the
// value is not one.
func parsePaint(e *element, s string, dst *paint) {
	switch s {
	case "none":
		*dst = paint{}
		return
	case "context-fill":
		*dst = paint{kind: paintContextFill}
		return
	case "context-stroke":
		*dst = paint{kind: paintContextStroke}
		return
	}
	if strings.EqualFold(s, "currentColor") {
		*dst = paint{kind: paintCurrent}
		return
	}
	if ref, rest, ok := parseURL(s); ok {
		p := paint{kind: paintServer, server: e.target(ref)}
		if rest != "" {
			var fallback paint
			parsePaint(e, rest, &fallback)
			p.fallback = &fallback
		}
		*dst = p
		return
	}
	if c, ok := parseColor(s); ok {
		*dst = paint{kind: paintColor, color: c}
	}
}
