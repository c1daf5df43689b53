package svg

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// wrapped returns elements in an svg element of 100 by 100 pixels.
func wrapped(body string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">` + body + `</svg>`
}

// read decodes a source that must not fail.
func read(t testing.TB, source string, o DecodeOptions) (*render.Drawing, *Report) {
	t.Helper()
	d, report, err := Decode([]byte(source), o)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	if err := wellFormed(d); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return d, report
}

// Different ways to write the same picture.
func TestSamePicture(t *testing.T) {
	const square = `<rect x="20" y="30" width="10" height="10"/>`
	for _, test := range []struct{ name, a, b string }{
		{"shapes", square, `<path d="M20 30h10v10h-10z"/>`},
		{"polygon", `<polygon points="20,30 30,30 30 40,20-40"/>`, `<path d="M20 30H30V40L20-40z"/>`},
		{"polygon with an odd number", `<polygon points="20,30 30,30 30 40,7"/>`, `<path d="M20 30H30V40z"/>`},
		{"circle", `<circle cx="9" cy="8" r="7"/>`, `<ellipse cx="9" cy="8" rx="7" ry="7"/>`},
		{"radii", `<rect width="20" height="10" rx="3"/>`, `<rect width="20" height="10" rx="3" ry="3"/>`},
		{"radii too large", `<rect width="20" height="10" rx="3" ry="30"/>`, `<rect width="20" height="10" rx="3" ry="5"/>`},
		{"negative radius", `<rect width="20" height="10" rx="-3" ry="2"/>`, `<rect width="20" height="10" rx="2"/>`},
		{"percentages", `<circle cx="50%" cy="10%" r="10%"/>`, `<circle cx="50" cy="10" r="10"/>`},
		{"units", `<rect x="1in" y="1mm" width="3pt" height="1pc"/>`, `<rect x="96" y="3.7795275590551185" width="4" height="16"/>`},
		{"em", `<g font-size="5"><rect width="2em" height="2ex"/></g>`, `<rect width="10" height="5"/>`},

		{"translate", `<g transform="translate(20,30)"><rect width="10" height="10"/></g>`, square},
		{"transform list", `<rect width="5" height="5" transform=" translate(20 30) , scale(2)"/>`, square},
		{"CSS transform", `<rect width="5" height="5" style="transform: translate(20px, 30px) scale(2)"/>`, square},
		{"rotation about a point", `<rect x="20" y="30" width="10" height="10" transform="rotate(90 25 35)"/>`, `<path d="M30 30v10h-10v-10z"/>`},
		{"turn", `<rect width="9" height="9" transform="rotate(.25turn)"/>`, `<rect width="9" height="9" transform="rotate(90)"/>`},
		{"origin", `<rect width="9" height="9" transform="scale(2)" transform-origin="center"/>`, `<rect x="-50" y="-50" width="18" height="18"/>`},
		{"invalid transform", `<g transform="spin(5)">` + square + `</g>`, square},
		{"flat transform", `<g transform="scale(0)">` + square + `</g>`, ``},

		{"style attribute", `<g style="fill:red">` + square + `</g>`, `<g fill="red">` + square + `</g>`},
		{"colours", `<g fill="#F00">` + square + `</g>`, `<g fill="rgb(100%,0%,0%)">` + square + `</g>`},
		{"hsl", `<g fill="hsl(120deg 100% 25%)">` + square + `</g>`, `<g fill="green">` + square + `</g>`},
		{"hwb", `<g fill="hwb(0 0% 0%)">` + square + `</g>`, `<g fill="red">` + square + `</g>`},
		{"translucent colour", `<g fill="#ff000080">` + square + `</g>`, `<g fill="rgb(255 0 0 / 128)" fill-opacity=".50196078431372548">` + square + `</g>`},
		{"invalid colour", `<g fill="red"><g fill="qwe">` + square + `</g></g>`, `<g fill="red">` + square + `</g>`},
		{"currentColor", `<g fill="currentColor"><g color="red">` + square + `</g></g>`, `<g fill="red">` + square + `</g>`},
		{"fallback", `<g fill="url(#no) red">` + square + `</g>`, `<g fill="red">` + square + `</g>`},
		{"no fallback", `<g fill="url(#no)">` + square + `</g>`, ``},
		{"inherit", `<g opacity=".5"><g opacity="inherit">` + square + `</g></g>`, `<g opacity=".5"><g opacity=".5">` + square + `</g></g>`},
		{"percentage of opacity", `<g opacity="50%">` + square + `</g>`, `<g opacity=".5">` + square + `</g>`},
		{"important", `<style>rect{fill:red!important}</style><rect width="9" height="9" style="fill:blue"/>`, `<rect width="9" height="9" fill="red"/>`},
		{"specificity", `<style>#a{fill:red} .b{fill:blue} rect{fill:lime}</style><rect id="a" class="b" width="9" height="9" fill="gray"/>`, `<rect width="9" height="9" fill="red"/>`},
		{"@media", `<style>@media print{rect{fill:red}} rect{fill:blue}</style><rect width="9" height="9"/>`, `<rect width="9" height="9" fill="blue"/>`},
		{"comments", `<style>/* x } */rect{/**/fill:/*;*/red}</style><rect width="9" height="9"/>`, `<rect width="9" height="9" fill="red"/>`},
		{"CDATA", `<style><![CDATA[g>rect{fill:red}]]></style><g><rect width="9" height="9"/></g>`, `<rect width="9" height="9" fill="red"/>`},

		{"display", square + `<g display="none">` + square + `</g>`, square},
		{"visibility", `<g visibility="hidden">` + square + `<g visibility="visible">` + square + `</g></g>`, square},
		{"switch", `<switch><g systemLanguage="br"/>` + square + `<circle r="9"/></switch>`, square},
		{"language", `<g systemLanguage="fr, en-GB">` + square + `</g>`, square},
		{"extension", `<g requiredExtensions="x">` + square + `</g>`, ``},
		{"other namespace", `<a:b xmlns:a="urn:x">` + square + `</a:b>` + square, square},
		{"defs", `<defs>` + square + `</defs>`, ``},

		{"use", `<use href="#a" x="20" y="30"/><defs><rect id="a" width="10" height="10"/></defs>`, square},
		{"href", `<use href="#a" xlink:href="#b"/><defs><rect id="a" width="1" height="1"/><circle id="b" r="9"/></defs>`, `<rect width="1" height="1"/>`},
		{"use of itself", `<g id="a">` + square + `<use href="#a"/></g>`, square},
		{"uses of each other", `<use id="a" href="#b"/><use id="b" href="#a"/>`, ``},
		{"style through use", `<defs><rect id="a" width="9" height="9"/></defs><use href="#a" fill="red"/>`, `<rect width="9" height="9" fill="red"/>`},
		{"symbol", `<symbol id="a" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol><use href="#a" width="50" height="50"/>`,
			`<svg width="50" height="50" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>`},
		{"size through use", `<defs><svg id="a" width="5" height="20" viewBox="0 0 1 1"><rect width="1" height="1"/></svg></defs><use href="#a" width="20"/>`,
			`<svg width="20" height="20" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`},
		{"nested svg", `<svg x="20" y="30" overflow="visible"><rect width="10" height="10"/></svg>`, square},
		{"align", `<svg width="20" height="10" viewBox="0 0 1 1" preserveAspectRatio="xMaxYMid" overflow="visible"><rect width="1" height="1"/></svg>`,
			`<rect x="10" width="10" height="10"/>`},

		{"dashes", `<path d="M0 0h9" stroke="red" stroke-dasharray="1 2 3"/>`, `<path d="M0 0h9" stroke="red" stroke-dasharray="1,2,3,1,2,3"/>`},
		{"negative dash", `<path d="M0 0h9" stroke="red" stroke-dasharray="1 -2"/>`, `<path d="M0 0h9" stroke="red"/>`},
		{"no dash", `<path d="M0 0h9" stroke="red" stroke-dasharray="0 0"/>`, `<path d="M0 0h9" stroke="red"/>`},
		{"scaled stroke", `<path d="M0 0h9" stroke="red" stroke-width="2" stroke-dasharray="2" transform="scale(3)"/>`, `<path d="M0 0h27" stroke="red" stroke-width="6" stroke-dasharray="6"/>`},
		{"non-scaling stroke", `<path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke" transform="scale(3 1)"/>`, `<path d="M0 0h27" stroke="red"/>`},
		{"paint order", `<path d="M0 0h9" stroke="red" paint-order="markers"/>`, `<path d="M0 0h9" stroke="red"/>`},

		{"one stop", `<linearGradient id="g"><stop stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`, `<rect width="9" height="9" fill="red"/>`},
		{"gradient of no length", `<linearGradient id="g" x2="0"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`, `<rect width="9" height="9" fill="blue"/>`},
		{"gradient through href", `<linearGradient id="a" href="#b" x2=".5"/><linearGradient id="b" x2="3" y2="1"><stop stop-color="red"/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#a)"/>`,
			`<linearGradient id="a" x2="50%" y2="100%"><stop offset="0%" stop-color="red"/><stop offset="2"/></linearGradient><rect width="9" height="9" fill="url(#a)"/>`},
		{"offsets", `<linearGradient id="a"><stop offset=".5" stop-color="red"/><stop offset=".2"/></linearGradient><rect width="9" height="9" fill="url(#a)"/>`,
			`<linearGradient id="a"><stop offset=".5" stop-color="red"/><stop offset=".5"/></linearGradient><rect width="9" height="9" fill="url(#a)"/>`},

		{"missing clip path", `<g clip-path="url(#no)">` + square + `</g>`, square},
		{"clip path of boxes", `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath><g clip-path="url(#c)">` + square + `</g>`,
			`<clipPath id="c"><rect x="20" y="30" width="5" height="10"/></clipPath><g clip-path="url(#c)">` + square + `</g>`},
		{"clip path of itself", `<clipPath id="c"><rect width="9" height="9" clip-path="url(#c)"/></clipPath><g clip-path="url(#c)">` + square + `</g>`,
			`<clipPath id="c"><rect width="9" height="9"/></clipPath><g clip-path="url(#c)">` + square + `</g>`},
		{"not a clip path", `<g id="c"/><g clip-path="url(#c)">` + square + `</g>`, ``},
		{"mask of boxes", `<mask id="m" maskContentUnits="objectBoundingBox"><rect width="1" height="1"/></mask><g mask="url(#m)">` + square + `</g>`,
			`<mask id="m" maskUnits="userSpaceOnUse" x="19" y="29" width="12" height="12">` + square + `</mask><g mask="url(#m)">` + square + `</g>`},
		{"mask without size", `<mask id="m" width="0"><rect width="9" height="9"/></mask><g mask="url(#m)">` + square + `</g>`, ``},
		{"filter functions", `<g filter="saturate(0)">` + square + `</g>`, `<g filter="grayscale(100%)">` + square + `</g>`},
		{"missing filter", `<g filter="url(#no)">` + square + `</g>`, square},
	} {
		a, _ := read(t, wrapped(test.a), DecodeOptions{})
		b, _ := read(t, wrapped(test.b), DecodeOptions{})
		if got, want := dump(a), dump(b); got != want {
			t.Errorf("%s: these differ:\n%s%s", test.name, got, want)
		}
	}
}

func TestMarkers(t *testing.T) {
	const marker = `<marker id="m" overflow="visible" orient="%s" markerUnits="userSpaceOnUse"><path d="M0 0h1"/></marker>`
	for _, test := range []struct{ orient, d, want string }{
		{"0", "M0 0h10v10", "M0 0h1M10 0h1M10 10h1"},
		{"90", "M0 0h10v10", "M0 0v1M10 0v1M10 10v1"},
		{"auto", "M0 0h10h10", "M0 0h1M10 0h1M20 0h1"},
		{"auto", "M0 0h10h-10", "M0 0h1M10 0v1M0 0h-1"},
		{"auto-start-reverse", "M0 0h10", "M0 0h-1M10 0h1"},
		{"auto", "M0 0v10", "M0 0v1M0 10v1"},
		{"auto", "M0 0C0 0 0 10 0 10", "M0 0v1M0 10v1"}, // control points that coincide
	} {
		a := fmt.Sprintf(marker, test.orient) + `<path d="` + test.d + `" fill="none" marker="none" style="marker:url(#m)"/>`
		b := ""
		for d := range strings.SplitSeq(test.want[1:], "M") {
			b += `<path d="M` + d + `"/>`
		}
		got, _ := read(t, wrapped(a), DecodeOptions{})
		want, _ := read(t, wrapped(b), DecodeOptions{})
		if dump(got) != dump(want) {
			t.Errorf("%s along %s:\n%swant\n%s", test.orient, test.d, dump(got), dump(want))
		}
	}
}

// The unit of a drawing is that of the viewBox.
func TestFrame(t *testing.T) {
	for _, test := range []struct {
		attrs   string
		w, h, k float64 // k in units of render.Pixel
		corner  geom.Point
	}{
		{`viewBox="0 0 200 100"`, 200, 100, 1, geom.Pt(0, 0)},
		{`viewBox="10 20 200 100"`, 200, 100, 1, geom.Pt(-10, -20)},
		{`width="500mm" height="700mm" viewBox="0 0 500 700"`, 500, 700, 96 / 25.4, geom.Pt(0, 0)},
		{`width="20" height="20" viewBox="0 0 10 10"`, 10, 10, 2, geom.Pt(0, 0)},
		{`width="200" height="100" viewBox="0 0 50 50"`, 200, 100, 1, geom.Pt(50, 0)},
		{`width="200" height="100" viewBox="0 0 50 50" preserveAspectRatio="none"`, 200, 100, 1, geom.Pt(0, 0)},
		{`width="200" height="100" viewBox="0 0 50 50" preserveAspectRatio="xMinYMax slice"`, 200, 100, 1, geom.Pt(0, -100)},
		{`width="2in" height="50"`, 192, 50, 1, geom.Pt(0, 0)},
		{``, 30, 40, 1, geom.Pt(0, 0)}, // the size of the contents
	} {
		source := `<svg xmlns="http://www.w3.org/2000/svg" ` + test.attrs + `><rect width="30" height="40"/></svg>`
		d, _ := read(t, source, DecodeOptions{})
		corner := d.Root.Children[0].(*render.Shape).Path.Pts[0]
		if d.Width != test.w || d.Height != test.h || math.Abs(d.Unit-test.k*render.Pixel) > 1e-12 || corner != test.corner {
			t.Errorf("%s: %g × %g units of %g mm, corner at %v", test.attrs, d.Width, d.Height, d.Unit, corner)
		}
	}
}

func TestMarks(t *testing.T) {
	source := wrapped(`<title>A  title</title><rect id="a" data-slot="name" data-x="1" width="9" height="9" fill="none"/><g id="b"/><circle r="9"/><g id="c" display="none"/>`)
	d, _ := read(t, source, DecodeOptions{KeepMarks: true})
	want := "group <rect id=a line=1 slot=name x=1>\n\tshape M 0 0L 9 0L 9 9L 0 9Z\ngroup <g id=b line=1>\n"
	if got := dump(d); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d.Title != "A title" {
		t.Errorf("title %q", d.Title)
	}
	d, _ = read(t, source, DecodeOptions{})
	if got := dump(d); strings.Contains(got, "<") || strings.Contains(got, "group") {
		t.Errorf("without KeepMarks:\n%s", got)
	}
}

// What is left out is reported with its line.
func TestReport(t *testing.T) {
	for _, test := range []struct{ body, element, message string }{
		{`<path d="M0 0L1"/>`, "path", "number expected"},
		{`<foreignObject/>`, "foreignObject", "not supported"},
		{`<text>A</text>`, "text", "no fonts"},
		{`<use href="#no"/>`, "use", "no element"},
		{`<use href="a.svg#b"/>`, "use", "not read"},
		{`<image href="a.png"/>`, "image", "not read"},
		{`<image href="data:,GIF89a"/>`, "image", "not read"},
		{`<rect width="9" height="9" fill="url(#no)"/>`, "rect", "paint server"},
		{`<rect width="q" height="9"/>`, "rect", "not a length"},
		{`<g clip-path="circle(3px)"/>`, "g", "not clipped"},
		{`<g transform="x"/>`, "g", "not valid"},
		{`<filter id="f"><feTurbulence/></filter><rect width="9" height="9" filter="url(#f)"/>`, "feTurbulence", "not supported"},
		{`<style>a:hover{fill:red}</style>`, "style", "selector"},
		{`<style>@import "x.css";</style>`, "style", "@import"},
		{`<rect x="1e20" width="9" height="9"/>`, "rect", "too far"},
		{`<rect width="9" height="9" fill="gren"/>`, "rect", "not valid"},
		{`<g style="opacity:5mm"/>`, "g", "not valid"},
		{`<g transform="scale(0)"/>`, "g", "cannot be inverted"},
		{`<rect width="9" height="9"><animate/></rect>`, "animate", "not supported"},
		{`<svg viewBox="0 0 0 0"/>`, "svg", "viewBox"},
		{`<use/>`, "use", "refers to nothing"},
		{`<clipPath id="c"><g/></clipPath><g clip-path="url(#c)"/>`, "g", "no place"},
		{`<clipPath id="c" clipPathUnits="objectBoundingBox"/><path d="M0 0h9" clip-path="url(#c)"/>`, "clipPath", "without area"},
		{`<rect width="9" height="9" stroke="red" stroke-linejoin="arcs"/>`, "rect", "miter"},
	} {
		_, report := read(t, wrapped("\n"+test.body), DecodeOptions{})
		found := false
		for _, i := range report.Issues {
			found = found || i.Line == 2 && i.Element == test.element && strings.Contains(i.Message, test.message)
		}
		if !found {
			t.Errorf("%s: %v; want %q", test.body, report.Issues, test.message)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	deep := strings.Repeat("<g>", maxDepth+1)
	bomb := `<g id="a0"><rect width="1" height="1"/></g>`
	for i := 1; i < 30; i++ {
		bomb += fmt.Sprintf(`<g id="a%d"><use href="#a%d"/><use href="#a%d"/></g>`, i, i-1, i-1)
	}
	laughs := `<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">`
	for i := 1; i < 7; i++ {
		laughs += fmt.Sprintf(`<!ENTITY a%d "%s">`, i, strings.Repeat(fmt.Sprintf("&a%d;", i-1), 100))
	}
	for _, test := range []struct{ source, want string }{
		{"", "no svg element"},
		{"<html/>", "not an SVG file"},
		{"<svg", "EOF"},
		{wrapped("\n<g>"), "a.svg:2: "},
		{wrapped("</g>"), "element"},
		{`<svg xmlns="http://www.w3.org/2000/svg" width="-5"/>`, "not positive"},
		{`<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>`, "not positive"},
		{wrapped(deep), "nest deeper"},
		{wrapped(bomb), "elements to draw"},
		{laughs + "]>" + wrapped("&a6;"), "entities"},
		{`<?xml version="1.0" encoding="EBCDIC"?>` + wrapped(""), "encoding"},
		{strings.Repeat(" ", maxBytes+1), "larger than"},
	} {
		_, report, err := Decode([]byte(test.source), DecodeOptions{Name: "a.svg"})
		var e *DecodeError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), test.want) || report == nil {
			t.Errorf("%.80q: error %v; want %q", test.source, err, test.want)
		}
	}
}

// What a file looks like in bytes does not matter.
func TestFileForms(t *testing.T) {
	const body = `<rect width="9" height="9" class="é" style="fill:red"/>`
	want, _ := read(t, wrapped(body), DecodeOptions{})
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(wrapped(body)))
	z.Close()
	utf16 := "\xff\xfe"
	for _, r := range wrapped(body) {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	for name, source := range map[string]string{
		"gzip":     packed.String(),
		"UTF-16":   utf16,
		"BOM":      "\xef\xbb\xbf" + wrapped(body),
		"Latin-1":  `<?xml version="1.0" encoding="ISO-8859-1"?>` + strings.ReplaceAll(wrapped(body), "é", "\xe9"),
		"entities": `<!DOCTYPE svg [<!ENTITY c "red"><!ENTITY r "<rect width='9' height='9' fill='&c;'/>">]>` + wrapped("&r;"),
		"prefix":   strings.NewReplacer("<svg xmlns=", "<s:svg xmlns:s=", "</svg", "</s:svg", "<rect", "<s:rect").Replace(wrapped(body)),
		"bare":     strings.Replace(wrapped(body), `xmlns="http://www.w3.org/2000/svg"`, "", 1),
	} {
		got, _ := read(t, source, DecodeOptions{})
		if dump(got) != dump(want) {
			t.Errorf("%s:\n%s", name, dump(got))
		}
	}
}

func TestImage(t *testing.T) {
	var file bytes.Buffer
	png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 4, 2)))
	o := DecodeOptions{Open: func(name string) ([]byte, error) {
		switch name {
		case "a.png":
			return file.Bytes(), nil
		case "a.svg":
			return []byte(wrapped(`<rect id="r" width="50" height="50"/><image href="a.png" width="9"/>`)), nil
		}
		return nil, os.ErrNotExist
	}}
	for _, test := range []struct{ body, want string }{
		{`<image href="a.png" x="10" width="40" height="40"/>`, "image 4×2 {10 0 0 10 10 10}"},
		{`<image href="a.png" width="40"/>`, "image 4×2 {10 0 0 10 0 0}"},
		{`<image href="a.png"/>`, "image 4×2 {1 0 0 1 0 0}"},
		{`<image href="a.png" width="40" height="40" preserveAspectRatio="none" image-rendering="pixelated"/>`, "image 4×2 {10 0 0 20 0 0} pixelated"},
		{`<image href="a.svg" width="50" height="50"/>`, "shape M 0 0L 25 0L 25 25L 0 25Z fill=#000000"},
		{`<use href="a.svg#r" x="5"/>`, "shape M 5 0L 55 0L 55 50L 5 50Z fill=#000000"},
	} {
		d, _ := read(t, wrapped(test.body), o)
		if got := dump(d); !strings.Contains(got, test.want) {
			t.Errorf("%s:\n%swant %s", test.body, got, test.want)
		}
	}
	_, report := read(t, wrapped(`<image href="a.svg"/><image href="b.png"/>`), o)
	if len(report.Issues) != 2 {
		t.Errorf("issues of a nested picture and of a missing file: %v", report.Issues)
	}
}

// fixedPitch sets every letter as a square of 1 em.
type fixedPitch struct{}

func (fixedPitch) Shape(s string, f Font) (Line, error) {
	if len(f.Families) > 0 && f.Families[0] != "Square" {
		return Line{}, fmt.Errorf("no font %q", f.Families[0])
	}
	outline := geom.Rect{Y0: -1, X1: 1}.Path()
	var glyphs []render.Glyph
	x := 0.0
	for _, r := range s {
		if r != ' ' {
			glyphs = append(glyphs, render.Glyph{Outline: outline, Matrix: geom.Translate(x, 0).Mul(geom.Scale(f.Size, f.Size))})
		}
		x += f.Size + f.Tracking
	}
	return Line{Glyphs: glyphs, Advance: x, Ascent: f.Size, Descent: f.Size / 4}, nil
}

func TestText(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`<text x="10" y="20" font-size="5"> A  B </text>`, `"A B" (10,20) (20,20)`},
		{`<text x="10" y="20" font-size="5" text-anchor="end">AB</text>`, `"AB" (0,20) (5,20)`},
		{`<text x="10" y="20" font-size="5" text-anchor="middle">A<tspan>B</tspan></text>`, `"A" (5,20) "B" (10,20)`},
		{`<text x="10 50" y="20" font-size="5">ABC</text>`, `"A" (10,20) "BC" (50,20) (55,20)`},
		{`<text x="10" y="20" font-size="5">A<tspan dx="3" dy="1">B</tspan></text>`, `"A" (10,20) "B" (18,21)`},
		{`<text font-size="5">A<tspan display="none">B</tspan>C</text>`, `"AC" (0,0) (5,0)`},
		{`<text font-size="5">A<tspan visibility="hidden">B</tspan>C</text>`, `"A" (0,0) "C" (10,0)`},
		{`<text font-size="5" xml:space="preserve"> A</text>`, `"A" (5,0)`},
		{`<text font-size="5" letter-spacing="1" word-spacing="2">A B</text>`, `"A" (0,0) "B" (14,0)`},
		{`<text font-size="5" font-family="No, Square">A</text>`, `"A" (0,0)`},
	} {
		d, _ := read(t, wrapped(test.body), DecodeOptions{Fonts: fixedPitch{}})
		var got []string
		for _, n := range d.Root.Children {
			run := n.(*render.Text)
			got = append(got, fmt.Sprintf("%q", run.String))
			for _, g := range run.Glyphs {
				got = append(got, fmt.Sprintf("(%g,%g)", g.Matrix.E, g.Matrix.F))
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %s; want %s", test.body, s, test.want)
		}
	}
}

// The bounding box of text is that of its glyph cells, not of its ink.
func TestTextBox(t *testing.T) {
	d, _ := read(t, wrapped(`<linearGradient id="g" x2="0" y2="1"><stop stop-color="red"/><stop offset="1"/></linearGradient>`+
		`<text x="10" y="20" font-size="8" fill="url(#g)">A <tspan dx="4">B</tspan></text>`), DecodeOptions{Fonts: fixedPitch{}})
	g := d.Root.Children[0].(*render.Shape).Fill.Paint.(*render.LinearGradient)
	from, to := g.Matrix.Apply(g.P0), g.Matrix.Apply(g.P1)
	if want := geom.Pt(10, 12); from != want {
		t.Errorf("the box begins at %v, want %v", from, want)
	}
	if want := geom.Pt(10, 22); to != want {
		t.Errorf("the box ends at %v, want %v", to, want)
	}
}

// Exact keeps what the grid of a drawing would round.
func TestExact(t *testing.T) {
	for _, exact := range []bool{false, true} {
		d, _ := read(t, wrapped(`<path d="M.33333 0h3v3z"/>`), DecodeOptions{Exact: exact})
		x := d.Root.Children[0].(*render.Shape).Path.Pts[0].X
		if onGrid := math.Mod(x, d.Step()) == 0; onGrid == exact || math.Abs(x-.33333) > d.Step() {
			t.Errorf("exact %t: %v", exact, x)
		}
	}
}

// Every sample decodes, twice to the same drawing.
func TestSamples(t *testing.T) {
	for name, data := range samples(t) {
		a, _, err := Decode(data, DecodeOptions{Name: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		b, _, _ := Decode(data, DecodeOptions{Name: name})
		if err := wellFormed(a); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if dump(a) != dump(b) {
			t.Errorf("%s: decoded twice, differs", name)
		}
	}
}

func samples(t testing.TB) map[string][]byte {
	files, err := filepath.Glob("testdata/decode/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	list := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		list[f] = data
	}
	return list
}

func FuzzDecode(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data, false)
		f.Add(data, true)
	}
	f.Fuzz(func(t *testing.T, data []byte, marks bool) {
		if len(data) > 1<<16 {
			return
		}
		d, report, err := Decode(data, DecodeOptions{KeepMarks: marks, Fonts: fixedPitch{}})
		if report == nil {
			t.Fatal("no report")
		}
		if err == nil {
			if err := wellFormed(d); err != nil {
				t.Fatal(err)
			}
		}
	})
}
