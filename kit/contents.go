package kit

import (
	"bytes"
	"encoding/json"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
)

// Contents describe a kit: what is in it, and how large it is.
type Contents struct {
	Title string `json:"title"`
	Lang  string `json:"lang"`
	Name  string `json:"name"` // of the file
	URL   string `json:"url"`

	// Bytes is the size of the kit or, unless Exact, about that: it is known
	// once the kit was made.
	Bytes int64 `json:"bytes"`
	Exact bool  `json:"exact"`

	Count   int              `json:"count"` // of the files in Folders
	Folders []ContentsFolder `json:"folders"`
	Omitted []omission       `json:"omitted,omitempty"`
}

// A ContentsFolder is a folder of a kit.
type ContentsFolder struct {
	ID    catalog.Folder `json:"id"`
	Files []ContentsFile `json:"files"`
}

// A ContentsFile is a picture or a text of a kit.
type ContentsFile struct {
	Path      string `json:"path"`
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	Alt       string `json:"alt,omitempty"`
	URL       string `json:"url"`
}

// typical is how large files of a format are in a kit, in bytes: the means of
// the Territoire Numérique Libre pack. The page and the manifest take the rest.
var typical = map[string]int64{
	"svg": 4_400, "png": 30_000, "jpg": 90_000, "pdf": 140_000, "eps": 25_000, "dxf": 6_000, "cut.svg": 4_400,
}

const typicalRest = 60_000

// Describe returns what the kit of an award contains, without making it.
// Addresses begin with base, the origin of the service; bytes is its size, if
// it is known, or 0.
func Describe(c *catalog.Catalog, o *catalog.Order, base string, bytes int64) (*Contents, error) {
	k, err := plan(c, o)
	if err != nil {
		return nil, err
	}
	r := o.Request
	r.Ext, r.V, r.Download = "zip", "", ""
	out := &Contents{Title: o.Title, Lang: o.Lang, Name: Name(o), URL: base + r.String(),
		Bytes: bytes, Exact: bytes > 0, Omitted: k.omitted}
	about := int64(typicalRest)
	for _, p := range k.pieces {
		for _, f := range p.files {
			format, err := press.FormatOf(f.ext)
			if err != nil {
				return nil, err
			}
			about += typical[f.ext]
			out.add(p.folder, ContentsFile{Path: f.path, Name: p.design.Name[o.Lang], MediaType: format.MediaType,
				Alt: f.order.Alt, URL: base + f.order.Permanent})
		}
	}
	for _, d := range k.texts {
		for _, f := range d.files {
			media, _ := catalog.FormatOf(f.ext)
			about += int64(len(f.body)) / 2
			out.add(catalog.FolderTexts, ContentsFile{Path: f.path, Name: d.order.Document.Name[o.Lang],
				MediaType: strings.TrimSuffix(media.Media, "; charset=utf-8"), URL: base + f.order.Permanent})
		}
	}
	if !out.Exact {
		out.Bytes = about
	}
	return out, nil
}

// add adds a file to its folder, which comes last.
func (c *Contents) add(folder catalog.Folder, f ContentsFile) {
	if n := len(c.Folders); n == 0 || c.Folders[n-1].ID != folder {
		c.Folders = append(c.Folders, ContentsFolder{ID: folder})
	}
	last := &c.Folders[len(c.Folders)-1]
	last.Files = append(last.Files, f)
	c.Count++
}

// JSON returns c as it is sent.
func (c *Contents) JSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // alt texts stay readable
	enc.SetIndent("", "  ")
	err := enc.Encode(c)
	return b.Bytes(), err
}
