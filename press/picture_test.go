package press_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render/mockup"
)

// drawn returns the picture at an address.
func drawn(t *testing.T, c *catalog.Catalog, address string) []byte {
	t.Helper()
	r, err := catalog.ParseRequest(address)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	var b bytes.Buffer
	if err := press.Draw(&b, o); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return b.Bytes()
}

func TestMockups(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	const award = "/tnl/holders/213801517/2025/"
	steel, err := png.Decode(bytes.NewReader(drawn(t, c, award+"plaque.png?mockup=wall&width=90")))
	if err != nil || steel.Bounds().Size() != image.Pt(90, 60) {
		t.Errorf("%v, error %v; want 90 by 60 pixels", steel.Bounds(), err)
	}
	brass, err := png.Decode(bytes.NewReader(drawn(t, c, award+"plaque.png?mockup=wall&width=90&material=brass")))
	if err != nil {
		t.Fatal(err)
	}
	gold := func(m image.Image) bool { // between the words and the border
		r, _, b, _ := m.At(60, 44).RGBA()
		return r > b+0x2000
	}
	if gold(steel) || !gold(brass) {
		t.Error("the plaque is not shown in the material that is asked for")
	}
	post, err := jpeg.Decode(bytes.NewReader(drawn(t, c, award+"sign.jpg?mockup=post&width=64")))
	if err != nil || post.Bounds().Size() != image.Pt(64, 80) {
		t.Errorf("%v, error %v; want 64 by 80 pixels", post.Bounds(), err)
	}
	// What was not awarded hangs nowhere.
	state, err := jpeg.Decode(bytes.NewReader(drawn(t, c, "/tnl/holders/213801517/2019/sign.jpg?mockup=post&width=200")))
	if err != nil || state.Bounds().Size() != image.Pt(200, 280) {
		t.Errorf("%v, error %v; want the picture of a state, as large as a sign", state.Bounds(), err)
	}
}

// TestMockupWidths: a request may ask for every width that can be drawn, and
// for no other.
func TestMockupWidths(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	order := func(width string) error {
		r, err := catalog.ParseRequest("/tnl/2020/3/sign.png?mockup=post&width=" + width)
		if err != nil {
			return err
		}
		_, err = c.Resolve(r)
		return err
	}
	if mockup.MaxWidth != 2400 {
		t.Fatalf("mock-ups are up to %d pixels wide", mockup.MaxWidth)
	}
	for width, want := range map[string]error{"63": catalog.ErrInvalid, "64": nil, "2400": nil, "2401": catalog.ErrInvalid} {
		if err := order(width); !errors.Is(err, want) {
			t.Errorf("width %s: error %v; want %v", width, err, want)
		}
	}
}
