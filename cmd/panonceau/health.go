package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

type healthCommand struct {
	Addr string `default:"127.0.0.1:8080" env:"PANONCEAU_ADDR" placeholder:"HOST:PORT" help:"Address the server listens on (${default})."`
}

func (c *healthCommand) Help() string {
	return `Asks the server on this machine whether it answers. Meant for the
HEALTHCHECK of a container, which has no curl.`
}

// healthTimeout is what a server that answers at all needs to say so.
const healthTimeout = 2 * time.Second

func (c *healthCommand) Run(t *terminal) error {
	host, port, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	ctx, cancel := context.WithTimeout(t.ctx, healthTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answers %s", resp.Status)
	}
	return nil
}
