package svg

import "strings"

// A selector matches elements (Selectors 4). Type, universal, class, id,
// attribute and :first-child selectors are read, and the four combinators.
type selector struct {
	compounds   []compound // from the subject outwards
	specificity int        // ids, classes and types, ten bits each
}

// A compound is a sequence of simple selectors, all of which must match.
type compound struct {
	simple     []simple
	combinator byte // how the compound inwards relates to it: ' ', '>', '+' or '~'
}

// A simple selector tests one thing.
type simple struct {
	kind  byte   // 't'ype, '.'class, '#'id, '['attribute, ':'pseudo-class
	name  string // type, class, id, attribute or pseudo-class
	op    byte   // of an attribute: 0 (present) or one of = ~ | ^ $ *
	value string
}

// parseSelector reads one selector, without commas. It returns false for what
// is not supported, which drops the rule (Selectors 4 §3.9).
func parseSelector(s string) (selector, bool) {
	p := selectorReader{s: strings.TrimSpace(s)}
	var sel selector
	for {
		c, ok := p.compound()
		if !ok || len(sel.compounds) == maxCompound {
			return selector{}, false
		}
		for _, x := range c.simple {
			switch x.kind {
			case '#':
				sel.specificity += 1 << 20
			case '.', '[', ':':
				sel.specificity += 1 << 10
			case 't':
				sel.specificity++
			}
		}
		sel.compounds = append([]compound{c}, sel.compounds...)
		if p.s == "" {
			return sel, true
		}
		sel.compounds[0].combinator = p.combinator()
	}
}

type selectorReader struct{ s string }

// combinator reads what stands between two compounds.
func (p *selectorReader) combinator() byte {
	p.s = strings.TrimLeft(p.s, " \t\r\n\f")
	c := byte(' ')
	if p.s != "" && strings.IndexByte(">+~", p.s[0]) >= 0 {
		c = p.s[0]
		p.s = strings.TrimLeft(p.s[1:], " \t\r\n\f")
	}
	return c
}

func (p *selectorReader) compound() (compound, bool) {
	var c compound
	if strings.HasPrefix(p.s, "*") {
		p.s = p.s[1:]
		c.simple = append(c.simple, simple{kind: '*'})
	} else if name := p.name(); name != "" {
		c.simple = append(c.simple, simple{kind: 't', name: name})
	}
	for p.s != "" && strings.IndexByte(".#[:", p.s[0]) >= 0 {
		kind := p.s[0]
		p.s = p.s[1:]
		x := simple{kind: kind, name: p.name()}
		if x.name == "" || kind == ':' && x.name != "first-child" {
			return c, false
		}
		if kind == '[' && !p.attribute(&x) {
			return c, false
		}
		c.simple = append(c.simple, x)
	}
	return c, len(c.simple) > 0 && len(c.simple) <= maxCompound
}

// attribute reads the rest of an attribute selector, after the name.
func (p *selectorReader) attribute(x *simple) bool {
	test, rest := cutOutside(p.s, ']')
	p.s = rest
	test = strings.TrimSpace(test)
	if test == "" {
		return true
	}
	x.op = test[0]
	if strings.IndexByte("~|^$*", x.op) >= 0 {
		test = test[1:]
	} else if x.op != '=' {
		return false
	}
	value, ok := strings.CutPrefix(test, "=")
	x.value = unquote(strings.TrimSpace(value))
	return ok
}

// name reads an identifier, with simple escapes.
func (p *selectorReader) name() string {
	var b strings.Builder
	for i := 0; i < len(p.s); i++ {
		c := p.s[i]
		switch {
		case c == '\\' && i+1 < len(p.s):
			i++
			b.WriteByte(p.s[i])
		case isNameByte(c):
			b.WriteByte(c)
		default:
			p.s = p.s[i:]
			return b.String()
		}
	}
	p.s = ""
	return b.String()
}

func isNameByte(c byte) bool {
	return c == '-' || c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// unquote removes the quotes around a CSS string.
func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

// A matcher compares elements with selectors until its budget is used up.
type matcher struct{ budget int }

// matches reports whether e is a subject of the first of the compounds and the
// others match outwards of it.
func (m *matcher) matches(list []compound, e *element) bool {
	if m.budget--; e == nil || m.budget < 0 || !list[0].matches(e) {
		return false
	}
	if len(list) == 1 {
		return true
	}
	rest := list[1:]
	switch rest[0].combinator {
	case '>':
		return m.matches(rest, e.parent)
	case '+':
		return m.matches(rest, e.previous)
	case '~':
		for p := e.previous; p != nil && m.budget >= 0; p = p.previous {
			if m.matches(rest, p) {
				return true
			}
		}
	default:
		for p := e.parent; p != nil && m.budget >= 0; p = p.parent {
			if m.matches(rest, p) {
				return true
			}
		}
	}
	return false
}

func (c *compound) matches(e *element) bool {
	for i := range c.simple {
		if !c.simple[i].matches(e) {
			return false
		}
	}
	return true
}

func (x *simple) matches(e *element) bool {
	switch x.kind {
	case 't':
		return e.name == x.name
	case '#':
		return e.attr("id") == x.name
	case '.':
		return hasWord(e.attr("class"), x.name)
	case ':':
		return e.previous == nil
	case '[':
		v, ok := e.lookupAttr(x.name)
		return ok && x.test(v)
	}
	return true
}

// test compares the value of an attribute (Selectors 4 §6.1 and §6.2).
func (x *simple) test(v string) bool {
	switch x.op {
	case '=':
		return v == x.value
	case '~':
		return hasWord(v, x.value)
	case '|':
		return v == x.value || strings.HasPrefix(v, x.value+"-")
	case '^':
		return x.value != "" && strings.HasPrefix(v, x.value)
	case '$':
		return x.value != "" && strings.HasSuffix(v, x.value)
	case '*':
		return x.value != "" && strings.Contains(v, x.value)
	}
	return true
}

// hasWord reports whether word is one of the words of list.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}
