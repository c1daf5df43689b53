package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"panonceau/attest"
	"panonceau/press"
	"panonceau/verify"
)

const (
	// checks is how many files are looked at, or received, at the same time: a
	// picture of 40 million pixels takes 160 MiB and a second.
	checks = 2
	// maxUpload is a file, and the frame of a form.
	maxUpload = attest.MaxFile + 64<<10
	// uploadTime is what a file may take to arrive; slower lines than 1 Mbit/s
	// have to do with codes.
	uploadTime = 2 * time.Minute
)

// A verifyPage is where files, codes and addresses are checked.
type verifyPage struct {
	frame
	Question string
	File     string // name of the file that was checked
	Answer   *verify.Answer
	Fault    string
	Tone     string
}

// fileBody is how a file may be sent.
var fileBody = []string{"multipart/form-data", "application/octet-stream"}

// verifying are the addresses that check what somebody has.
func (s *Web) verifying() []Route {
	jsonAnswer := Answer{Status: http.StatusOK, Media: "application/json", Value: verify.Answer{}}
	return []Route{
		{Pattern: "GET /verify", Handler: s.verify, Name: "verifyPage", Group: Trust, Query: []string{"lang", "verify.q"},
			Fr: "la page qui vérifie un fichier, un code ou une adresse", En: "the page that checks a file, a code or an address",
			Answers: []Answer{{Status: http.StatusOK, Media: "text/html"}}, Example: "/verify?q=CMQ1-R5D6"},
		{Pattern: "GET /verify.json", Handler: s.verify, Name: "verify", Group: Trust, Query: []string{"verify.q"},
			Fr: "la réponse à propos d’un code ou d’une adresse, pour les programmes", En: "the answer about a code or an address, for programs",
			Answers: []Answer{jsonAnswer}, Example: "/verify.json?q=CMQ1-R5D6"},
		{Pattern: "POST /verify", Handler: s.verifyFile, Name: "verifyFile", Group: Trust, Query: []string{"lang"}, Body: fileBody,
			Fr: "la réponse à propos d’un fichier : le corps de la requête, ou le champ « file » d’un formulaire ; il n’est pas conservé",
			En: "the answer about a file: the body of the request, or the field “file” of a form; it is not kept",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "text/html"}, jsonAnswer,
				{Status: http.StatusBadRequest, Media: "text/html", Fr: "aucun fichier", En: "no file"},
				{Status: http.StatusRequestEntityTooLarge, Media: "text/html", Fr: "plus de 16 Mio", En: "more than 16 MiB"},
				{Status: http.StatusServiceUnavailable, Media: "text/html", Fr: "trop de vérifications à la fois", En: "too many checks at once"},
			}, Example: "/verify"},
		{Pattern: "POST /verify.json", Handler: s.verifyFile, Name: "verifyFileJSON", Group: Trust, Body: fileBody,
			Fr: "la même chose, toujours en JSON", En: "the same, always as JSON", Answers: []Answer{jsonAnswer}, Example: "/verify.json"},
		{Pattern: "GET /.well-known/panonceau.json", Handler: s.keys, Name: "keys", Group: Trust,
			Fr: "les clés publiques qui vérifient les fichiers sans ce service", En: "the public keys that check files without this service",
			Answers: []Answer{{Status: http.StatusOK, Media: "application/json", Value: attest.Document{}}}, Example: "/.well-known/panonceau.json"},
	}
}

// keys answers with the public keys.
func (s *Web) keys(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", cachePage)
	s.respondJSON(w, r, http.StatusOK, s.site.Load().catalog.Attest().Document(s.Origin(r)))
}

// verify answers about a code or an address, or shows the form.
func (s *Web) verify(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query().Get("q")
	var a *verify.Answer
	if q != "" || wantsJSON(r) {
		a = s.checker(r).Text(q)
	}
	s.answerVerify(w, r, http.StatusOK, &verifyPage{Question: q, Answer: a})
}

func (s *Web) checker(r *http.Request) *verify.Checker {
	return verify.New(s.site.Load().catalog, s.press, s.Origin(r))
}

// verifyFile answers about a file. It is read into memory, and nowhere else.
func (s *Web) verifyFile(w http.ResponseWriter, r *http.Request) {
	select {
	case s.checking <- struct{}{}:
		defer func() { <-s.checking }()
	default:
		w.Header().Set("Retry-After", "5")
		s.answerVerify(w, r, http.StatusServiceUnavailable, &verifyPage{Fault: "verify-busy"})
		return
	}
	deadline := http.NewResponseController(w)
	deadline.SetReadDeadline(time.Now().Add(uploadTime)) // not all connections have one
	deadline.SetWriteDeadline(time.Now().Add(uploadTime + 30*time.Second))
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	p := new(verifyPage)
	status := http.StatusOK
	data, err := p.read(r)
	if err == nil && len(data) > 0 {
		p.Answer, err = s.checker(r).File(r.Context(), data)
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large) || len(data) > attest.MaxFile:
		status, p.Fault, p.Answer = http.StatusRequestEntityTooLarge, "verify-large", nil
	case errors.Is(err, press.ErrBusy):
		status, p.Fault = http.StatusServiceUnavailable, "verify-busy"
	case err != nil || p.Answer == nil && p.Question == "":
		status, p.Fault = http.StatusBadRequest, "verify-nothing"
	case p.Answer == nil:
		p.Answer = s.checker(r).Text(p.Question)
	}
	s.answerVerify(w, r, status, p)
}

// read returns the file of a request: that of a form, or its body. A form may
// have a question in its place.
func (p *verifyPage) read(r *http.Request) ([]byte, error) {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if media != "multipart/form-data" {
		return io.ReadAll(r.Body)
	}
	form, err := r.MultipartReader() // ParseMultipartForm would write to the disk
	if err != nil {
		return nil, err
	}
	var data []byte
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		switch part.FormName() {
		case "file":
			data, p.File = b, clip(part.FileName())
		case "q":
			p.Question = string(b)
		}
	}
}

// wantsJSON reports whether a program asks.
func wantsJSON(r *http.Request) bool {
	if strings.HasSuffix(r.URL.Path, ".json") {
		return true
	}
	accept := r.Header.Get("Accept")
	return strings.Contains(accept, "application/json") && !strings.Contains(accept, "text/html")
}

// answerVerify answers as JSON or as a page. Nobody may keep it: a file is
// nobody else's business.
func (s *Web) answerVerify(w http.ResponseWriter, r *http.Request, status int, p *verifyPage) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Add("Vary", "Accept")
	if wantsJSON(r) {
		if p.Fault != "" {
			var f fault
			f.Error.Fr, f.Error.En = phrases[p.Fault].fr, phrases[p.Fault].en
			s.respondJSON(w, r, status, f)
			return
		}
		s.respondJSON(w, r, status, p.Answer)
		return
	}
	p.frame = s.frame(w, r, "verify")
	p.Here = "/verify"
	p.OtherLang = "/verify?lang=" + p.other()
	p.Robots = "noindex"
	if a := p.Answer; a != nil {
		p.Tone = tones[a.Verdict]
	}
	if p.Fault != "" {
		p.Fault = phrases[p.Fault].in(p.Lang)
	}
	s.respond(w, r, status, "verify.html", p)
}

// tones are the classes of verdicts.
var tones = map[verify.Verdict]string{
	verify.Genuine: "good", verify.Superseded: "good", verify.Expired: "past", verify.Suspended: "bad", verify.Withdrawn: "bad",
	verify.Altered: "bad", verify.Specimen: "past", verify.UnknownKey: "bad", verify.NotOurs: "past",
}
