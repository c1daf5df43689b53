package catalog

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"panonceau/arms"
	"panonceau/render"
)

// armsSuffix follows the label in the name of the directory, beside a registry,
// that has the coats of arms of its holders: ID.svg or ID.png each.
const armsSuffix = "-arms"

// An armory is the coats of arms of one label. Files are checked when it is
// read, and decoded again when they are drawn: a few are kept, as a label may
// have thousands.
type armory struct {
	dir    fs.FS
	name   string                              // of dir, for messages
	files  map[string]*armsFile                // by id of the holder
	nobody []string                            // files of identifiers that no holder has
	kept   *lru.Cache[string, *render.Drawing] // by name of the file
}

// An armsFile is a file that was found good.
type armsFile struct {
	name   string
	digest string
}

// keptArms is how many coats of arms are kept decoded, of 8 MiB at most each.
const keptArms = 16

// readArmory reads the coats of arms beside a registry; a directory that is not
// there has none. The error tells the faults of all files.
func readArmory(fsys fs.FS, label string, r *registry) (*armory, error) {
	kept, err := lru.New[string, *render.Drawing](keptArms)
	if err != nil {
		return nil, err
	}
	a := &armory{name: label + armsSuffix, files: make(map[string]*armsFile), kept: kept}
	entries, err := fs.ReadDir(fsys, a.name)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return nil, err
	}
	if len(entries) > maxArms {
		return nil, fmt.Errorf("%s: %d files; at most %d", a.name, len(entries), maxArms)
	}
	if a.dir, err = fs.Sub(fsys, a.name); err != nil {
		return nil, err
	}
	var faults []error
	for _, e := range entries { // by name
		if err := a.enter(e.Name(), r); err != nil {
			faults = append(faults, err)
		}
	}
	faults = append(faults, a.check()...)
	if len(faults) > maxFaults {
		faults = faults[:maxFaults]
	}
	return a, errors.Join(faults...)
}

// enter finds whose arms a file has. Hidden files, and texts about the others,
// are passed over.
func (a *armory) enter(name string, r *registry) error {
	ext := path.Ext(name)
	if name[0] == '.' || ext == ".md" || ext == ".txt" {
		return nil
	}
	id := strings.TrimSuffix(name, ext)
	if !slices.Contains(arms.Extensions(), ext) || (!isSIREN(id) && !isOwnID(id)) {
		return fmt.Errorf("%s/%s: want the identifier of a holder, then %s", a.name, quote(name), strings.Join(arms.Extensions(), " or "))
	}
	h := r.byID[id]
	if h == nil {
		a.nobody = append(a.nobody, fmt.Sprintf("%s/%s: no holder has this identifier", a.name, name))
		id = ""
	} else {
		id = h.ID
	}
	if other := a.files[id]; other != nil && id != "" {
		return fmt.Errorf("%s/%s: %s has the arms of this holder already", a.name, name, other.name)
	}
	a.files[cmp.Or(id, name)] = &armsFile{name: name}
	return nil
}

// check reads and decodes every file, several at a time.
func (a *armory) check() []error {
	files := make([]*armsFile, 0, len(a.files))
	for _, f := range a.files {
		files = append(files, f)
	}
	slices.SortFunc(files, func(f, g *armsFile) int { return strings.Compare(f.name, g.name) })
	faults := make([]error, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				var data []byte
				if data, faults[i] = a.read(files[i]); faults[i] == nil {
					sum := sha256.Sum256(data)
					files[i].digest = hex.EncodeToString(sum[:16])
					_, faults[i] = arms.Decode(a.name+"/"+files[i].name, data)
				}
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	workers.Wait()
	return slices.DeleteFunc(faults, func(err error) bool { return err == nil })
}

// read reads a file, and no more of it than is allowed.
func (a *armory) read(f *armsFile) ([]byte, error) {
	at := a.name + "/" + f.name
	info, err := fs.Stat(a.dir, f.name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a file", at)
	}
	r, err := a.dir.Open(f.name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, arms.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at, err)
	}
	return data, nil
}

// drawing returns the arms in a file that was checked.
func (a *armory) drawing(f *armsFile) (*render.Drawing, error) {
	if d, ok := a.kept.Get(f.name); ok {
		return d, nil
	}
	data, err := a.read(f)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:16]) != f.digest {
		return nil, fmt.Errorf("%s/%s: changed since it was checked; reload", a.name, f.name)
	}
	d, err := arms.Decode(a.name+"/"+f.name, data)
	if err == nil {
		a.kept.Add(f.name, d)
	}
	return d, err
}

// armsOf returns the file with the arms of a holder, which may be nil, or nil.
func (c *Catalog) armsOf(h *Holder) *armsFile {
	if h == nil || c.armories[h.label] == nil {
		return nil
	}
	return c.armories[h.label].files[h.ID]
}

// HasArms reports whether the coat of arms of a holder is known.
func (c *Catalog) HasArms(h *Holder) bool { return c.armsOf(h) != nil }

// heraldry finds the coat of arms of the holder, and decodes it if the design
// shows it. Who hides its name hides it too.
func (v *resolver) heraldry() error {
	f := v.catalog.armsOf(v.Holder)
	if f == nil || v.hides(hideHolder) {
		return nil
	}
	v.arms = f
	if !v.style.hasArms() {
		return nil
	}
	var err error
	v.armsArt, err = v.catalog.armories[v.Label.ID].drawing(f)
	return err
}

// hasArms reports whether the artwork, or a piece of it, shows arms.
func (s *Style) hasArms() bool {
	return s.Art.HasArms() || slices.ContainsFunc(s.parts, (*render.Design).HasArms)
}
