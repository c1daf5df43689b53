package pdf

import (
	"fmt"
	"strings"

	"panonceau/render"
)

// A layer is an optional content group (ISO 32000-2 §8.11) for a step of
// production, or for the mark of a specimen.
type layer struct {
	kind   render.Layer
	ocg    ref
	locked bool
}

// steps gives the layers of a file their names and their processing steps (ISO
// 19593-1:2018 §5). The specimen mark is no step: it is printed, and locked, so
// that readers do not offer to switch it off.
var steps = []struct {
	kind   render.Layer
	title  string
	group  string // empty: no step
	step   string // empty for groups that have no types
	locked bool
}{
	{render.LayerCut, "Cut", "Structural", "Cutting", false},
	{render.LayerDrill, "Drill", "Structural", "Drilling", false},
	{render.LayerWhite, "White", "White", "", false},
	{render.LayerProof, "Dimensions", "Dimensions", "", false},
	{render.LayerSpecimen, "Specimen", "", "", true},
}

// onLayer draws g, which changes the layer. Files for the screen leave the
// technical layers out, and so do masks.
func (c *content) onLayer(g *render.Group) {
	if g.Layer.Technical() && c.mode != modeInk {
		return
	}
	inner := *g
	inner.Layer = render.LayerArt // that of the content from here on
	outer := c.layer
	c.layer = g.Layer
	defer func() { c.layer = outer }()

	ocg := c.e.ocg(g.Layer)
	if ocg != 0 {
		c.e.tags.end(c)
		c.op("/OC " + c.res.properties.name(ocg.String()) + " BDC") // ISO 32000-2 §8.11.3.2
	}
	c.group(&inner)
	if ocg != 0 {
		c.e.tags.end(c)
		c.op("EMC")
	}
}

// ocg returns the group of a layer, or 0 if the file has no such layer.
func (e *encoder) ocg(kind render.Layer) ref {
	if e.preset.version.flat {
		return 0
	}
	for _, l := range e.layers {
		if l.kind == kind {
			return l.ocg
		}
	}
	for _, s := range steps {
		if s.kind != kind {
			continue
		}
		meta := ""
		if s.group != "" {
			meta = " /GTS_ProcStepsGroup " + name(s.group)
		}
		if s.step != "" {
			meta += " /GTS_ProcStepsType " + name(s.step)
		}
		if meta != "" {
			meta = " /GTS_Metadata <<" + meta + " >>"
		}
		ocg := e.file.value("<< /Type /OCG /Name %s%s >>", text(s.title), meta)
		e.layers = append(e.layers, layer{kind, ocg, s.locked})
		return ocg
	}
	return 0
}

// layerTree returns the entry of the catalog that lists the layers (ISO 32000-2
// §8.11.4.2), or nothing.
func (e *encoder) layerTree() string {
	if len(e.layers) == 0 {
		return ""
	}
	var refs []string
	locked := ""
	for _, l := range e.layers {
		refs = append(refs, l.ocg.String())
		if l.locked {
			locked = " /Locked [" + l.ocg.String() + "]"
		}
	}
	all := strings.Join(refs, " ")
	return fmt.Sprintf(" /OCProperties << /OCGs [%s] /D << /Name (Layers) /Order [%[1]s] /ON [%[1]s]%s >> >>", all, locked)
}
