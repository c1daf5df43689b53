package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

// TestSettle holds that many steps are one change, and that the last one counts.
func TestSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		steps, settled := make(chan struct{}), make(chan struct{})
		start := time.Now()
		go settle(ctx, quiet, steps, settled)
		for range 3 {
			for range 5 {
				steps <- struct{}{}
				time.Sleep(quiet / 2) // of the bubble's clock
			}
			last := time.Since(start) - quiet/2
			<-settled
			if took := time.Since(start) - last; took != quiet {
				t.Errorf("settled after %v; want %v", took, quiet)
			}
		}
		stop()
		synctest.Wait()
	})
}

// TestWatch holds that a saved file is noticed, be it in a directory that came
// later, and that what editors leave beside is not.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	changed := make(chan struct{})
	if err := watch(t.Context(), dir, changed); err != nil {
		t.Fatal(err)
	}
	save := func(name string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("a.svg")
	<-changed
	save("pack/text/b.md")
	<-changed
	save("pack/text/b.md")
	<-changed
	if err := watch(t.Context(), filepath.Join(dir, "missing"), changed); err == nil {
		t.Error("no error for a directory that is not there")
	}
}
