# Explains a refusal of JSON in one line: the path, the problem, what came instead and the remedy. Included before json.
#
# problem          that line; the first problem stays
# path             of the JSON, as outputs["rows"]
# beginning        the first characters of the JSON, from its first line on
# line_end         the last characters of the last line that was not blank

# Keep the first problem, with the path to it.
function fail(reason,   level) {
  if (problem != "") return
  problem = path
  for (level = 1; level <= depth; level++) if (step[level] != "") problem = problem "[" step[level] "]"
  problem = problem ": " reason
}

# Return the first characters of a text in readable form, between `.
function shown(text, count,   result) {
  for (result = ""; text != "" && count; count--) {
    decode(text)
    result = result visible(substr(text, 1, taken), code_point)
    text = substr(text, taken + 1)
  }
  return "`" result (text == "" ? "" : "...") "`"
}

# Return the next character in this form.
function shown_next() {
  decode(peek(4))
  return shown(peek(taken), 1)
}

# Return a character or, if it is invisible, its name.
function visible(character, code) {
  if (code > 31 && code < 127) return character
  if (code < 128 || code in character_names || code < 161 || code == 173 || code > 8202 && code < 8208 ||
      code > 8231 && code < 8240 || code > 8286 && code < 8304) return "<" name_of(code) ">"
  if (code == 65533 && character != "\357\277\275") return sprintf("<byte %02X>", byte_value[character])
  return character
}

function name_of(code) {
  return sprintf("U+%04X", code) (code in character_names ? " " character_names[code] : "")
}

# Return whether a byte is not the first of its character.
function is_continuation(byte) {
  return byte_value[byte] > 127 && byte_value[byte] < 192
}

# Return the text around the next character, or "" if `got` shows as much.
function place(   position, start) {
  position = window_start + offset - 1
  start = position > 12 ? position - 12 : 1
  while (start < position && is_continuation(substr(source, start, 1))) start++
  if (start == position && source_length < position + 2) return ""
  return " in " (start > 1 ? "`..." : "`") substr(shown(substr(source, start, 60), 32), 2)
}

function fail_expected(what, got, advice) {
  fail("expected " what ", got " got (advice == "" ? "" : ": " advice))
}

# A word in the place of a value.
function fail_value(word,   advice) {
  if (word ~ /^[-+]?([Nn][Aa][Nn]|[Ii]nf(inity)?|INF)$/) {
    fail(word " is not a JSON number: write null" (depth ? "" : ", or NAME=TEXT for text"))
    return
  }
  if (word ~ /^(True|False|None|TRUE|FALSE|NULL|Null|undefined|nil)$/) advice = "JSON has true, false and null"
  else if (word ~ "^[/#]") advice = "JSON has no comments"
  else if (word ~ /^[-+.0-9]/) advice = "JSON numbers are written as 5, -1.5 or 2e3"
  else if (word ~ /^[A-Za-z_]/ || index(word, quote) == 1) advice = "text has double quotes in JSON"
  if (!depth) fail_text(advice ~ /^JSON has/ ? advice : "")
  else if (word == "") fail_expected("a JSON value", shown_next() place(), "")
  else fail_expected("a JSON value", shown(word, 24) place(), advice)
}

# The whole text is not JSON.
function fail_text(advice) {
  if (substr(beginning, 1, 3) == "\357\273\277") advice = "remove the byte order mark, for example with tail -c +4"
  else if (index("\377\376\377", substr(beginning, 1, 2))) advice = "it is UTF-16, so convert it with iconv -f UTF-16 -t UTF-8"
  else if (substr(beginning, 1, 1) == "\033") advice = "turn the colors of the command off, for example with NO_COLOR=1"
  else advice = (advice == "" ? "" : advice "; ") "write NAME=TEXT for text"
  fail_expected("a JSON value", shown(beginning, 32), advice)
}

function fail_number(   advice) {
  if (beginning ~ /^-?[0-9]+,[0-9]+$/) advice = "write a point for the comma"
  else if (beginning ~ /^-?0[0-9]/) advice = "write it without leading zeros"
  else if (beginning ~ /^[+]/) advice = "write it without +"
  else advice = "JSON numbers are written as 5, -1.5 or 2e3"
  fail_expected("a number", shown(beginning, 32), advice)
}

# More text after a whole value.
function fail_after_end(   more, is_word, is_json) {
  more = peek(60)
  is_word = first_row == row && beginning !~ /^[[{]/
  is_json = more ~ /^([[{"]|-?[0-9]|(true|false|null)([^A-Za-z0-9]|$))/
  if (is_metric) {
    if (first_row != row) beginning = substr(beginning, 1, 20) "\n" more
    fail_number()
  } else if (is_json && !(is_word && previous !~ /[ \t\r]/))
    fail_expected("one JSON document", "another: " shown(more, 32),
                  "jq -s . makes one list of several" (is_word ? ", and NAME=TEXT is for text" : ""))
  else if (is_word) fail_text("")
  else fail_expected("the end of the JSON", shown(more, 32) place(), "")
}

# A token that is not allowed between values.
function fail_punctuation(first,   what) {
  what = expected == "comma" ? (opened[depth] == "[" ? "\",\" or \"]\"" : "\",\" or \"}\"") : "\":\""
  if (expected == "end") fail_after_end()
  else if (expected == "key" && first == "}" || expected == "value" && first == "]")
    fail("trailing comma" place() ": remove it")
  else if (expected == "key" || expected == "{")
    fail_expected("a key in double quotes", shown_next() place(), "")
  else fail_expected(what, shown_next() place(), "")
}

# The text ends too early.
function fail_end(   what) {
  what = is_metric ? "a number" : "a JSON value"
  while (is_continuation(substr(line_end, 1, 1))) line_end = substr(line_end, 2)
  if (expected == "value" && !depth && file != "")
    fail_expected(what, file == "-" ? "nothing on stdin" : "an empty file", "")
  else if (expected == "value" && !depth)
    fail_expected(what, "empty text", "the command printed nothing or failed; write \"${rows:-" \
                  (is_metric ? "0" : "[]") "}\" where that is no mistake")
  else fail("unexpected end of JSON" (in_string ? " in a string" : "") " after " shown(line_end, 60) \
            ": the text was cut off, or quotes are missing around \"$(...)\"")
}

BEGIN {
  split("SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US",
        words, " ")
  for (number = 1; number < 32; number++) character_names[number] = words[number]
  character_names[127] = "DEL"
  character_names[160] = "no-break space"
  character_names[65279] = "byte order mark"
  problem = path = line_end = ""
}
