// Package panonceau is the root of a module that renders the marks of public
// labels: badges, logos, signs and plaques. It holds no code, only the test
// that keeps the import graph as docs/architecture.md draws it.
//
// The program is cmd/panonceau; programs that want the pictures import render,
// catalog and an encoder such as render/svg.
package panonceau
