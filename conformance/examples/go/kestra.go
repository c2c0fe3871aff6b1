// An emitter of logs, outputs and metrics; main.go is its driver, and ../../SPECIFICATION.md explains each rule.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

var levels = map[string]string{"TRACE": "TRACE", "DEBUG": "DEBUG", "INFO": "INFO", "WARN": "WARN", "ERROR": "ERROR",
	"WARNING": "WARN", "CRITICAL": "ERROR", "FATAL": "ERROR"}
var short = map[uint16]string{8: `\b`, 9: `\t`, 10: `\n`, 12: `\f`, 13: `\r`, 34: `\"`, 92: `\\`}

// decoded has U+FFFD for each maximal part that is not UTF-8; Go's own decoder takes one for each byte.
func decoded(data string) string {
	var text strings.Builder
	for len(data) > 0 {
		r, size := utf8.DecodeRuneInString(data)
		for r == utf8.RuneError && size < len(data) && !utf8.FullRuneInString(data[:size+1]) {
			size++ // still the start of a character
		}
		text.WriteRune(r)
		data = data[size:]
	}
	return text.String()
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

// entries returns a log as one entry, or as several where Kestra would cut it.
func entries(level, message string) (result []string) {
	rest := utf16.Encode([]rune(strings.NewReplacer("\x00", "\ufffd", `\u0000`, "\ufffd").Replace(decoded(message))))
	for len(rest) > 0 || result == nil {
		end := min(len(rest), 15_360)
		if end < len(rest) && rest[end-1]>>10 == 0x36 { // the first half of a pair
			end--
		}
		result = append(result, fmt.Sprintf(`{"level":"%s","message":"%s"}`, level, escaped(rest[:end])))
		rest = rest[end:]
	}
	return result
}

func logs(pairs []string) (string, *os.File) {
	stream, all := os.Stdout, []string{}
	for i := 0; i < len(pairs); i += 2 {
		level := ""
		for name, found := range levels {
			if strings.EqualFold(name, pairs[i]) {
				level = found
			}
		}
		if level == "" {
			refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got %q", pairs[i])
		} else if level == "WARN" || level == "ERROR" {
			stream = os.Stderr
		}
		all = append(all, entries(level, pairs[i+1])...)
	}
	return `{"logs":[` + strings.Join(all, ",") + "]}", stream
}

func storable(text, path string) string {
	if strings.Contains(text, "\x00") || strings.Contains(text, `\u0000`) {
		refuse("%s: expected a string without U+0000, the six characters \\u0000 and lone surrogates", path)
	}
	return `"` + escaped(utf16.Encode([]rune(text))) + `"`
}

// number keeps an integer of any size; a fraction has the fewest digits, and no exponent from 1e-6 to below 1e21.
func number(text, path string) string {
	value, _ := strconv.ParseFloat(text, 64)
	switch size := math.Abs(value); {
	case text == "-0":
		return "0"
	case !strings.ContainsAny(text, ".eE") && len(strings.Trim(text, "-")) <= 1000:
		return text
	case math.IsInf(value, 0) || !strings.ContainsAny(text, ".eE"):
		refuse("%s: expected a number of at most 1000 digits in the range of a double", path)
	case size != 0 && (size < 1e-6 || size >= 1e21):
		return strings.Replace(strconv.FormatFloat(value, 'e', -1, 64), "e-0", "e-", 1)
	}
	text = strconv.FormatFloat(value, 'f', -1, 64)
	if strings.Contains(text, ".") {
		return text
	}
	return text + ".0"
}

// rewrite reads a value of JSON text, and returns it as a record has it.
func rewrite(source *json.Decoder, path string, depth int) string {
	token, err := source.Token()
	if err != nil {
		refuse("%s: expected JSON, got %v", path, err)
	}
	switch token := token.(type) {
	case string:
		return storable(token, path)
	case json.Number:
		return number(token.String(), path)
	case bool:
		return strconv.FormatBool(token)
	case json.Delim:
		if depth > 998 {
			refuse("%s: expected at most 1000 levels of nesting in a line", path)
		}
		return container(source, path, depth, map[json.Delim]string{'[': "[]", '{': "{}"}[token])
	}
	return "null"
}

// container reads a list or an object; of equal names the last value stays, at the place of the first.
func container(source *json.Decoder, path string, depth int, brackets string) string {
	places, members := map[string]int{}, []string{}
	for source.More() {
		if brackets == "[]" {
			members = append(members, rewrite(source, fmt.Sprintf("%s[%d]", path, len(members)), depth+1))
			continue
		}
		name := rewrite(source, path, depth)
		member := name + ":" + rewrite(source, path+"["+name+"]", depth+1)
		if place, isKnown := places[name]; isKnown {
			members[place] = member
		} else {
			places[name] = len(members)
			members = append(members, member)
		}
	}
	if _, err := source.Token(); err != nil {
		refuse("%s: expected JSON, got %v", path, err)
	}
	return brackets[:1] + strings.Join(members, ",") + brackets[1:]
}
