package pdffile

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/pdf"
)

func read(t *testing.T, s string) Object {
	t.Helper()
	l := lexer{b: []byte(s)}
	o, err := l.next()
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return o
}

func TestObjects(t *testing.T) {
	tests := []struct {
		in   string
		want Object
	}{
		{"null", nil}, {"true", true}, {" %c\n -.5", -0.5}, {"/A#20B", Name("A B")}, {"/", Name("")},
		{`(a(b)\)\n\101\
c)`, String("a(b))\nAc")},
		{"<48 6>", String("H`")},
		{"[1 2 0 R /X[]]", Array{1.0, Ref{2, 0}, Name("X"), Array(nil)}},
		{"<</A 1/B<</C(x)>>>>", Dict{"A": 1.0, "B": Dict{"C": String("x")}}},
	}
	for _, tt := range tests {
		if got := read(t, tt.in); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s = %#v, want %#v", tt.in, got, tt.want)
		}
	}
	for _, bad := range []string{"", "(a", "<zz>", "[1", "<</A>>", "<<1 2>>", ")", "[obj]", strings.Repeat("[", 100)} {
		l := lexer{b: []byte(bad)}
		if o, err := l.next(); err == nil {
			t.Errorf("%q = %#v, want an error", bad, o)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[String]string{"abc": "abc", "\xFE\xFF\x00\xE9\x20\x19": "é’", "\xEF\xBB\xBFé": "é", "\xE9": "é"} {
		if got := s.Text(); got != want {
			t.Errorf("%q is %q, want %q", string(s), got, want)
		}
	}
}

func sample(t testing.TB, o pdf.Options) []byte {
	t.Helper()
	d := &render.Drawing{Width: 100, Height: 50, Unit: 1, Title: "Été", Root: render.NewGroup(&render.Shape{
		Path: geom.RectWH(0, 0, 10, 10).Path(), Fill: &render.Fill{Paint: render.Color{}, Opacity: 1}})}
	var b bytes.Buffer
	if err := pdf.Encode(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What our encoder writes is read back, with tables and with streams, as it is
// and as qpdf rewrites it with predictors and updates of its own.
func TestOpen(t *testing.T) {
	inputs := map[string][]byte{
		"streams": sample(t, pdf.Options{}),
		"table":   sample(t, pdf.Options{Preset: "x1a"}),
		"text":    sample(t, pdf.Options{Uncompressed: true}),
	}
	if qpdf, err := exec.LookPath("qpdf"); err == nil {
		dir := t.TempDir()
		in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
		if err := os.WriteFile(in, inputs["table"], 0o666); err != nil {
			t.Fatal(err)
		}
		if msg, err := exec.Command(qpdf, "--object-streams=generate", "--linearize", in, out).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, msg)
		}
		if inputs["qpdf"], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	for name, b := range inputs {
		f, err := Open(b)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !f.Binary {
			t.Errorf("%s: no binary comment", name)
		}
		info, _ := f.Resolve(f.Trailer["Info"]).(Dict)
		if title, _ := info["Title"].(String); title.Text() != "Été" {
			t.Errorf("%s: title %q", name, title.Text())
		}
		root, _ := f.Resolve(f.Trailer["Root"]).(Dict)
		pages, _ := f.Resolve(root["Pages"]).(Dict)
		kids, _ := f.Resolve(pages["Kids"]).(Array)
		if len(kids) != 1 {
			t.Fatalf("%s: pages %v", name, kids)
		}
		page, _ := f.Resolve(kids[0]).(Dict)
		content, _ := f.Resolve(page["Contents"]).(*Stream)
		data, err := f.Decode(content)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var ops []string
		if err := Operators(data, func(op string, args []Object) bool {
			ops = append(ops, fmt.Sprint(len(args), op))
			return true
		}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, want := strings.Join(ops, " "), "0q 6cm 4k 2m 2l 2l 2l 0h 0f 0Q"; got != want {
			t.Errorf("%s: operators %s, want %s", name, got, want)
		}
	}
}

func TestFilters(t *testing.T) {
	f := &File{}
	tests := []struct {
		filter Object
		raw    string
		want   string
	}{
		{nil, "abc", "abc"},
		{Name("ASCIIHexDecode"), "61 62\n63>", "abc"},
		{Name("ASCII85Decode"), "@:E^~>", "abc"},
		{Array{Name("ASCIIHexDecode"), Name("FlateDecode")}, "789C4B4C4A0600024D0127>", "abc"},
	}
	for _, tt := range tests {
		got, err := f.Decode(&Stream{Dict{"Filter": tt.filter}, []byte(tt.raw)})
		if err != nil || string(got) != tt.want {
			t.Errorf("%v: %q, %v", tt.filter, got, err)
		}
	}
	if _, err := f.Decode(&Stream{Dict{"Filter": Name("DCTDecode")}, nil}); err == nil {
		t.Error("a JPEG is decoded")
	}
}

// PNG §9: each filter, over two rows of two bytes.
func TestUnfilter(t *testing.T) {
	got, err := unfilter([]byte{0, 1, 2, 1, 1, 1, 2, 1, 1, 3, 1, 1, 4, 1, 1}, 1, 2)
	if want := []byte{1, 2, 1, 2, 2, 3, 2, 3, 3, 4}; err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	if _, err := unfilter([]byte{9, 1}, 1, 1); err == nil {
		t.Error("filter 9 is known")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Length 1 0 R>>stream\nx\nendstream endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 3>>startxref 9"))
	f.Add(sample(f, pdf.Options{Uncompressed: true})[:3000])
	f.Add([]byte("%PDF-1.4\n1 0 obj[1 0 R]endobj xref 0 2 0 0 f 9 0 n trailer<</Root 1 0 R>>startxref 29 "))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Open(b)
		if err != nil {
			return
		}
		for n := range 20 {
			if s, ok := file.Resolve(Ref{n, 0}).(*Stream); ok {
				if data, err := file.Decode(s); err == nil {
					_ = Operators(data, func(string, []Object) bool { return true })
				}
			}
		}
	})
}

func FuzzOperators(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 0 0 cm BI /W 1 ID x EI Q (a) Tj [(a) 3] TJ"))
	f.Fuzz(func(t *testing.T, b []byte) {
		_ = Operators(b, func(string, []Object) bool { return true })
	})
}
