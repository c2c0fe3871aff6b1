package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Of the escapes in JSON text, those of six characters that are half of a pair; Go reads them as U+FFFD.
var escapes = regexp.MustCompile(`\\u[dD][89abAB]..\\u[dD][c-fC-F]|\\u[dD][89a-fA-F]|\\.`)

// refuse ends a call that cannot be made.
func refuse(format string, values ...any) {
	fmt.Fprintf(os.Stderr, "%q\n", fmt.Sprintf(format, values...))
	os.Exit(1)
}

// document returns JSON text as a record has it.
func document(text, path string) string {
	for _, escape := range escapes.FindAllString(text, -1) {
		if len(escape) == 4 {
			refuse("%s: expected a string without lone surrogates", path)
		}
	}
	source := json.NewDecoder(strings.NewReader(text))
	source.UseNumber()
	result := rewrite(source, path, 1)
	if _, err := source.Token(); err != io.EOF {
		refuse("%s: expected one JSON value", path)
	}
	return result
}

// members returns KEY=TEXT, and KEY:=JSON with hasJSON, as an object.
func members(words []string, path string, hasJSON bool) string {
	names, parts := []string{}, []string{}
	for _, word := range words {
		name, text, found := strings.Cut(word, "=")
		isJSON := hasJSON && strings.HasSuffix(name, ":")
		if isJSON {
			name = strings.TrimSuffix(name, ":")
		}
		if !found || name == "" || slices.Contains(names, name) {
			refuse("%s: expected KEY=VALUE, each key once, got %s", path, word)
		}
		label, value := storable(name, path), ""
		if isJSON {
			value = document(text, path+"["+label+"]")
		} else {
			value = storable(text, path+"["+label+"]")
		}
		names, parts = append(names, name), append(parts, label+":"+value)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func metric(kind, name, text string, tags []string) string {
	path := kind + " " + storable(name, kind+": name")
	var inner string
	if json.Unmarshal([]byte(text), &inner) == nil && document(text, path) != "null" {
		text = inner
	}
	value := document(text, path+": value")
	size, err := strconv.ParseFloat(value, 64)
	if err != nil || name == "" || math.IsInf(size, 0) || kind == "timer" && math.Abs(size) > 9e9 {
		refuse("%s: expected a name and a number in its range", path)
	}
	labels := members(tags, path+": tags", false)
	return fmt.Sprintf(`{"metrics":[{"name":%s,"type":"%s","value":%s,"tags":%s}]}`, storable(name, path), kind, value, labels)
}

func payload(words []string) (string, *os.File) {
	verb := append(words, "")[0]
	if verb == "log" && len(words) == 3 || verb == "logs" && len(words) > 1 && len(words)%2 == 1 {
		return logs(words[1:])
	}
	for i := range words {
		words[i] = decoded(words[i])
	}
	if verb == "outputs" {
		return `{"outputs":` + members(words[1:], verb, true) + "}", os.Stdout
	}
	if len(words) < 3 || verb != "counter" && verb != "gauge" && verb != "timer" {
		refuse("expected log, logs, outputs, counter, gauge or timer, with their arguments")
	}
	return metric(verb, words[1], words[2], words[3:]), os.Stdout
}

func main() {
	payload, stream := payload(os.Args[1:])
	payload = strings.ReplaceAll(payload, "::{", `::\u007b`) // a brace after two colons is in a string
	_, err := stream.WriteString("::" + payload + "::\n")    // one write, without a buffer
	if err != nil && !strings.HasPrefix(payload, `{"logs"`) {
		refuse("%v", err)
	}
}
