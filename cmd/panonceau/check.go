package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"panonceau/catalog"
	"panonceau/press"
)

type checkCommand struct {
	Dir      string `arg:"" optional:"" help:"A pack, or a directory of packs. Without it, the ones inside the program."`
	Registry string `env:"PANONCEAU_REGISTRY" placeholder:"FILE" help:"CSV file of the awards."`
}

func (c *checkCommand) Help() string {
	return `Reads packs strictly, and draws every design at every level, in every variant,
language, material and size, with what it can hide hidden, and with names from
one letter to the longest there are. What is wrong is printed as file:line: what,
and below what to do about it; the exit code is 3.

Examples:
  panonceau check
  panonceau check ./packs
  panonceau check ./packs/my-label`
}

func (c *checkCommand) Run(t *terminal) error {
	cat, err := c.load()
	if err != nil {
		return tell(t.out, err)
	}
	problems, pictures := 0, 0
	for _, pack := range cat.Packs {
		problems += issues(t.out, pack)
		for _, fault := range cat.TextFaults(pack) {
			problems++
			fmt.Fprintln(t.out, fault)
		}
		for _, address := range proofs(pack) {
			pictures++
			err := drawAddress(io.Discard, cat, address)
			if errors.Is(err, catalog.ErrRefused) {
				continue // as the charter says
			}
			if err != nil {
				problems++
				fmt.Fprintf(t.out, "%s: %v\n", address, err)
			}
		}
	}
	if problems > 0 {
		fmt.Fprintf(t.out, "%d problems in %d pictures\n", problems, pictures)
		return errProblems
	}
	fmt.Fprintf(t.out, "%d labels, %d pictures: no problem\n", len(cat.Packs), pictures)
	return nil
}

// load reads the packs of a directory, or the one pack it is.
func (c *checkCommand) load() (*catalog.Catalog, error) {
	var o catalog.Sources
	if c.Dir != "" {
		dir, err := filepath.Abs(c.Dir)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(filepath.Join(dir, "label.toml")); err == nil {
			dir, o.Only = filepath.Split(dir)
		}
		o.Packs = os.DirFS(filepath.Clean(dir))
	}
	if err := readRegistry(&o, c.Registry); err != nil {
		return nil, err
	}
	return catalog.Load(o)
}

// tell prints each fault of an error, and what to do about it.
func tell(w io.Writer, err error) error {
	for _, f := range catalog.Faults(err) {
		fmt.Fprintln(w, f)
	}
	return errProblems
}

// issues prints what the artwork of a pack asks for and does not get, and
// returns how much that is.
func issues(w io.Writer, p *catalog.Pack) int {
	n := len(p.Issues)
	for _, issue := range p.Issues {
		fmt.Fprintln(w, catalog.FaultOf(issue))
	}
	for _, d := range p.Designs {
		for _, style := range d.Styles {
			n += len(style.Issues)
			for _, issue := range style.Issues {
				fmt.Fprintln(w, catalog.FaultOf(issue))
			}
		}
	}
	return n
}

// drawAddress draws the picture of an address.
func drawAddress(w io.Writer, c *catalog.Catalog, address string) error {
	request, err := catalog.ParseRequest(address)
	if err != nil {
		return err
	}
	order, err := c.Resolve(request)
	if err != nil {
		return err
	}
	return press.Draw(w, order)
}
