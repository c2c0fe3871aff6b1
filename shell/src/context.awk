# Prints the value that a path names in JSON, as json.awk writes it, and one more character: "." or, after a problem, "!".
# The lines are the name of the source, the path, which may have several, and the JSON.
#
# steps            how many steps the path has
# step, is_index   the key or the index of each
# printing         whether the JSON that is read is printed, or ...
# kept             ... otherwise added to this text

# Add a step to the path, and cut the first WIDTH characters off the rest of it.
function add_step(new, index_given, width) {
  step[++steps] = new
  is_index[steps] = index_given
  rest = substr(rest, width + 1)
}

# Read a path, as a.b, a["b c"] or a[0].
function read_path(text,   mark, end) {
  for (rest = text; rest != "" && problem == "";) {
    mark = substr(rest, 2, 1)
    end = index("\"" quote, mark) && rest ~ /^[[]/ ? index(substr(rest, 3), mark "]") : 0
    if (end) add_step(substr(rest, 3, end - 1), 0, end + 3)
    else if (match(rest, /^[[][0-9]+[]]/)) add_step(substr(rest, 2, RLENGTH - 2) + 0, 1, RLENGTH)
    else if (match(rest, /^[^].[]+/)) add_step(substr(rest, 1, RLENGTH), 0, RLENGTH)
    else break
    if (rest ~ /^[.][^].[]/) rest = substr(rest, 2)
    else if (rest !~ /^[[]/) break
  }
  if (rest != "")
    problem = "context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got " quote text quote
}

function put(text) {
  if (printing) print text
  else kept = kept text
}

# Read the rest of a string of the JSON: as text, or as JSON up to its last quote.
function read_string(is_text,   text, width) {
  while ((text = peek(256)) != "") {
    width = match(text, /["]|\\/) ? RSTART - 1 : length(text)
    if (width) {
      put(substr(text, 1, width))
      offset += width
    } else if (text ~ /^"/) {
      offset++
      return
    } else if (is_text) put(escaped_character(text))
    else {
      put(substr(text, 1, 2))
      offset += 2
    }
  }
}

# Return the character whose escape begins the text, and skip it.
function escaped_character(text,   code) {
  offset += text ~ /^\\u/ ? 6 : 2
  if (text !~ /^\\u/) return sprintf("%c", unescaped[substr(text, 2, 1)])
  code = hex_value(text)
  if (code >= 55296 && code < 56320) {
    code = (code - 55232) * 1024 + hex_value(substr(text, 7)) - 56320
    offset += 6
  }
  return utf8(code)
}

function utf8(code) {
  if (code < 128) return sprintf("%c", code)
  if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
  if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
  return sprintf("%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64) \
         sprintf("%c%c", 128 + int(code / 64) % 64, 128 + code % 64)
}

# Read a value of the JSON.
function read_value(   depth, first, width) {
  depth = 0
  do {
    first = peek(1)
    # A number has at most 1000 digits.
    width = match(peek(1100), /^[^][{},:"]+/) ? RLENGTH : 1
    put(substr(peek(1100), 1, width))
    offset += width
    if (first == "\"") {
      read_string(0)
      put("\"")
    }
    depth += index("[{", first) > 0
    depth -= index("]}", first) > 0
  } while (depth && first != "")
}

# Find a step in the object or the array that begins, so that its value is next. Return whether there is one.
# Otherwise, key has the keys, and keys is how many.
function find(wanted, wants_index,   opening) {
  keys = 0
  opening = peek(1)
  if (!index("[{", opening)) return 0
  for (offset++; !index("]}", peek(1)); offset += peek(1) == ",") {
    keys++
    key[keys] = keys - 1
    if (opening == "{") {
      kept = ""
      offset++
      read_string(1)
      offset++
      key[keys] = kept
    }
    if (key[keys] "" == wanted "" && wants_index == (opening == "[")) return 1
    read_value()
    kept = ""
  }
  return 0
}

# Return the keys in order.
function sorted_keys(   position, other, moved, result) {
  result = keys ? "" : "none"
  for (position = 2; position <= keys; position++) {
    moved = key[position]
    for (other = position - 1; other && key[other] "" > moved ""; other--) key[other + 1] = key[other]
    key[other + 1] = moved
  }
  for (position = 1; position <= keys; position++) result = result (position > 1 ? ", " : "") key[position]
  return result
}

# Print the value that the path names.
function print_value(   level) {
  for (level = 1; level <= steps; level++)
    if (!find(step[level], is_index[level])) {
      problem = quote step[level] quote " is not available in the execution context (available: " sorted_keys() ")"
      return
    }
  printing = 1
  if (peek(1) == "\"") {
    offset++
    read_string(1)
  } else read_value()
}

BEGIN {
  quote = sprintf("%c", 39)
  problem = path = name = json = kept = ""
  steps = printing = 0
}

NR == 1 { name = $0 }

NR > 2 { path = path (NR > 3 ? "\n" : "") json }

{ json = $0 }

END {
  open_source(json)
  if (json !~ /^[{]/)
    problem = name ": expected an object, got " \
              (json ~ /^[[]/ ? "list" : json ~ /^"/ ? "string" : json ~ /^[a-z]/ ? json : "number")
  if (problem == "") read_path(path)
  if (problem == "") print_value()
  gsub(/[\001-\037]/, " ", problem)
  print (problem == "" ? "." : problem "!")
}
