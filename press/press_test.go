package press

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"panonceau/catalog"
)

// orderOf returns an order that only a press with its own draw can print.
func orderOf(format, key string) *catalog.Order {
	return &catalog.Order{Format: format, Key: key}
}

// pressOf returns a press that draws as many bytes as the key is long, times
// a hundred.
func pressOf(o Options) *Press {
	p := New(o)
	p.draw = func(w io.Writer, o *catalog.Order) error {
		_, err := io.WriteString(w, strings.Repeat(o.Key, 100))
		return err
	}
	return p
}

func TestPrintOnceForEveryoneAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := pressOf(Options{})
		started := make(chan bool)
		draw := p.draw
		p.draw = func(w io.Writer, o *catalog.Order) error {
			started <- true
			time.Sleep(50 * time.Millisecond)
			return draw(w, o)
		}
		var group sync.WaitGroup
		for range 40 {
			group.Go(func() {
				out, err := p.Print(t.Context(), orderOf("svg", "cold"))
				if err != nil || len(out.Body()) != 400 {
					t.Errorf("Print: %v", err)
				}
			})
		}
		<-started // a second rendering would block here for ever
		group.Wait()
		if s := p.Stats(); s.Made != 1 || s.Kept != 1 {
			t.Errorf("%+v; want one picture made and kept", s)
		}
	})
}

func TestPrintIsFinishedForNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := pressOf(Options{})
		draw := p.draw
		p.draw = func(w io.Writer, o *catalog.Order) error {
			time.Sleep(time.Second)
			return draw(w, o)
		}
		ctx, leave := context.WithTimeout(t.Context(), time.Millisecond)
		defer leave()
		if _, err := p.Print(ctx, orderOf("svg", "k")); !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("error %v; want that of the context", err)
		}
		time.Sleep(2 * time.Second)
		if _, ok := p.Kept(p.ETag(orderOf("svg", "k"))); !ok {
			t.Error("the picture was not kept")
		}
	})
}

func TestBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := pressOf(Options{Workers: 1, Patience: time.Second})
		p.draw = func(io.Writer, *catalog.Order) error { time.Sleep(time.Hour); return nil }
		go p.Print(t.Context(), orderOf("png", "first"))
		synctest.Wait()
		start := time.Now()
		_, err := p.Print(t.Context(), orderOf("png", "second"))
		if !errors.Is(err, ErrBusy) || time.Since(start) != time.Second {
			t.Errorf("error %v after %v; want ErrBusy after 1s", err, time.Since(start))
		}
		// Another class has its own workers.
		p.draw = func(io.Writer, *catalog.Order) error { return nil }
		if _, err := p.Print(t.Context(), orderOf("svg", "third")); err != nil {
			t.Errorf("svg while png is busy: %v", err)
		}
		time.Sleep(time.Hour) // until the first is done
	})
}

func TestQueueIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSlots(1, 2, time.Hour)
		if err := s.acquire(t.Context()); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			go s.acquire(t.Context())
		}
		synctest.Wait()
		if err := s.acquire(t.Context()); !errors.Is(err, ErrBusy) {
			t.Errorf("error %v with a full queue; want ErrBusy", err)
		}
		for range 3 {
			s.release()
			synctest.Wait()
		}
	})
}

func TestPanicIsAnError(t *testing.T) {
	p := New(Options{})
	p.draw = func(io.Writer, *catalog.Order) error { panic("defect") }
	_, err := p.Print(t.Context(), orderOf("svg", "k"))
	var defect *PanicError
	if !errors.As(err, &defect) || defect.Value != "defect" || len(defect.Stack) == 0 {
		t.Errorf("error %v; want a PanicError", err)
	}
	if s := p.Stats(); s.Kept != 0 || s.Made != 0 {
		t.Errorf("%+v; want nothing kept", s)
	}
}

func TestFormatNotOffered(t *testing.T) {
	p := New(Options{})
	if _, err := p.Print(t.Context(), orderOf("gif", "k")); !errors.Is(err, ErrFormat) {
		t.Errorf("error %v; want ErrFormat", err)
	}
}

func TestCacheBoundsBytes(t *testing.T) {
	const limit = 100_000
	p := pressOf(Options{CacheBytes: limit})
	for i := range 200 {
		out, err := p.Print(t.Context(), orderOf("svg", fmt.Sprint("order", i)))
		if err != nil {
			t.Fatal(err)
		}
		out.In(Gzip)
		if s := p.Stats(); s.KeptBytes > limit {
			t.Fatalf("%d bytes are kept; limit %d", s.KeptBytes, limit)
		}
	}
	if s := p.Stats(); s.Kept < 50 {
		t.Errorf("only %d outputs are kept", s.Kept)
	}
	if _, ok := p.Kept(p.ETag(orderOf("svg", "order199"))); !ok {
		t.Error("the newest output is not kept")
	}
	if _, ok := p.Kept(p.ETag(orderOf("svg", "order0"))); ok {
		t.Error("the oldest output is still kept")
	}
}

func TestCacheForgetsLeastRecentlyUsed(t *testing.T) {
	c := NewCache(40, func(string, int) int64 { return 10 })
	for i, k := range []string{"a", "b", "c", "d"} {
		c.Add(k, i)
	}
	c.Get("a")
	c.Add("e", 4)
	if _, ok := c.Get("b"); ok {
		t.Error("b is kept; it was used least recently")
	}
	if _, ok := c.Get("a"); !ok {
		t.Error("a is forgotten")
	}
	c.Add("e", 5)
	if w, n := c.Weight(); w != 40 || n != 4 {
		t.Errorf("weight %d of %d values; want 40 of 4", w, n)
	}
}

func TestCacheRefusesWhatIsTooHeavy(t *testing.T) {
	c := NewCache(100, func(_ string, v int) int64 { return int64(v) })
	c.Add("light", 20)
	c.Add("heavy", 26)
	c.Add("light", 26) // replaced by what cannot be kept
	if w, n := c.Weight(); w != 0 || n != 0 {
		t.Errorf("weight %d of %d values; want none", w, n)
	}
}

func TestETagDependsOn(t *testing.T) {
	old, cur := New(Options{Revision: "1"}), New(Options{Revision: "2"})
	tags := map[string]string{}
	for name, tag := range map[string]string{
		"picture":  old.ETag(orderOf("svg", "a")),
		"order":    old.ETag(orderOf("svg", "b")),
		"format":   old.ETag(orderOf("png", "a")),
		"revision": cur.ETag(orderOf("svg", "a")),
	} {
		if other, ok := tags[tag]; ok {
			t.Errorf("%s and %s have the same tag", name, other)
		}
		tags[tag] = name
	}
	if old.ETag(orderOf("svg", "a")) != New(Options{Revision: "1"}).ETag(orderOf("svg", "a")) {
		t.Error("two presses of one revision disagree")
	}
}

func TestTwins(t *testing.T) {
	f, err := FormatOf("svg")
	if err != nil {
		t.Fatal(err)
	}
	long := newOutput(f, `"tag"`, bytes.Repeat([]byte("panonceau "), 400))
	short := newOutput(f, `"tag"`, []byte("<svg/>"))
	png, _ := FormatOf("png")
	packed := newOutput(png, `"tag"`, make([]byte, 4000))
	for _, c := range []struct {
		name   string
		out    *Output
		coding Coding
		tag    string
		plain  bool
	}{
		{"plain", long, Identity, `"tag"`, true},
		{"gzip", long, Gzip, `"tag-gzip"`, false},
		{"brotli", long, Brotli, `"tag-br"`, false},
		{"too short", short, Gzip, `"tag"`, true},
		{"compressed already", packed, Gzip, `"tag"`, true},
	} {
		rep := c.out.In(c.coding)
		if rep.ETag[0] != c.tag || rep.Length[0] != fmt.Sprint(len(rep.Body)) {
			t.Errorf("%s: tag %s, length %s", c.name, rep.ETag[0], rep.Length[0])
		}
		if got := bytes.Equal(rep.Body, c.out.Body()); got != c.plain {
			t.Errorf("%s: plain is %v; want %v", c.name, got, c.plain)
		}
		if rep != c.out.In(c.coding) {
			t.Errorf("%s: made twice", c.name)
		}
	}
	total := int64(0)
	for _, c := range []Coding{Identity, Gzip, Brotli} {
		total += int64(len(long.In(c).Body))
	}
	if long.weight() < total {
		t.Errorf("weight %d is less than the %d bytes of all codings", long.weight(), total)
	}
}

func BenchmarkPrintKept(b *testing.B) {
	p := pressOf(Options{})
	o := orderOf("svg", "kept")
	if _, err := p.Print(b.Context(), o); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Print(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTwin(b *testing.B) {
	body := []byte(strings.Repeat(`<path d="M12.5 3h7.25l-2 4.1z" fill="#16233A"/>`, 60))
	for name, encode := range map[string]func([]byte) []byte{"gzip": gzipped, "brotli": brotlied} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				encode(body)
			}
		})
	}
}
