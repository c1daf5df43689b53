package catalog

// A Format is what a picture can be asked as. That it is known here does not
// mean that this program can make it: that is for package press to say.
type Format struct {
	Ext    string // in the address, after the first dot
	Media  string // media type
	Raster bool   // made of pixels: width, scale and dpi apply
	Print  bool   // goes to a press: bleed, marks and profile apply
	Text   bool   // words: of a document, not of a picture
}

// formats are those the grammar of addresses knows.
var formats = []Format{
	{Ext: "svg", Media: "image/svg+xml"},
	{Ext: "png", Media: "image/png", Raster: true},
	{Ext: "webp", Media: "image/webp", Raster: true},
	{Ext: "jpg", Media: "image/jpeg", Raster: true},
	{Ext: "tiff", Media: "image/tiff", Raster: true, Print: true},
	{Ext: "pdf", Media: "application/pdf", Print: true},
	{Ext: "eps", Media: "application/postscript", Print: true},
	{Ext: "dxf", Media: "image/vnd.dxf"},
	{Ext: "cut.svg", Media: "image/svg+xml"},
	{Ext: "md", Media: "text/markdown; charset=utf-8", Text: true}, // RFC 7763
	{Ext: "txt", Media: "text/plain; charset=utf-8", Text: true},
	{Ext: "html", Media: "text/html; charset=utf-8", Text: true},
	{Ext: "json", Media: "application/json"},
	{Ext: "zip", Media: "application/zip"},
}

// extJSON is the twin that describes a picture, extKit all pictures of an
// award in one file.
const (
	extJSON = "json"
	extKit  = "zip"
)

// Formats returns the formats the grammar of addresses knows.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatOf returns the format with the given extension.
func FormatOf(ext string) (Format, bool) {
	for _, f := range formats {
		if f.Ext == ext {
			return f, true
		}
	}
	return Format{}, false
}

// formatWords returns the extensions that meet a condition.
func formatWords(keep func(Format) bool) []string {
	var words []string
	for _, f := range formats {
		if keep(f) {
			words = append(words, f.Ext)
		}
	}
	return words
}
