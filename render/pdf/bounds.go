package pdf

import (
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// shapeBounds returns what s may cover, with the corners of its stroke.
func shapeBounds(s *render.Shape) geom.Rect {
	if s.Path.Empty() {
		return geom.Nowhere()
	}
	r := s.Path.Bounds()
	if s.Stroke == nil || r.IsNowhere() {
		return r
	}
	reach := math.Sqrt2 // of a square cap
	if s.Stroke.Join != geom.JoinRound && s.Stroke.Join != geom.JoinBevel {
		reach = max(reach, s.Stroke.MiterLimit)
	}
	return r.Inset(-s.Stroke.Width / 2 * reach)
}

// nodeBounds returns what n may cover.
func nodeBounds(n render.Node) geom.Rect {
	switch n := n.(type) {
	case *render.Group:
		r := geom.Nowhere()
		for _, child := range n.Children {
			r = r.Union(nodeBounds(child))
		}
		return r
	case *render.Shape:
		return shapeBounds(n)
	case *render.Text:
		return n.Path().Bounds()
	case *render.Image:
		if n.Pix == nil {
			return geom.Nowhere()
		}
		size := n.Pix.Rect.Size()
		return geom.RectWH(0, 0, float64(size.X), float64(size.Y)).Path().Transform(n.Matrix).Bounds()
	}
	return geom.Nowhere()
}
