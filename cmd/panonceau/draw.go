package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"panonceau/catalog"
	"panonceau/kit"
	"panonceau/press"
)

type drawCommand struct {
	URL  string `arg:"" help:"Address of the picture: a path such as /tnl/2025/or/logo.svg, or a URL."`
	Out  string `short:"o" default:"-" placeholder:"FILE" help:"File to write; - is standard output (${default})."`
	Base string `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin in the links of .json descriptions."`
	packFlags
	trustFlags
}

func (c *drawCommand) Help() string {
	return `Writes the bytes that a server would send for an address.

Examples:
  panonceau draw /tnl/2020/3/logo.svg > logo.svg
  panonceau draw "/tnl/2025/or/logo.png?width=1024" -o or.png
  panonceau draw /tnl/holders/213801517/latest/badge.json
  panonceau draw /tnl/holders/213801517/latest/press-release.txt
  panonceau draw /tnl/holders/213801517/2025/credential.json --base https://labels.example --attest-keys keys.txt`
}

func (c *drawCommand) Run(t *terminal) error {
	request, parseErr := catalog.ParseRequest(c.URL)
	base := strings.TrimRight(c.Base, "/")
	cat, err := c.trustFlags.load(&c.packFlags, base, base, nil)
	if err != nil {
		return err
	}
	if signed, err := cat.SignedAt(c.URL); signed != nil || err != nil {
		return c.writeSigned(t, signed, err)
	}
	if parseErr != nil {
		return parseErr
	}
	order, err := cat.Resolve(request)
	if err != nil {
		return err
	}
	if c.Out == "-" && order.Format != "svg" && order.Format != "json" && isTerminal(t.out) {
		return hint{fmt.Errorf("%s is not for terminals", order.Format), "write it to a file with -o, or send it on with |"}
	}
	var b bytes.Buffer
	switch order.Format {
	case "json":
		err = c.describe(&b, cat, order)
	case "zip":
		err = kit.Write(t.ctx, &b, cat, order, kit.Options{})
	default:
		err = press.Draw(&b, order)
	}
	if err != nil {
		return err
	}
	if !order.State.OK() {
		fmt.Fprintf(t.err, "panonceau: the picture says: %s\n", order.State.En)
	}
	return writeFile(t.out, c.Out, b.Bytes())
}

// writeSigned writes a credential, or what it is verified with.
func (c *drawCommand) writeSigned(t *terminal, d *catalog.Signed, err error) error {
	if err != nil && (c.AttestKeys == "" || c.Base == "") {
		return hint{err, "open badges need --attest-keys and --base"}
	}
	if err != nil {
		return err
	}
	body, err := d.Write()
	if err != nil {
		return err
	}
	return writeFile(t.out, c.Out, body)
}

// describe writes the description of a picture.
func (c *drawCommand) describe(w io.Writer, cat *catalog.Catalog, o *catalog.Order) error {
	if o.IsKit() {
		return describeKit(w, cat, o, strings.TrimRight(c.Base, "/"))
	}
	p := press.New(press.Options{Revision: revision()})
	body, err := p.Twin(cat, o, strings.TrimRight(c.Base, "/"))
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

// describeKit writes what a kit contains.
func describeKit(w io.Writer, cat *catalog.Catalog, o *catalog.Order, base string) error {
	contents, err := kit.Describe(cat, o, base, 0)
	if err != nil {
		return err
	}
	body, err := contents.JSON()
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

// writeFile writes data to a file, or to out if its name is "-".
func writeFile(out io.Writer, name string, data []byte) error {
	if name == "-" {
		_, err := out.Write(data)
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// isTerminal reports whether w shows to a person what is written to it.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
