package preflight

import (
	"fmt"
	"math"
	"strconv"

	"panonceau/internal/pdffile"
	"panonceau/render/geom"
)

// maxPages bounds the pages that are looked at: print files here have one.
const maxPages = 500

// pages returns the pages of the file, with what they inherit (ISO 32000-2
// §7.7.3).
func (c *checker) pages() []pdffile.Dict {
	var out []pdffile.Dict
	seen := 0
	var walk func(o pdffile.Object, inherited pdffile.Dict)
	walk = func(o pdffile.Object, inherited pdffile.Dict) {
		if seen++; seen > 4*maxPages || len(out) == maxPages {
			return
		}
		d := c.dict(o)
		merged := pdffile.Dict{}
		for _, key := range []pdffile.Name{"Resources", "MediaBox", "CropBox"} {
			if v, ok := inherited[key]; ok {
				merged[key] = v
			}
		}
		for k, v := range d {
			merged[k] = v
		}
		if kids := c.array(d["Kids"]); kids != nil {
			for _, k := range kids {
				if seen <= 4*maxPages {
					walk(k, merged)
				}
			}
			return
		}
		if d != nil {
			out = append(out, merged)
		}
	}
	walk(c.catalog["Pages"], nil)
	if len(out) == 0 {
		c.add("pages", Breaks, "the file has no pages")
	}
	return out
}

// box returns a box of a page, in points.
func (c *checker) box(p pdffile.Dict, key pdffile.Name) (geom.Rect, bool) {
	v := c.numbers(p[key])
	if len(v) != 4 {
		return geom.Rect{}, false
	}
	return geom.Rect{X0: min(v[0], v[2]), Y0: min(v[1], v[3]), X1: max(v[0], v[2]), Y1: max(v[1], v[3])}, true
}

const mm = 25.4 / 72

// slack is how far boxes may disagree, in points: a hundredth of a millimetre.
const slack = 0.01 / mm

// boxes checks where the finished piece lies on the page (ISO 15930-7 §6.5).
func (c *checker) boxes(p pdffile.Dict, number int) {
	media, ok := c.box(p, "MediaBox")
	if !ok {
		c.add("boxes", Breaks, "page %d has no size", number)
		return
	}
	trim, hasTrim := c.box(p, "TrimBox")
	art, hasArt := c.box(p, "ArtBox")
	bleed, hasBleed := c.box(p, "BleedBox")
	if hasArt && !hasTrim {
		trim, hasTrim = art, true
	} else if hasArt {
		c.add("boxes", Breaks, "page %d has a trim box and an art box, and must have one of them", number)
	}
	if !hasTrim {
		s := Breaks
		if c.report.Level == "" {
			s = Warns
		}
		c.add("boxes", s, "page %d does not say where it is cut (no trim box)", number)
		return
	}
	if !hasBleed {
		bleed = trim
	}
	c.require("boxes", bleed.Contains(trim, slack) && media.Contains(bleed, slack),
		fmt.Sprintf("page %d is cut to %s × %s mm", number, length(trim.W()), length(trim.H())),
		fmt.Sprintf("page %d: the finished piece, the bleed and the sheet do not lie within each other", number))
	least := min(trim.X0-bleed.X0, trim.Y0-bleed.Y0, bleed.X1-trim.X1, bleed.Y1-trim.Y1)
	if least < 2/mm-slack {
		c.add("bleed", Warns, "the bleed of page %d is %s mm; printers ask for 2 to 10, engravers for none", number, length(max(least, 0)))
	} else {
		c.add("bleed", Holds, "the bleed of page %d is %s mm", number, length(least))
	}
	if crop, ok := c.box(p, "CropBox"); ok && !crop.Contains(bleed, slack) {
		c.add("crop", Breaks, "page %d shows less than its bleed (crop box)", number)
	}
	if u, ok := c.f.Resolve(p["UserUnit"]).(float64); ok && u != 1 {
		c.add("scale", Warns, "page %d has a unit of its own, which many RIPs ignore", number)
	}
	if len(c.array(p["Annots"])) > 0 {
		c.add("annotations", Warns, "page %d has annotations", number)
	}
}

// length writes points as millimetres, to a hundredth.
func length(points float64) string {
	return strconv.FormatFloat(math.Round(points*mm*100)/100, 'f', -1, 64)
}

// page looks at all that page p draws.
func (c *checker) page(p pdffile.Dict) {
	var data []byte
	switch v := c.f.Resolve(p["Contents"]).(type) {
	case *pdffile.Stream:
		data = c.decode(v)
	case pdffile.Array:
		for _, o := range v {
			if s, ok := c.f.Resolve(o).(*pdffile.Stream); ok {
				data = append(append(data, c.decode(s)...), '\n')
			}
		}
	}
	if g := c.dict(p["Group"]); c.name(g["S"]) == "Transparency" {
		c.groupSpace(g)
	}
	c.content(data, c.dict(p["Resources"]), geom.Identity, 0)
}

// decode returns the data of a stream, or nothing and a result that says so.
func (c *checker) decode(s *pdffile.Stream) []byte {
	data, err := c.f.Decode(s)
	if err != nil {
		c.add("content", Breaks, "a part of the page cannot be read: %v", err)
	}
	return data
}
