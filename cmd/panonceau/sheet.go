package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"maps"
	"net/url"

	"github.com/disintegration/imaging"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"panonceau/catalog"
	"panonceau/fonts"
	"panonceau/render"
	"panonceau/render/png"
	"panonceau/render/raster"
)

type sheetCommand struct {
	Pack string   `arg:"" optional:"" help:"Identifier of the pack; the first one without it."`
	Out  string   `short:"o" default:"sheet.png" placeholder:"FILE" help:"PNG file to write; - is standard output (${default})."`
	Name []string `sep:"none" placeholder:"NAME" help:"Name of a holder, to see how the artwork takes it; again for more rows."`
	Cell int      `default:"240" help:"Width of a picture in pixels (${default})."`
	packFlags
}

func (c *sheetCommand) Help() string {
	return `Draws one picture with every design of a pack, one row for each variant and
style, and each name, one column for each level, as a printer's specimen.

Examples:
  panonceau sheet
  panonceau sheet tnl -o tnl.png --name Y --name "Plouguerneau / Plougerne"`
}

// Bounds of a cell, in pixels: what can be looked at, and what fits in memory.
const (
	minCell = 40
	maxCell = 1200
	// maxSheet bounds the pixels of the sheet; 200 million take 800 MB.
	maxSheet = 200 << 20
)

// Measures of the sheet, in pixels.
const (
	sheetMargin = 24
	cellGap     = 12
	labelHeight = 22
	labelSize   = 14
)

// A sheetRow is one design in one version.
type sheetRow struct {
	design *catalog.Design
	query  url.Values
	label  string
}

func (c *sheetCommand) Run(t *terminal) error {
	if c.Cell < minCell || c.Cell > maxCell {
		return fmt.Errorf("--cell %d: from %d to %d", c.Cell, minCell, maxCell)
	}
	cat, err := c.load("")
	if err != nil {
		return err
	}
	p, err := packNamed(cat, c.Pack)
	if err != nil {
		return err
	}
	s, err := newSheet(p, c.Cell, c.rows(p))
	if err != nil {
		return err
	}
	bar := progressbar.NewOptions(len(s.rows)*len(s.columns),
		progressbar.OptionSetWriter(t.err), progressbar.OptionSetVisibility(isTerminal(t.err)),
		progressbar.OptionClearOnFinish())
	for i, row := range s.rows {
		s.write(sheetMargin, s.top(i)-6, row.label)
		for j, at := range s.columns {
			if err := s.place(cat, i, j, address(p, at, row.design, "png", row.query)); err != nil {
				return err
			}
			bar.Add(1)
		}
	}
	var b bytes.Buffer
	if err := png.Write(&b, s.img, png.Info{}); err != nil {
		return err
	}
	return writeFile(t.out, c.Out, b.Bytes())
}

// packNamed returns the pack with an identifier, or the first.
func packNamed(c *catalog.Catalog, id string) (*catalog.Pack, error) {
	var ids []string
	for _, p := range c.Packs {
		if p.ID == id || id == "" {
			return p, nil
		}
		ids = append(ids, p.ID)
	}
	return nil, hint{fmt.Errorf("no pack is called %q", id), fmt.Sprintf("there are %v", ids)}
}

func (c *sheetCommand) rows(p *catalog.Pack) []sheetRow {
	var rows []sheetRow
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		for _, q := range versions(p, d) {
			label := d.ID
			for _, k := range []string{"style", "variant", "material"} {
				if v := q.Get(k); v != "" {
					label += " · " + v
				}
			}
			rows = append(rows, c.named(sheetRow{d, q, label})...)
		}
	}
	return rows
}

// named returns a row, or one for each name.
func (c *sheetCommand) named(row sheetRow) []sheetRow {
	if len(c.Name) == 0 {
		return []sheetRow{row}
	}
	var rows []sheetRow
	for _, name := range c.Name {
		q := maps.Clone(row.query)
		q.Set("name", name)
		rows = append(rows, sheetRow{row.design, q, row.label + " · " + name})
	}
	return rows
}

// A sheet is the picture being put together.
type sheet struct {
	pack    *catalog.Pack
	img     *image.NRGBA
	rows    []sheetRow
	columns []place
	cell    int
	heights []int // of the pictures of each row
	face    font.Face
}

var (
	sheetGround = color.NRGBA{0xEE, 0xF1, 0xF4, 0xFF}
	darkGround  = color.NRGBA{0x16, 0x23, 0x3A, 0xFF}
	sheetText   = color.NRGBA{0x16, 0x23, 0x3A, 0xFF}
)

func newSheet(p *catalog.Pack, cell int, rows []sheetRow) (*sheet, error) {
	s := &sheet{pack: p, rows: rows, columns: places(p), cell: cell}
	height := sheetMargin + labelHeight
	for _, row := range rows {
		style := row.design.Styles[0]
		h := min(cell, int(float64(cell)*style.Height()/style.Width()))
		s.heights = append(s.heights, h)
		height += labelHeight + h + cellGap
	}
	width := 2*sheetMargin + len(s.columns)*(cell+cellGap)
	if width*height > maxSheet {
		return nil, fmt.Errorf("a sheet of %d by %d pixels is too large; use a smaller --cell", width, height)
	}
	s.img = imaging.New(width, height+sheetMargin, sheetGround)
	var err error
	s.face, err = sheetFace()
	for j, at := range s.columns {
		s.write(s.left(j), sheetMargin, at.edition.ID+" · "+at.level.Name[p.Languages[0]])
	}
	return s, err
}

func sheetFace() (font.Face, error) {
	data, err := fonts.FS.ReadFile("Barlow-Medium.ttf")
	if err != nil {
		return nil, err
	}
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, err
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: labelSize, DPI: 72})
}

func (s *sheet) left(column int) int { return sheetMargin + column*(s.cell+cellGap) }

func (s *sheet) top(row int) int {
	y := sheetMargin + 2*labelHeight
	for _, h := range s.heights[:row] {
		y += h + cellGap + labelHeight
	}
	return y
}

// place draws the picture of an address in its cell, whole and in the middle.
func (s *sheet) place(cat *catalog.Catalog, row, column int, address string) error {
	picture, err := s.draw(cat, address, row)
	if errors.Is(err, catalog.ErrRefused) {
		return nil // the charter leaves this cell empty
	}
	if err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	box := image.Rect(0, 0, s.cell, s.heights[row]).Add(image.Pt(s.left(column), s.top(row)))
	if s.pack.OnDark(s.rows[row].query.Get("variant")) {
		draw.Draw(s.img, box, image.NewUniform(darkGround), image.Point{}, draw.Src)
	}
	at := box.Min.Add(box.Size().Sub(picture.Bounds().Size()).Div(2))
	draw.Draw(s.img, box, picture, box.Min.Sub(at), draw.Over)
	return nil
}

// draw draws the picture of an address as large as the cell allows.
func (s *sheet) draw(cat *catalog.Catalog, address string, row int) (*image.NRGBA, error) {
	request, err := catalog.ParseRequest(address)
	if err != nil {
		return nil, err
	}
	order, err := cat.Resolve(request)
	if err != nil {
		return nil, err
	}
	d, err := render.Compose(order.Spec)
	if err != nil {
		return nil, err
	}
	w, h := s.cell, s.heights[row]
	if d.Width*float64(h) < d.Height*float64(w) {
		w = int(d.Width / d.Height * float64(h))
	} else {
		h = int(d.Height / d.Width * float64(w))
	}
	return raster.Draw(d, max(1, w), max(1, h), raster.Options{})
}

// write writes a label on the sheet; x and y are the start of its baseline.
func (s *sheet) write(x, y int, label string) {
	if s.face == nil {
		return
	}
	d := font.Drawer{Dst: s.img, Src: image.NewUniform(sheetText), Face: s.face, Dot: fixed.P(x, y)}
	d.DrawString(label)
}
