package kit_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/jpeg"
	"image/png"
	"io"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/kit"
)

// load returns a catalog and the order of a kit in it.
func load(t *testing.T, packs, address string) (*catalog.Catalog, *catalog.Order) {
	t.Helper()
	o := catalog.Sources{Base: "https://labels.example"}
	if packs != "" {
		o.Packs = os.DirFS(packs)
	}
	c, err := catalog.Load(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := catalog.ParseRequest(address)
	if err != nil {
		t.Fatal(err)
	}
	order, err := c.Resolve(r)
	if err != nil {
		t.Fatal(err)
	}
	return c, order
}

func write(t *testing.T, c *catalog.Catalog, o *catalog.Order, options kit.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := kit.Write(t.Context(), &b, c, o, options); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read returns the names of the files in an archive, in their order, and the
// files.
func read(t *testing.T, archive []byte) ([]string, map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	files := make(map[string][]byte)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r) // checks the CRC
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if files[f.Name] != nil {
			t.Errorf("%s: twice in the archive", f.Name)
		}
		names = append(names, f.Name)
		files[f.Name] = body
	}
	return names, files
}

// TestKit looks into a kit of a label that has little in common with the one
// this was made for.
func TestKit(t *testing.T) {
	c, o := load(t, "../testdata/packs", "/coquelicot/holders/210500740/latest.zip")
	names, files := read(t, write(t, c, o, kit.Options{}))
	checkDesigns(t, o.Label, names)
	checkList(t, "testdata/coquelicot.txt", names)
	checkFiles(t, files)
	if page := string(files["index.html"]); !strings.Contains(page, "Bourg de Lettret") {
		t.Error("index.html does not say whose kit it is")
	}
}

// checkFiles looks into every file of a kit.
func checkFiles(t *testing.T, files map[string][]byte) {
	t.Helper()
	for name, body := range files {
		checkFile(t, name, body)
	}
	checkManifest(t, files)
	checkPage(t, files)
}

// checkDesigns holds that every design is in each of its folders.
func checkDesigns(t *testing.T, p *catalog.Pack, names []string) {
	t.Helper()
	all := strings.Join(names, "\n")
	for _, d := range p.Designs {
		if d.Orderable() && len(d.Kit) == 0 {
			t.Errorf("%s: in no folder", d.ID)
		}
		for _, folder := range d.Kit {
			file := regexp.MustCompile(`(?m)^` + string(folder) + `/[^_]*_[^_]*_` + d.ID + `[-_.@]`)
			if !file.MatchString(all) {
				t.Errorf("%s: nothing in %s", d.ID, folder)
			}
		}
	}
}

// checkList compares the files of a kit with those of the last time.
func checkList(t *testing.T, golden string, names []string) {
	t.Helper()
	got := strings.Join(names, "\n") + "\n"
	if os.Getenv("UPDATE") == "1" && os.Getenv("CI") == "" {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not the files of %s; if they changed on purpose: UPDATE=1 go test ./kit\n%s", golden, got)
	}
}

var fileName = regexp.MustCompile(`^([a-z-]+/)?[A-Za-z0-9_.@-]+$`)

// checkFile holds that a file is what its name says.
func checkFile(t *testing.T, name string, body []byte) {
	t.Helper()
	if !fileName.MatchString(name) || len(path.Base(name)) > 100 {
		t.Errorf("%s: not a name that all programs take", name)
	}
	var err error
	starts := func(s string) {
		if !bytes.HasPrefix(body, []byte(s)) {
			err = errors.New("does not begin with " + s)
		}
	}
	switch path.Ext(name) {
	case ".svg":
		err = xml.Unmarshal(body, new(struct {
			XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
		}))
	case ".png":
		_, err = png.Decode(bytes.NewReader(body))
	case ".jpg":
		_, err = jpeg.Decode(bytes.NewReader(body))
	case ".pdf":
		starts("%PDF-1.")
	case ".eps":
		starts("%!PS-Adobe-3.0 EPSF-3.0")
	case ".dxf":
		starts("0\nSECTION\n")
	case ".html":
		starts("<!DOCTYPE html>")
	case ".json", ".txt", ".md":
		if len(body) < 40 {
			err = errors.New("nearly empty")
		}
	default:
		err = errors.New("an extension that is not expected")
	}
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// checkManifest holds that the manifest has every picture, as it is.
func checkManifest(t *testing.T, files map[string][]byte) {
	t.Helper()
	var m struct {
		URL   string
		Files []struct {
			Path, SHA256, Alt, URL string
			Bytes                  int
			Media                  string `json:"media_type"`
		}
		Texts []struct {
			Path, SHA256, URL, Lang string
			Bytes                   int
			Media                   string `json:"media_type"`
		}
		Omitted []struct{ Path, Reason string }
	}
	if err := json.Unmarshal(files["manifest.json"], &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Files)+len(m.Texts) != len(files)-4 {
		t.Errorf("the manifest has %d pictures and %d texts, the archive %d files and four more", len(m.Files), len(m.Texts), len(files)-4)
	}
	if !strings.HasPrefix(m.URL, "https://labels.example/") || strings.Contains(m.URL, "latest") {
		t.Errorf("address %s", m.URL)
	}
	for _, f := range m.Files {
		body := files[f.Path]
		sum := sha256.Sum256(body)
		if len(body) != f.Bytes || hex.EncodeToString(sum[:]) != f.SHA256 {
			t.Errorf("%s: not of the size or the digest in the manifest", f.Path)
		}
		if f.Alt == "" || f.Media == "" || strings.Contains(f.URL, "latest") {
			t.Errorf("%s: %+v", f.Path, f)
		}
		if _, err := catalog.ParseRequest(f.URL); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	for _, f := range m.Texts {
		body := files[f.Path]
		sum := sha256.Sum256(body)
		if len(body) != f.Bytes || hex.EncodeToString(sum[:]) != f.SHA256 || f.Media == "" || f.Lang == "" {
			t.Errorf("%+v: not as in the archive", f)
		}
		if _, err := catalog.ParseRequest(f.URL); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	for _, f := range m.Omitted {
		if files[f.Path] != nil || f.Reason == "" {
			t.Errorf("%+v: in the archive, or without a reason", f)
		}
	}
}

var (
	reference = regexp.MustCompile(`(?:href|src)="([^"#][^"]*)"`)
	image     = regexp.MustCompile(`<img [^>]*>`)
)

// checkPage holds that the page refers to every picture, and to nothing that
// is not in the archive.
func checkPage(t *testing.T, files map[string][]byte) {
	t.Helper()
	page := string(files["index.html"])
	seen := make(map[string]bool)
	for _, m := range reference.FindAllStringSubmatch(page, -1) {
		if strings.HasPrefix(m[0], `href="https://`) {
			continue // in a text, for who reads it
		}
		name, err := url.PathUnescape(m[1])
		if err != nil || files[name] == nil {
			t.Errorf("index.html refers to %s", m[1])
		}
		seen[name] = true
	}
	for name := range files {
		if strings.Contains(name, "/") && !seen[name] {
			t.Errorf("index.html does not show %s", name)
		}
	}
	for _, img := range image.FindAllString(page, -1) {
		if !strings.Contains(img, ` alt="`) || strings.Contains(img, ` alt=""`) || !strings.Contains(img, ` width="`) {
			t.Errorf("no alternative text, or no size: %s", img)
		}
	}
	for _, foreign := range []string{"<script", "@import", "url(", "<link"} {
		if strings.Contains(page, foreign) {
			t.Errorf("index.html has %s", foreign)
		}
	}
}

// TestSameBytes holds that a kit does not depend on who is done first, nor on
// whether it was asked for as the latest one.
func TestSameBytes(t *testing.T) {
	c, o := load(t, "../testdata/packs", "/coquelicot/holders/210500740/latest.zip")
	_, named := load(t, "../testdata/packs", "/coquelicot/holders/210500740/2022-2024.zip")
	one := write(t, c, o, kit.Options{Workers: 1})
	if !bytes.Equal(one, write(t, c, o, kit.Options{Workers: 5})) {
		t.Error("other bytes with five workers")
	}
	if !bytes.Equal(one, write(t, c, named, kit.Options{})) {
		t.Error("other bytes by the name of the edition")
	}
	if o.Key != named.Key {
		t.Error("other keys for the same bytes")
	}
}

func TestLanguage(t *testing.T) {
	c, o := load(t, "../testdata/packs", "/coquelicot/holders/210500740/latest.zip?lang=en")
	_, files := read(t, write(t, c, o, kit.Options{}))
	if s, _, _ := strings.Cut(string(files["README.txt"]), "\n"); !strings.Contains(s, "flower") {
		t.Errorf("not in English: %s", s)
	}
}

func TestProgress(t *testing.T) {
	c, o := load(t, "../testdata/packs", "/coquelicot/holders/210500740/latest.zip")
	last, all := 0, 0
	write(t, c, o, kit.Options{Progress: func(done, total int, name string) {
		if done != last+1 || name == "" {
			t.Errorf("%d after %d, %q", done, last, name)
		}
		last, all = done, total
	}})
	if last != all || all == 0 {
		t.Errorf("%d of %d", last, all)
	}
}

var errFull = errors.New("full")

// A smallDisk takes some bytes, and no more.
type smallDisk struct{ room int }

func (d *smallDisk) Write(b []byte) (int, error) {
	if d.room -= len(b); d.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteFails(t *testing.T) {
	c, o := load(t, "../testdata/packs", "/coquelicot/holders/210500740/latest.zip")
	for _, room := range []int{0, 5000, 20000} {
		if err := kit.Write(t.Context(), &smallDisk{room}, c, o, kit.Options{}); !errors.Is(err, errFull) {
			t.Errorf("room for %d bytes: %v", room, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := kit.Write(ctx, io.Discard, c, o, kit.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	r, _ := catalog.ParseRequest("/coquelicot/holders/210500740/latest/flower.svg")
	picture, err := c.Resolve(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := kit.Write(t.Context(), io.Discard, c, picture, kit.Options{}); err == nil {
		t.Error("the kit of a picture")
	}
}

func TestName(t *testing.T) {
	for address, want := range map[string]string{
		"/coquelicot/holders/xplouguerneau/latest.zip": "COQUELICOT-2022-2024-deux_plouguerneau.zip",
		"/coquelicot/holders/xlemans/2019-2021.zip":    "COQUELICOT-2019-2021-deux_le-mans.zip",
	} {
		if _, o := load(t, "../testdata/packs", address); kit.Name(o) != want {
			t.Errorf("%s: %s; want %s", address, kit.Name(o), want)
		}
	}
}

func BenchmarkKit(b *testing.B) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		b.Fatal(err)
	}
	r, _ := catalog.ParseRequest("/tnl/holders/213801517/2025.zip")
	o, err := c.Resolve(r)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := kit.Write(b.Context(), io.Discard, c, o, kit.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
