package catalog

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func readTOML(t *testing.T, file string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := toml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func validate(t *testing.T, file string, root, schema map[string]any, v any) {
	t.Helper()
	for _, fault := range schemaFaults(root, schema, v, file) {
		t.Error(fault)
	}
}

// schemaFaults returns what in v a schema does not allow.
func schemaFaults(root, schema map[string]any, v any, at string) []string {
	if ref, ok := schema["$ref"].(string); ok {
		defs := root["$defs"].(map[string]any)
		return schemaFaults(root, defs[ref[len("#/$defs/"):]].(map[string]any), v, at)
	}
	if any, ok := schema["oneOf"].([]any); ok {
		for _, one := range any {
			if len(schemaFaults(root, one.(map[string]interface{}), v, at)) == 0 {
				return nil
			}
		}
		return []string{at + ": none of the alternatives"}
	}
	switch v := v.(type) {
	case map[string]any:
		return objectFaults(root, schema, v, at)
	case []any:
		var faults []string
		for i, e := range v {
			items, ok := schema["items"].(map[string]any)
			if !ok {
				return []string{at + ": no list is allowed"}
			}
			faults = append(faults, schemaFaults(root, items, e, fmt.Sprintf("%s[%d]", at, i))...)
		}
		return faults
	case string:
		enum, _ := schema["enum"].([]any)
		pattern, _ := schema["pattern"].(string)
		if schema["type"] != "string" || enum != nil && !slices.Contains(enum, any(v)) || !regexp.MustCompile(pattern).MatchString(v) {
			return []string{fmt.Sprintf("%s: %q is not allowed", at, v)}
		}
	case bool:
		if schema["type"] != "boolean" {
			return []string{at + ": no boolean is allowed"}
		}
	default:
		if schema["type"] != "number" && schema["type"] != "integer" {
			return []string{at + ": no number is allowed"}
		}
	}
	return nil
}

func objectFaults(root, schema, v map[string]any, at string) []string {
	if schema["type"] != "object" {
		return []string{at + ": no table is allowed"}
	}
	var faults []string
	properties, _ := schema["properties"].(map[string]any)
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := v[name.(string)]; !ok {
			faults = append(faults, fmt.Sprintf("%s: %v is missing", at, name))
		}
	}
	for name, e := range v {
		p, ok := properties[name].(map[string]any)
		if !ok {
			p, ok = schema["additionalProperties"].(map[string]any)
		}
		if !ok {
			faults = append(faults, at+"."+name+": not allowed")
			continue
		}
		faults = append(faults, schemaFaults(root, p, e, at+"."+name)...)
	}
	return faults
}

// allKeys returns the keys that label.toml may have.
func allKeys() map[string]reflect.Type {
	types := make(map[string]reflect.Type)
	keyTypes(types, "", reflect.TypeFor[labelFile]())
	return types
}
