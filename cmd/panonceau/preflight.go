package main

import (
	"fmt"
	"io"
	"os"

	"panonceau/internal/preflight"
)

type preflightCommand struct {
	Files []string `arg:"" name:"file" help:"PDF files."`
	Quiet bool     `short:"q" help:"Print errors and warnings only."`
}

func (c *preflightCommand) Help() string {
	return `Says which rules of print files each PDF keeps: sizes, inks, output intent,
metadata, layers, transparency. The rules are those publicly known of PDF/X and
the habits of print shops; nothing is certified. The exit code is 3 if a rule is
broken.

Examples:
  panonceau preflight sign.pdf
  panonceau preflight -q *.pdf`
}

func (c *preflightCommand) Run(t *terminal) error {
	broken := false
	for _, name := range c.Files {
		report, err := preflightFile(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		results := report.Results
		if c.Quiet {
			results = report.Worst()
		}
		for _, r := range results {
			fmt.Fprintf(t.out, "%s: %s: %s (%s)\n", name, r.Status, r.Text, r.Rule)
		}
		broken = broken || !report.OK()
	}
	if broken {
		return errProblems
	}
	return nil
}

// maxPreflight bounds the files that are read: a poster with pictures has 50 MB.
const maxPreflight = 256 << 20

func preflightFile(name string) (*preflight.Report, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPreflight+1))
	if err != nil {
		return nil, err
	}
	return preflight.Check(b)
}
