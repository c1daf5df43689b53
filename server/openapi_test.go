package server

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// validator checks a document with a library that nobody here wrote.
const validator = `
import { Validator } from "@seriousme/openapi-schema-validator";
import { readFileSync } from "node:fs";
const result = await new Validator().validate(JSON.parse(readFileSync("openapi.json", "utf8")));
if (!result.valid) { console.log(JSON.stringify(result.errors, null, 1)); process.exit(1); }
`

// TestOpenAPIIsValid has the catalogue of addresses checked against the schema
// of OpenAPI 3.1, where node and the library are.
func TestOpenAPIIsValid(t *testing.T) {
	modules := os.Getenv("PANONCEAU_NODE_MODULES")
	if _, err := os.Stat(filepath.Join(modules, "@seriousme/openapi-schema-validator")); modules == "" || err != nil {
		t.Skip("@seriousme/openapi-schema-validator is not below PANONCEAU_NODE_MODULES")
	}
	dir := t.TempDir()
	if err := os.Symlink(modules, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	doc := body(t, get(newServer(t, Options{Badges: true}), "GET", "/openapi.json"))
	for name, data := range map[string][]byte{"openapi.json": doc, "validate.mjs": []byte(validator)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command("node", "validate.mjs")
	run.Dir = dir
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
