package catalog

import (
	"reflect"
	"testing"

	"panonceau/render/proof"
)

func TestTicket(t *testing.T) {
	c, err := Load(Sources{Base: "https://labels.example"})
	if err != nil {
		t.Fatal(err)
	}
	order := func(address string) *Order {
		t.Helper()
		_, _, o := answer(c, address)
		if o == nil {
			t.Fatalf("%s: refused", address)
		}
		return o
	}
	o := order("/tnl/holders/213801517/latest/sign.png?proof=a3&ref=A%201&version=2&date=2026-03-12&quantity=4&thickness=1.50&film=class-2&finish=mat&fixing=brides&material=aluminium&size=700x700mm")
	got := *o.Proof
	got.InkNames = nil
	want := proof.Ticket{
		Sheet: proof.A3, Lang: "fr", Reference: "A 1", Version: "2", Date: "2026-03-12", Product: "Panneau vertical",
		Material: "aluminium", Thickness: 1.5, Film: "class-2", Finish: "mat", Fixing: "brides", Quantity: 4, Sign: true,
		Permalink: "https://labels.example/tnl/holders/213801517/2025/sign.pdf?size=700x700mm",
		Code:      "https://labels.example/tnl/holders/213801517/2025/sign.pdf?size=700x700mm",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if o.Raster.DPI != proofDPI {
		t.Errorf("a proof of pixels has %g dpi", o.Raster.DPI)
	}
	if _, _, same := answer(c, want.Permalink); same == nil || same.Proof != nil {
		t.Error("the code does not lead to the print file")
	}
	if o := order("/tnl/2020/3/plaque.pdf?proof=a4"); o.Proof.Material != "steel" || o.Proof.Sign {
		t.Errorf("plaque: %+v", o.Proof)
	}
	if o := order("/tnl/1999/3/sign.pdf?proof=a4"); o.Proof != nil {
		t.Error("what does not exist has a proof")
	}
	if o := order("/tnl/2020/3/sign.pdf?proof=a4"); o.Key == order("/tnl/2020/3/sign.pdf").Key {
		t.Error("the proof and the piece have one key")
	}
}
