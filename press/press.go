// Package press turns orders into outputs: it composes and encodes each
// picture once, keeps it, and bounds how many are made at the same time.
package press

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync/atomic"

	"golang.org/x/sync/singleflight"

	"panonceau/catalog"
)

// A Press makes outputs and remembers them. It is safe for concurrent use.
type Press struct {
	options Options
	cache   *Cache[string, *Output]
	printed *Cache[[sha256.Size]byte, Printed] // by digest of the bytes
	flights singleflight.Group
	slots   [classes]*slots
	draw    func(io.Writer, *catalog.Order) error // Draw, but in tests

	hits, misses, made, busy atomic.Int64
}

// New returns a press with an empty cache.
func New(o Options) *Press {
	o = o.withDefaults()
	p := &Press{
		options: o,
		cache:   NewCache(o.CacheBytes, func(_ string, out *Output) int64 { return out.weight() }),
		printed: NewCache(printedBytes, func(_ [sha256.Size]byte, p Printed) int64 { return int64(len(p.Address)) + 160 }),
		draw:    Draw,
	}
	workers := [classes]int{
		vectors: o.Workers,
		rasters: o.Workers,
		prints:  max(1, o.Workers/2),
		kits:    kitSlots,
	}
	for c := range p.slots {
		p.slots[c] = newSlots(workers[c], queueLength, o.Patience)
	}
	return p
}

// ETag returns the entity tag of the picture that o asks for, without making
// it: the picture is a function of the order and of the program.
func (p *Press) ETag(o *catalog.Order) string { return `"` + p.digest(o) + `"` }

// Digest returns what names the picture that o asks for in the parameter "v".
func (p *Press) Digest(o *catalog.Order) string { return p.digest(o)[:digestLength] }

// digestLength is the number of hexadecimal digits of a public digest: two
// pictures of one address, which is all it tells apart, never share so many.
const digestLength = 12

func (p *Press) digest(o *catalog.Order) string {
	sum := sha256.Sum256([]byte(p.options.Revision + "\x00" + o.Format + "\x00" + o.Key))
	return hex.EncodeToString(sum[:16])
}

// Kept returns the output with this entity tag if the press remembers it.
func (p *Press) Kept(etag string) (*Output, bool) {
	out, ok := p.cache.Get(etag)
	if ok {
		p.hits.Add(1)
	}
	return out, ok
}

// Print returns the picture that o asks for, from the cache or newly made. A
// picture that several callers want at once is made once; it is finished and
// kept even if all of them leave.
//
// The error wraps ErrFormat if no encoder makes the format of o, ErrUnsuited if
// the format cannot hold the picture, ErrBusy if no worker was free in time, and
// is that of ctx if it ends first.
func (p *Press) Print(ctx context.Context, o *catalog.Order) (*Output, error) {
	f, err := FormatOf(o.Format)
	if err != nil {
		return nil, err
	}
	etag := p.ETag(o)
	if out, ok := p.Kept(etag); ok {
		return out, nil
	}
	return p.once(ctx, etag, func(ctx context.Context) (*Output, error) {
		return p.make(ctx, f.classOf(o), f, etag, func() ([]byte, error) { return p.remembering(o) })
	})
}

// remembering draws o, and notes whose bytes these are.
func (p *Press) remembering(o *catalog.Order) ([]byte, error) {
	b, err := p.safely(o)
	if err == nil && o.State.OK() && o.Permanent != "" {
		printed := Printed{Address: o.Permanent}
		if o.Level != nil {
			printed.Level = o.Level.ID
		}
		p.printed.Add(sha256.Sum256(b), printed)
	}
	return b, err
}

// Printed is what was printed at an address.
type Printed struct{ Address, Level string }

// Printed returns what has these bytes, by their SHA-256, if the press printed
// it lately.
func (p *Press) Printed(sum [sha256.Size]byte) (Printed, bool) { return p.printed.Get(sum) }

// once makes the output with an entity tag, for all who want it at the same
// time.
func (p *Press) once(ctx context.Context, etag string, make func(context.Context) (*Output, error)) (*Output, error) {
	p.misses.Add(1)
	flight := p.flights.DoChan(etag, func() (any, error) { return make(context.WithoutCancel(ctx)) })
	select {
	case r := <-flight:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.(*Output), nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// make makes an output with a worker of a class, and keeps it.
func (p *Press) make(ctx context.Context, c class, f *Format, etag string, body func() ([]byte, error)) (*Output, error) {
	// An earlier flight may have landed between the look-up and this one.
	if out, ok := p.cache.Get(etag); ok {
		return out, nil
	}
	s := p.slots[c]
	if err := s.acquire(ctx); err != nil {
		p.busy.Add(1)
		return nil, fmt.Errorf("%s: %w", f.Ext, err)
	}
	defer s.release()
	b, err := body()
	if err != nil {
		return nil, err
	}
	p.made.Add(1)
	out := newOutput(f, etag, b)
	p.cache.Add(etag, out)
	return out, nil
}

// Reserve takes a place for work that makes many pictures, which few may do at
// the same time; release gives it back. The error wraps [ErrBusy] if no place
// was free in time, and is that of ctx if it ends first.
func (p *Press) Reserve(ctx context.Context) (release func(), err error) {
	s := p.slots[kits]
	if err := s.acquire(ctx); err != nil {
		if errors.Is(err, ErrBusy) {
			p.busy.Add(1)
		}
		return nil, err
	}
	return s.release, nil
}

// A PanicError is a defect of the program that one picture brought to light.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic while drawing: %v", e.Value) }

// safely draws o.
func (p *Press) safely(o *catalog.Order) ([]byte, error) {
	return written(func(w io.Writer) error { return p.draw(w, o) })
}

// written returns what write writes. A panic becomes an error: one picture may
// not take down a process that could serve all the others.
func written(write func(io.Writer) error) (body []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil // without the buffer's spare room
}

// Stats count what a press has done since it was made.
type Stats struct {
	Hits, Misses int64 // look-ups in the cache
	Made         int64 // pictures drawn
	Busy         int64 // orders refused because no worker was free
	Kept         int   // outputs in the cache
	KeptBytes    int64 // what they weigh
}

// Stats returns the counts so far.
func (p *Press) Stats() Stats {
	s := Stats{Hits: p.hits.Load(), Misses: p.misses.Load(), Made: p.made.Load(), Busy: p.busy.Load()}
	s.KeptBytes, s.Kept = p.cache.Weight()
	return s
}
