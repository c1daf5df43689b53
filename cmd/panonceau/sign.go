package main

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"panonceau/catalog"
	"panonceau/internal/seal"
)

type signCommand struct {
	URL      []string `arg:"" help:"Addresses to sign: paths such as /tnl/2025/or/logo.svg?name=Lyon, or URLs."`
	SignKeys string   `required:"" env:"PANONCEAU_SIGN_KEYS" placeholder:"FILE" help:"File of keys: a key id and a secret in hexadecimal on each line."`
	Key      string   `placeholder:"ID" help:"Key to sign with; the first of the file without it."`
	Expires  string   `placeholder:"90d|DATE" help:"When the signature ends: after so many days, or with a day such as 2026-12-31 (UTC). Never without it."`
	packFlags
}

func (c *signCommand) Help() string {
	return `Prints the addresses with a signature. A server with the same key draws them
without the specimen mark. A signature covers the level, the name, the design
and its options, in every format.

The key is a secret: whoever has it can make official pictures. One is made by
  echo "k1 $(openssl rand -hex 32)" > keys.txt && chmod 600 keys.txt
A new key goes before the old ones, which stay until what they signed has ended.

Examples:
  panonceau sign "/tnl/2025/or/logo.svg?name=Lyon" --sign-keys keys.txt
  panonceau sign "https://panonceau.example/tnl/2025/or/sign.pdf?name=Lyon" --expires 90d --sign-keys keys.txt`
}

func (c *signCommand) Run(t *terminal) error {
	expiry, err := expiryOf(c.Expires, time.Now())
	if err != nil {
		return err
	}
	keys, err := readKeys(c.SignKeys, seal.ParseKeys)
	if err != nil {
		return err
	}
	cat, err := c.loadWith(catalog.Sources{Keys: keys, Now: time.Now})
	if err != nil {
		return err
	}
	for _, address := range c.URL {
		signed, err := cat.Sign(address, c.Key, expiry)
		if err != nil {
			return err
		}
		fmt.Fprintln(t.out, originOf(address)+signed)
	}
	return nil
}

// originOf returns the scheme and host of a URL, or "" for a path.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// maxDays bounds how far away an expiry is: a hundred years.
const maxDays = 36525

// expiryOf reads when a signature ends; "" is never, the zero time.
func expiryOf(s string, now time.Time) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if number, ok := strings.CutSuffix(s, "d"); ok {
		days, err := strconv.Atoi(number)
		if err != nil || days < 1 || days > maxDays {
			return time.Time{}, fmt.Errorf("--expires: %q: want 1d to %dd", s, maxDays)
		}
		return now.UTC().AddDate(0, 0, days).Truncate(time.Second), nil
	}
	last, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("--expires: %q: want a number of days as in 90d, or a date as in 2026-12-31", s)
	}
	end := last.AddDate(0, 0, 1)
	if !now.Before(end) {
		return time.Time{}, errors.New("--expires: " + s + " is over")
	}
	return end, nil
}
