# The level of each line that a program prints, and the lines that belong together. The functions are those of Python's
# kestra.levels, in its order; level_rules.awk has the patterns.
#
# line_text, line_level, line_rule, line_is_strong, line_start, line_end     the line that is read
# head_*           the first line of the event that is open, and event_level, which may be another than its own
# held             the lines of it that have not been sent, held_count of them; the first one's are first_*
# waiting_*        lines after it of which the next one tells whether they belong to it
# block            the kind of an event with rules of its own
# is_open, is_after_blank, count, last_text     see Python's Grouping
# has_times, has_text, has_low_levels, heads    see its style

# Return a line without colours, a carriage return at its end, and what carriage returns within overwrote.
function clean(raw,   parts, item) {
  if (index(raw, "\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/, "", raw)
  if (!index(raw, "\r")) return raw
  sub(/\r+$/, "", raw)
  if (!index(raw, "\r")) return raw
  for (item = split(raw, parts, "\r"); item; item--) if (!is_blank(parts[item])) return parts[item]
  return ""
}

# Tell whether a text is white space, that of Unicode too.
function is_blank(text) {
  if (text ~ /^[!-~]/) return 0
  gsub(/[\t-\r\034-\037 ]/, "", text)
  if (text ~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/, "", text)
  return text == ""
}

# Lines.

# Set the line to what the rules tell of it; a line of JSON becomes its message.
function read_line(text) {
  line_text = text
  line_level = line_rule = ""
  line_is_strong = line_start = line_end = 0
  if (is_blank(text)) {
    line_rule = "blank"
    return
  }
  if (text ~ /^[{].*[}][ \t\r\v\f]*$/ && json_entry(text)) {
    line_rule = "JSON"
    line_is_strong = 1
    return
  }
  if (timed(text)) return
  if (!(rules_before_pairs(text) || pairs(text) || rules_after_pairs(text)) && line_time_end && !begins(text, "  ")) {
    line_rule = "time"
    line_is_strong = !event_detail(text)  # of the message before it, in PostgreSQL's log
    line_end = line_time_end
  }
}

# Look for a level behind a time, at most some tokens away.
function timed(text,   position, is_first, tries, width) {
  line_time_end = timed_length(text)
  position = line_time_end ? line_time_end : elapsed_length(text) ? index(text, "[") - 1 : 0
  if (!position) return 0
  is_first = 1
  text = substr(text, position + 1)
  for (tries = 6; tries; tries--) {
    if (read_places(text, is_first)) {
      line_rule = "time"
      line_is_strong = 1
      if (line_start || line_end) {
        line_start += position
        line_end += position
      } else line_end = position  # a level that is a part of the message
      return 1
    }
    if (!(width = token_length(text))) return 0
    is_first = substr(text, width, 1) ~ /[])\200-\377]/
    text = substr(text, width + 1)
    position += width
  }
  return 0
}

# Look for a level among pairs of key=value, outside quotes.
function pairs(text,   bare, start) {
  if (!index(text, "=") || !has_level_pair(text)) return 0
  bare = ""
  while (match(text, /"([^"\\]|\\.)*"/)) {
    start = substr(text, RSTART, RLENGTH)
    if (index(start, " ")) gsub(/./, "_", start)
    bare = bare substr(text, 1, RSTART - 1) start
    text = substr(text, RSTART + RLENGTH)
  }
  bare = bare text
  start = level_pair(" " bare)
  return start && found_word(bare, start - 1, "", "", "logfmt", 1)
}

# Take the level of a rule.
function found(level, rule, start, end, is_strong) {
  line_level = level
  line_rule = rule
  line_start = start
  line_end = end
  line_is_strong = is_strong
  return 1
}

function found_text(level) {
  return found(level, "text", 0, 0, 0)
}

# The same, where the text that match found is before the message.
function found_head(level) {
  return found(level, "text", 0, RLENGTH, 0)
}

# The same for a line that holds its own time.
function found_stamped(level) {
  return found(level, "stamped", 0, RLENGTH, 1)
}

# The same, where the first capital letter is the level.
function found_letter(text, rule, is_strong,   width, letter) {
  width = RLENGTH
  letter = substr(text, match(text, /[A-Z]/), 1)
  return letter in level_of && found(level_of[letter], rule, 0, width, is_strong)
}

# Take the word behind the longest start that fits, if what is after that fits, too.
function found_behind(text, before, after, letters, list, rule, is_strong,   start) {
  start = length_of(match(text, "^(" before ")"))
  while (start && !(substr(text, 1, start) ~ ("^(" before ")$") && substr(text, start + 1) ~ ("^" after))) start--
  return found_word(text, start, letters, list, rule, is_strong)
}

# Take the word behind a position, if it is a level in that case, and one of those words where there are any.
function found_word(text, position, letters, list, rule, is_strong,   word, level) {
  text = substr(text, position + 1)
  word = match(text, /^[A-Za-z]+/) ? substr(text, 1, RLENGTH) : ""
  if (letters == "upper" && word != toupper(word)) return 0
  if (letters != "lower") word = tolower(word)
  if (!(word in level_of) || list != "" && !index(list, " " word " ")) return 0
  level = level_of[word]
  text = substr(text, length(word) + 1, 2)
  if (level == "DEBUG" && text == "-4") level = "TRACE"
  return found(level, rule, position, position + length(word), is_strong)
}

# Return the length of what match found, with 0 where it found nothing.
function length_of(start) {
  return start && RLENGTH > 0 ? RLENGTH : 0
}

function words_of_level(level, list,   each, item) {
  for (item = split(list, each, " "); item; item--) level_of[each[item]] = level
}

function translations_of_level(level, list,   each, item) {
  for (item = split(list, each, ";"); item; item--) translated[each[item]] = level
}

function words_in_order(list, names) {
  split(list, names, " ")
}

function words_of(list, names,   each, item) {
  for (item = split(list, each, " "); item; item--) names[each[item]] = 1
}

# JSON: the members of the line's object are top_key and top_raw, top_count of them, and top_index the first of each key.

# Read a line as an entry of a logger: set the line, and return 1, where it tells a level.
function json_entry(text,   level_key, message, rest, item) {
  has_escapes = index(text, "\\")
  top_count = json_members(text, top_key, top_raw)
  if (top_count < 0) return 0
  split("", top_index)
  for (item = top_count; item; item--) top_index[top_key[item]] = item
  if (!json_level()) return 0
  level_key = json_level_key
  rest = ""
  json_gone = 0
  message = json_message()
  sub(/\n+$/, "", message)
  json_stack_text = ""
  for (item = 1; item <= top_count; item++) {
    if (item == json_gone || top_key[item] in json_left_out || top_key[item] == level_key) continue
    text = top_raw[item]
    if (level_key == "" && top_key[item] == "record" && text ~ /^[{]/ && "text" in top_index) text = json_bound(item)
    if (text ~ /^[{[]/ || top_key[item] in json_stacks) text = json_without_stack(item)
    if (text != "") rest = rest ",\"" top_key[item] "\":" text
  }
  if (rest != "") message = message (message == "" ? "{" : " {") substr(rest, 2) "}"
  message = message (message == "" ? substr(json_stack_text, 2) : json_stack_text)
  if (message != "") line_text = message
  return 1
}

# Read an object into two arrays; return the number of its members, or -1 where the text is none.
# What is between two quotes is one piece. Next comes 1 a key, 2 a key or the end, 3 a colon, 4 a value, 5 a value or the
# end, 6 a comma or the end, 7 nothing.
function json_members(text, keys, raws,   members, pieces, total, item, piece, position, state, stack, start, has_controls) {
  members = 0
  total = split(text, pieces, "\"")
  has_controls = text ~ /[\001-\037]/
  position = 1
  json_is_loose = 0
  state = 4
  stack = ""
  for (item = 1; ; item++) {
    piece = pieces[item]
    # The most frequent ones first.
    if (state == 3 && (piece == ":" || piece == ": ")) state = 4
    else if (state == 6 && (piece == "," || piece == ", ")) state = substr(stack, length(stack)) == "{" ? 1 : 4
    else if (state == 3 && piece ~ /^: ?[1-9][0-9]*, ?$/) {
      if (stack == "{") {
        match(piece, /[0-9]+/)
        raws[members] = substr(piece, RSTART, RLENGTH)
      }
      state = 1
    } else {
      json_state = state
      json_stack = stack
      json_start = start
      if (!json_piece(text, piece, position, members, raws)) return -1
      state = json_state
      stack = json_stack
      start = json_start
    }
    if (item >= total) return state == 7 && !(json_is_loose && index(substr(text, 2), "{") + index(text, "[")) ? members : -1
    position += length(piece)
    piece = pieces[++item]
    if (has_escapes) while (piece ~ /\\$/ && item < total && piece ~ /(^|[^\\])(\\\\)*\\$/) piece = piece "\"" pieces[++item]
    if (item >= total) return -1
    # Python checks the values in an object without others in it, and the keys, later than those of another.
    if ((has_controls || has_escapes) && (state > 3 || stack != "{") && !json_is_string(piece)) json_is_loose = 1
    if (state < 3) {
      if (stack == "{") keys[++members] = piece
      state = 3
    } else if (state < 6 && state > 3 && stack != "") {
      if (stack == "{") raws[members] = "\"" piece "\""
      state = 6
    } else return -1
    position += length(piece) + 2
  }
}

# Read what is between two strings. A value of the outer object that ends in it is put into raws.
function json_piece(text, piece, position, members, raws,   character) {
  while (1) {
    if (match(piece, /^[ \t\r\n]+/)) {
      position += RLENGTH
      piece = substr(piece, RLENGTH + 1)
    }
    if (piece == "") return 1
    character = substr(piece, 1, 1)
    if (character == "{" || character == "[") {
      if (json_state != 4 && json_state != 5 || json_stack == "" && character == "[") return 0
      if (json_stack == "{") json_start = position
      json_stack = json_stack character
      json_state = character == "{" ? 2 : 5
    } else if (character == "}" || character == "]") {
      if (json_stack == "" || substr(json_stack, length(json_stack)) != (character == "}" ? "{" : "[")) return 0
      if (json_state != 6 && json_state != (character == "}" ? 2 : 5)) return 0
      json_stack = substr(json_stack, 1, length(json_stack) - 1)
      json_state = json_stack == "" ? 7 : 6
      if (json_stack == "{") raws[members] = substr(text, json_start, position + 1 - json_start)
    } else if (character == ":") {
      if (json_state != 3) return 0
      json_state = 4
    } else if (character == ",") {
      if (json_state != 6) return 0
      json_state = json_stack ~ /[{]$/ ? 1 : 4
    } else {
      if (json_stack == "" || json_state != 4 && json_state != 5) return 0
      if (match(piece, /^-?[0-9][-+.0-9eE]*/)) {
        if (!json_is_number(substr(piece, 1, RLENGTH))) json_is_loose = 1
      } else if (!match(piece, /^(true|false|null|NaN|-?Infinity)/)) return 0
      if (json_stack == "{") raws[members] = substr(piece, 1, RLENGTH)
      json_state = 6
      position += RLENGTH - 1
      piece = substr(piece, RLENGTH)
    }
    position++
    piece = substr(piece, 2)
  }
}

function json_is_number(text) {
  return text ~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}

# Tell whether a value is a string.
function json_is_text(raw) {
  return raw ~ /^"/ && (!has_escapes || json_is_string(substr(raw, 2, length(raw) - 2)))
}

# Tell whether a text between quotes is a string.
function json_is_string(text) {
  if (text ~ /[\001-\037]/) return 0
  gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/, "", text)
  return !index(text, "\\")
}

# Return a string without its escapes.
function json_decoded(string,   result, position, code, low) {
  result = ""
  while (position = index(string, "\\")) {
    result = result substr(string, 1, position - 1)
    code = substr(string, position + 1, 1)
    string = substr(string, position + 2)
    if (code == "u") {
      code = hexadecimal(substr(string, 1, 4))
      string = substr(string, 5)
      low = string ~ /^\\u[dD][c-fC-F]/ ? hexadecimal(substr(string, 3, 4)) : 0
      if (code > 55295 && code < 56320 && low) {
        code = (code - 55296) * 1024 + low + 9216
        string = substr(string, 7)
      }
      result = result utf8(code)
    } else result = result (code in json_short ? json_short[code] : code)
  }
  return result string
}

function hexadecimal(digits,   value, item) {
  value = 0
  digits = tolower(digits)
  for (item = 1; item <= 4; item++) value = value * 16 + index("123456789abcdef", substr(digits, item, 1))
  return value
}

# Return the bytes of a code point; U+FFFD for NUL and for half a surrogate pair.
function utf8(code) {
  if (!code) return "\\u0000"
  if (code > 55295 && code < 57344) code = 65533
  if (code < 128) return sprintf("%c", code)
  if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
  if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
  return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64, 128 + code % 64)
}

# Return the text of a value that is a string.
function json_string(raw) {
  raw = substr(raw, 2, length(raw) - 2)
  return index(raw, "\\") ? json_decoded(raw) : raw
}

# Find the level, and the member that holds it where nothing else does.
function json_level(   name, item, text) {
  for (name = 1; name in json_levels; name++)
    if (json_levels[name] in top_index)
      for (item = top_index[json_levels[name]]; item <= top_count; item++)
        if (top_key[item] == json_levels[name] && (line_level = json_level_of_word(top_raw[item])) != "") {
          json_level_key = top_key[item]
          return 1
        }
  json_level_key = ""
  for (name = 1; name in json_nested_levels; name++)
    if ((line_level = json_level_of_word(json_nested(json_nested_levels[name]))) != "") return 1
  for (name = 1; name in json_levels; name++)
    if (json_levels[name] in top_index)
      for (item = top_index[json_levels[name]]; item <= top_count; item++)
        if (top_key[item] == json_levels[name] && json_is_number(top_raw[item]) && (line_level = json_level_of_number(top_key[item], top_raw[item] + 0)) != "") {
          json_level_key = top_key[item]
          return 1
        }
  for (item = 1; item <= top_count; item++)  # MongoDB's
    if (top_key[item] == json_letters[1] && json_letters[2] in top_index && json_is_text(top_raw[item])) {
      json_level_key = top_key[item]
      text = index("DIWEF", substr(top_raw[item], 2, 1))
      line_level = substr(top_raw[item], 2) ~ /^[DIWEF]/ ? level_name(text + 1) : ""
      return line_level != ""
    }
  return 0
}

function json_level_of_word(raw,   word) {
  if (!json_is_text(raw)) return ""
  word = tolower(json_string(raw))
  gsub(/^[\t-\r ]+|[\t-\r ]+$/, "", word)
  if (word == "debug-4") return "TRACE"
  sub(/[-+].*/, "", word)
  return word in level_of ? level_of[word] : ""
}

# Return the text of the value at a path through objects.
function json_nested(path,   keys, total, raw, item) {
  item = index(path, "/")
  if (!(substr(path, 1, item - 1) in top_index)) return ""
  total = split(path, keys, "/")
  raw = top_raw[top_index[keys[1]]]
  for (item = 2; item <= total; item++) raw = json_get(raw, keys[item])
  return raw
}

# Return the text of a member of an object in a text; of several, the last.
function json_get(raw, key,   keys, raws, item) {
  if (raw !~ /^[{]/) return ""
  for (item = json_members(raw, keys, raws); item > 0; item--) if (keys[item] == key) return raws[item]
  return ""
}

# Return the level of a number, where the other members tell which logger counts so.
function json_level_of_number(name, value) {
  if (name in json_counted_from__)
    return value < 1 || value > 24 ? "" : level_name(int((int(value) - 1) / 4) + 1)
  if (value >= 0 && value <= 7 && json_has(json_beside_numbers_of_syslog))
    return value < 4 ? "ERROR" : value < 5 ? "WARN" : value < 7 ? "INFO" : "DEBUG"
  if (value >= 10 && value <= 60 && json_has(json_beside_numbers_of_pino)) return level_name(int(value / 10))
  return ""
}

function level_name(item) {
  return item < 2 ? "TRACE" : item < 3 ? "DEBUG" : item < 4 ? "INFO" : item < 5 ? "WARN" : "ERROR"
}

function json_has(names,   item) {
  for (item = 1; item <= top_count; item++) if (top_key[item] in names) return 1
  return 0
}

# Return, of what loguru describes a record with, only what was bound to the logger; else the member itself.
function json_bound(item,   extra) {
  extra = json_get(top_raw[item], "extra")
  if (extra !~ /^[{]/) return top_raw[item]
  top_key[item] = "extra"
  return top_raw[item] = extra ~ /^[{][ \t]*[}]$/ ? "" : extra
}

# Take the message out of the members.
function json_message(   name, item, keys, raw) {
  for (name = 1; name in json_messages; name++)
    if (json_messages[name] in top_index && json_messages[name] != json_level_key)
      for (item = top_index[json_messages[name]]; item <= top_count; item++)
        if (top_key[item] == json_messages[name] && json_is_text(top_raw[item])) {
          json_gone = item
          return json_string(top_raw[item])
        }
  for (name = 1; name in json_nested_messages; name++) {
    split(json_nested_messages[name], keys, "/")
    if (keys[1] in top_index && !(keys[1] in json_left_out))
      for (item = top_index[keys[1]]; item <= top_count; item++)
        if (top_key[item] == keys[1] && (raw = json_get(top_raw[item], keys[2])) ~ /^"/) {
          split(keys[2], keys, " ")
          top_raw[item] = json_without(top_raw[item], " " keys[1] " ")
          return json_string(raw)
        }
  }
  return ""
}

# Return the text of an object without some members, or nothing where none is left.
function json_without(raw, names,   keys, raws, total, item, result) {
  total = json_members(raw, keys, raws)
  result = ""
  for (item = 1; item <= total; item++)
    if (!index(names, " " keys[item] " ")) result = result ",\"" keys[item] "\":" raws[item]
  return result == "" ? "" : "{" substr(result, 2) "}"
}

# Return the text of a member without the stack of an error, which is added to json_stack_text.
function json_without_stack(item,   raw, text) {
  raw = top_raw[item]
  if (top_key[item] in json_stacks && (text = json_lines(raw)) != "") {
    json_stack_text = json_stack_text "\n" text
    return ""
  }
  if (!index(raw, "stack") && !has_escapes || (text = json_stack_of(raw)) == "") return raw
  json_causes(raw, text)
  return json_without(raw, " type name message stack cause nativeError ")
}

# Return a stack as text: a string of several lines, a list of lines, or tslog's list of calls.
function json_lines(raw,   text, string) {
  text = ""
  if (raw ~ /^"/) {
    if (!index(raw, "\\")) return ""
    raw = json_string(raw)
    if (!index(raw, "\n")) return ""
    sub(/\n+$/, "", raw)
    return raw
  }
  if (raw !~ /^[[].*[]]$/) return ""
  if (raw ~ /^[[][ \t]*[{]/) return json_calls(raw)
  # Only strings may be in it: without them, commas are left.
  string = raw
  gsub(/"([^"\\]|\\.)*"/, "s", string)
  if (string !~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
  while (match(raw, /"([^"\\]|\\.)*"/)) {
    text = text "\n" json_string(substr(raw, RSTART, RLENGTH))
    raw = substr(raw, RSTART + RLENGTH)
  }
  return substr(text, 2)
}

# Return tslog's list of calls as lines of Node's stacks, or nothing where it holds anything else.
function json_calls(raw,   rest, call, place, method, text) {
  rest = raw
  gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/, "c", rest)
  if (rest !~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
  while (match(raw, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)) {
    call = substr(raw, RSTART, RLENGTH)
    raw = substr(raw, RSTART + RLENGTH)
    place = json_get(call, "fullFilePath")
    method = json_get(call, "method")
    if (!json_is_text(place)) return ""
    place = json_string(place)
    text = text "\n    at " (json_is_text(method) && method != "\"[undefined]\"" ? json_string(method) " (" place ")" : place)
  }
  return substr(text, 2)
}

# Return the stack of an error; one that is a list of calls has no heading.
function json_stack_of(error,   stack, text, name, message) {
  stack = json_get(error, "stack")
  if ((text = json_lines(stack)) == "" || stack !~ /^[[][ \t]*[{]/) return text
  name = json_get(error, "name")
  message = json_get(error, "message")
  return json_is_text(name) && json_is_text(message) ? json_string(name) ": " json_string(message) "\n" text : text
}

# Add the stack of an error, and those of its causes.
function json_causes(raw, stack,   cause, text, tries) {
  json_stack_text = json_stack_text "\n" stack
  cause = json_get(raw, "cause")
  for (tries = 1; cause ~ /^[{]/ && tries < 10; ) {
    text = json_stack_of(cause)
    if (text == "") {
      text = json_get(cause, "message")
      text = text ~ /^"/ ? json_string(text) : "\001"
    }
    if (text != "\001" && !index(stack, text) && text != "") {
      json_stack_text = json_stack_text "\nCaused by: " text
      tries++
    }
    cause = json_get(cause, "cause")
  }
  if (cause ~ /^"/) json_stack_text = json_stack_text "\nCaused by: " json_string(cause)
}

# Blocks.

# Return the kind of an event that the line begins, or nothing.
function block_of(   end) {
  if (line_rule == "Erlang") return "paragraph"
  # The most frequent line, which no other kind begins with.
  if (line_rule == "time" && line_level != "" && !index(line_text, "Error") && !index(line_text, "Exception")) return ""
  end = index(line_text, "\n")
  return block_head(end ? substr(line_text, 1, end) : line_text)
}

# Tell whether the event goes on with the line, by the rules of its kind: 1, 0, or "" where the rules for all decide.
function continues_block() {
  if (block == "node_place") return node_place()
  if (block == "next_line_s_level") return next_line()
  if (block == "source_place") return source_place()
  if (block == "statement") return statement()
  if (block == "box") return box()
  if (block == "ansible") return ansible()
  if (block == "python") return python()
  if (block == "python done") return python_done()
  if (block == "go") return event_go(line_text) ? 1 : ""
  if (block == "rust") return !count && !is_after_blank || event_rust(line_text) ? 1 : ""
  if (block == "r") return is_after_blank ? "" : !count && !line_is_strong || event_r(line_text) ? 1 : ""
  if (block == "paragraph") return is_after_blank || line_is_strong ? "" : 1
  if (block == "trace") return begins(line_text, "    at ") && !is_after_blank ? 1 : ""
  if (block == "lua") return line_text ~ /^\t/ ? 1 : ""
  if (block != "lisp") return ""
  if (begins(line_text, "unhandled condition in")) block = ""
  return 1
}

# Return the level of a second line, whose first word it is, in the language of the user.
function level_in_second_line(text,   end) {
  end = index(text, ": ")
  if (end) text = substr(text, 1, end - 1)
  if (text in translated) return translated[text]
  return text == toupper(text) && tolower(text) in level_of ? level_of[tolower(text)] : ""
}

function begins(text, start) {
  return substr(text, 1, length(start)) == start
}

# Node shows where an error was thrown: the place, the source, a caret, and then the error.
function node_place() {
  if (!count) return !(is_after_blank || line_is_strong)
  if (count == 1) {
    if (!event_caret(line_text)) return 0
    event_level = "ERROR"
    return 1
  }
  if (begins(line_text, "Node.js v")) block = "exception"
  return event_level != ""
}

# Java's own logging has the level in the second line, in the language of its user.
function next_line(   level) {
  if (count || is_after_blank) return ""
  level = level_in_second_line(line_text)
  if (level == "") return ""
  event_level = level
  head_rule = "time"
  head_is_strong = 1
  return 1
}

# OCaml shows where an error is: the place, the source, a caret, and then the error.
function source_place() {
  if (event_source_error(line_text)) event_level = "ERROR"
  else if (event_source_warning(line_text)) event_level = "WARN"
  else return !line_is_strong && (event_source_line(line_text) || event_caret(line_text))
  block = ""
  return 1
}

# MariaDB shows the statement that failed between two lines of dashes, and then its error.
function statement() {
  if (!event_statement_error(line_text)) return !(line_is_strong || line_level != "" || is_after_blank) && count < 200
  event_level = "ERROR"
  block = ""
  return 1
}

# Terraform frames a diagnostic, whose first word is its level.
function box() {
  if (!count)
    event_level = begins(line_text, "\342\224\202 Error: ") ? "ERROR" : begins(line_text, "\342\224\202 Warning: ") ? "WARN" : ""
  return event_level != "" && line_text ~ /^(\342\224\202|\342\225\265)/
}

# Ansible wraps its message, and behind blank lines shows the place in the playbook, and each cause in the same way.
function ansible() {
  if (line_is_strong || event_ansible_apart(line_text)) return 0
  if (!is_after_blank || line_text ~ /^[ \t]/ || event_ansible(line_text)) return 1
  return event_ansible_cause(last_text) || repeats_head()
}

# Tell whether the line is the start of the first line's message.
function repeats_head(   start) {
  start = line_text
  sub(/[.]$/, "", start)
  return begins(substr(head_text, index(head_text, "]: ") + 3), start)
}

function python() {
  if (line_text ~ /^[ \t]/ && !event_python_last(line_text)) return 1
  if (begins(line_text, "Traceback") || event_python_again(line_text) || event_python_box(line_text)) return 1
  if (event_python_last(line_text) && !(line_is_strong && !index(line_text, ": "))) {
    block = "python done"
    return 1
  }
  return !line_is_strong
}

function python_done() {
  if (!event_python_again(line_text)) return ""
  block = "python"
  return 1
}

# Events.

# Take the next line, and send the events that are complete with it.
function take(   answer) {
  if (line_rule == "blank") {
    take_blank()
    return
  }
  if (is_open && (block != "" || !line_is_strong || line_text ~ /^\t/)) {
    answer = continues()
    if (answer == "wait") {
      wait_for_next()
      return
    }
    if (answer) {
      add_line()
      return
    }
  }
  if (held_count || waiting_count) close_event()
  note_style()
  head_text = last_text = line_text
  head_level = event_level = line_level
  head_rule = line_rule
  head_end = line_end
  head_is_strong = line_is_strong
  hold(line_text, line_level, line_rule, line_start, line_end)
  count = is_after_blank = 0
  is_open = 1
  block = block_of()
  # Nothing but its stack trace belongs to a line without a level and without a time.
  if (line_rule == "" && block == "") flush_event()
}

function wait_for_next() {
  waiting_text[++waiting_count] = line_text
  waiting_level[waiting_count] = line_level
  waiting_rule[waiting_count] = line_rule
  waiting_start[waiting_count] = line_start
  waiting_end[waiting_count] = line_end
}

# Add a line to those that are held.
function hold(text, level, rule, start, end) {
  if (held_count++) {
    held = held "\n" text
    return
  }
  held = first_text = text
  first_level = level
  first_rule = rule
  first_start = start
  first_end = end
}

# Send what is held; lines that follow still have the level of the event.
function flush_event(   item) {
  if (held_count) send_lines(event_level)
  # Blank lines that are not within an event only set events apart.
  item = waiting_count
  waiting_count = held_count = 0
  held = ""
  for (waiting_next = 1; waiting_next <= item; waiting_next++)
    if (waiting_rule[waiting_next] != "blank") {
      hold_waiting(waiting_next)
      send_lines("")
      held_count = 0
      held = ""
    }
}

function hold_waiting(item) {
  hold(waiting_text[item], waiting_level[item], waiting_rule[item], waiting_start[item], waiting_end[item])
}

# Send what is held: the event has ended.
function close_event(   lines, total, item) {
  is_open = 0
  if (event_level == "" && (block == "node_place" || block == "source_place" || block == "statement")) {  # a path alone, and what stood below it
    total = split(held, lines, "\n")
    held_count = 0
    for (item = 1; item <= total; item++) {
      if (item == 1) hold(lines[1], first_level, first_rule, first_start, first_end)
      else hold(lines[item], last_level, last_rule, last_start, last_end)
      send_lines("")
      held_count = 0
    }
    held = ""
  }
  flush_event()
}

function take_blank() {
  is_after_blank = 1
  if (!is_open) return
  wait_for_next()
  if (waiting_count > 100) close_event()
}

function add_line(   item) {
  for (item = 1; item <= waiting_count; item++) hold_waiting(item)
  waiting_count = 0
  hold(line_text, line_level, line_rule, line_start, line_end)
  last_text = line_text
  last_level = line_level
  last_rule = line_rule
  last_start = line_start
  last_end = line_end
  is_after_blank = 0
  count++
  if (length(held) > 65536 + held_count - 1 && characters(held) > 65536 + held_count - 1) flush_event()
}

# Return the number of characters of a text, as those have several bytes.
function characters(text) {
  return length(text) - gsub(/[\200-\277]/, "", text)
}

# Tell whether the line belongs to the event: 1, 0, or "wait" for the next one.
function continues(   answer) {
  answer = block == "" ? "" : continues_block()
  if (answer != "") return answer
  if (line_is_strong && line_text !~ /^\t/) return 0
  # Behind a warning that has been sent, it may be of another error.
  if (event_python_traceback(line_text) && !is_after_blank && logs_exceptions()) {
    block = "python"
    return 1
  }
  if (event_level == "" && head_rule != "time" && head_rule != "stamped") return 0
  if (line_text ~ /^[ \t]/) return continues_indented()
  if (has_form()) return 1
  if (line_level != "") return 0
  return is_after_blank ? is_open_message() : continues_plainly()
}

# Tell whether a traceback may belong to the event, rather than to the crash of the program after it.
function logs_exceptions() {
  return event_level == "ERROR" || event_level != "" && held_count && (event_level == "WARN" || event_telling(head_text))
}

# Tell whether the line looks like a part of a stack trace, or of another message of several lines.
function has_form(   is_thrown) {
  is_thrown = is_exception()
  if (is_thrown || block == "" && begins(line_text, "Caused by: ")) block = "exception"
  return is_thrown || event_continues(line_text) || event_caret(line_text)
}

# Tell of a line that begins with a blank or a tab whether it belongs to the event.
function continues_indented() {
  if (event_apart(line_text)) return 0
  if (!is_after_blank) return 1
  if (line_level != "" && line_text ~ /^ /) return 0
  if (event_level == "") return is_uniform()
  # A logger's line of little weight is followed by other output rather than by more of its message.
  return !head_is_strong || is_grave(event_level) || is_uniform()
}

# Tell of a line that has neither a level nor a form whether it belongs to the event right before it.
function continues_plainly() {
  if (block_of() != "") return 0
  if (head_rule == "time" && has_times) return 1
  if (event_postgres(head_text) || announces()) return 1
  if (is_open_message() || is_of_logger()) return 1
  return event_level != "" && (block == "exception" || !head_is_strong) && !is_held() ? "wait" : 0
}

# Tell whether only a logger's message can have such a line.
# Below WARN it has the level of its stream: the last words of a program that fails often follow its INFO.
function is_of_logger() {
  return head_is_strong && head_rule != "JSON" && is_grave(event_level) && is_uniform() && line_text !~ /^[[]/
}

# Tell whether the line before ended with a colon, or both are items of a list.
function announces() {
  if (event_level == "" || is_held()) return 0
  return last_text ~ /:[\t-\r ]*$/ || event_list_item(line_text) && event_list_item(last_text)
}

# Tell whether the message begins in the line after the head; among loggers only, blank lines are part of it.
function is_open_message() {
  if (head_level == "" || !head_end || substr(head_text, head_end + 1) !~ /^[\t-\r ]*:?[\t-\r ]*$/) return 0
  return is_uniform() || !is_after_blank && head_text ~ /:[\t-\r ]*$/
}

function is_grave(level) {
  return level == "WARN" || level == "ERROR"
}

# Take the first line of an event into account: whether each one has begun as a logger's lines do.
function note_style() {
  if (line_rule == "time" || line_rule == "stamped") has_times = 1
  else if (line_level == "") has_text = 1
  if (!line_is_strong) return
  heads++
  if (!is_grave(line_level)) has_low_levels = 1
}

# Tell whether a logger alone writes to the stream, so that any other line is one of its message's.
function is_uniform() {
  return heads >= 3 && has_low_levels && !has_text
}

# Tell whether the line is the exception that the error before it was logged with.
function is_exception() {
  if (event_level != "ERROR" || !head_is_strong || line_rule != "text") return 0
  return is_after_blank ? event_qualified_exception(line_text) : event_exception(line_text)
}

function is_held(   item) {
  for (item = 1; item <= waiting_count; item++) if (waiting_rule[item] != "blank") return 1
  return 0
}

# Messages.

# Send the lines that are held.
function send_lines(level,   message) {
  message = held
  if (leaves_out) message = message_of()
  send_log(level == "" ? default_level : level, message, 0)
}

# Return the message of what is held; its lines after the first stay as they are.
function message_of(   rest, message) {
  rest = held_count > 1 ? substr(held, length(first_text) + 2) : ""
  if (held_count > 1 && first_level == "" && level_in_second_line(first_line(rest)) != "") {
    message = first_line(rest)
    return (index(message, ": ") ? substr(message, index(message, ": ") + 2) : "") substr(rest, length(message) + 1)
  }
  message = head_message()
  return held_count < 2 ? message : message == "" ? rest : message "\n" rest
}

function first_line(text) {
  return index(text, "\n") ? substr(text, 1, index(text, "\n") - 1) : text
}

function head_message(   text, position) {
  text = first_text
  if (first_rule == "logfmt") return pairs_message(text)
  if (first_rule == "behind a place") {  # which is a part of the message
    position = first_end + message_close(substr(text, first_end + 1))
    text = substr(text, position + 1)
    sub(/^[\t-\r ]+/, "", text)
    return substr(first_text, 1, first_start) text
  }
  if (first_level == "" && first_rule == "time") {
    text = substr(text, first_end + 1)
    sub(/^[] \t:-]+/, "", text)
    return text
  }
  return first_end ? substr(text, after_level() + 1) : text
}

# Return the position before the message, behind the level and what follows it.
function after_level(   position, width, tries, has_name, rest, is_apart) {
  position = first_end + message_close(substr(first_text, first_end + 1))
  rest = substr(first_text, position + 1)
  is_apart = first_rule != "time" && substr(first_text, position, 1) == ":"
  if (is_apart && (width = message_basic_name(rest))) return position + width  # as Python's basicConfig has it
  has_name = 0
  for (tries = 8; tries; tries--) {
    width = message_separator(rest)
    if (!width && !has_name) {
      width = is_apart ? 0 : message_thread(rest)
      if (!width) {
        width = first_rule == "time" ? message_name(rest) : message_qualified_name(rest)
        has_name = width > 0
      }
    }
    if (!width) break
    position += width
    rest = substr(rest, width + 1)
  }
  return position
}

# Return the message of key=value pairs, and then the other pairs as they are.
function pairs_message(text,   message, rest, pair, key, value) {
  text = substr(text, message_head_of_pairs(text) + 1)
  message = rest = ""
  while (match(text, /[A-Za-z0-9_.@-]+=/)) {
    text = substr(text, RSTART)
    pair = substr(text, 1, message_pair(text))
    text = substr(text, length(pair) + 1)
    key = substr(pair, 1, index(pair, "=") - 1)
    value = substr(pair, length(key) + 2)
    if (message == "" && key in json_is_message) message = unquoted(value)
    else if (!(key in json_left_out) && !(key in json_is_level)) rest = rest (rest == "" ? "" : " ") pair
  }
  return message (message != "" && rest != "" ? " " : "") rest
}

function unquoted(value,   result, position, character) {
  if (length(value) < 2 || value !~ /^"/) return value
  value = substr(value, 2, length(value) - 2)
  result = ""
  while (position = index(value, "\\")) {
    character = substr(value, position + 1, 1)
    result = result substr(value, 1, position - 1) (character == "n" ? "\n" : character == "t" ? "\t" : character)
    value = substr(value, position + 2)
  }
  return result value
}

# Streams.

# Take a line as it was printed, which may be a record, or have one behind a carriage return: that ends a line for Kestra.
function take_raw(raw,   parts, total, item, records, rest, separator) {
  if (index(raw, "::{")) {
    total = split(raw, parts, "\r")
    records = rest = separator = ""
    for (item = 1; item <= total; item++) {
      if (is_record(parts[item])) records = records parts[item] "\n"
      else {
        rest = rest separator parts[item]
        separator = "\r"
      }
    }
    if (records != "") {
      if (!is_blank(rest)) take_raw(rest)
      close_event()
      send_batch()
      send_text(records, 0)
      return
    }
  }
  read_line(clean(raw))
  take()
}

BEGIN {
  json_short["b"] = "\b"
  json_short["f"] = "\f"
  json_short["n"] = "\n"
  json_short["r"] = "\r"
  json_short["t"] = "\t"
  head_text = head_level = head_rule = event_level = held = first_text = block = ""
  held_count = waiting_count = count = is_open = is_after_blank = has_times = has_text = has_low_levels = heads = head_is_strong = 0
  last_text = ""
}
