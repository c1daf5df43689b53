package svg

import (
	"strings"

	"panonceau/render"
)

// conditions evaluates the conditional processing attributes (SVG 2 §5.7). The
// reader is taken to speak English and no extension is known.
func conditions(e *element) bool {
	if e.has("requiredExtensions") {
		return false
	}
	v, ok := e.lookupAttr("systemLanguage")
	if !ok {
		return true
	}
	for tag := range strings.SplitSeq(v, ",") {
		tag = strings.ToLower(strings.TrimSpace(tag))
		if tag == "en" || strings.HasPrefix(tag, "en-") {
			return true
		}
	}
	return false
}

// drawable holds the elements that a switch chooses from.
var drawable = map[string]bool{
	"g": true, "a": true, "svg": true, "switch": true, "use": true, "image": true, "text": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true,
}

// choice draws the first child of a switch whose conditions hold.
func (c *converter) choice(e *element, p place, out *render.Group) {
	for _, child := range e.children {
		if drawable[child.name] && conditions(child) {
			c.element(child, p, out)
			return
		}
	}
}
