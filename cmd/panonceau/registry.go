package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"panonceau/catalog"
)

type registryCommand struct {
	Check registryCheckCommand `cmd:"" help:"Say what is wrong with a registry."`
	Diff  registryDiffCommand  `cmd:"" help:"Say what a registry changes."`

	Import registryImportCommand `cmd:"" help:"Turn a spreadsheet of results into rows of a registry."`
}

type registryCheckCommand struct {
	File  string `arg:"" help:"CSV file of awards, named LABEL-holders.csv."`
	Packs string `env:"PANONCEAU_PACKS" placeholder:"DIR" help:"Directory of packs instead of the ones inside the program."`
}

func (c *registryCheckCommand) Help() string {
	return `Reads a registry as the server does: identifiers with their check digit, levels
that the edition has, awards given twice. Faults are printed as file:line:
column, and the exit code is 3. What is allowed and looks like a mistake, such
as a name that changes between editions, is printed as a doubt.

Examples:
  panonceau registry check tnl-holders.csv`
}

func (c *registryCheckCommand) Run(t *terminal) error {
	packs := packFlags{c.Packs, c.File}
	cat, err := packs.read()
	if err != nil {
		return tell(t.out, err)
	}
	label := cat.LabelOf(c.File)
	holders, awards := cat.Holders(label), 0
	for _, h := range holders {
		awards += len(h.Awards)
	}
	for _, doubt := range cat.Doubts(label) {
		fmt.Fprintln(t.out, doubt+" (doubt)")
	}
	fmt.Fprintf(t.out, "%s: %d holders, %d awards: no fault\n", label, len(holders), awards)
	return nil
}

// read reads the catalog, without the hint for whoever did not ask for a check.
func (f *packFlags) read() (*catalog.Catalog, error) {
	o, err := f.sources(catalog.Sources{Now: time.Now})
	if err != nil {
		return nil, err
	}
	return catalog.Load(o)
}

type registryDiffCommand struct {
	File string `arg:"" help:"The new CSV file of awards, named LABEL-holders.csv."`
	packFlags
}

func (c *registryDiffCommand) Help() string {
	return `Compares a registry with the one in use, that of --registry or beside the packs:
+ is an award that is new, - one that is gone, ~ one that differs. An award that
no longer holds keeps its row, with the state "withdrawn": a row that is gone
makes addresses that were published say that there was no award.

Examples:
  panonceau registry diff new/tnl-holders.csv
  panonceau registry diff new/tnl-holders.csv --registry tnl-holders.csv`
}

func (c *registryDiffCommand) Run(t *terminal) error {
	old, err := c.read()
	if err != nil {
		return tell(t.out, err)
	}
	next := packFlags{c.Packs, c.File}
	cat, err := next.read()
	if err != nil {
		return tell(t.out, err)
	}
	showChanges(t.out, old.Changes(cat, cat.LabelOf(c.File)))
	return nil
}

// showChanges prints what differs between two registries, and warns of what
// would be forgotten.
func showChanges(w io.Writer, changes []catalog.Change) {
	var added, gone, differ int
	for _, ch := range changes {
		at := ch.Holder + " " + ch.Edition
		switch {
		case ch.Old == nil:
			added++
			fmt.Fprintf(w, "+ %s %s %s\n", at, ch.New.Level, ch.New.Name)
		case ch.New == nil:
			gone++
			fmt.Fprintf(w, "- %s %s %s\n", at, ch.Old.Level, ch.Old.Name)
		default:
			differ++
			fmt.Fprintf(w, "~ %s %s\n", at, strings.Join(ch.What, "; "))
		}
	}
	fmt.Fprintf(w, "%d new, %d gone, %d different\n", added, gone, differ)
	if gone > 0 {
		fmt.Fprintln(w, "history is lost: an award keeps its row for ever; one that no longer holds has the state \"withdrawn\"")
	}
}
