package web

import (
	"context"
	"fmt"
	"image"
	"math"
	"net/http"
	"strconv"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
)

// A download is one file of the picture.
type download struct {
	ID    string
	Name  string // as in PNG 2×
	Use   string // what it is for
	Href  string // that saves it
	Size  string // in words, once it is known
	Kit   bool   // all files of the award: its progress is told
	order *catalog.Order
	slow  bool // too much work to find out its size
}

// Pixels beyond which a picture is not drawn to know the size of its file.
const measuredPixels = 6 << 20

// downloads returns the files of the picture, those that the label does not
// refuse.
func (s *state) downloads() []download {
	var all []download
	for _, f := range press.Formats() {
		switch f.Ext {
		case "png":
			all = append(all, s.pngs()...)
		default:
			r := s.plain()
			if f.Ext == "svg" || f.Ext == "jpg" {
				r.Width = s.request.Width
			}
			all = s.add(all, f.Ext, strings.ToUpper(f.Ext), r.As(f.Ext))
		}
	}
	if s.design.For == catalog.ForPrint {
		r := s.request
		r.Width, r.DPI, r.Marks, r.Mockup = "", "", "", ""
		if r.Proof == "" {
			r.Proof = "a4"
		}
		all = s.add(all, "proof", phrases["proof-sheet"].in(s.Lang), r.As("pdf"))
	}
	for _, place := range s.design.Mockups {
		r := s.plain()
		r.Mockup = place
		all = s.add(all, "mockup-"+place, phrases["mockup-of"].in(s.Lang), r.As("jpg"))
	}
	if s.holder != nil {
		all = append(all, download{ID: "kit", Kit: true, Name: phrases["kit"].in(s.Lang), Use: phrases["for-kit"].in(s.Lang),
			Href: s.kitAddress(), Size: phrases["kit-size"].in(s.Lang)})
	}
	return all
}

// kitAddress returns the address of every picture of the award in one file.
func (s *state) kitAddress() string {
	return s.canonical("/" + s.pack.ID + "/holders/" + s.holder.ID + "/" + s.request.Edition + ".zip")
}

// pngWidths are those of pieces, whose size in pixels nothing says.
var pngWidths = []string{"800", "1600", "3200"}

// pngs returns the picture in several numbers of pixels, or in the one that was
// asked for.
func (s *state) pngs() (all []download) {
	r := s.plain().As("png")
	switch {
	case s.request.Width != "":
		r.Width = s.request.Width
		return s.add(all, "png", "PNG "+r.Width+" px", r)
	case s.request.DPI != "":
		r.DPI = s.request.DPI
		return s.add(all, "png", "PNG "+r.DPI+" dpi", r)
	case s.design.For == catalog.ForPrint:
		for _, w := range pngWidths {
			r.Width = w
			all = s.add(all, "png-"+w, "PNG "+w+" px", r)
		}
		return all
	}
	for n := 1; n <= 4; n++ {
		r.Scale = ""
		if n > 1 {
			r.Scale = strconv.Itoa(n)
		}
		all = s.add(all, "png-"+strconv.Itoa(n), "PNG "+strconv.Itoa(n)+"×", r)
	}
	return all
}

// add appends a file, if it is not refused.
func (s *state) add(all []download, id, name string, r catalog.Request) []download {
	r.V, r.Download = "", "1"
	o, err := s.resolve(r)
	if err != nil || o.Spec == nil {
		return all
	}
	use, which, _ := strings.Cut(id, "-")
	pixels := s.inPixels(o)
	d := download{ID: id, Name: name, Href: r.String(), order: o, slow: o.Format == "tiff" || pixels.X*pixels.Y > measuredPixels}
	if p, ok := phrases["for-"+use]; ok && (use != "png" || which == "" || which == "1" || which == pngWidths[0]) {
		d.Use = p.in(s.Lang)
	}
	if f, _ := catalog.FormatOf(o.Format); f.Raster && !f.Print && o.Mockup == nil {
		d.Use = strings.TrimSuffix(fmt.Sprintf("%d × %d\u00a0px, %s", pixels.X, pixels.Y, d.Use), ", ")
	}
	if out, ok := s.site.press.Kept(s.site.press.ETag(o)); ok {
		d.Size = s.bytes(len(out.Body()))
	} else if d.slow {
		d.Size = phrases["slow-size"].in(s.Lang)
	}
	return append(all, d)
}

// inPixels returns how many pixels an order has; none if it is made of lines.
func (s *state) inPixels(o *catalog.Order) image.Point {
	if f, _ := catalog.FormatOf(o.Format); !f.Raster {
		return image.Point{}
	}
	size := s.site.size(o)
	scale := max(1, o.Raster.Scale)
	switch {
	case o.Raster.Width > 0 && size.X > 0:
		scale = float64(o.Raster.Width) / float64(size.X)
	case o.Raster.DPI > 0:
		scale = o.Raster.DPI * render.Pixel / 25.4
	}
	return image.Pt(int(math.Round(float64(size.X)*scale)), int(math.Round(float64(size.Y)*scale)))
}

// bytes writes the size of a file as people read it.
func (w words) bytes(n int) string {
	units := phrase{"o ko Mo", "B kB MB"}.in(w.Lang)
	v, unit := float64(n), strings.Fields(units)
	i := 0
	for ; v >= 1000 && i < len(unit)-1; i++ {
		v /= 1000
	}
	digits := 0
	if i > 0 && v < 10 {
		digits = 1
	}
	text := strconv.FormatFloat(math.Round(v*10)/10, 'f', digits, 64)
	if w.Lang == "fr" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text + "\u00a0" + unit[i]
}

// A fileSize is what /create.json says of a file.
type fileSize struct {
	Bytes int    `json:"bytes,omitempty"`
	Text  string `json:"text"` // the size, or why there is no file
	Fault bool   `json:"fault,omitempty"`
}

// sizes answers with the sizes of the files of a state, which are drawn to know
// them; those that take long are left out.
func (s *Web) sizes(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "create")
	st := s.site.Load().guide(f, r.URL.Query(), s.Origin(r)).state(r.URL.Query())
	all := make(map[string]fileSize)
	for _, d := range st.downloads() {
		if d.order == nil || d.slow {
			continue
		}
		if size, ok := st.measure(r.Context(), &d); ok {
			all[d.ID] = size
		}
		if r.Context().Err() != nil {
			return
		}
	}
	w.Header().Set("Cache-Control", cachePage)
	s.respondJSON(w, r, http.StatusOK, all)
}

// measure draws a file. One that no worker had time for, or that a defect kept
// from being drawn, is not told.
func (s *state) measure(ctx context.Context, d *download) (fileSize, bool) {
	out, err := s.site.press.Print(ctx, d.order)
	if err != nil {
		if unsuited(err) {
			return fileSize{Text: phrases["unsuited"].in(s.Lang), Fault: true}, true
		}
		return fileSize{}, false
	}
	n := len(out.Body())
	return fileSize{Bytes: n, Text: s.bytes(n)}, true
}
