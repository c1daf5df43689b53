package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"panonceau/catalog"
)

// lives are awards in every state, of one holder, and of one with markup for a
// name.
const lives = `xsitiv,SITIV,bourg,2019-2021,une,,
xsitiv,SITIV,bourg,2022-2024,deux,,
xtired,Bourg-las,bourg,2019-2021,une,,
xpaused,Le Pausé,bourg,2022-2024,deux,suspended,2022-05-12
xgone,L’Oublié,bourg,2022-2024,trois,withdrawn,2023-01-01
xhalf,Le Demi,bourg,2019-2021,une,,
xhalf,Le Demi,bourg,2022-2024,deux,suspended,2021-05-12
xmarkup,"<script>alert(1)</script> & ""Co""",bourg,2022-2024,une,,
`

func TestProofPages(t *testing.T) {
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, lives)
	for _, c := range []struct {
		target, lang string
		status       int
		says         string
	}{
		{"/coquelicot/holders/xsitiv", "fr", 200, "Oui, c’est vrai, et c’est toujours valable."},
		{"/coquelicot/holders/xsitiv-sitiv", "en", 200, "Yes, it is true, and still valid."},
		{"/coquelicot/holders/xsitiv-another-name", "fr", 200, "SITIV a bien reçu"},
		{"/coquelicot/holders/xtired", "fr", 200, "le label a expiré après le 31\u00a0décembre\u00a02021"},
		{"/coquelicot/holders/xtired", "en", 200, "expired after 31\u00a0December\u00a02021"},
		{"/coquelicot/holders/xpaused", "fr", 200, "le label est suspendu depuis le 12\u00a0mai\u00a02022"},
		{"/coquelicot/holders/xgone", "fr", 200, "le label a été retiré le 1er\u00a0janvier\u00a02023"},
		{"/coquelicot/holders/xmarkup", "fr", 200, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;Co&#34;"},
		{"/coquelicot/holders/xnobody", "fr", 404, "xnobody"},
		{"/coquelicot/holders/xnobody", "en", 404, "xnobody"},
		{"/coquelicot/holders/%3Cscript%3E", "fr", 404, "&lt;script&gt;"},
		{"/coquelicot/holders/" + strings.Repeat("a", 1000), "fr", 404, strings.Repeat("a", 40) + "…"},
		{"/nul/holders/xsitiv", "fr", 404, ""},
	} {
		r := get(s, "GET", c.target, "Accept-Language", c.lang)
		page := string(body(t, r))
		if r.StatusCode != c.status || !strings.Contains(page, c.says) {
			t.Errorf("%s in %s: %d; no %q", c.target, c.lang, r.StatusCode, c.says)
		}
		if r.Header.Get("Content-Language") != c.lang || !strings.Contains(page, `<html lang="`+c.lang+`">`) {
			t.Errorf("%s in %s: in %s", c.target, c.lang, r.Header.Get("Content-Language"))
		}
		if strings.Contains(page, "<script>alert") {
			t.Errorf("%s: a name is markup", c.target)
		}
		if c.status == 200 {
			wholeProof(t, s, c.target, page)
		}
	}
}

// wholeProof checks that what a proof page leads to is there, and that its data
// for search engines is JSON.
func wholeProof(t *testing.T, s *Server, target, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids := make(map[string]bool)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		at := attributes(n)
		if id := at["id"]; id != "" && ids[id] {
			t.Errorf("%s: the id %q is there twice", target, id)
		}
		ids[at["id"]] = true
		switch address := at["href"] + at["src"]; {
		case n.Data == "script" && at["type"] == "application/ld+json":
			var data struct {
				Entity struct {
					Certifications []struct {
						Status string `json:"certificationStatus"`
					} `json:"hasCertification"`
				} `json:"mainEntity"`
			}
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &data); err != nil || len(data.Entity.Certifications) == 0 {
				t.Errorf("%s: data for search engines: %v", target, err)
			}
		case n.Data == "img" && (at["width"] == "0" || at["width"] == ""):
			t.Errorf("%s: %s has no size", target, address)
		case strings.HasPrefix(address, "http://example.com/"):
			found(t, s, strings.TrimPrefix(address, "http://example.com"))
		case strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "/favicon."): // this pack has none
			found(t, s, address)
		}
	}
}

func found(t *testing.T, s *Server, address string) {
	t.Helper()
	address, _, _ = strings.Cut(address, "#")
	if r := get(s, "HEAD", address); r.StatusCode != http.StatusOK {
		t.Errorf("%s: %d", address, r.StatusCode)
	}
}

// TestProofTwin holds that programs are told the same, and all of it.
func TestProofTwin(t *testing.T) {
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, lives)
	type state struct {
		Code, Since, Until string
		Newer              string `json:"superseded_by"`
	}
	var got struct {
		Verdict struct {
			Valid       bool
			Edition, Fr string
		}
		Awards []struct {
			Edition, Proof, Kit string
			State               state
			Pictures            map[string]string
		}
	}
	read := func(id string) {
		t.Helper()
		r := get(s, "GET", "/coquelicot/holders/"+id+"-some-name.json")
		if r.StatusCode != 200 || r.Header.Get("Content-Type") != "application/json" || r.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Fatalf("%s: %d %v", id, r.StatusCode, r.Header)
		}
		got.Awards = nil
		if err := json.Unmarshal(body(t, r), &got); err != nil {
			t.Fatal(err)
		}
	}
	read("xsitiv")
	if !got.Verdict.Valid || got.Verdict.Edition != "2022-2024" || len(got.Awards) != 2 {
		t.Fatalf("xsitiv: %+v", got)
	}
	if a := got.Awards[0]; a.State.Code != "ok" || a.State.Newer != "" || a.Kit == "" || len(a.Pictures) == 0 ||
		a.Proof != "http://example.com/coquelicot/holders/xsitiv#2022-2024" {
		t.Errorf("newest: %+v", a)
	}
	if a := got.Awards[1]; a.State != (state{"expired", "", "2021-12-31", "2022-2024"}) || a.Kit != "" || a.Pictures != nil {
		t.Errorf("older: %+v", a)
	}
	read("xgone")
	if got.Verdict.Valid || got.Awards[0].State.Code != "withdrawn" || got.Awards[0].State.Since != "2023-01-01" {
		t.Errorf("xgone: %+v", got)
	}
	r := get(s, "GET", "/coquelicot/holders/xnobody.json")
	if r.StatusCode != 404 || !strings.Contains(string(body(t, r)), `"param": "holder"`) {
		t.Errorf("xnobody: %d", r.StatusCode)
	}
}

// TestProofEnds holds that no page outlives an award.
func TestProofEnds(t *testing.T) {
	now := time.Date(2021, 12, 31, 23, 59, 0, 0, time.UTC)
	s, _ := trusting(t, &now, lives)
	if got := get(s, "GET", "/coquelicot/holders/xtired").Header.Get("Cache-Control"); got != "public, max-age=60" {
		t.Errorf("a minute before the end: %s", got)
	}
}

// TestHalfProof holds that nobody takes an older award for the newest one.
func TestHalfProof(t *testing.T) {
	now := time.Date(2021, 6, 1, 12, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, lives)
	for lang, want := range map[string]string{
		"fr": "Oui pour l’édition 2019-2021, non pour 2022-2024 : suspendu depuis le 12\u00a0mai\u00a02021.",
		"en": "Yes for the 2019-2021 edition, no for 2022-2024: suspended since 12\u00a0May\u00a02021.",
	} {
		page := string(body(t, get(s, "GET", "/coquelicot/holders/xhalf", "Accept-Language", lang)))
		answer := regexp.MustCompile(`<p class="answer">(.*)</p>`).FindStringSubmatch(page)
		if answer == nil || strings.NewReplacer("\u00a0:", " :", "–", "-").Replace(answer[1]) != want {
			t.Errorf("%q; want %q", answer, want)
		}
	}
}

func TestOEmbed(t *testing.T) {
	s := newServer(t, Options{})
	const proof = "http://example.com/tnl/holders/213801517-echirolles"
	for _, c := range []struct {
		address, rest string
		status        int
		kind          string
		width         int
	}{
		{proof, "", 200, "rich", 600},
		{proof, "&maxwidth=300", 200, "rich", 300},
		{proof + "?lang=en#2021", "&maxheight=63", 200, "rich", 120},
		{"http://example.com/tnl/2020/3/logo.svg?theme=dark", "&maxwidth=120", 200, "photo", 120},
		{"http://example.com/tnl/holders/213801517/2025/badge.png?scale=2", "", 200, "photo", 0},
		{"http://example.com/tnl/2020/3/logo.svg", "&maxwidth=2", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2019/badge.svg", "", 404, "", 0},
		{"http://example.com/tnl/holders/732829320", "", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2025.zip", "", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2025.json", "", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2025/badge.json", "", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2025/press-release.txt", "", 404, "", 0},
		{"http://example.com/tnl/holders/213801517/2025/press-release.html", "", 404, "", 0},
		{"http://example.com/tnl/charter.svg", "", 404, "", 0},
		{"http://example.com/tnl/charter.json", "", 404, "", 0},
		{"http://example.com/tnl/2025/map.png", "", 404, "", 0},
		{"http://example.com/nobody/2025/or/logo.svg", "", 404, "", 0},
		{"http://elsewhere.example/tnl/holders/213801517", "", 404, "", 0},
		{"http://example.com.elsewhere.example/tnl/holders/213801517", "", 404, "", 0},
		{"", "", 404, "", 0},
		{proof, "&maxwidth=0", 400, "", 0},
		{proof, "&maxwidth=x", 400, "", 0},
		{proof, "&format=yaml", 501, "", 0},
	} {
		r := get(s, "GET", "/oembed?url="+url.QueryEscape(c.address)+c.rest)
		var got struct {
			Version, Type, HTML, URL, Title string
			Width, Height                   int
		}
		if r.StatusCode != c.status {
			t.Errorf("%s%s: %d, want %d", c.address, c.rest, r.StatusCode, c.status)
			continue
		}
		if err := json.Unmarshal(body(t, r), &got); err != nil {
			t.Fatal(err)
		}
		if c.status != 200 {
			continue
		}
		if got.Version != "1.0" || got.Type != c.kind || c.width != 0 && got.Width != c.width || got.Title == "" {
			t.Errorf("%s%s: %+v", c.address, c.rest, got)
		}
		if got.URL != "" {
			found(t, s, strings.TrimPrefix(got.URL, "http://example.com"))
		}
	}
	r := get(s, "GET", "/oembed?format=xml&url="+url.QueryEscape(proof))
	if b := string(body(t, r)); !strings.HasPrefix(b, `<?xml version="1.0" encoding="UTF-8"?>`) || !strings.Contains(b, "<type>rich</type>") {
		t.Errorf("XML: %s", b)
	}
}

// TestCodes leads from codes, as people type them, to the proof.
func TestCodes(t *testing.T) {
	s := newServer(t, Options{})
	a := s.site.Load().catalog.Holder("tnl", "213801517").Award("2021")
	shown := catalog.ShowCode(a.Code())
	typed := strings.NewReplacer("0", "o", "1", "l").Replace(strings.ToLower(shown))
	for _, c := range []struct {
		target string
		status int
		to     string
	}{
		{"/c/" + a.Code(), 302, "/tnl/holders/213801517#2021"},
		{"/c/" + shown, 302, "/tnl/holders/213801517#2021"},
		{"/c/" + url.PathEscape(" "+typed), 302, "/tnl/holders/213801517#2021"},
		{"/c?code=" + url.QueryEscape(typed), 302, "/c/" + typed},
		{"/c?code=" + url.QueryEscape("a/b?c"), 302, "/c/a%2Fb%3Fc"},
		{"/c", 200, ""},
		{"/c/SPECIMEN", 200, ""},
		{"/c/spec-imen", 200, ""},
		{"/c/00000000", 404, ""},
		{"/c/%3Cb%3E", 404, ""},
		{"/c/" + strings.Repeat("1", 500), 404, ""},
	} {
		r := get(s, "GET", c.target)
		if r.StatusCode != c.status || r.Header.Get("Location") != c.to {
			t.Errorf("%s: %d, %q; want %d, %q", c.target, r.StatusCode, r.Header.Get("Location"), c.status, c.to)
		}
		if got := r.Header.Get("Cache-Control"); got != "public, max-age=60" {
			t.Errorf("%s: %s", c.target, got)
		}
		if page := string(body(t, r)); strings.Contains(page, "<b>") || c.status != 302 && !strings.Contains(page, `name="code"`) {
			t.Errorf("%s: markup, or no form", c.target)
		}
	}
	if page := string(body(t, get(s, "GET", "/tnl/holders/213801517"))); !strings.Contains(page, shown) {
		t.Errorf("the proof does not show the code %s", shown)
	}
}
