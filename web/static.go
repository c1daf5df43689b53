package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"panonceau/outlines"
)

// A resource is a file that the page needs.
type resource struct {
	mediaType string
	body      []byte
	tag       string // short digest, for the address
}

// resources are the files below /static, by name.
var resources = loadResources()

// files are what pages need besides style and script.
var files = []struct{ name, mediaType string }{
	{"page/fonts/Barlow-Regular.woff2", "font/woff2"}, // RFC 8081
	{"page/fonts/Barlow-SemiBold.woff2", "font/woff2"},
	{"page/fonts/BarlowCondensed-Bold.woff2", "font/woff2"},
	{"page/curves.svg", "image/svg+xml"},
}

func loadResources() map[string]resource {
	all := make(map[string]resource)
	var versions []string // of addresses in the style sheet, which comes last
	add := func(name, mediaType string, body []byte) {
		sum := sha256.Sum256(body)
		tag := hex.EncodeToString(sum[:6])
		all[name] = resource{mediaType, body, tag}
		versions = append(versions, "url("+name+")", "url("+name+"?v="+tag+")")
	}
	for _, f := range files {
		add(path.Base(f.name), f.mediaType, embedded(f.name))
	}
	add("france.topojson", "application/json", outlines.France)
	add("map.js", "text/javascript; charset=utf-8", joined("page/map/leaflet.js", "page/map/markercluster.js", "page/map/map.js"))
	add("map.css", "text/css; charset=utf-8", joined("page/map/leaflet.css", "page/map/map.css"))
	add("page.js", "text/javascript; charset=utf-8", together("js"))
	css := strings.NewReplacer(versions...).Replace(string(together("css")))
	add("page.css", "text/css; charset=utf-8", []byte(css))
	return all
}

func embedded(name string) []byte {
	body, err := fs.ReadFile(page, name)
	if err != nil {
		panic(err) // the files are embedded: this is a defect of the build
	}
	return body
}

// together returns page.EXT, and after it the other files of that kind in the
// order of their names: a page has its styles in a file of its own, and readers
// load one.
func together(ext string) []byte {
	all := embedded("page/page." + ext)
	names, _ := fs.Glob(page, "page/*."+ext) // the pattern is well formed
	for _, name := range names {
		if path.Base(name) != "page."+ext {
			all = append(append(all, '\n'), embedded(name)...)
		}
	}
	return all
}

// joined returns files one after the other.
func joined(names ...string) []byte {
	var all []byte
	for _, name := range names {
		all = append(append(all, embedded(name)...), '\n')
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
