package pdf

import (
	"fmt"
	"sync"

	"panonceau/render/geom"
	"panonceau/render/icc"
)

// document writes all objects of the file.
func (e *encoder) document() (root, info ref) {
	pages, page := e.file.reserve(), e.file.reserve()
	c := e.contents()
	contents := e.file.add(object{data: c.buf, stream: flate})
	structure, onPage := e.tree(page)
	if !e.preset.version.flat {
		onPage += " " + e.preset.mode.group()
	}
	e.file.set(page, object{body: fmt.Sprintf("<< /Type /Page /Parent %v /MediaBox %s /BleedBox %s /TrimBox %s /Resources %s /Contents %v%s >>",
		pages, rectangle(e.page.media), rectangle(e.page.bleed), rectangle(e.page.trim), c.res.dict(), contents, onPage)})
	e.file.set(pages, object{body: fmt.Sprintf("<< /Type /Pages /Kids [%v] /Count 1 >>", page)})

	catalog := fmt.Sprintf("<< /Type /Catalog /Pages %v%s%s%s", pages, structure, e.layerTree(), e.intent())
	if e.d.Lang != "" {
		catalog += " /Lang " + text(e.d.Lang)
	}
	catalog += " /ViewerPreferences << /DisplayDocTitle true >>"
	e.file.sign(e.xmp()) // without an identifier, this first time
	metadata := e.file.add(object{body: "/Type /Metadata /Subtype /XML", data: e.xmp(), stream: asIs})
	info = e.file.add(object{body: e.info()})
	root = e.file.value("%s /Metadata %v >>", catalog, metadata)
	return root, info
}

// profile is the deflated FOGRA39 profile: compressing it takes longer than
// writing a sign.
var profile = sync.OnceValue(func() []byte { return new(deflater).deflate(icc.FOGRA39) })

// intent returns the entry of the catalog that says for which press the inks
// are meant (ISO 15930-7 §6.4), or nothing for the screen.
func (e *encoder) intent() string {
	if e.preset.version.x == "" {
		return ""
	}
	o := object{body: "/N 4 /Filter /FlateDecode", data: profile(), stream: asIs}
	if e.o.Uncompressed {
		o = object{body: "/N 4", data: icc.FOGRA39, stream: flate}
	}
	return fmt.Sprintf(" /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /OutputCondition (Offset printing, coated paper, ISO 12647-2:2004) /Info (Coated FOGRA39, ISO 12647-2:2004) /DestOutputProfile %v >>]",
		e.file.add(o))
}

// contents writes the content stream of the page: the drawing, then the marks.
func (e *encoder) contents() *content {
	bleed := e.d.Page().Inset(-e.page.bleedUnits)
	c := e.newContent(e.preset.mode, bleed)
	c.page = true
	c.base = e.page.matrix()
	c.save()
	c.concat(c.base)
	if e.page.slug > 0 {
		c.path(bleed.Path())
		c.op("W n")
	}
	c.group(e.d.Root)
	e.tags.end(c)
	c.restore()
	if e.page.marks && e.preset.mode == modeInk {
		e.tags.begin(c, element{kind: "Artifact"})
		c.cropMarks(&e.page)
		e.tags.end(c)
	}
	return c
}

// cropMarks draws lines at the corners that show where to cut, on every plate:
// All is the colorant of registration marks (ISO 32000-2 §8.6.6.4).
func (c *content) cropMarks(pg *page) {
	fn := c.e.file.value("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>")
	cs := c.e.file.value("[/Separation /All /DeviceCMYK %v]", fn)
	c.save()
	c.setOverprint(false)
	c.set(&c.st.stroke, c.space(cs)+" CS 1 SCN")
	c.strokeStyle(geom.StrokeStyle{Width: hairline, MiterLimit: 4})
	bleed := pg.trim.X0 - pg.bleed.X0
	near := max(bleed, markGap*pointsPerMM) + hairline
	far := near + markLength*pointsPerMM
	far = min(far, bleed+pg.slug)
	line := func(x0, y0, x1, y1 float64) {
		p := new(geom.Path)
		p.MoveTo(geom.Pt(x0, y0))
		p.LineTo(geom.Pt(x1, y1))
		c.path(p)
	}
	t := pg.trim
	for _, y := range [2]float64{t.Y0, t.Y1} {
		line(t.X0-near, y, t.X0-far, y)
		line(t.X1+near, y, t.X1+far, y)
	}
	for _, x := range [2]float64{t.X0, t.X1} {
		line(x, t.Y0-near, x, t.Y0-far)
		line(x, t.Y1+near, x, t.Y1+far)
	}
	c.op("S")
	c.restore()
}
