package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A lexeme is a number as JSON spells it: Go's integers have 64 bits.
type lexeme string

// A member is a name and its value; a list of them is an object in the caller's order.
type member struct {
	name  string
	value any
}

var numberText = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?`)

// members reads KEY=TEXT, and KEY:=JSON with hasJSON.
func members(words []string, path string, hasJSON bool) []member {
	result := []member{}
	for _, word := range words {
		name, value, found := strings.Cut(word, "=")
		isJSON := hasJSON && strings.HasSuffix(name, ":")
		if isJSON {
			name = strings.TrimSuffix(name, ":")
		}
		if !found || name == "" {
			refuse("%s: expected KEY=VALUE, got %s", path, quoted(word))
		}
		for _, other := range result {
			if other.name == name {
				refuse("%s: duplicate key %s", path, quoted(name))
			}
		}
		var parsed any = value
		if isJSON {
			parsed = parse(value, fmt.Sprintf("%s[%s]", path, quoted(name)))
		}
		result = append(result, member{name, parsed})
	}
	return result
}

// write returns a value as JSON.
func write(value any, path string, depth int) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(value)
	case lexeme:
		return number(string(value), path)
	case string:
		return storable(value, path)
	case []member:
		return object(value, path, depth)
	}
	parts := []string{}
	checkDepth(depth, path)
	for i, member := range value.([]any) {
		parts = append(parts, write(member, fmt.Sprintf("%s[%d]", path, i), depth+1))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

func object(members []member, path string, depth int) string {
	parts := []string{}
	checkDepth(depth, path)
	for _, member := range members {
		name := storable(member.name, path)
		parts = append(parts, name+":"+write(member.value, path+"["+name+"]", depth+1))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func checkDepth(depth int, path string) {
	if depth > 998 {
		refuse("%s: expected at most 1000 levels of nesting in a line", path)
	}
}

// A parser reads JSON by RFC 8259; encoding/json has no order of members, and rounds numbers.
type parser struct {
	rest, path string
}

func parse(text, path string) any {
	p := &parser{text, path}
	value := p.value(0)
	if p.space(); p.rest != "" {
		p.wrong()
	}
	return value
}

func (p *parser) wrong() {
	refuse("%s: expected JSON, which ends or is wrong %d bytes before its end", p.path, len(p.rest))
}

func (p *parser) space() { p.rest = strings.TrimLeft(p.rest, " \t\n\r") }

func (p *parser) take(token string) bool {
	p.space()
	rest, found := strings.CutPrefix(p.rest, token)
	p.rest = rest
	return found
}

func (p *parser) require(token string) {
	if !p.take(token) {
		p.wrong()
	}
}

func (p *parser) value(depth int) any {
	if depth > 998 {
		refuse("%s: expected at most 1000 levels of nesting in a line", p.path)
	}
	switch {
	case p.take("null"):
		return nil
	case p.take("true"):
		return true
	case p.take("false"):
		return false
	case p.take(`"`):
		return p.string()
	case p.take("["):
		list := []any{}
		p.each("]", func() { list = append(list, p.value(depth+1)) })
		return list
	case p.take("{"):
		object := []member{}
		p.each("}", func() { object = p.member(object, depth+1) })
		return object
	}
	found := numberText.FindString(p.rest)
	if found == "" {
		p.wrong()
	}
	p.rest = p.rest[len(found):]
	return lexeme(found)
}

func (p *parser) each(end string, read func()) {
	for isEnd := p.take(end); !isEnd; isEnd = p.take(end) || p.comma() {
		read()
	}
}

// comma takes the comma before the next member.
func (p *parser) comma() bool {
	p.require(",")
	return false
}

// member adds a member; of equal names the last value stays, at the place of the first.
func (p *parser) member(object []member, depth int) []member {
	p.require(`"`)
	name := p.string()
	p.require(":")
	value := p.value(depth)
	for i := range object {
		if object[i].name == name {
			object[i].value = value
			return object
		}
	}
	return append(object, member{name, value})
}

func (p *parser) string() string {
	units := []uint16{}
	for !strings.HasPrefix(p.rest, `"`) {
		if p.rest == "" || p.rest[0] < ' ' {
			p.wrong()
		}
		if p.rest[0] != '\\' {
			end := strings.IndexFunc(p.rest, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' })
			if end < 0 {
				end = len(p.rest)
			}
			units = append(units, utf16.Encode([]rune(p.rest[:end]))...)
			p.rest = p.rest[end:]
			continue
		}
		units = append(units, p.escape())
	}
	p.rest = p.rest[1:]
	for i := 0; i < len(units); i++ {
		if units[i]>>10 == 0x36 && i+1 < len(units) && units[i+1]>>10 == 0x37 {
			i++
		} else if units[i]>>11 == 0x1b {
			refuse("%s: expected a string without lone surrogates", p.path)
		}
	}
	return string(utf16.Decode(units))
}

func (p *parser) escape() uint16 {
	if len(p.rest) > 5 && p.rest[1] == 'u' {
		if code, err := strconv.ParseUint(p.rest[2:6], 16, 16); err == nil {
			p.rest = p.rest[6:]
			return uint16(code)
		}
	} else if at := strings.IndexByte(`"\/bfnrt`, p.rest[min(1, len(p.rest)-1)]); len(p.rest) > 1 && at >= 0 {
		p.rest = p.rest[2:]
		return uint16("\"\\/\b\f\n\r\t"[at])
	}
	p.wrong()
	return 0
}
