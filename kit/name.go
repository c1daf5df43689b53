package kit

import (
	"math"
	"strconv"
	"strings"

	"panonceau/catalog"
)

// Name returns the file name of the kit that o asks for.
func Name(o *catalog.Order) string { return prefix(o) + ".zip" }

// prefix begins the name of every file of a kit, as in TNL-2025-or_boe. Names
// are ASCII: software for cutters and printers takes nothing else.
func prefix(o *catalog.Order) string {
	holder := o.Award.Slug()
	if len(holder) > maxSlug {
		cut := strings.LastIndexByte(holder[:maxSlug+1], '-')
		if cut < 0 {
			cut = maxSlug
		}
		holder = holder[:cut]
	}
	if holder == "" { // no Latin letter
		holder = o.Holder.ID
	}
	return strings.ToUpper(o.Label.ID) + "-" + o.Edition.ID + "-" + o.Level.ID + "_" + holder
}

// path returns the name of a file in the archive, as in
// web/TNL-2025-or_boe_logo_mono@2x.png.
func (k *kit) path(p *piece, product product) string {
	if p.sheet != "" {
		return string(p.folder) + "/" + p.sheet + "." + product.ext
	}
	name := string(p.folder) + "/" + prefix(k.order) + "_" + p.design.ID
	if p.style.ID != "" {
		name += "-" + p.style.ID
	}
	if p.variant != nil {
		name += "_" + p.variant.ID
	}
	if p.material != "" {
		name += "_" + p.material
	}
	if size := p.sizeName(); size != "" {
		name += "_" + size
	}
	return name + product.suffix + "." + product.ext
}

// textPath returns the name of a text in the archive, as in
// texts/TNL-2025-or_boe_press-release.txt.
func (k *kit) textPath(d *catalog.Document, ext string) string {
	return string(catalog.FolderTexts) + "/" + prefix(k.order) + "_" + d.ID + "." + ext
}

// sizeName returns what a file name says of the size: always for a thing, and
// for a picture on a screen only where it is not as drawn.
func (p *piece) sizeName() string {
	if p.size != "" || p.design.For != catalog.ForPrint {
		return p.size
	}
	for _, n := range p.design.Sizes {
		if n.W == p.w && n.H == p.h {
			return n.ID
		}
	}
	return whole(p.w) + "x" + whole(p.h) + "mm"
}

func whole(v float64) string { return strconv.Itoa(int(math.Round(v))) }
