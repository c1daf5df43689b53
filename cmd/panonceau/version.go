package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

type versionCommand struct{}

func (versionCommand) Run(t *terminal) error {
	_, err := fmt.Fprintf(t.out, "panonceau %s, revision %s, %s %s/%s\n",
		version(), revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version returns the version the program was built as.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// revision names the program that draws, for entity tags: the commit it was
// built from or, when that does not say everything, the digest of the program
// itself.
var revision = sync.OnceValue(func() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		commit, dirty := "", false
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value
			case "vcs.modified":
				dirty = s.Value == "true"
			}
		}
		if len(commit) >= 12 && !dirty {
			return commit[:12]
		}
	}
	return programDigest()
})

func programDigest() string {
	name, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	f, err := os.Open(name)
	if err != nil {
		return "unknown"
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "unknown"
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
