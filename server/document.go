package server

import (
	"net/http"
	"strconv"

	"panonceau/catalog"
	"panonceau/press"
)

// textPolicy lets a text that is opened as a page have its own style, and
// nothing else.
const textPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

// isText reports whether a format is words.
func isText(ext string) bool {
	f, _ := catalog.FormatOf(ext)
	return f.Text
}

// document answers with a text of an award. Nobody embeds one in a page: where
// there is none, the status says so.
func (s *Server) document(w http.ResponseWriter, r *http.Request, site *site, o *catalog.Order) {
	media, _ := catalog.FormatOf(o.Format)
	a := newAnswer(http.StatusOK, s.press.ETag(o), &press.Format{Ext: o.Format, MediaType: media.Media})
	a.add(&a.always, "Cache-Control", site.cacheControl(o, s.press.Digest(o)))
	a.addState(o.State)
	if !o.State.OK() {
		h := w.Header()
		a.writeFields(h, a.always)
		text(w, absentStatus(o.State), o.State.In(o.Lang)+" – "+o.Detail+"\n")
		return
	}
	a.add(&a.always, "Link", "<"+s.options.Base+o.Canonical+`>; rel="canonical"`)
	a.add(&a.always, "Content-Language", o.Lang)
	if o.Format == "html" {
		a.add(&a.body, "Content-Security-Policy", textPolicy)
	}
	if o.Request.Download != "" {
		a.add(&a.body, "Content-Disposition", `attachment; filename="`+fileName(o)+`"`)
	}
	if a.notModified(w, r) {
		return
	}
	body := o.In(o.Format)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	a.writeHeader(w)
	if r.Method != http.MethodHead {
		w.Write([]byte(body))
	}
}

// absentStatus is the status of a text that there is not: an award that does
// not hold has nothing to announce.
func absentStatus(s catalog.State) int {
	if s.Status == http.StatusOK {
		return http.StatusNotFound
	}
	return s.Status
}
