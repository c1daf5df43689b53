package main

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/press"
	"panonceau/server"
)

type serveCommand struct {
	Addr   string        `default:"127.0.0.1:8080" env:"PANONCEAU_ADDR" placeholder:"HOST:PORT" help:"Address to listen on (${default}). Use :8080 for all interfaces."`
	Base   string        `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin under which the server is known, e.g. https://panonceau.example. Without it, that of each request."`
	Cache  size          `default:"256MiB" env:"PANONCEAU_CACHE" placeholder:"SIZE" help:"Memory for finished pictures (${default})."`
	Badges bool          `env:"PANONCEAU_BADGES" help:"Draw badges like those of shields.io at /badge/label-message-color.svg: what anybody writes, in a neutral style, marked if it names a label."`
	Drain  time.Duration `default:"0s" env:"PANONCEAU_DRAIN" help:"How long to go on answering after SIGTERM, so that a load balancer can notice (${default})."`
	Log    string        `default:"all" enum:"all,errors" env:"PANONCEAU_LOG" placeholder:"all|errors" help:"What to log: every request, or failures only (${default})."`
	tileFlags
	packFlags
	trustFlags

	origin  string      // of credentials
	standIn attest.Keys // where no keys are named
}

func (c *serveCommand) Help() string {
	return `Serves the pictures of all labels, their descriptions, and a page that shows
them at /. Nothing is fetched and nothing is written; addresses in the log are
cut to their network.

SIGHUP reads the packs, the registry and the keys again, and so does saving a
file below the directory of --packs; if they have a fault, the old ones stay. On
this machine alone, without --base, pages then tell the faults, and browsers keep
no pictures. SIGTERM finishes what is under way and ends.

Probes: /healthz (the process answers), /readyz (new requests are welcome).

Examples:
  panonceau serve
  PANONCEAU_ADDR=:8080 PANONCEAU_BASE=https://panonceau.example panonceau serve
  panonceau serve --packs ./packs --registry holders.csv --cache 1GiB`
}

func (c *serveCommand) Run(t *terminal) error {
	base := strings.TrimRight(c.Base, "/")
	tiles, err := c.tileFlags.read()
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return hint{err, "another program may use this address; choose one with --addr"}
	}
	defer ln.Close() // Serve closes it too
	log := slog.New(slog.NewTextHandler(t.err, nil))
	c.origin = cmp.Or(base, reachable(ln.Addr()))
	if c.AttestKeys == "" {
		c.standIn = attest.Keys{attest.DevKey()}
		log.Warn("NO KEY: files are not signed, and open badges are signed with a key that ends with this program; name yours with --attest-keys", "base", c.origin)
	}
	cat, err := c.loadTrusting(base)
	if err != nil {
		return err
	}
	s := server.New(cat,
		press.New(press.Options{CacheBytes: int64(c.Cache), Revision: revision()}),
		server.Options{
			Base:      base,
			Log:       log,
			AccessLog: c.Log == "all",
			Drain:     c.Drain,
			Badges:    c.Badges,
			Tiles:     tiles,
			Authoring: c.isAuthors(ln.Addr()),
		})
	fmt.Fprintf(t.err, "panonceau: serving on %s\n", reachable(ln.Addr()))
	if err := c.follow(t.ctx, s, base, log); err != nil {
		return err
	}
	return s.Serve(t.ctx, ln)
}

// loadTrusting reads packs, registry and keys.
func (c *serveCommand) loadTrusting(base string) (*catalog.Catalog, error) {
	return c.trustFlags.load(&c.packFlags, base, c.origin, c.standIn)
}

// follow reads the packs and the registry again at each SIGHUP and, if they are
// in a directory, when files of it change. If they have a fault, what was served
// goes on being served.
func (c *serveCommand) follow(ctx context.Context, s *server.Server, base string, log *slog.Logger) error {
	asked := make(chan os.Signal, 1)
	changed := make(chan struct{})
	if c.Packs != "" {
		if err := watch(ctx, c.Packs, changed); err != nil {
			return hint{err, "without --packs, the labels inside the program are served"}
		}
	}
	signal.Notify(asked, syscall.SIGHUP)
	go func() {
		defer signal.Stop(asked)
		for {
			select {
			case <-ctx.Done():
				return
			case <-asked:
			case <-changed:
			}
			c.reload(s, base, log)
		}
	}()
	return nil
}

func (c *serveCommand) reload(s *server.Server, base string, log *slog.Logger) {
	cat, err := c.loadTrusting(base)
	if err != nil {
		faults := catalog.Faults(err)
		for _, f := range faults {
			log.Error("not reloaded", "place", f.Place, "fault", f.What, "do", f.Do)
		}
		s.Faulty(faults)
		return
	}
	s.Replace(cat)
	log.Info("reloaded", "labels", len(cat.Packs))
}

// isAuthors reports whether the server is for somebody who works on packs: on
// this machine, and nowhere else.
func (c *serveCommand) isAuthors(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return c.Packs != "" && c.Base == "" && ok && tcp.IP.IsLoopback()
}

// reachable returns a URL at which a listener can be tried from here.
func reachable(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}
