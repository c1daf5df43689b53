package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"panonceau/artwork"
	"panonceau/catalog"
)

type newPackCommand struct {
	Dir string `arg:"" help:"Directory to write; its name is that of the label, in lower-case letters, digits and hyphens."`
}

func (c *newPackCommand) Help() string {
	return `Writes a small label to begin with: a commented label.toml, six designs, two
texts and, beside the directory, a registry with two holders. It passes
"panonceau check" and can be served at once. docs/packs.md goes on from there.

Nothing that is there already is touched.

Example:
  panonceau new-pack packs/my-label
  panonceau serve --packs packs`
}

func (c *newPackCommand) Run(t *terminal) error {
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return err
	}
	label := filepath.Base(dir)
	if !labelWord.MatchString(label) || len(label) > 40 || label == "holders" {
		return hint{fmt.Errorf("%s: the name of a label has lower-case letters, digits and hyphens, at most 40", label), "panonceau new-pack packs/my-label"}
	}
	registry := filepath.Join(filepath.Dir(dir), label+"-holders.csv")
	if err := vacant(dir, registry); err != nil {
		return err
	}
	starter, err := fs.Sub(artwork.Starter, "starter")
	if err != nil {
		return err
	}
	err = fs.WalkDir(starter, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		if e.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		if name == "holders.csv" {
			to = registry
		}
		data, err := fs.ReadFile(starter, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, []byte(strings.ReplaceAll(string(data), artwork.StarterLabel, label)), 0o644)
	})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "label.schema.json"), catalog.LabelSchema(), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%s\n%s\nNext: panonceau serve --packs %s\n", c.Dir, filepath.Join(filepath.Dir(c.Dir), filepath.Base(registry)), filepath.Dir(c.Dir))
	return nil
}

var labelWord = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// vacant checks that there is nothing where a pack is to be written.
func vacant(dir, registry string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		return hint{fmt.Errorf("%s: not empty", dir), "choose a directory that is not there yet"}
	}
	if _, err := os.Lstat(registry); err == nil {
		return hint{fmt.Errorf("%s: there already", registry), "move it away, or choose another name"}
	}
	return nil
}
