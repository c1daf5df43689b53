package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"panonceau/fonts"
	"panonceau/render"
	"panonceau/render/png"
	"panonceau/render/raster"
	"panonceau/render/svg"
	"panonceau/render/text"
)

type convertCommand struct {
	In       string `arg:"" help:"SVG file to read, or - for standard input."`
	Out      string `arg:"" help:"File to write; its name ends in .svg or .png."`
	Width    int    `help:"Width in pixels. With --height, the picture fills exactly both."`
	Height   int    `help:"Height in pixels."`
	Sampling string `enum:"resvg,area" default:"resvg" help:"How edges are drawn: as resvg draws them, to compare pixel by pixel, or by exact area, as in pictures of packs (${enum})."`
	Verbose  bool   `short:"v" help:"Say what was left out or ignored."`
}

func (c *convertCommand) Help() string {
	return `Shows how Panonceau reads a file: what its importer does not know is left
out and reported by -v.

Examples:
  panonceau convert arms.svg arms.png --width 640
  panonceau convert -v drawing.svg clean.svg`
}

// maxArtwork bounds what is read of a file; the importer has its own, lower
// bound, and says so better.
const maxArtwork = 64 << 20

func (c *convertCommand) Run(t *terminal) error {
	ext := strings.ToLower(filepath.Ext(c.Out))
	if ext != ".svg" && ext != ".png" {
		return hint{fmt.Errorf("%s: cannot write %q", c.Out, ext), "the output is an .svg or a .png file"}
	}
	if c.Width < 0 || c.Height < 0 {
		return fmt.Errorf("--width and --height are positive")
	}
	data, err := readFile(t, c.In)
	if err != nil {
		return err
	}
	set, err := text.Load(fonts.FS, fonts.Import())
	if err != nil {
		return err
	}
	d, report, err := svg.Decode(data, svg.DecodeOptions{
		Name:   c.In,
		Fonts:  svg.ShaperOf(set),
		Open:   neighbours(filepath.Dir(c.In)),
		Width:  float64(c.Width),
		Height: float64(c.Height),
		Exact:  c.Sampling == "resvg" && ext == ".png",
	})
	if err != nil {
		return err
	}
	if c.Verbose {
		for _, issue := range report.Issues {
			fmt.Fprintf(t.err, "%s:%d: <%s>: %s\n", c.In, issue.Line, issue.Element, issue.Message)
		}
	}
	var b bytes.Buffer
	if ext == ".svg" {
		err = c.writeSVG(&b, d)
	} else {
		err = c.writePNG(&b, d)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(c.Out, b.Bytes(), 0o644)
}

func (c *convertCommand) writeSVG(w io.Writer, d *render.Drawing) error {
	return svg.Encode(w, d, svg.EncodeOptions{Width: float64(c.Width), Height: float64(c.Height)})
}

// writePNG keeps the proportions unless both sides are given.
func (c *convertCommand) writePNG(w io.Writer, d *render.Drawing) error {
	width, height := c.Width, c.Height
	if width == 0 && height > 0 {
		width = max(1, int(math.Round(d.Width/d.Height*float64(height))))
	}
	if height == 0 {
		var err error
		if width, height, err = png.Size(d, png.Options{Width: width}); err != nil {
			return err
		}
	}
	options := raster.Options{Sampling: raster.FourByFour}
	if c.Sampling == "area" {
		options.Sampling = raster.ExactArea
	}
	img, err := raster.Draw(d, width, height, options)
	if err != nil {
		return err
	}
	return png.Write(w, img, png.Info{})
}

// readFile reads a file, or standard input if its name is "-".
func readFile(t *terminal, name string) ([]byte, error) {
	in := t.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, maxArtwork+1))
	if err == nil && len(data) > maxArtwork {
		err = fmt.Errorf("%s: larger than %d MiB", name, maxArtwork>>20)
	}
	return data, err
}

// neighbours opens the files that a drawing refers to, in its own directory
// or below: a foreign drawing may not read anything else.
func neighbours(dir string) func(href string) ([]byte, error) {
	return func(href string) ([]byte, error) {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, err
		}
		defer root.Close()
		return root.ReadFile(filepath.FromSlash(href))
	}
}
