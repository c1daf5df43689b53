// Command peers compares Panonceau with other programs, side by side: how fast
// it draws, and whether they see the same picture. run.sh in this
// directory installs the others and calls it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
)

const usage = `usage: peers speed | flags | written

speed    time to draw, and size of files, as ratios
flags    every flag of flag-icons, drawn by us and by resvg
written  the SVG files that we write, drawn by us, by resvg and by Chromium

To be run where node_modules is; see run.sh.`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	command := map[string]func(context.Context, *peer) error{
		"speed": speed, "flags": flags, "written": written,
	}[append(os.Args, "")[1]]
	if command == nil {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	if err := run(ctx, command); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, command func(context.Context, *peer) error) error {
	runtime.GOMAXPROCS(1) // the others use one core, too
	p, err := start(ctx)
	if err != nil {
		return err
	}
	defer p.close()
	return command(ctx, p)
}
