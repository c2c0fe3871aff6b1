// An emitter of logs, outputs, metrics and assets, and its driver: go run . log INFO "Hello World!"
// The specification and the driver protocol are in ../../SPECIFICATION.md.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf16"
	"unicode/utf8"
)

var levels = map[string]string{"TRACE": "TRACE", "DEBUG": "DEBUG", "INFO": "INFO", "WARN": "WARN", "ERROR": "ERROR",
	"WARNING": "WARN", "CRITICAL": "ERROR", "FATAL": "ERROR"}

var short = map[uint16]string{8: `\b`, 9: `\t`, 10: `\n`, 12: `\f`, 13: `\r`, 34: `\"`, 92: `\\`}

// refusal ends a call that cannot be made.
type refusal struct{ reason string }

func refuse(format string, values ...any) { panic(refusal{fmt.Sprintf(format, values...)}) }

// text decodes bytes with U+FFFD for each maximal part that is not UTF-8; Go's own decoder takes one for each byte.
func text(data string) string {
	var out strings.Builder
	for len(data) > 0 {
		r, size := utf8.DecodeRuneInString(data)
		if r == utf8.RuneError && size == 1 {
			for size < len(data) && startsCharacter(data[:size+1]) {
				size++
			}
		}
		out.WriteRune(r)
		data = data[size:]
	}
	return out.String()
}

// startsCharacter tells whether bytes are the beginning of a character: with the smallest or the largest rest they are one.
func startsCharacter(start string) bool {
	for _, filler := range []string{"\x80", "\xbf"} {
		for rest := ""; len(start+rest) <= utf8.UTFMax; rest += filler {
			if r, size := utf8.DecodeRuneInString(start + rest); size == len(start+rest) && (r != utf8.RuneError || size > 1) {
				return true
			}
		}
	}
	return false
}

func escaped(units []uint16) string {
	var out strings.Builder
	for _, unit := range units {
		if escape, ok := short[unit]; ok {
			out.WriteString(escape)
		} else if unit > 31 && unit < 127 {
			out.WriteByte(byte(unit))
		} else {
			fmt.Fprintf(&out, "\\u%04x", unit)
		}
	}
	return out.String()
}

func quoted(s string) string { return `"` + escaped(utf16.Encode([]rune(s))) + `"` }

func level(name string) string {
	for _, letter := range name {
		if letter > 127 { // upper-casing would return INFO for a dotless i
			name = text(name) + " "
		}
	}
	found, ok := levels[strings.ToUpper(name)]
	if !ok {
		refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got %s", quoted(text(name)))
	}
	return found
}

// entries returns a log as one entry, or as several where Kestra would cut it.
func entries(level, message string) string {
	clean := strings.NewReplacer("\x00", "\ufffd", `\u0000`, "\ufffd").Replace(text(message))
	units := utf16.Encode([]rune(clean))
	result := ""
	for {
		end := min(len(units), 15_360)
		if end < len(units) && units[end-1]>>10 == 0x36 { // the first half of a pair
			end--
		}
		result += fmt.Sprintf(`,{"level":"%s","message":"%s"}`, level, escaped(units[:end]))
		if units = units[end:]; len(units) == 0 {
			return result[1:]
		}
	}
}

func storable(s, path string) string {
	if strings.Contains(s, "\x00") || strings.Contains(s, `\u0000`) {
		refuse("%s: expected a string without U+0000, the six characters \\u0000 and lone surrogates", path)
	}
	return quoted(s)
}

// float writes the fewest digits that read as the same double, without an exponent from 1e-6 to below 1e21.
func float(value float64, path string) string {
	if math.IsInf(value, 0) {
		refuse("%s: expected a number in the range of a double", path)
	}
	format := byte('f')
	if size := math.Abs(value); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	number := strconv.FormatFloat(value, format, -1, 64)
	number = strings.NewReplacer("e-0", "e-", "e+0", "e+").Replace(number)
	if !strings.ContainsAny(number, ".e") {
		number += ".0"
	}
	return number
}

// number writes a number of JSON text; an integer of any size keeps its digits.
func number(lexeme, path string) string {
	if strings.ContainsAny(lexeme, ".eE") {
		value, _ := strconv.ParseFloat(lexeme, 64)
		return float(value, path)
	}
	if len(strings.TrimPrefix(lexeme, "-")) > 1000 {
		refuse("%s: expected a number of at most 1000 digits", path)
	}
	if lexeme == "-0" {
		return "0"
	}
	return lexeme
}

func logs(pairs []string) (*os.File, string) {
	stream, all := os.Stdout, ""
	for i := 0; i < len(pairs); i += 2 {
		name := level(pairs[i])
		if name == "WARN" || name == "ERROR" {
			stream = os.Stderr
		}
		all += "," + entries(name, pairs[i+1])
	}
	return stream, `{"logs":[` + all[1:] + "]}"
}

func metric(kind, name, value string, tags []string) string {
	if name == "" {
		refuse("%s: name: expected a non-empty string", kind)
	}
	path := kind + " " + storable(name, kind+": name")
	found := parse(value, path+": value")
	if s, ok := found.(string); ok {
		found = parse(s, path+": value")
	}
	lexeme, ok := found.(lexeme)
	size, _ := strconv.ParseFloat(string(lexeme), 64)
	if !ok || math.IsInf(size, 0) || kind == "timer" && math.Abs(size) > 9e9 {
		refuse("%s: value: expected a number in its range", path)
	}
	labels := object(members(tags, path+": tags", false), path+": tags", 0)
	return fmt.Sprintf(`{"metrics":[{"name":%s,"type":"%s","value":%s,"tags":%s}]}`, quoted(name), kind, number(string(lexeme), path), labels)
}

func record(words []string) (*os.File, string) {
	verb := ""
	if len(words) > 0 {
		verb, words = words[0], words[1:]
	}
	isLog := verb == "log" && len(words) == 2 || verb == "logs" && len(words) > 0 && len(words)%2 == 0
	if isLog {
		return logs(words)
	}
	for i := range words {
		words[i] = text(words[i])
	}
	switch {
	case verb == "outputs" || verb == "assets":
		return os.Stdout, fmt.Sprintf(`{"%s":%s}`, verb, object(members(words, verb, true), verb, 0))
	case (verb == "counter" || verb == "gauge" || verb == "timer") && len(words) > 1:
		return os.Stdout, metric(verb, words[0], words[1], words[2:])
	}
	refuse("expected log, logs, outputs, assets, counter, gauge or timer, with their arguments")
	return nil, ""
}

func main() {
	defer func() {
		if refused, ok := recover().(refusal); ok {
			fmt.Fprintln(os.Stderr, refused.reason)
			os.Exit(1)
		}
	}()
	stream, payload := record(os.Args[1:])
	payload = strings.ReplaceAll(payload, "::{", `::\u007b`) // a brace after two colons is in a string
	_, err := stream.WriteString("::" + payload + "::\n")    // one write, without a buffer
	if err != nil && !strings.HasPrefix(payload, `{"logs"`) && !errors.Is(err, syscall.EAGAIN) {
		refuse("%v", err)
	}
}
