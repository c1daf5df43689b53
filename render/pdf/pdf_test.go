package pdf

import (
	"bytes"
	"os"
	"testing"

	"panonceau/render"
)

func encode(t testing.TB, d *render.Drawing, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP")
	if dir == "" {
		t.Skip()
	}
	os.WriteFile(dir+"/rich-x4.pdf", encode(t, rich(), Options{Marks: true, Date: "2026-11-22"}), 0o666)
	os.WriteFile(dir+"/rich-x4-tagged.pdf", encode(t, rich(), Options{Tagged: true, Marks: true}), 0o666)
	os.WriteFile(dir+"/plain-x4.pdf", encode(t, plain(), Options{}), 0o666)
	os.WriteFile(dir+"/plain-x1a.pdf", encode(t, plain(), Options{Preset: "x1a"}), 0o666)
	os.WriteFile(dir+"/rich-screen.pdf", encode(t, rich(), Options{Preset: "screen"}), 0o666)
	os.WriteFile(dir+"/rich-text.pdf", encode(t, rich(), Options{Uncompressed: true}), 0o666)
}
