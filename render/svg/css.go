package svg

import (
	"slices"
	"strings"
)

// A rule is one selector of a style sheet with its declarations.
type rule struct {
	selector     selector
	declarations []property
}

// applyStyles gives every element the properties that the style sheets and its
// style attribute set, in the order of CSS Cascade 4 §6: important declarations
// first, then the style attribute, specificity and order of appearance. The
// attributes of presentation come after all of them.
func applyStyles(doc *document, sheets []*element, report *Report) {
	var rules []rule
	for _, e := range sheets {
		if t := strings.TrimSpace(e.attr("type")); t == "" || strings.EqualFold(t, "text/css") {
			s := sheetReader{css: stripComments(e.content()), element: e, report: report}
			rules = append(rules, s.rules()...)
		}
	}
	if len(rules) > maxRules {
		report.add(sheets[0], "more than %d rules; the others are ignored", maxRules)
		rules = rules[:maxRules]
	}
	slices.SortStableFunc(rules, func(a, b rule) int { return a.selector.specificity - b.selector.specificity })

	m := matcher{budget: maxMatches}
	var walk func(e *element)
	walk = func(e *element) {
		if e.name == textName {
			return
		}
		for i := range rules {
			if m.matches(rules[i].selector.compounds, e) {
				e.declare(rules[i].declarations)
			}
		}
		e.declare(declarations(stripComments(e.attr("style"))))
		for _, c := range e.children {
			walk(c)
		}
	}
	walk(doc.root)
	if m.budget < 0 {
		report.add(sheets[0], "style sheet too complex; elements at the end are drawn without it")
	}
}

// declare adds declarations that win over those there already, unless these are
// important and they are not.
func (e *element) declare(list []property) {
	for _, p := range list {
		if i := slices.IndexFunc(e.props, func(q property) bool { return q.name == p.name }); i < 0 {
			e.props = append(e.props, p)
		} else if p.important || !e.props[i].important {
			e.props[i] = p
		}
	}
}

// declarations reads "name: value; …". Shorthands are replaced by what they
// stand for; a property has its last value.
func declarations(css string) []property {
	var block element
	for css != "" {
		var d string
		d, css = cutOutside(css, ';')
		name, value, ok := strings.Cut(d, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if !ok || name == "" || strings.ContainsAny(name, " \t\r\n{}") {
			continue
		}
		value, important := cutImportant(strings.TrimSpace(value))
		if value == "" {
			continue
		}
		switch {
		case name == "marker":
			for _, n := range markerNames {
				block.declare([]property{{n, value, important}})
			}
		case name == "font":
			list := fontShorthand(value)
			for i := range list {
				list[i].important = important
			}
			block.declare(list)
		case properties[name]:
			block.declare([]property{{name, value, important}})
		}
	}
	return block.props
}

// properties holds the properties that are read. The attributes of SVG 1.1 that
// SVG 2 §7.1 made properties are not among them: drawing programs write them as
// attributes only, and resvg reads them so.
var properties = map[string]bool{
	"alignment-baseline": true, "background-color": true, "baseline-shift": true, "clip-path": true, "clip-rule": true,
	"color": true, "color-interpolation": true, "color-interpolation-filters": true, "direction": true,
	"display": true, "dominant-baseline": true, "fill": true, "fill-opacity": true, "fill-rule": true,
	"filter": true, "flood-color": true, "flood-opacity": true, "font-family": true, "font-size": true,
	"font-stretch": true, "font-style": true, "font-variant": true, "font-weight": true,
	"image-rendering": true, "isolation": true, "letter-spacing": true, "marker-end": true,
	"marker-mid": true, "marker-start": true, "mask": true, "mask-type": true, "mix-blend-mode": true,
	"opacity": true, "overflow": true, "paint-order": true, "shape-rendering": true, "stop-color": true,
	"stop-opacity": true, "stroke": true, "stroke-dasharray": true, "stroke-dashoffset": true,
	"stroke-linecap": true, "stroke-linejoin": true, "stroke-miterlimit": true, "stroke-opacity": true,
	"stroke-width": true, "text-anchor": true, "text-decoration": true, "transform": true,
	"transform-box": true, "transform-origin": true, "vector-effect": true, "visibility": true,
	"word-spacing": true, "writing-mode": true,
}

// cutImportant returns a value without a final "!important".
func cutImportant(value string) (string, bool) {
	i := strings.LastIndexByte(value, '!')
	if i >= 0 && strings.EqualFold(strings.TrimSpace(value[i+1:]), "important") {
		return strings.TrimSpace(value[:i]), true
	}
	return value, false
}

// fontShorthand takes font apart (CSS Fonts 4 §2.8). It returns nil for the
// names of system fonts.
func fontShorthand(value string) []property {
	list := []property{
		{name: "font-style", value: "normal"},
		{name: "font-variant", value: "normal"},
		{name: "font-weight", value: "normal"},
		{name: "font-stretch", value: "normal"},
	}
	words := strings.Fields(value)
	for i, w := range words {
		switch {
		case w == "normal":
		case w == "italic" || w == "oblique":
			list[0].value = w
		case w == "small-caps":
			list[1].value = w
		case w == "bold" || w == "bolder" || w == "lighter" || len(w) == 3 && strings.HasSuffix(w, "00"):
			list[2].value = w
		case strings.HasSuffix(w, "condensed") || strings.HasSuffix(w, "expanded"):
			list[3].value = w
		default: // the size, and then the families
			size, _, _ := strings.Cut(w, "/")
			if i+1 == len(words) {
				return nil
			}
			return append(list,
				property{name: "font-size", value: size},
				property{name: "font-family", value: strings.Join(words[i+1:], " ")})
		}
	}
	return nil
}

// A sheetReader reads the rules of a style sheet.
type sheetReader struct {
	css     string
	element *element
	report  *Report
}

func (s *sheetReader) rules() []rule {
	var rules []rule
	for {
		s.css = strings.TrimLeft(s.css, " \t\r\n\f")
		s.css = strings.TrimPrefix(strings.TrimPrefix(s.css, "<!--"), "-->")
		if s.css == "" {
			return rules
		}
		if s.css[0] == '@' {
			s.atRule()
			continue
		}
		prelude, rest := cutOutside(s.css, '{')
		body, rest := cutOutside(rest, '}')
		s.css = rest
		list := declarations(body)
		if len(list) == 0 {
			continue
		}
		for prelude != "" && len(rules) <= maxRules {
			var one string
			one, prelude = cutOutside(prelude, ',')
			sel, ok := parseSelector(one)
			if !ok {
				s.report.add(s.element, "selector %.60q is not read", strings.TrimSpace(one))
				continue
			}
			rules = append(rules, rule{sel, list})
		}
	}
}

// atRule skips an at-rule with its block.
func (s *sheetReader) atRule() {
	end := strings.IndexAny(s.css, "{;")
	name, _, _ := strings.Cut(strings.TrimRight(s.css[:max(end, 0)], " \t\r\n"), " ")
	switch {
	case end < 0:
		name, s.css = s.css, ""
	case s.css[end] == ';':
		s.css = s.css[end+1:]
	default:
		s.css = skipBlock(s.css[end:])
	}
	if name != "@charset" && name != "@namespace" && name != "@font-face" {
		s.report.add(s.element, "%.40q is ignored", strings.TrimSpace(name))
	}
}

// skipBlock returns what follows the block in braces at the start of css.
func skipBlock(css string) string {
	depth := 0
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// cutOutside cuts s at the first sep outside of quotes and parentheses, or at
// its end.
func cutOutside(s string, sep byte) (before, after string) {
	var quote byte
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == sep && depth == 0:
			return s[:i], s[i+1:]
		case c == '(':
			depth++
		case c == ')':
			depth = max(depth-1, 0)
		}
	}
	return s, ""
}

// stripComments replaces comments by a space. One that is not closed runs to
// the end.
func stripComments(css string) string {
	if !strings.Contains(css, "/*") {
		return css
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(css, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteByte(' ')
		_, css, _ = strings.Cut(rest, "*/")
	}
}
