# Validates and re-encodes each JSON text in a payload, without white space and with our escapes, and prints one more
# character: "." or, if there is a problem, "!" after a line with the problem.
# A line that begins with \ comes from the shell: \\ and a path begin lines of JSON, \@ and a path begin the line with the
# name of a JSON file, after a blank, and the next \ ends either.
# kestra_option is the kind: outputs, assets, counter, gauge or timer.
#
# expected         the allowed next token: "value", "key", "colon", "comma", "[" or "{" for the first of these, "end"
# depth            how many arrays and objects are open
# opened           by depth, "[" or "{"
# object           by depth, the number of the object
# step             by depth, the index or the key of the path
# in_string        whether the line has ended inside a string
# row, first_row   the number of the line, and of the first that is not blank
# previous         the character before the next one

# Print the encoded form of WIDTH characters of JSON, and skip them. The value of a metric is only kept.
function emit(text, width) {
  if (!is_metric) print text
  if (is_metric || expected == "key") key = key text
  offset += width
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
  if (!code_point || code_point >= 55296 && code_point < 57344) fail_storable(shown(substr(text, 1, 6), 6))
}

function fail_storable(got) {
  fail_expected("a string without U+0000, the six characters \\u0000 and lone surrogates", got place(), "")
}

# Set code_point and taken to the first character of a string, which needs an escape.
function decode_string_character(text,   code) {
  code = text ~ /^\\u/ ? hex_value(text) : -1
  if (code >= 0) decode_escape(text, code)
  else if (text ~ /^\\["\\\/bfnrt]/) {
    code_point = unescaped[substr(text, 2, 1)]
    taken = 2
  } else if (text ~ /^\\/)
    fail_expected("an escape of JSON", shown(substr(text, 1, 2), 2) place(), "write \\\\ for a backslash")
  else {
    invalid = 0
    decode(text)
    if (invalid) fail_expected("UTF-8", shown_next() place(), "convert it, for example with iconv")
    else if (code_point < 32) fail("unescaped control character " name_of(code_point) " in a string" place())
  }
}

# Read a string, from its first quote to its last. recent is its end, which may begin \u0000 or ::{.
function read_string(   text, width, recent) {
  key = recent = ""
  units = 0
  emit("\"", 1)
  while (problem == "") {
    text = peek(256)
    width = match(text, /[^] !#-[^-~]/) ? RSTART - 1 : length(text)
    if (width) {
      text = substr(text, 1, width)
      emit(escape_braces(text, recent), width)
    } else if (text ~ /^"/) {
      emit("\"", 1)
      return
    } else if (text == "") {
      in_string = 1
      return
    } else {
      decode_string_character(text)
      text = escape_code_point(code_point)
      width = 1 + (code_point > 65535)
      emit(escape_braces(text, recent), taken)
      if (code_point == 92) text = "\\"
    }
    units += width
    if (units > 20000000) fail("expected a string of at most 20000000 UTF-16 units")
    recent = substr(recent, length(recent) - 4) text
    if (index(recent, "\\u0000")) fail_storable("`\\u0000`")
  }
}

# In some awks, a number beyond a double is 0.
function is_beyond_double(text,   parts, digits) {
  if (text + 0 > largest || text + 0 < -largest) return 1
  if (text + 0) return 0
  split(tolower(text), parts, "e")
  sub(/^-/, "", parts[1])
  digits = parts[1]
  sub(/[.]/, "", digits)
  return match(digits, /[1-9]/) && index(parts[1] ".", ".") - RSTART - 1 + parts[2] >= 0
}

function check_number(text,   digits) {
  digits = text
  if (gsub(/[0-9]/, "", digits) > 1000) fail("expected a number of at most 1000 digits")
  else if ((is_metric || text ~ /[.eE]/) && is_beyond_double(text))
    fail_expected("a number in the range of a double", shown(text, 32), "")
  else if (kind == "timer" && (text + 0 < -9000000000 || text + 0 > 9000000000))
    fail_expected("from -9000000000 to 9000000000 seconds", shown(text, 32), "")
}

# Read the value of a metric: a number, or a string with the text of one.
function read_metric(first,   text) {
  if (first == "\"") {
    read_string()
    if (in_string) return
    text = substr(key, 2, length(key) - 2)
    gsub(/\\[tnr]/, " ", text)
    sub(/^ +/, "", text)
    sub(/ +$/, "", text)
  } else {
    text = match(peek(1100), value_word) ? substr(peek(1100), 1, RLENGTH) : ""
    offset += length(text)
  }
  if (text !~ json_number) fail_number()
  else check_number(text)
  print text
}

function open_container(bracket) {
  if (depth == 998) fail("expected at most 1000 levels of nesting in a line")
  opened[++depth] = bracket
  if (bracket == "{") object[depth] = ++objects
  step[depth] = bracket == "[" ? 0 : ""
  expected = bracket
  emit(bracket, 1)
}

# Read a value that begins with FIRST: a whole scalar, or the bracket of a container.
function read_value(first,   text) {
  expected = depth ? "comma" : "end"
  if (is_metric) read_metric(first)
  else if (first == "\"") read_string()
  else if (first == "{" || first == "[") open_container(first)
  else {
    # Longer than any valid number.
    text = peek(1100)
    text = match(text, value_word) ? substr(text, 1, RLENGTH) : ""
    if (text ~ json_number) check_number(text)
    else if (text !~ /^(true|false|null)$/) fail_value(text)
    emit(text, length(text))
  }
}

# Read a key. A key of an earlier object is not a duplicate.
function read_key() {
  expected = "key"
  read_string()
  expected = "colon"
  step[depth] = key
  if (seen[depth, key] == object[depth]) {
    step[depth] = ""
    fail("duplicate key " key)
  }
  seen[depth, key] = object[depth]
}

# Read the tokens between values.
function read_punctuation(first) {
  if (first == "\"" && (expected == "{" || expected == "key")) read_key()
  else if (first == ":" && expected == "colon") {
    expected = "value"
    emit(first, 1)
  } else if (first == "," && expected == "comma") {
    emit(first, 1)
    expected = opened[depth] == "[" ? "value" : "key"
    if (expected == "value") step[depth]++
  } else if (depth && first == (opened[depth] == "[" ? "]" : "}") && expected ~ /comma|[[{]/) {
    expected = --depth ? "comma" : "end"
    emit(first, 1)
  } else fail_punctuation(first)
}

# Read one line of JSON.
function read_line(text,   first) {
  open_source(text)
  row++
  previous = " "
  while (problem == "") {
    first = peek(1)
    if (first == "") break
    if (index(" \t\r", first)) offset++
    else if (in_string) fail("unescaped control character " name_of(10) " in a string, after " shown(line_end, 60))
    else {
      if (!first_row) {
        first_row = row
        beginning = peek(60)
      }
      if (expected == "value" && !(first == "]" && opened[depth] == "[") || expected == "[" && first != "]")
        read_value(first)
      else read_punctuation(first)
    }
    previous = first
  }
  if (text !~ /^[ \t\r]*$/) line_end = substr(text, source_length > 24 ? source_length - 23 : 1)
}

# Read the JSON of a file; - is the stdin of the call, which is descriptor 7. U+0000, which some awks lose, becomes
# another character that JSON cannot have. The last line is the status of the command.
function read_file(name,   parts, count, part, command, text, following) {
  file = name
  character_names[1] = "or U+0000"
  count = split(name, parts, quote)
  command = parts[1]
  for (part = 2; part <= count; part++) command = command quote "\\" quote quote parts[part]
  command = name == "-" ? "<&7" : "<" quote command quote
  command = "{ tr " quote "\\000" quote " " quote "\\001" quote " " command "; } 2>/dev/null; set $?; echo; echo $1"
  command | getline text
  while ((command | getline following) > 0) {
    read_line(text)
    text = following
  }
  close(command)
  if (text + 0) fail("cannot read " (name == "-" ? "stdin" : "the file " shown(name, 200)))
}

function begin(new_path) {
  path = new_path
  expected = "value"
  row = first_row = in_string = 0
  file = ""
  character_names[1] = "SOH"
}

BEGIN {
  kind = ENVIRON["kestra_option"]
  is_metric = kind !~ /s$/
  largest = 1.7976931348623157e308
  quote = sprintf("%c", 39)
  json_number = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
  value_word = "^[^][{},: \t\r\"]+"
  expected = "end"
  depth = 0
}

/^\\\\/ || /^\\@/ {
  begin(substr($0, 3))
  is_name = substr($0, 2, 1) == "@"
  next
}

/^\\/ {
  if (expected != "end" || in_string) fail_end()
  print substr($0, 2)
  next
}

is_name { read_file(substr($0, 2)) }

!is_name && problem == "" { read_line($0) }

END { print (problem != "" ? "\n" problem "!" : ".") }
