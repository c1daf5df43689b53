// Command panonceau turns awards of public labels into pictures: it serves
// them, draws one, checks packs of artwork, and converts a designer's files.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit codes.
const (
	exitOK       = 0
	exitFailed   = 1
	exitUsage    = 2
	exitProblems = 3 // check found something to repair
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// commands is the command line. Flags of serve can also be set by environment
// variables, for containers.
type commands struct {
	Serve     serveCommand     `cmd:"" help:"Answer requests for pictures over HTTP."`
	Draw      drawCommand      `cmd:"" help:"Draw one picture: the bytes the server would send."`
	Kit       kitCommand       `cmd:"" help:"Write every picture of an award as one ZIP file."`
	Kits      kitsCommand      `cmd:"" help:"Write the kits of all awards of an edition."`
	NewPack   newPackCommand   `cmd:"" help:"Write a small commented label to begin with."`
	Check     checkCommand     `cmd:"" help:"Check packs of artwork and explain what is wrong with them."`
	Sheet     sheetCommand     `cmd:"" help:"Draw a contact sheet of every design, level and variant of a pack."`
	Convert   convertCommand   `cmd:"" help:"Read an SVG file as Panonceau reads artwork, and write it as SVG or PNG."`
	Sign      signCommand      `cmd:"" help:"Sign the address of a picture with a free name, so that it is official."`
	Verify    verifyCommand    `cmd:"" help:"Say whether a file, a code or an address is genuine, and the award still holds."`
	Keys      keysCommand      `cmd:"" help:"Make keys that sign files, and tell their public halves."`
	Registry  registryCommand  `cmd:"" help:"Check a registry of awards, or compare it with another one."`
	Preflight preflightCommand `cmd:"" help:"Say which rules of print files PDFs keep."`
	Health    healthCommand    `cmd:"" help:"Ask a running server whether it answers."`
	Version   versionCommand   `cmd:"" help:"Print the version."`
}

const description = `Turns an award of a public label into every picture of it.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 check or verify found
problems.

Examples:
  panonceau serve --addr :8080
  panonceau draw /tnl/2025/or/logo.png?width=512 -o or.png
  panonceau check ./my-packs
  panonceau convert arms.svg arms.png --width 640`

// A terminal is what a command may read and write.
type terminal struct {
	ctx context.Context
	in  io.Reader
	out io.Writer
	err io.Writer
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	var c commands
	helped := false
	parser, err := kong.New(&c,
		kong.Name("panonceau"),
		kong.Description(description),
		kong.Writers(out, errs),
		kong.Exit(func(int) { helped = true }), // called by --help only
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		return complain(errs, err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	switch {
	case helped:
		return exitOK
	case err != nil:
		fmt.Fprintf(errs, "panonceau: %v\nTry: panonceau %s--help\n", err, commandOf(err))
		return exitUsage
	}
	return complain(errs, command.Run(&terminal{ctx, in, out, errs}))
}

// commandOf returns the command that a usage error is about, with a space
// after it, or "".
func commandOf(err error) string {
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil {
		if name := parse.Context.Command(); name != "" {
			word, _, _ := strings.Cut(name, " ")
			return word + " "
		}
	}
	return ""
}

// A hint is an error with advice on what to do about it.
type hint struct {
	error
	advice string
}

func (h hint) Unwrap() error { return h.error }

// errProblems says that check has found, and printed, something to repair.
var errProblems = errors.New("problems found")

// complain prints err and returns the exit code it stands for.
func complain(w io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errProblems) {
		return exitProblems
	}
	fmt.Fprintf(w, "panonceau: %v\n", err)
	var h hint
	if errors.As(err, &h) {
		fmt.Fprintf(w, "hint: %s\n", h.advice)
	}
	return exitFailed
}
