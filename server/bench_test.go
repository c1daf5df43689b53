package server

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
)

// A sink takes a response and keeps nothing, as a connection does.
type sink struct {
	header http.Header
	bytes  int
}

func (s *sink) Header() http.Header { return s.header }
func (s *sink) WriteHeader(int)     {}
func (s *sink) Write(b []byte) (int, error) {
	s.bytes += len(b)
	return len(b), nil
}

// BenchmarkKept is an answer from memory: look-up, headers, write.
func BenchmarkKept(b *testing.B) {
	for name, fields := range map[string][]string{
		"svg":          nil,
		"gzip":         {"Accept-Encoding", "gzip"},
		"not-modified": {"If-None-Match", "*"},
	} {
		b.Run(name, func(b *testing.B) {
			s := newServer(b, Options{})
			r := httptest.NewRequest("GET", "/tnl/2020/3/logo.svg", nil)
			for i := 0; i+1 < len(fields); i += 2 {
				r.Header.Set(fields[i], fields[i+1])
			}
			get(s, "GET", "/tnl/2020/3/logo.svg")
			w := &sink{header: make(http.Header, 16)}
			b.ReportAllocs()
			for b.Loop() {
				clear(w.header)
				s.ServeHTTP(w, r)
			}
		})
	}
}

// BenchmarkCold is everything from the address to the bytes.
func BenchmarkCold(b *testing.B) {
	for name, target := range map[string]string{
		"badge-svg":    "/tnl/holders/213801517/latest/badge.svg",
		"logo-svg":     "/tnl/2020/3/logo.svg",
		"sign-svg":     "/tnl/holders/217500016/2018/sign.svg",
		"logo-512-png": "/tnl/2025/or/logo.png?width=512",
	} {
		b.Run(name, func(b *testing.B) {
			c, err := bundled()
			if err != nil {
				b.Fatal(err)
			}
			// A cache that keeps nothing makes every request the first one.
			s := New(c, press.New(press.Options{CacheBytes: -1}), Options{})
			r := httptest.NewRequest("GET", target, nil)
			b.ReportAllocs()
			for b.Loop() {
				s.ServeHTTP(&sink{header: make(http.Header)}, r)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	c, err := bundled()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := catalog.ParseRequest("/tnl/holders/213801517/latest/badge.svg")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Resolve(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGallery(b *testing.B) {
	s := newServer(b, Options{})
	r := httptest.NewRequest("GET", "/", nil)
	for b.Loop() {
		s.ServeHTTP(&sink{header: make(http.Header)}, r)
	}
}
