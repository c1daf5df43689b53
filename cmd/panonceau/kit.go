package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"

	"panonceau/catalog"
	"panonceau/kit"
)

type kitCommand struct {
	Holder  string `arg:"" help:"Identifier of the holder, or the address of its kit or of any of its pictures."`
	Label   string `placeholder:"LABEL" help:"Label; the first one that knows the holder without it."`
	Edition string `default:"latest" placeholder:"EDITION" help:"Edition (${default})."`
	Lang    string `placeholder:"LANG" help:"Language of the pictures; the first one of the label without it."`
	Out     string `short:"o" placeholder:"FILE" help:"File to write; - is standard output. Named after the award without it."`
	Base    string `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin of the service, which pictures mention."`
	packFlags
	attestFlags
}

func (c *kitCommand) Help() string {
	return `Writes every picture of an award as one ZIP file, with a page to open.

Examples:
  panonceau kit 213801517
  panonceau kit 213801517 --edition 2021 -o echirolles.zip
  panonceau kit /tnl/holders/213801517/latest.zip -o - > kit.zip`
}

func (c *kitCommand) Run(t *terminal) error {
	cat, err := c.attestFlags.load(&c.packFlags, strings.TrimRight(c.Base, "/"))
	if err != nil {
		return err
	}
	order, err := c.order(cat)
	if err != nil {
		return err
	}
	out := cmp.Or(c.Out, kit.Name(order))
	if out == "-" && isTerminal(t.out) {
		return hint{errors.New("zip is not for terminals"), "write it to a file with -o, or send it on with |"}
	}
	bar := newBar(t, -1)
	progress := func(done, total int, name string) {
		bar.ChangeMax(total)
		bar.Set(done)
	}
	if out == "-" {
		return kit.Write(t.ctx, t.out, cat, order, kit.Options{Progress: progress})
	}
	if err := writeKit(t, out, cat, order, progress); err != nil {
		return err
	}
	if c.Out == "" {
		fmt.Fprintln(t.out, out)
	}
	return nil
}

// order finds the award whose kit is asked for.
func (c *kitCommand) order(cat *catalog.Catalog) (*catalog.Order, error) {
	r := catalog.Request{Edition: c.Edition}
	holder := c.Holder
	if strings.Contains(holder, "/") {
		var err error
		if r, err = catalog.ParseRequest(holder); err != nil {
			return nil, err
		}
		if holder = r.Holder; holder == "" {
			return nil, hint{fmt.Errorf("%s: no holder in the address", c.Holder), "kits are of awards: /LABEL/holders/ID/EDITION.zip"}
		}
	}
	r.Label = cmp.Or(c.Label, r.Label)
	for _, p := range cat.Packs {
		if r.Label == "" && cat.Holder(p.ID, holder) != nil {
			r.Label = p.ID
		}
	}
	if r.Label == "" {
		return nil, fmt.Errorf("no label has a holder %q", holder)
	}
	return resolveKit(cat, catalog.Request{Label: r.Label, Holder: holder, Edition: r.Edition, Lang: cmp.Or(c.Lang, r.Lang)})
}

// resolveKit finds the kit of an award. The address is parsed again, as it
// comes from arguments.
func resolveKit(cat *catalog.Catalog, r catalog.Request) (*catalog.Order, error) {
	r.Ext = "zip"
	r, err := catalog.ParseRequest(r.String())
	if err != nil {
		return nil, err
	}
	return cat.Resolve(r)
}

// writeKit writes a kit to a file, which is there when all of it is.
func writeKit(t *terminal, name string, cat *catalog.Catalog, o *catalog.Order, progress func(int, int, string)) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".kit-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails once it is renamed
	err = kit.Write(t.ctx, f, cat, o, kit.Options{Progress: progress})
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// newBar returns a progress bar on standard error, if that is a terminal.
func newBar(t *terminal, total int) *progressbar.ProgressBar {
	w := t.err
	if !isTerminal(w) {
		w = io.Discard
	}
	return progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetVisibility(isTerminal(t.err)),
		progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
}

type kitsCommand struct {
	Label   string `placeholder:"LABEL" help:"Label; the first one without it."`
	Edition string `required:"" placeholder:"EDITION" help:"Edition whose awards get a kit; latest: the newest of each holder."`
	Lang    string `placeholder:"LANG" help:"Language of the pictures; the first one of the label without it."`
	Out     string `short:"o" required:"" placeholder:"DIR" help:"Directory to write to; it is made if it is not there."`
	Base    string `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin of the service, which pictures mention."`
	packFlags
	attestFlags
}

func (c *kitsCommand) Help() string {
	return `Writes the kits of all awards of an edition, one ZIP file each.

Example:
  panonceau kits --label tnl --edition 2025 -o kits`
}

func (c *kitsCommand) Run(t *terminal) error {
	cat, err := c.attestFlags.load(&c.packFlags, strings.TrimRight(c.Base, "/"))
	if err != nil {
		return err
	}
	p, err := packNamed(cat, c.Label)
	if err != nil {
		return err
	}
	orders, err := c.orders(cat, p)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	bar := newBar(t, len(orders))
	for i, name := range kitNames(orders) {
		o := orders[i]
		bar.Describe(o.Award.Name)
		if err := writeKit(t, filepath.Join(c.Out, name), cat, o, nil); err != nil {
			return fmt.Errorf("%s: %w", o.Award.Name, err)
		}
		bar.Add(1)
	}
	fmt.Fprintf(t.out, "%d kits in %s\n", len(orders), c.Out)
	return nil
}

// orders returns the kits of an edition.
func (c *kitsCommand) orders(cat *catalog.Catalog, p *catalog.Pack) ([]*catalog.Order, error) {
	var orders []*catalog.Order
	for _, h := range cat.Holders(p.ID) {
		if h.Award(c.Edition) == nil {
			continue
		}
		o, err := resolveKit(cat, catalog.Request{Label: p.ID, Holder: h.ID, Edition: c.Edition, Lang: c.Lang})
		if err != nil {
			return nil, err
		}
		orders = append(orders, o)
	}
	if len(orders) == 0 {
		return nil, fmt.Errorf("no award of the edition %q of %s", c.Edition, p.ID)
	}
	return orders, nil
}

// kitNames returns the file names of kits that lie in one directory. Where two
// holders have the same name, as Saint-Denis twice, identifiers tell them apart.
func kitNames(orders []*catalog.Order) []string {
	count := make(map[string]int)
	for _, o := range orders {
		count[kit.Name(o)]++
	}
	var names []string
	for _, o := range orders {
		name := kit.Name(o)
		if count[name] > 1 {
			name = strings.TrimSuffix(name, ".zip") + "-" + o.Holder.ID + ".zip"
		}
		names = append(names, name)
	}
	return names
}
