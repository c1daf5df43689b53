package golden

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a test whose failures are looked at instead of reported.
type recorder struct {
	testing.TB
	dir      string
	messages []string
}

func (r *recorder) Helper()             {}
func (r *recorder) ArtifactDir() string { return r.dir }
func (r *recorder) Error(args ...any)   { r.messages = append(r.messages, fmt.Sprint(args...)) }
func (r *recorder) Errorf(format string, args ...any) {
	r.messages = append(r.messages, fmt.Sprintf(format, args...))
}

// run calls test in an empty directory with the given references.
func run(t *testing.T, references map[string]string, test func(t testing.TB)) *recorder {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range references {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file(name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r := &recorder{TB: t, dir: t.TempDir()}
	test(r)
	return r
}

func (r *recorder) expect(t *testing.T, want ...string) {
	t.Helper()
	all := strings.Join(r.messages, "\n")
	if len(want) == 0 && all != "" {
		t.Errorf("fails with %q, should pass", all)
	}
	for _, w := range want {
		if !strings.Contains(all, w) {
			t.Errorf("message %q, want it to say %q", all, w)
		}
	}
}

func env(t *testing.T, update, ci string) {
	t.Setenv("UPDATE", update)
	t.Setenv("CI", ci)
}

func TestText(t *testing.T) {
	lines := "one\ntwo\nthree\nfour\nfive\n"
	text := func(got string) func(testing.TB) {
		return func(t testing.TB) { Text(t, "a.txt", []byte(got)) }
	}
	long := strings.Repeat("x", 5000)
	for _, c := range []struct {
		name, reference, got string
		want                 []string
	}{
		{"same", lines, lines, nil},
		{"line", lines, "one\ntwo\nTHREE\nfour\nfive\n", []string{"line 3 differs", "  two\n- three\n+ THREE\n  four\n"}},
		{"shorter", lines, "one\ntwo\n", []string{"line 3 differs (6 lines wanted, 3 got)"}},
		{"longer", "one", "one\ntwo", []string{"line 2 differs (1 lines wanted, 2 got)", "+ two"}},
		{"long line", long + "a" + long, long + "b" + long, []string{"- …xxx", "xax", "xbx", "xxx…"}},
		{"too large", strings.Repeat(long, 5), lines, []string{"a reference of 25000 bytes; at most 20480"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			env(t, "", "")
			run(t, map[string]string{"a.txt": c.reference}, text(c.got)).expect(t, c.want...)
		})
	}
}

func TestTextLarge(t *testing.T) {
	env(t, "", "")
	content := strings.Repeat("x", 30<<10)
	run(t, map[string]string{"a.txt": content}, func(t testing.TB) {
		Large.Text(t, "a.txt", []byte(content))
	}).expect(t)
}

func TestUpdate(t *testing.T) {
	write := func(t testing.TB) { Text(t, "sub/a.txt", []byte("new")) }
	t.Run("missing", func(t *testing.T) {
		env(t, "", "")
		run(t, nil, write).expect(t, "no such reference; UPDATE=1 writes it")
	})
	t.Run("written", func(t *testing.T) {
		env(t, "1", "")
		run(t, nil, write).expect(t, "reference written, look at it")
		got, err := os.ReadFile(file("sub/a.txt"))
		if err != nil || string(got) != "new" {
			t.Errorf("reference %q, error %v", got, err)
		}
	})
	t.Run("same", func(t *testing.T) {
		env(t, "1", "")
		run(t, map[string]string{"a.txt": "new"}, func(t testing.TB) { Text(t, "a.txt", []byte("new")) }).expect(t)
	})
	t.Run("CI", func(t *testing.T) {
		env(t, "1", "true")
		run(t, nil, write).expect(t, "not updated where CI=true")
		if _, err := os.Stat(file("sub/a.txt")); err == nil {
			t.Error("a reference was written")
		}
	})
	t.Run("too large", func(t *testing.T) {
		env(t, "1", "")
		run(t, nil, func(t testing.TB) { Text(t, "a.txt", make([]byte, 21<<10)) }).expect(t, "a reference of 21504 bytes; at most 20480")
	})
}

// picture returns a disc whose pixel (3, 2) is c.
func picture(c color.NRGBA) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 8, 6))
	for y := range 6 {
		for x := range 8 {
			m.SetNRGBA(x, y, color.NRGBA{R: uint8(30 * x), G: uint8(40 * y), B: 90, A: 255})
		}
	}
	m.SetNRGBA(3, 2, c)
	return m
}

func TestImage(t *testing.T) {
	base := color.NRGBA{R: 100, G: 100, B: 100, A: 255}
	var reference strings.Builder
	if err := png.Encode(&reference, picture(base)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		got  image.Image
		want []string
	}{
		{"same", picture(base), nil},
		{"within the tolerance", picture(color.NRGBA{R: 101, G: 99, B: 100, A: 255}), nil},
		{"beyond it", picture(color.NRGBA{R: 102, G: 100, B: 100, A: 255}), []string{"1 pixels differ, by up to 2, first at (3,2)", "; see "}},
		{"size", image.NewNRGBA(image.Rect(0, 0, 9, 6)), []string{"(9,6) pixels, want (8,6)", "; see "}},
		{"part of another", picture(base).SubImage(image.Rect(1, 1, 8, 6)), []string{"(7,5) pixels"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			env(t, "", "")
			r := run(t, map[string]string{"p.png": reference.String()}, func(t testing.TB) { Image(t, "p.png", c.got) })
			r.expect(t, c.want...)
			_, err := os.Stat(filepath.Join(r.dir, "p.png"))
			if kept := err == nil; kept != (c.want != nil) {
				t.Errorf("panels kept: %v", kept)
			}
		})
	}
}

func TestImageUpdate(t *testing.T) {
	env(t, "1", "")
	want := picture(color.NRGBA{R: 1, A: 255})
	run(t, nil, func(t testing.TB) { Image(t, "p.png", want) }).expect(t, "reference written")
	env(t, "", "")
	r := &recorder{TB: t, dir: t.TempDir()}
	Image(r, "p.png", want)
	r.expect(t)
	env(t, "1", "")
	Image(r, "p.png", picture(color.NRGBA{G: 200, A: 255}))
	r.expect(t, "reference written")
}

// The panels show what was wanted, what differs and what was got.
func TestPanels(t *testing.T) {
	env(t, "", "")
	a, b := picture(color.NRGBA{R: 255, A: 255}), picture(color.NRGBA{B: 255, A: 255})
	r := &recorder{TB: t, dir: t.TempDir()}
	panels(r, "sub/p.png", a, b)
	f, err := os.Open(filepath.Join(r.dir, "sub-p.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []color.RGBA{{R: 255, A: 255}, {R: 255, G: 127, A: 255}, {B: 255, A: 255}} {
		if got := at(m, i*(8+4)+3, 2); got != want {
			t.Errorf("panel %d: %v, want %v", i, got, want)
		}
	}
	if got := at(m, 8+4, 0); got != (color.RGBA{A: 255}) {
		t.Errorf("mask where nothing differs: %v", got)
	}
}
