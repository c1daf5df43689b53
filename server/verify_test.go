package server

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/press"
	"panonceau/verify"
)

const (
	labels    = "https://labels.example"
	fileSeed  = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
	otherSeed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
	inForce   = "xsitiv,SITIV,bourg,2019-2021,une,,\nxsitiv,SITIV,bourg,2022-2024,deux,,\n"
	card      = "/coquelicot/holders/xsitiv/2022-2024/card."
)

// issuing returns a server that knows its address and signs files with keys,
// one a line; none: it does not.
func issuing(t testing.TB, keys, rows string) *Server {
	t.Helper()
	return New(issuingCatalog(t, keys, rows), press.New(press.Options{Revision: "test"}), Options{Base: labels})
}

func issuingCatalog(t testing.TB, keys, rows string) *catalog.Catalog {
	return issuingAt(t, keys, rows, time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC))
}

func issuingAt(t testing.TB, keys, rows string, now time.Time) *catalog.Catalog {
	t.Helper()
	o := catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Base: labels,
		Registry: []byte("id,name,kind,edition,level,state,state_date\n" + rows), RegistryName: "coquelicot-holders.csv",
		Now: func() time.Time { return now }}
	if keys != "" {
		var err error
		if o.Attest, err = attest.ParseKeys("keys", []byte(keys)); err != nil {
			t.Fatal(err)
		}
	}
	c, err := catalog.Load(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ask posts a file and returns the answer.
func ask(t testing.TB, s *Server, file []byte) *verify.Answer {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("POST", "/verify.json", bytes.NewReader(file)))
	return answerOf(t, w)
}

func answerOf(t testing.TB, w *httptest.ResponseRecorder) *verify.Answer {
	t.Helper()
	a := new(verify.Answer)
	if err := json.Unmarshal(w.Body.Bytes(), a); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	if a.Says.Fr == "" || a.Says.En == "" || len(a.Reasons) == 0 || a.OK != a.Verdict.OK() {
		t.Errorf("an answer that tells too little: %+v", a)
	}
	return a
}

// TestVerifyFiles follows files of every format through the life of an award:
// signed or not, kept by the server or not.
func TestVerifyFiles(t *testing.T) {
	const later = "xsitiv,SITIV,bourg,2019-2021,une,,\nxsitiv,SITIV,bourg,2022-2024,deux,withdrawn,2023-05-12\n"
	for _, keys := range []string{"", "k1 " + fileSeed} {
		for _, ext := range []string{"svg", "png", "jpg", "pdf", "tiff", "svg?style=tall", "png?width=300"} {
			s := issuing(t, keys, inForce)
			file := body(t, get(s, "GET", card+ext))
			check := func(what string, s *Server, file []byte, want verify.Verdict, by string) {
				t.Helper()
				a := ask(t, s, file)
				if a.Verdict != want || a.By != by {
					t.Errorf("keys %.2q, %s, %s: %s by %q, want %s by %q: %+v", keys, ext, what, a.Verdict, a.By, want, by, a.Reasons)
				}
				if want.OK() && (a.Proof != labels+"/c/"+strings.ReplaceAll(a.Award.Code, "-", "") || a.Award.Holder != "SITIV") {
					t.Errorf("%s: proof %s of %+v", ext, a.Proof, a.Award)
				}
			}
			by := "drawing"
			if keys != "" {
				by = "signature"
			}
			check("just printed", s, file, verify.Genuine, "digest")
			check("printed long ago", issuing(t, keys, inForce), file, verify.Genuine, by)
			gone := issuing(t, keys, later)
			if a := ask(t, gone, file); a.Verdict != verify.Withdrawn || a.OK {
				t.Errorf("%s of an award that was withdrawn: %+v", ext, a)
			}
			s.Replace(issuingCatalog(t, keys, later))
			check("kept by the server, and withdrawn", s, file, verify.Withdrawn, "digest")
			if a := ask(t, issuing(t, keys, strings.Replace(inForce, "deux", "trois", 1)), file); keys != "" && a.Verdict != verify.Withdrawn || a.OK {
				t.Errorf("%s of a level that was corrected: %+v", ext, a)
			}
		}
	}
}

// TestVerifyAges follows one file while time passes.
func TestVerifyAges(t *testing.T) {
	const both = inForce
	at := func(date string, rows string) *Server {
		now, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		return New(issuingAt(t, "k1 "+fileSeed, rows, now), press.New(press.Options{}), Options{Base: labels})
	}
	first, _, _ := strings.Cut(both, "\n")
	file := body(t, get(at("2021-01-01", first), "GET", strings.Replace(card, "2022-2024", "2019-2021", 1)+"png"))
	for _, c := range []struct {
		date, rows string
		want       verify.Verdict
	}{
		{"2021-06-01", first, verify.Genuine},
		{"2021-06-01", both, verify.Superseded},
		{"2022-06-01", both, verify.Expired},
		{"2021-06-01", strings.Replace(both, "une,,", "une,suspended,2021-05-01", 1), verify.Suspended},
		{"2021-06-01", strings.Replace(both, "une,,", "une,withdrawn,2021-05-01", 1), verify.Withdrawn},
		{"2021-06-01", "xother,Autre,bourg,2019-2021,une,,", verify.Withdrawn},
		{"2021-06-01", strings.ReplaceAll(both, "xsitiv", "210500740"), verify.Withdrawn},
	} {
		if a := ask(t, at(c.date, c.rows), file); a.Verdict != c.want || a.By != "signature" {
			t.Errorf("%s, %q: %s by %s, want %s: %+v", c.date, c.rows, a.Verdict, a.By, c.want, a.Reasons)
		}
	}
}

// TestVerifyRecognises asks about files that are not what they seem.
func TestVerifyRecognises(t *testing.T) {
	s := issuing(t, "k1 "+fileSeed, inForce)
	file := func(target string) []byte { return body(t, get(s, "GET", target)) }
	fresh := func() *Server { return issuing(t, "k1 "+fileSeed, inForce) }
	svg, specimen := file(card+"svg"), file("/coquelicot/2022-2024/deux/card.svg?name=Lyon")
	theirs := issuing(t, "k1 "+otherSeed, inForce)
	unknown := issuing(t, "k9 "+otherSeed, inForce)
	old := issuing(t, "k0 "+otherSeed+" until 2023-05-31", inForce)
	retired := issuing(t, "k1 "+fileSeed+"\nk0 "+otherSeed+" until 2023-05-31", inForce)
	unsigned := issuing(t, "", inForce)
	for _, c := range []struct {
		what string
		s    *Server
		file []byte
		want verify.Verdict
		says string
	}{
		{"a specimen", fresh(), specimen, verify.Specimen, "mark SPECIMEN"},
		{"a specimen without its mark", fresh(), bytes.Replace(specimen, []byte(`opacity=".72"`), []byte(`opacity="0.0"`), 1), verify.Altered, "no longer shows"},
		{"a level", fresh(), file("/coquelicot/2022-2024/deux/card.png"), verify.Genuine, "names nobody"},
		{"another colour", fresh(), bytes.Replace(svg, []byte(`="#`), []byte(`="#a`), 1), verify.Altered, "no longer shows"},
		{"another level in what it says", fresh(), bytes.Replace(svg, []byte(">deux<"), []byte(">trois<"), 1), verify.Altered, "signature in the file is not ours"},
		{"of a server with another key of the same name", fresh(), body(t, get(theirs, "GET", card+"svg")), verify.Altered, "signature in the file is not ours"},
		{"of an unknown key, edited", fresh(), bytes.Replace(body(t, get(unknown, "GET", card+"svg")), []byte(`="#`), []byte(`="#a`), 1), verify.UnknownKey, "“k9”"},
		{"of a key that has ended", retired, bytes.Replace(body(t, get(old, "GET", card+"svg")), []byte("SITIV<"), []byte("SITIV<"), 1), verify.UnknownKey, "no longer accepted since"},
		{"unsigned, of before there was a key", fresh(), body(t, get(unsigned, "GET", card+"svg")), verify.Genuine, "draws exactly this"},
		{"unsigned, edited", fresh(), bytes.Replace(body(t, get(unsigned, "GET", card+"svg")), []byte(`="#`), []byte(`="#a`), 1), verify.Altered, "does not draw this"},
		{"of another service", fresh(), bytes.ReplaceAll(body(t, get(unsigned, "GET", card+"svg")), []byte("labels.example"), []byte("others.example")), verify.NotOurs, "https://others.example"},
		{"a state", fresh(), file("/coquelicot/1999/deux/card.svg"), verify.NotOurs, "where it is from"},
		{"a drawing of somebody", fresh(), []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), verify.NotOurs, "where it is from"},
		{"a text", fresh(), []byte("hello"), verify.NotOurs, "neither SVG"},
		{"a file for machines", s, file("/coquelicot/holders/xsitiv/2022-2024/plate.dxf"), verify.Genuine, "byte for byte"},
	} {
		a := ask(t, c.s, c.file)
		var said strings.Builder
		for _, r := range a.Reasons {
			said.WriteString(r.En + " ")
		}
		if a.Verdict != c.want || !strings.Contains(said.String(), c.says) {
			t.Errorf("%s: %s, %s; want %s, … %s …", c.what, a.Verdict, said.String(), c.want, c.says)
		}
	}
}

// TestVerifyQuestions asks about codes and addresses.
func TestVerifyQuestions(t *testing.T) {
	s := issuing(t, "k1 "+fileSeed, inForce+"xold,Old,bourg,2022-2024,une,suspended,2023-05-12\n")
	var twin catalog.Twin
	if err := json.Unmarshal(body(t, get(s, "GET", card+"json")), &twin); err != nil {
		t.Fatal(err)
	}
	code := twin.Code
	for q, want := range map[string]verify.Verdict{
		code: verify.Genuine, strings.ToLower(code): verify.Genuine, strings.ReplaceAll(code, "-", " "): verify.Genuine,
		twin.Proof: verify.Genuine, strings.TrimPrefix(twin.Proof, "https://"): verify.Genuine, "/c/" + code: verify.Genuine,
		labels + card + "svg": verify.Genuine, card + "pdf?bleed=0": verify.Genuine, "LABELS.example" + card + "svg": verify.Genuine,
		"/coquelicot/holders/xsitiv-any-slug": verify.Genuine, labels + "/coquelicot/holders/xsitiv.json#2019-2021": verify.Genuine, "xsitiv": verify.Genuine,
		"/coquelicot/holders/xsitiv/2019-2021/card.svg": verify.Expired, "/coquelicot/holders/xold": verify.Suspended,
		"/coquelicot/2022-2024/deux/card.svg?name=Lyon": verify.Specimen, "SPECIMEN": verify.Specimen, labels + "/c/specimen": verify.Specimen,
		"/coquelicot/2022-2024/deux/card.svg": verify.Genuine, "": verify.NotOurs, "ABCD-EFGH": verify.NotOurs, "hello": verify.NotOurs,
		"https://others.example" + card + "svg": verify.NotOurs, "others.example/c/" + code: verify.NotOurs, "//others.example/c/" + code: verify.NotOurs,
		"https://labels.example@others.example/c/" + code: verify.NotOurs, "https://labels.example.others.example/c/" + code: verify.NotOurs,
		"/coquelicot/holders/xnobody": verify.NotOurs, "/coquelicot/holders/xsitiv/2022-2024/card.svg?level=trois": verify.NotOurs,
		strings.Repeat("A", 3000): verify.NotOurs, "\x00\xff": verify.NotOurs, "/" + strings.Repeat("../", 500): verify.NotOurs,
	} {
		r := get(s, "GET", "/verify.json?q="+queryEscape(q))
		a := new(verify.Answer)
		if err := json.Unmarshal(body(t, r), a); err != nil || a.Verdict != want {
			t.Errorf("%.60q: %s %v, want %s: %+v", q, a.Verdict, err, want, a.Reasons)
		}
		if page := get(s, "GET", "/verify?lang=en&q="+queryEscape(q)); page.StatusCode != 200 || q != "" && !strings.Contains(string(body(t, page)), `data-verdict="`+string(want)+`"`) {
			t.Errorf("%.60q: the page says otherwise", q)
		}
	}
}

func queryEscape(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
	}
	return b.String()
}

// TestVerifyForms posts as browsers do, and as programs should not.
func TestVerifyForms(t *testing.T) {
	s := issuing(t, "k1 "+fileSeed, inForce)
	file := body(t, get(s, "GET", card+"png"))
	form := func(field, name string, content []byte) (*bytes.Buffer, string) {
		var b bytes.Buffer
		m := multipart.NewWriter(&b)
		part, err := m.CreateFormFile(field, name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(content)
		m.Close()
		return &b, m.FormDataContentType()
	}
	post := func(target, accept, media string, b *bytes.Buffer) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", target, b)
		r.Header.Set("Content-Type", media)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	const browsers = "text/html,application/xhtml+xml,*/*;q=0.8"
	b, media := form("file", `logo"><script>.png`, file)
	w := post("/verify?lang=fr", browsers, media, b)
	page := w.Body.String()
	if w.Code != 200 || !strings.Contains(page, `data-verdict="genuine"`) || !strings.Contains(page, "Authentique") || strings.Contains(page, "<script>.png") {
		t.Errorf("a form: %d %.2000s", w.Code, page)
	}
	if h := w.Header(); h.Get("Cache-Control") != "no-store" || h.Get("Content-Security-Policy") == "" || h.Get("Set-Cookie") != "" {
		t.Errorf("headers %v", h)
	}
	b, media = form("file", "a.png", file)
	if a := answerOf(t, post("/verify", "application/json", media, b)); a.Verdict != verify.Genuine {
		t.Errorf("by Accept: %+v", a)
	}
	b, media = form("other", "a.png", file)
	if w := post("/verify", browsers, media, b); w.Code != 400 || !strings.Contains(w.Body.String(), "Aucun fichier") {
		t.Errorf("another field: %d", w.Code)
	}
	for what, c := range map[string]struct {
		body   []byte
		media  string
		status int
	}{
		"nothing":           {nil, "", 400},
		"a form that is no": {[]byte("hello"), "multipart/form-data; boundary=x", 400},
		"without boundary":  {[]byte("hello"), "multipart/form-data", 400},
		"too much":          {make([]byte, attest.MaxFile+1), "image/png", 413},
		"far too much":      {make([]byte, attest.MaxFile+1<<20), "image/png", 413},
	} {
		if w := post("/verify.json", "", c.media, bytes.NewBuffer(c.body)); w.Code != c.status || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: %d %s", what, w.Code, w.Body)
		}
	}
}

// TestWellKnown holds that the document checks the files, and shows no secret.
func TestWellKnown(t *testing.T) {
	s := issuing(t, "k1 "+fileSeed+"\nk0 "+otherSeed+" until 2023-12-31", inForce)
	b := body(t, get(s, "GET", "/.well-known/panonceau.json"))
	keys, err := attest.ParseDocument("d", b)
	if err != nil || len(keys) != 2 {
		t.Fatalf("%v: %s", err, b)
	}
	r, err := attest.Verify(body(t, get(s, "GET", card+"pdf")), keys, time.Now())
	if err != nil || r.Finding != attest.Signed || r.Claims.Holder != "SITIV" {
		t.Errorf("%+v, %v", r, err)
	}
	for _, target := range []string{"/.well-known/panonceau.json", "/verify", "/openapi.json", "/healthz", card + "svg", card + "json", "/coquelicot/issuer.json"} {
		if b := body(t, get(s, "GET", target)); bytes.Contains(bytes.ToLower(b), []byte(fileSeed[:16])) || bytes.Contains(b, []byte("nWGxne")) {
			t.Errorf("%s shows a key", target)
		}
	}
}

// TestKeysChangeTags holds that caches change with keys.
func TestKeysChangeTags(t *testing.T) {
	tags := make(map[string]string)
	for _, keys := range []string{"", "k1 " + fileSeed, "k2 " + fileSeed, "k1 " + otherSeed} {
		tag := get(issuing(t, keys, inForce), "GET", card+"svg").Header.Get("Etag")
		if other, ok := tags[tag]; ok {
			t.Errorf("%q and %q have one tag", keys, other)
		}
		tags[tag] = keys
	}
	again := get(issuing(t, "k1 "+fileSeed, inForce), "GET", card+"svg").Header.Get("Etag")
	if tags[again] != "k1 "+fileSeed {
		t.Error("two servers with one key disagree")
	}
}
