package catalog

import (
	"encoding/json"
	"strings"
	"testing"

	"panonceau/render"
)

func TestTwin(t *testing.T) {
	c := testPacks(t)
	o := order(t, c, "/coquelicot/holders/210500740-lettret/latest/flower.json?width=120")
	d, err := render.Compose(o.Spec)
	if err != nil {
		t.Fatal(err)
	}
	twin := o.Twin(TwinOptions{Base: "https://labels.example", Formats: []string{"svg", "png"}, Digest: "0123", Drawing: d})
	const url = "https://labels.example/coquelicot/holders/210500740/latest/flower.svg?width=120"
	const alt = "Village au coquelicot 2022–2024, 3 fleur – Bourg de Lettret (fleur)"
	if twin.URL != url || twin.Alt != alt || twin.State.Code != "ok" || !twin.State.Attest || twin.Size.Width != 60 ||
		twin.Formats["png"] != strings.Replace(url, ".svg", ".png", 1) || twin.Permanent != strings.Replace(url, "latest", "2022-2024", 1) {
		t.Errorf("%+v", twin)
	}
	want := `<img src="` + url + `" alt="` + alt + `" width="60" height="60" loading="lazy" decoding="async" referrerpolicy="no-referrer">`
	if twin.Snippets.HTML != want {
		t.Errorf("HTML %s\nwant %s", twin.Snippets.HTML, want)
	}
	if want := "![" + alt + "](" + url + ")"; twin.Snippets.Markdown != want {
		t.Errorf("Markdown %s\nwant %s", twin.Snippets.Markdown, want)
	}
	if twin.Level.Rank != 3 || twin.Level.Of != 3 || twin.Edition.Until != "2124-12-31" || !twin.Edition.Latest ||
		len(twin.Mentions) != 2 || twin.Holder.Department != "05" || twin.Level.Description != "hors concours" {
		t.Errorf("%+v %+v %+v", twin.Level, twin.Edition, twin.Holder)
	}
	if code := o.Award.Code(); twin.Code != ShowCode(code) || twin.Proof != "https://labels.example/c/"+code {
		t.Errorf("code %s, proof %s", twin.Code, twin.Proof)
	}
	if _, err := json.Marshal(twin); err != nil {
		t.Error(err)
	}
}

// TestTwinEscapes holds that a name cannot leave the snippet it is in.
func TestTwinEscapes(t *testing.T) {
	c := testPacks(t)
	o := order(t, c, `/coquelicot/2022-2024/deux/card.svg?name=%22%3E%3Cscript%3E%5D(x)`)
	twin := o.Twin(TwinOptions{Formats: []string{"svg"}})
	if s := twin.Snippets.HTML; strings.Contains(s, "<script") || strings.Count(s, `"`) != 10 {
		t.Error(s)
	}
	if s := twin.Snippets.Markdown; strings.Count(strings.ReplaceAll(s, `\]`, ""), "]") != 1 {
		t.Error(s)
	}
	if twin.State.Code != "specimen" || twin.State.Attest {
		t.Errorf("%+v", twin.State)
	}
}

func TestTwinOfStates(t *testing.T) {
	c := testPacks(t)
	for address, status := range map[string]int{
		"/coquelicot/1999/deux/card.json": 404, "/x/1999/deux/card.json": 404,
		"/coquelicot/2022-2024/deux/card.json": 200, "/coquelicot/2022-2024/deux/x.json": 404,
	} {
		o := order(t, c, address)
		twin := o.Twin(TwinOptions{Formats: []string{"svg"}})
		if o.State.Status != status || twin.URL == "" || twin.Alt == "" || (twin.State.Code == "ok") != o.State.OK() {
			t.Errorf("%s: %d, %+v", address, o.State.Status, twin)
		}
	}
}
