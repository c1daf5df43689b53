// Package e2e has tests only: people who use the pages, in a real Chromium. They
// are skipped where there is none.
package e2e
