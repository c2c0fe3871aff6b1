# The payload of data to the same with each JSON text checked, without white space, and with our escapes; then one more
# character: "." or, if there is a problem, "!" after a line with the problem.
# A line that begins with \ is what the shell has made; \\ and a path begin JSON, and the next \ ends it.
# kestra_option is the kind: outputs, assets, counter, gauge or timer.
#
# expected         what may come next: "value", "key", "colon", "comma", "[" or "{" for the first of these, "end"
# depth            how many arrays and objects are open
# opened           by depth, "[" or "{"
# step             by depth, the index or the key that leads on
# window           the part of the line that is looked at: it begins at window_start, and offset is the next character

# Keep the first problem, with the path to it.
function fail(reason,   level) {
  if (problem != "") return
  problem = path
  for (level = 1; level <= depth; level++) if (step[level] != "") problem = problem "[" step[level] "]"
  problem = problem ": expected " reason
}

# Return the next characters. They come from a window, as substr counts from the start of its text.
function peek(width) {
  if (offset > 2000 && window_start + 4096 <= line_length) {
    window_start += offset - 1
    offset = 1
    window = substr($0, window_start, 4096)
  }
  return substr(window, offset, width)
}

# Print what WIDTH characters of JSON have become, and go past them.
function emit(text, width) {
  print text
  offset += width
  if (expected == "key") key = key text
}

# Return the value of \uXXXX, negative if it is none.
function hex_value(text,   position, value, digit) {
  value = 0
  for (position = 3; position < 7; position++) {
    digit = index("0123456789abcdef", tolower(substr(text, position, 1))) - 1
    if (digit < 0) return digit
    value = value * 16 + digit
  }
  return value
}

# Set code_point and taken to the \uXXXX whose value is CODE, with the second of a pair of surrogates.
function decode_escape(text, code,   second) {
  code_point = code
  taken = 6
  if (code >= 55296 && code < 56320 && substr(text, 7) ~ /^\\u[Dd][C-Fc-f]/) {
    second = hex_value(substr(text, 7))
    if (second >= 0) {
      code_point = (code - 55232) * 1024 + second - 56320
      taken = 12
    }
  }
  if (!code_point || code_point >= 55296 && code_point < 57344) fail("text without U+0000 and lone surrogates")
}

# Set code_point and taken to the first character of a string, which is not plain.
function decode_string_character(text,   code) {
  code = text ~ /^\\u/ ? hex_value(text) : -1
  if (code >= 0) decode_escape(text, code)
  else if (text ~ /^\\["\\\/bfnrt]/) {
    code_point = unescaped[substr(text, 2, 1)]
    taken = 2
  } else {
    decode(text)
    if (text !~ /^[^\\]/ || code_point < 32) fail("a JSON string, got none")
    if (invalid) fail("UTF-8, got other bytes")
  }
}

# Read a string, from its first quote to its last. recent is the end of it that may begin \u0000.
function read_string(   text, width, recent) {
  key = recent = ""
  units = 0
  emit("\"", 1)
  while (problem == "") {
    text = peek(256)
    width = match(text, /[^] !#-[^-~]/) ? RSTART - 1 : length(text)
    if (width) {
      text = substr(text, 1, width)
      emit(text, width)
    } else if (text ~ /^"/) {
      emit("\"", 1)
      return
    } else {
      decode_string_character(text)
      text = escape_code_point(code_point)
      width = 1 + (code_point > 65535)
      emit(text, taken)
      if (code_point == 92) text = "\\"
    }
    units += width
    if (units > 20000000) fail("text of at most 20000000 UTF-16 units")
    recent = substr(recent, length(recent) - 4) text
    if (index(recent, "\\u0000")) fail("text without the six characters \\u0000")
  }
}

function read_number(text,   digits) {
  digits = text
  if (gsub(/[0-9]/, "", digits) > 1000) fail("a number of at most 1000 digits")
  if ((is_metric || text ~ /[.eE]/) && (text + 0 > largest || text + 0 < -largest)) fail("a number that a double holds")
  if (kind == "timer" && (text + 0 < 0 || text + 0 > 9000000000)) fail("from 0 to 9000000000 seconds, got " text)
  emit(text, length(text))
}

function open_container(bracket) {
  if (depth == 998) fail("at most 1000 levels of nesting")
  opened[++depth] = bracket
  step[depth] = bracket == "[" ? 0 : ""
  expected = bracket
  emit(bracket, 1)
}

# Read a value that begins with FIRST: a whole scalar, or the bracket of a container.
function read_value(first,   text) {
  expected = depth ? "comma" : "end"
  # Longer than any number may be.
  text = peek(1100)
  if (is_metric && text !~ /^-?[0-9]/) fail("a number")
  else if (first == "\"") read_string()
  else if (first == "{" || first == "[") open_container(first)
  else if (match(text, /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/)) read_number(substr(text, 1, RLENGTH))
  else if (match(text, /^(true|false|null)/)) emit(substr(text, 1, RLENGTH), RLENGTH)
  else fail("a JSON value, got " (match(text, /^[-+.A-Za-z0-9]+/) ? substr(text, 1, RLENGTH) : "none"))
}

# Read what comes between values.
function read_punctuation(first) {
  if (first == "\"" && (expected == "{" || expected == "key")) {
    expected = "key"
    read_string()
    expected = "colon"
    step[depth] = key
  } else if (first == ":" && expected == "colon") {
    expected = "value"
    emit(first, 1)
  } else if (first == "," && expected == "comma") {
    emit(first, 1)
    expected = opened[depth] == "[" ? "value" : "key"
    if (expected == "value") step[depth]++
  } else if (depth && first == (opened[depth] == "[" ? "]" : "}") && expected ~ /comma|[[{]/) {
    expected = --depth ? "comma" : "end"
    emit(first, 1)
  } else fail("JSON, got a character out of place")
}

# Read one line of JSON.
function read_line(   first) {
  line_length = length($0)
  window_start = offset = 1
  window = substr($0, 1, 4096)
  while (problem == "") {
    first = peek(1)
    if (first == "") return
    if (index(" \t\r", first)) offset++
    else if (expected == "value" || expected == "[" && first != "]") read_value(first)
    else read_punctuation(first)
  }
}

BEGIN {
  kind = ENVIRON["kestra_option"]
  is_metric = kind !~ /s$/
  largest = 1.7976931348623157e308
  expected = "end"
  problem = path = ""
  depth = 0
}

/^\\\\/ {
  path = substr($0, 3)
  expected = "value"
  next
}

/^\\/ && expected == "end" {
  print substr($0, 2)
  next
}

problem == "" { read_line() }

END {
  if (expected != "end") fail("more JSON, got its end")
  print problem != "" ? "\n" problem "!" : "."
}
