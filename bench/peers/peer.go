package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
)

// A peer is a Node process that draws with resvg and makes badges.
type peer struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	to  *json.Encoder
	of  *json.Decoder
}

// A task is what peer.mjs is asked for.
type task struct {
	Do         string         `json:"do"` // pixels, png or badge
	SVG        string         `json:"svg,omitempty"`
	File       string         `json:"file,omitempty"` // in place of SVG
	Width      int            `json:"width,omitempty"`
	Background string         `json:"background,omitempty"`
	Badge      map[string]any `json:"badge,omitempty"`

	Milliseconds int    `json:"ms,omitempty"`  // to repeat it for
	Out          string `json:"out,omitempty"` // file to write, once
}

// A result is what a task took and what it gave.
type result struct {
	Nanoseconds float64 `json:"ns"`
	Bytes       int     `json:"bytes"`
	Error       string  `json:"error"`
}

func start(ctx context.Context) (*peer, error) {
	cmd := exec.CommandContext(ctx, "node", "peer.mjs")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &peer{cmd, in, json.NewEncoder(in), json.NewDecoder(out)}, nil
}

func (p *peer) close() {
	p.in.Close()
	p.cmd.Wait() // it ends with its input
}

func (p *peer) do(t task) (result, error) {
	var r result
	if err := p.to.Encode(t); err != nil {
		return r, err
	}
	if err := p.of.Decode(&r); err != nil {
		return r, fmt.Errorf("peer.mjs: %w", err)
	}
	if r.Error != "" {
		return r, errors.New(r.Error)
	}
	return r, nil
}

// picture returns what resvg makes of a drawing on white.
func (p *peer) picture(svg string, width int) (*image.RGBA, error) {
	f, err := os.CreateTemp("", "peer-*.png")
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := p.do(task{Do: "png", SVG: svg, Width: width, Background: "#fff", Out: f.Name()}); err != nil {
		return nil, err
	}
	m, _, err := image.Decode(f)
	if err != nil {
		return nil, err
	}
	return onWhite(m), nil
}
