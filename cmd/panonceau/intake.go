package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"panonceau/catalog"
	"panonceau/intake"
)

type registryImportCommand struct {
	File    string            `arg:"" help:"Spreadsheet of results, saved as CSV."`
	Label   string            `placeholder:"LABEL" help:"Label that the results are of; needed if there are several."`
	Map     map[string]string `placeholder:"HEADER=COLUMN" mapsep:"none" help:"What a header means, if the program does not know it: a column of registries, or nothing to pass it over. May be given several times."`
	Edition string            `placeholder:"ID" help:"Edition of all rows, if the sheet has no column for it."`
	Into    string            `placeholder:"FILE" help:"Registry that the rows are added to, LABEL-holders.csv. Without it, they are printed."`
	Whole   string            `placeholder:"ID" help:"Edition that the sheet has all awards of: others of it would go from the registry, which is refused without --force."`
	Force   bool              `help:"Let awards disappear from the registry."`
	DryRun  bool              `help:"Say what would change in the registry, and write nothing."`
	packFlags
}

func (c *registryImportCommand) Help() string {
	return `Reads results as people write them down: headers in French or English (nom, SIREN,
type, édition, niveau, mentions …), commas, semicolons or tabs, UTF-8 or
Windows-1252; levels and kinds by their names. Identifiers, codes and places of
holders that the registry knows are taken from there.

Rows that are not confirmed (a column "confidence" or "confirmé") or have no
level are left out, and told. Faults are printed as file:line: column, and then
nothing is written and the exit code is 3. A SIREN has its check digit, a level is
of its edition, nobody is awarded one edition twice; a name that is another than
before is a doubt.

With --into the rows are added to a registry, what changes is printed as by
"registry diff", and the file is replaced at once. An award keeps its row for
ever: an import that would take one away is refused.

Examples:
  panonceau registry import results.csv --label tnl > new-rows.csv
  panonceau registry import results.csv --label tnl --into tnl-holders.csv --dry-run
  panonceau registry import results.csv --label tnl --map "Palier atteint=level" --edition 2025`
}

func (c *registryImportCommand) Run(t *terminal) error {
	if c.Into != "" {
		c.Registry = c.Into
	}
	old, err := c.read()
	if err != nil {
		return tell(t.err, err)
	}
	p, err := c.pack(old)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	sheet, err := intake.Read(filepath.Base(c.File), data)
	if err != nil {
		return err
	}
	r, err := sheet.Convert(old, p, intake.Options{Map: c.Map, Edition: c.Edition})
	if err != nil {
		return err
	}
	report(t.err, sheet, r)
	if len(r.Faults) > 0 {
		return errProblems
	}
	if c.Into == "" {
		return c.print(t, old, p, r)
	}
	return c.merge(t, old, p, r)
}

// pack returns the label that the results are of.
func (c *registryImportCommand) pack(cat *catalog.Catalog) (*catalog.Pack, error) {
	switch p := cat.Pack(c.Label); {
	case p != nil:
		return p, nil
	case c.Label != "":
		return nil, fmt.Errorf("no label is called %q", c.Label)
	case len(cat.Packs) == 1:
		return cat.Packs[0], nil
	}
	return nil, hint{errors.New("there are several labels"), "say of which the results are, with --label"}
}

// report says what became of the rows of a sheet.
func report(w io.Writer, s *intake.Sheet, r *intake.Result) {
	for _, n := range r.Faults {
		fmt.Fprintln(w, n)
	}
	for _, n := range r.LeftOut {
		fmt.Fprintln(w, n)
	}
	for _, n := range r.Doubts {
		fmt.Fprintln(w, n.String()+" (doubt)")
	}
	for _, header := range r.Passed {
		fmt.Fprintf(w, "%s: column %q is passed over\n", s.File, header)
	}
	fmt.Fprintf(w, "%s: rows %d, awards %d, left out %d, doubts %d, faults %d\n", s.File, len(s.Rows), len(r.Rows), len(r.LeftOut), len(r.Doubts), len(r.Faults))
}

// print checks the rows as a registry and prints them.
func (c *registryImportCommand) print(t *terminal, old *catalog.Catalog, p *catalog.Pack, r *intake.Result) error {
	data := r.CSV()
	if _, err := c.with(p, data); err != nil {
		return tell(t.err, err)
	}
	_, err := t.out.Write(data)
	return err
}

// with reads the label with another registry.
func (c *registryImportCommand) with(p *catalog.Pack, registry []byte) (*catalog.Catalog, error) {
	o, err := (&packFlags{Packs: c.Packs}).sources(catalog.Sources{Only: p.ID})
	if err != nil {
		return nil, err
	}
	o.Registry, o.RegistryName = registry, p.ID+"-holders.csv"
	return catalog.Load(o)
}

// merge adds the rows to the registry, and says what changes.
func (c *registryImportCommand) merge(t *terminal, old *catalog.Catalog, p *catalog.Pack, r *intake.Result) error {
	registry, err := os.ReadFile(c.Into)
	if err != nil {
		return err
	}
	m, err := r.Merge(filepath.Base(c.Into), registry, c.Whole)
	if err != nil {
		return err
	}
	next, err := c.with(p, m.Data)
	if err != nil {
		return tell(t.err, err)
	}
	showChanges(t.out, old.Changes(next, p.ID))
	switch {
	case len(m.Gone) > 0 && !c.Force:
		return hint{fmt.Errorf("awards that would disappear from %s: %d", c.Into, len(m.Gone)),
			"give them the state withdrawn, or leave --whole out; --force lets them go"}
	case c.DryRun || bytes.Equal(m.Data, registry):
		return nil
	}
	return replace(c.Into, m.Data)
}

// replace writes a file anew, whole or not at all.
func replace(name string, data []byte) error {
	mode := os.FileMode(0o644)
	if was, err := os.Stat(name); err == nil {
		mode = was.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // which it is not called any more, if all went well
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
