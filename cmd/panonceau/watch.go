package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing may change before packs are read again: editors save
// a file in several steps.
const quiet = 200 * time.Millisecond

// maxWatched bounds the directories that are watched.
const maxWatched = 2000

// watch sends on changed after files of a directory, or of one below it, have
// changed and nothing more has for a while. It ends with ctx.
func watch(ctx context.Context, dir string, changed chan<- struct{}) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := watchBelow(w, dir); err != nil {
		w.Close()
		return err
	}
	steps := make(chan struct{}, 1)
	go settle(ctx, quiet, steps, changed)
	go func() {
		defer w.Close()
		for {
			select {
			case <-ctx.Done():
				return
			case e := <-w.Events:
				if !matters(e) {
					continue
				}
				if e.Has(fsnotify.Create) {
					watchBelow(w, e.Name) // a file is no directory, and may be gone again
				}
			case <-w.Errors: // events were lost
			}
			select {
			case steps <- struct{}{}:
			default: // one is on its way
			}
		}
	}()
	return nil
}

// watchBelow watches a directory and those below it.
func watchBelow(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		if hidden(name) && name != dir {
			return filepath.SkipDir
		}
		if len(w.WatchList()) >= maxWatched {
			return errors.New(dir + ": too many directories to watch")
		}
		return w.Add(name)
	})
}

// matters reports whether an event may change a pack: editors make files of
// their own beside those they save.
func matters(e fsnotify.Event) bool {
	return e.Op != fsnotify.Chmod && !hidden(e.Name) && !strings.HasSuffix(e.Name, "~")
}

func hidden(name string) bool {
	base := filepath.Base(name)
	return len(base) > 1 && base[0] == '.' && base != ".."
}

// settle sends on settled when there was a step, and then none for a while.
func settle(ctx context.Context, quiet time.Duration, steps <-chan struct{}, settled chan<- struct{}) {
	timer := time.NewTimer(quiet)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-steps:
			timer.Reset(quiet)
		case <-timer.C:
			select {
			case settled <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
	}
}
