package web

import (
	"bytes"
	"encoding/binary"
	"net/http"

	"panonceau/catalog"
)

// iconSizes are the widths of the pictures in favicon.ico, in pixels.
var iconSizes = []string{"16", "32", "48"}

// icon returns the picture for the corner of a browser's tab: the mark of the
// first label, or nil if it has none.
func (s *site) icon(ext, options string) *catalog.Order {
	request, err := catalog.ParseRequest(s.topPicture("mark." + ext + options))
	if err != nil {
		return nil
	}
	o, err := s.catalog.Resolve(request)
	if err != nil || !o.State.OK() {
		return nil
	}
	return o
}

// topPicture returns the address of a picture of the highest level of the
// newest edition of the first label.
func (s *site) topPicture(file string) string {
	p := s.catalog.Packs[0]
	e := p.Editions[len(p.Editions)-1]
	levels := e.Scale.Levels
	return "/" + p.ID + "/" + e.ID + "/" + levels[len(levels)-1].ID + "/" + file
}

// faviconSVG answers with the icon as a drawing.
func (s *Web) faviconSVG(w http.ResponseWriter, r *http.Request) {
	o := s.site.Load().icon("svg", "")
	if o == nil {
		s.Missing(w, r)
		return
	}
	out, err := s.press.Print(r.Context(), o)
	if err != nil {
		s.options.Fail(w, r, err)
		return
	}
	w.Header().Set("Cache-Control", cacheDay)
	send(w, r, http.StatusOK, out.MediaType, out.Body())
}

// favicon answers with the icon in several sizes, for older browsers.
func (s *Web) favicon(w http.ResponseWriter, r *http.Request) {
	var images [][]byte
	for _, width := range iconSizes {
		o := s.site.Load().icon("png", "?width="+width)
		if o == nil {
			s.Missing(w, r)
			return
		}
		out, err := s.press.Print(r.Context(), o)
		if err != nil {
			s.options.Fail(w, r, err)
			return
		}
		images = append(images, out.Body())
	}
	w.Header().Set("Cache-Control", cacheDay)
	send(w, r, http.StatusOK, "image/x-icon", ico(images))
}

// ico puts PNG files of at most 256 pixels into one ICO file: a directory of
// entries of 16 bytes, and then the files (Windows' ICONDIR, ICONDIRENTRY).
func ico(images [][]byte) []byte {
	var b bytes.Buffer
	little := binary.LittleEndian
	b.Write(little.AppendUint16([]byte{0, 0, 1, 0}, uint16(len(images))))
	at := 6 + 16*len(images)
	for _, img := range images {
		// The size is in the IHDR chunk of the PNG file, at bytes 16 and 20.
		entry := []byte{img[19], img[23], 0, 0, 1, 0, 32, 0} // one plane of 32 bits
		entry = little.AppendUint32(entry, uint32(len(img)))
		b.Write(little.AppendUint32(entry, uint32(at)))
		at += len(img)
	}
	for _, img := range images {
		b.Write(img)
	}
	return b.Bytes()
}
