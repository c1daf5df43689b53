package kit

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"panonceau/catalog"
	"panonceau/render"
)

// A product is one file that is made of a piece.
type product struct {
	ext     string
	suffix  string // of the file name, before the extension
	scale   string // as in the parameter of this name
	proof   string
	preview bool   // no larger than a page shows it
	shown   bool   // by index.html
	fr, en  string // what it is, where the extension does not say
}

// products are what each folder has of a piece.
var products = map[catalog.Folder][]product{
	catalog.FolderWeb: {
		{ext: "svg", shown: true},
		{ext: "png"},
		{ext: "png", suffix: "@2x", scale: "2", fr: "écrans fins", en: "fine screens"},
	},
	catalog.FolderSocial: {
		{ext: "png", shown: true},
		{ext: "jpg"},
	},
	catalog.FolderPrint: {
		{ext: "pdf", fr: "à imprimer", en: "to print"},
		{ext: "png", preview: true, shown: true, fr: "aperçu", en: "preview"},
	},
	catalog.FolderSignMaker: {
		{ext: "pdf", fr: "à imprimer", en: "to print"},
		{ext: "eps"},
		{ext: "dxf", fr: "découpe, gravure", en: "cutting, engraving"},
		{ext: "cut.svg", fr: "découpe, gravure", en: "cutting, engraving"},
		{ext: "pdf", suffix: "_proof", proof: "a4", fr: "bon à tirer", en: "proof to sign"},
		{ext: "png", preview: true, shown: true, fr: "aperçu", en: "preview"},
	},
}

// previewSide is the longest side of a preview, in pixels: twice what the page
// shows of it, for fine screens, and good enough for a mail.
const previewSide = 640

// A kit is what goes into one archive.
type kit struct {
	catalog *catalog.Catalog
	order   *catalog.Order
	pieces  []*piece
	files   []*file // of all pieces
	texts   []*document
	omitted []omission

	credential *credential // nil: there is none
}

// An omission is a file that cannot be had, and why.
type omission struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

func (k *kit) omit(path, reason string) { k.omitted = append(k.omitted, omission{path, reason}) }

// A piece is a version of a design, in a folder.
type piece struct {
	folder   catalog.Folder
	design   *catalog.Design
	style    *catalog.Style
	variant  *catalog.Variant // nil: the design has no choice
	material string           // empty: the design has no choice
	sheet    string           // shows the label instead of a design
	size     string           // as in the parameter of this name; empty: as drawn
	w, h     float64          // millimetres
	files    []*file
}

// A file is one picture of a kit.
type file struct {
	product
	design *catalog.Design
	path   string
	order  *catalog.Order

	// What is known once it is made.
	bytes         int64 // 0: it was omitted
	digest        string
	width, height int // pixels; 0: not made of pixels
}

// plan lists what the kit of an award has.
func plan(c *catalog.Catalog, o *catalog.Order) (*kit, error) {
	k := &kit{catalog: c, order: o}
	for _, folder := range catalog.Folders() {
		for _, p := range pieces(o.Label, folder) {
			if err := k.add(p); err != nil {
				return nil, err
			}
		}
	}
	return k, k.documents()
}

// pieces returns what is in a folder.
func pieces(pack *catalog.Pack, folder catalog.Folder) []*piece {
	var all []*piece
	for _, d := range pack.Designs {
		if slices.Contains(d.Kit, folder) {
			all = append(all, versions(pack, d)...)
		}
	}
	if folder == catalog.FolderPrint {
		all = append(all, charterSheet(pack))
	}
	for _, p := range all {
		p.folder = folder
	}
	return all
}

// versions returns every version of a design that a kit has: each style in each
// variant, and the first of them in each other material and size. All
// combinations would be hundreds of files; those that are missing have an
// address.
func versions(pack *catalog.Pack, d *catalog.Design) []*piece {
	var all []*piece
	for i := range d.Styles {
		s := &d.Styles[i]
		p := piece{design: d, style: s, w: s.Width(), h: s.Height()}
		if len(d.Materials) > 0 {
			p.material = d.Materials[0]
		}
		if len(d.Variants) == 0 {
			all = append(all, &p)
		}
		for _, v := range d.Variants {
			q := p
			q.variant = pack.Variant(v)
			all = append(all, &q)
		}
	}
	first := *all[0]
	for _, m := range d.Materials[min(1, len(d.Materials)):] {
		q := first
		q.material = m
		all = append(all, &q)
	}
	for _, n := range d.Sizes {
		if n.W == first.w && n.H == first.h {
			continue // as drawn
		}
		q := first
		q.size, q.w, q.h = n.ID, n.W, n.H
		all = append(all, &q)
	}
	return all
}

// add adds a piece with its files to the kit.
func (k *kit) add(p *piece) error {
	for _, product := range products[p.folder] {
		if product.scale != "" && max(p.w, p.h)/render.Pixel > fineSide {
			continue
		}
		f := &file{product: product, design: p.design, path: k.path(p, product)}
		var err error
		f.order, err = k.catalog.Resolve(k.request(p, product))
		var refused *catalog.Error
		if errors.As(err, &refused) {
			k.omit(f.path, refused.In(k.order.Lang))
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		if !f.order.State.OK() { // it ended since the kit was asked for
			return fmt.Errorf("%s: %s", f.path, f.order.State.En)
		}
		p.files = append(p.files, f)
	}
	if len(p.files) > 0 {
		k.pieces = append(k.pieces, p)
		k.files = append(k.files, p.files...)
	}
	if len(k.files) > maxFiles {
		return fmt.Errorf("%s: more than %d files in a kit", p.design.ID, maxFiles)
	}
	return nil
}

// request returns what a file of a piece is asked for with. It names the
// edition, even in the kit of the latest one: files stay as they are.
func (k *kit) request(p *piece, product product) catalog.Request {
	r := catalog.Request{Label: k.order.Label.ID, Sheet: p.sheet, Lang: k.order.Request.Lang, Ext: product.ext}
	if product.preview {
		width := math.Round(previewSide * p.w / max(p.w, p.h))
		r.Width = strconv.Itoa(int(max(1, width, math.Ceil(p.design.MinPx))))
	}
	if p.sheet != "" {
		return r
	}
	r.Holder, r.Edition, r.Design = k.order.Holder.ID, k.order.Edition.ID, p.design.ID
	r.Style, r.Material, r.Size, r.Scale, r.Proof = p.style.ID, p.material, p.size, product.scale, product.proof
	if p.variant != nil {
		r.Variant = p.variant.ID
	}
	return r
}
