package main

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary is the program: scripts call it as panonceau.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"panonceau": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

func TestScripts(t *testing.T) {
	packs, err := filepath.Abs("../../testdata/packs")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PACKS", packs)
			e.Setenv("GORACE", "atexit_sleep_ms=0") // or each command takes a second
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"unzip": unzip},
	})
}

// unzip is the command "unzip ARCHIVE DIR" of scripts.
func unzip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unzip ARCHIVE DIR")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
}

func TestExitCodes(t *testing.T) {
	empty := t.TempDir()
	for _, c := range []struct {
		want int
		args []string
	}{
		{exitOK, []string{"version"}},
		{exitOK, []string{"draw", "--help"}},
		{exitFailed, []string{"draw", "/tnl/2020/3/logo.svg?colour=x"}},
		{exitUsage, []string{"paint"}},
		{exitUsage, []string{"draw"}},
		{exitProblems, []string{"check", empty}},
	} {
		if got := run(t.Context(), c.args, strings.NewReader(""), io.Discard, io.Discard); got != c.want {
			t.Errorf("%v: exit code %d; want %d", c.args, got, c.want)
		}
	}
}

func TestSize(t *testing.T) {
	for text, want := range map[string]size{
		"0": 0, "1": 1, "512KiB": 512 << 10, "256MiB": 256 << 20, "2 GiB": 2 << 30, "1TiB": 1 << 40,
		"": -1, "-1": -1, "1MB": -1, "MiB": -1, "1.5GiB": -1, "99999999TiB": -1,
	} {
		got := size(-1)
		err := got.UnmarshalText([]byte(text))
		if got != want || (err == nil) != (want >= 0) {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
	}
}
