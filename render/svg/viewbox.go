package svg

import (
	"strings"

	"panonceau/render/geom"
)

// viewBox returns the viewBox of e (SVG 2 §8.6), and false if it has none that
// is valid.
func (c *converter) viewBox(e *element) (geom.Rect, bool) {
	value, there := e.lookupAttr("viewBox")
	v, ok := parseNumbers(strings.TrimSpace(value), 4)
	if !ok || len(v) != 4 || !(v[2] > 0 && v[3] > 0) || v[2] > maxCoordinate || v[3] > maxCoordinate {
		if there {
			c.report.add(e, "viewBox %.40q is not valid; ignored", value)
		}
		return geom.Rect{}, false
	}
	return geom.RectWH(v[0], v[1], v[2], v[3]), true
}

// An aspect is a value of preserveAspectRatio (SVG 2 §8.7). The zero aspect is
// the initial one, xMidYMid meet.
type aspect struct {
	none   bool
	slice  bool
	dx, dy int // −1, 0 or 1: at the start, in the middle or at the end
}

func parseAspect(s string) aspect {
	words := strings.Fields(s)
	if len(words) > 0 && words[0] == "defer" {
		words = words[1:]
	}
	if len(words) == 0 {
		return aspect{}
	}
	if words[0] == "none" {
		return aspect{none: true}
	}
	position := map[string]int{"Min": -1, "Mid": 0, "Max": 1}
	w := words[0]
	if len(w) != 8 || w[0] != 'x' || w[4] != 'Y' {
		return aspect{}
	}
	dx, okX := position[w[1:4]]
	dy, okY := position[w[5:8]]
	if !okX || !okY {
		return aspect{}
	}
	return aspect{dx: dx, dy: dy, slice: len(words) > 1 && words[1] == "slice"}
}

// matrix returns the map that fits box into view.
func (a aspect) matrix(box, view geom.Rect) geom.Matrix {
	sx, sy := view.W()/box.W(), view.H()/box.H()
	if !a.none {
		if (sx > sy) == a.slice {
			sy = sx
		} else {
			sx = sy
		}
	}
	x := view.X0 + float64((view.W()-float64(box.W()*sx))*float64(a.dx+1)/2)
	y := view.Y0 + float64((view.H()-float64(box.H()*sy))*float64(a.dy+1)/2)
	return geom.Matrix{A: sx, D: sy, E: x - float64(box.X0*sx), F: y - float64(box.Y0*sy)}
}
