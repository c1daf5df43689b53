package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"panonceau/fonts"
)

// A resource is a file that the page needs.
type resource struct {
	mediaType string
	body      []byte
	tag       string // short digest, for the address
}

// resources are the files below /static, by name.
var resources = loadResources()

func loadResources() map[string]resource {
	all := make(map[string]resource)
	var versions []string // of addresses in the style sheet, which comes last
	for _, f := range []struct {
		fsys      fs.FS
		dir, name string
		mediaType string
	}{
		{fonts.FS, ".", "Barlow-Regular.ttf", "font/ttf"}, // RFC 8081
		{fonts.FS, ".", "Barlow-SemiBold.ttf", "font/ttf"},
		{fonts.FS, ".", "BarlowCondensed-Bold.ttf", "font/ttf"},
		{page, "page", "curves.svg", "image/svg+xml"},
		{page, "page", "page.js", "text/javascript; charset=utf-8"},
		{page, "page", "page.css", "text/css; charset=utf-8"},
	} {
		body, err := fs.ReadFile(f.fsys, path.Join(f.dir, f.name))
		if err != nil {
			panic(err) // the files are embedded: this is a defect of the build
		}
		if f.name == "page.css" {
			body = []byte(strings.NewReplacer(versions...).Replace(string(body)))
		}
		sum := sha256.Sum256(body)
		tag := hex.EncodeToString(sum[:6])
		all[f.name] = resource{f.mediaType, body, tag}
		versions = append(versions, "url("+f.name+")", "url("+f.name+"?v="+tag+")")
	}
	return all
}

// staticURL returns the address of a resource, which may be kept for ever.
func staticURL(name string) string {
	return "/static/" + name + "?v=" + resources[name].tag
}

// static answers with a file that the page needs.
func (s *Web) static(w http.ResponseWriter, r *http.Request) {
	file, ok := resources[r.PathValue("file")]
	if !ok {
		s.Missing(w, r)
		return
	}
	w.Header().Set("Cache-Control", cacheDay)
	if r.URL.RawQuery == "v="+file.tag {
		w.Header().Set("Cache-Control", cachePinned)
	}
	send(w, r, http.StatusOK, file.mediaType, file.body)
}
